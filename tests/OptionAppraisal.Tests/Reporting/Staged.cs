using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;
using OptionAppraisal.Tests.Architecture;

namespace OptionAppraisal.Tests.Reporting;

/// <summary>A small case of two stages, two areas, two weight sets, dissent and dated law, with the decisions that a test wants.</summary>
/// <remarks>
/// Shares of stage 1 by hand: economy and fit are 40 and 40 by the PCT (0.5, 0.5), 60 and 20 by the council (0.75, 0.25), together 0.625 and 0.375. A
/// joint payroll saves 12% (100) and fits 60: 62.5 + 22.5 = 85. The council runs payroll: 5% (40), 65: 25 + 24.375 = 49.375. One contract: 100, 10:
/// 62.5 + 3.75 = 66.25. A shared team: 40, 90: 25 + 33.75 = 58.75; by the PCT alone 20 + 45 = 65 against 50 + 5 = 55. An estate company: 100, 30: 73.75.
/// Stage 2: economy 0.5, fit 0.3, readiness 0.2.
/// </remarks>
internal static class Staged
{
    public const string Proceed = "decisions: { diagnostic: { by: { pct: proceed, council: { decision: proceed_with_changes, because: Payroll first } }, on: 2002-05-20 } }\n";

    public const string Deferred =
        "decisions: { diagnostic: { by: { pct: proceed, council: { decision: defer, because: The budget is not settled } }, on: 2002-05-20 } }\n";

    public const string Stopped = "decisions: { diagnostic: { by: { council: { decision: stop, because: The Trust will merge } }, on: 2002-05-20 } }\n";

    public const string Finished = """
        decisions:
          diagnostic: { by: { pct: proceed, council: { decision: proceed_with_changes, because: Payroll first } }, on: 2002-05-20 }
          detailed: { by: { pct: proceed, council: proceed }, on: 2002-05-30 }

        """;

    private static readonly string Folder = Repository.PathOf("tests", "OptionAppraisal.Tests", "Reporting", "staged");

    private static readonly RulePack Pack = RulePack.Parse(File.ReadAllText(Path.Combine(Folder, "sharing.pack.yaml")), "sharing.pack.yaml");

    public static AppraisalResult Result(string decisions, string? stage = null, DateOnly? asOf = null, Func<string, string>? change = null) =>
        new Appraiser().Appraise(Case(decisions, asOf, change), stage);

    public static AppraisalCase Case(string decisions, DateOnly? asOf = null, Func<string, string>? change = null)
    {
        var text = File.ReadAllText(Path.Combine(Folder, "sharing.case.yaml"));
        if (asOf is { } day)
        {
            text = text.Replace("as_of: 2002-06-01", FormattableString.Invariant($"as_of: {day:yyyy-MM-dd}"), StringComparison.Ordinal);
        }

        return AppraisalCase.Parse((change?.Invoke(text) ?? text) + decisions, Pack, "sharing.case.yaml");
    }
}
