using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Json;

namespace OptionAppraisal.NRules.Benchmarks;

// A first check while the code is worked on, of the shipped rules and of the conformance suite: their tests on the back end, and their cases, which
// have to give the same JSON on both engines and in a session that stays open, also after a change. The back end's own tests say more.
internal static class Agreement
{
    private static readonly Appraiser Exact = new();
    private static readonly Appraiser BackEnd = new(new NRulesEngine());

    public static int Check(string root)
    {
        string[] folders = [Path.Combine(root, "rules"), Path.Combine(root, "tests", "conformance")];
        var options = new LoadOptions { Root = root };
        var run = RuleTests.Run(folders, options, new NRulesEngine());
        foreach (var diagnostic in run.Diagnostics)
        {
            Console.WriteLine(diagnostic);
        }

        var agree = run.Passed;
        var cases = 0;
        foreach (var path in folders.SelectMany(f => Directory.EnumerateFiles(f, "*.case.yaml", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            if (AppraisalCase.TryLoad(path, options).Value is { } appraisalCase)
            {
                cases++;
                agree &= Agrees(path, appraisalCase);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tests {(run.Passed ? "pass" : "FAIL")} on the back end; {cases} cases {(agree ? "agree" : "DISAGREE")}"));
        return agree ? 0 : 1;
    }

    private static bool Agrees(string path, AppraisalCase appraisalCase)
    {
        var session = new AppraisalRules((RulePack)appraisalCase.Rules).Open(appraisalCase);
        var agrees = Same(path, "the back end", Exact.TryAppraise(appraisalCase), BackEnd.TryAppraise(appraisalCase))
            & Same(path, "a session", Exact.TryAppraise(appraisalCase), session.Appraise());
        var later = appraisalCase.On(appraisalCase.AsOf.AddDays(1));
        try
        {
            session.Change(later);
        }
        catch (ArgumentException)
        {
            // Other law is in force.
            return agrees;
        }

        return agrees & Same(path, "a changed session", Exact.TryAppraise(later), session.Appraise());
    }

    private static bool Same(string path, string whose, Evaluation.AppraisalOutcome expected, Evaluation.AppraisalOutcome actual)
    {
        var agrees = string.Equals(Text(expected), Text(actual), StringComparison.Ordinal);
        if (!agrees)
        {
            Console.WriteLine($"{path}: {whose} differs");
        }

        return agrees;
    }

    private static string Text(Evaluation.AppraisalOutcome outcome) =>
        outcome.Result is { } result ? AppraisalJson.Format(result) : string.Join('\n', outcome.Diagnostics);
}
