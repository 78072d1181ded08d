using OptionAppraisal.Authoring.Testing;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Conformance;

/// <summary>The tests and cases that are data, on both engines.</summary>
public sealed class DataTests
{
    // Before all dated law, within it, at its edges and after.
    private static readonly DateOnly[] Days = [new(1900, 1, 1), new(1998, 3, 31), new(2001, 12, 31), new(2002, 5, 19), new(2002, 6, 1), new(2006, 4, 1), new(2050, 1, 1)];

    private static readonly LoadOptions Options = new() { Root = Repository.Root };

    public static TheoryData<string> Tests => [.. Files("*.tests.yaml", "tests/conformance", "rules")];

    public static TheoryData<string> Cases => [.. Files("*.case.yaml", "tests", "rules", "docs")];

    /// <summary>Every test passes with every answer compared, and all that it judged comes to the same, on other days too.</summary>
    [Theory]
    [MemberData(nameof(Tests))]
    public void Every_test_passes_and_both_engines_agree_on_what_it_judges(string document)
    {
        var engine = new RecordingEngine(PairedEngine.Shared);
        var run = RuleTests.Run([Repository.PathOf(document)], Options, engine);

        run.Report.Cases.ShouldNotBeEmpty();
        run.Passed.ShouldBeTrue(DiagnosticPrinter.Print(run.Diagnostics) + TestReportText.Write(run.Report));
        foreach (var (plan, appraisalCase) in engine.Pairs)
        {
            Engines.ShouldAgree(plan, appraisalCase, document);
        }
    }

    /// <summary>Cases whose documents are wrong give no case to judge: those of the others agree, on the day that they say and on others.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Both_engines_agree_on_every_case_and_day(string document)
    {
        if (AppraisalCase.TryLoad(Repository.PathOf(document), Options).Value is not { } appraisalCase)
        {
            document.ShouldMatch("/(bad|mistakes)/");
            return;
        }

        // Ten million steps are enough once.
        var outcome = Engines.ShouldAgree(appraisalCase, document);
        foreach (var day in outcome.Diagnostics.Any(d => d.Code == JudgingCodes.TooMuchWork) ? [] : Days)
        {
            if (AppraisalCase.TryLoad(Repository.PathOf(document), Options with { AsOf = day }).Value is { } other)
            {
                Engines.ShouldAgree(other, $"{document} on {day:O}");
            }
        }
    }

    internal static IEnumerable<string> Files(string pattern, params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);
}
