using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

// Documents that are right by themselves and go wrong when the case is judged: the folders `bad/OA6...`.
public sealed class BadCaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "bad");

    public static TheoryData<string> Folders =>
        [.. Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)).Where(f => f.StartsWith("OA6", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_bad_case_provokes_its_code_at_a_place_with_help(string folder)
    {
        var root = Path.Combine(Folder, folder);
        var loaded = AppraisalCase.TryLoad(Path.Combine(root, "example.case.yaml"), new LoadOptions { Root = root });
        loaded.Diagnostics.Where(d => d.IsError).ShouldBeEmpty();
        var outcome = new Appraiser().TryAppraise(loaded.Value.ShouldNotBeNull());

        outcome.Result.ShouldBeNull();
        outcome.Diagnostics.Select(d => d.Code.Id).Distinct(StringComparer.Ordinal).ShouldBe([folder[..6]], customMessage: DiagnosticPrinter.Print(outcome.Diagnostics));
        foreach (var problem in outcome.Diagnostics)
        {
            problem.Span.Path.ShouldEndWith(".pack.yaml");
            problem.Span.Start.Line.ShouldBeGreaterThan(1);
            problem.Help.ShouldNotBeNullOrEmpty();
            problem.Message.ShouldNotEndWith(".");
        }
    }

    [Fact]
    public void Every_error_of_judging_has_a_bad_case() =>
        JudgingCodes.All.Where(c => c.Severity == Severity.Error && c != JudgingCodes.StageNotReached).Select(c => c.Id).ShouldBe(Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)[..6]).Where(c => c.StartsWith("OA6", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
}
