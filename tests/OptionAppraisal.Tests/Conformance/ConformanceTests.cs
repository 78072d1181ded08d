using OptionAppraisal.Authoring.Testing;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Evaluation.Exact;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Conformance;

/// <summary>The tests and cases that are data: whatever engine judges the rules, they hold.</summary>
public sealed class ConformanceTests
{
    private static readonly LoadOptions Options = new() { Root = Repository.Root };

    public static TheoryData<string> Tests => [.. Files("*.tests.yaml", "tests/conformance", "rules")];

    public static TheoryData<string> Cases => [.. Files("*.case.yaml", "tests/conformance", "rules")];

    [Theory]
    [MemberData(nameof(Tests))]
    public void Every_test_passes(string document) => ShouldPass(document, new ExactEngine());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_case_gives_a_result(string document) =>
        new Appraiser(new ExactEngine()).TryAppraise(Load(document)).Diagnostics.Where(d => d.IsError).ShouldBeEmpty();

    [Fact]
    public void An_engine_that_reads_silence_as_no_does_not_pass() => Failing(new Spoiled(truth => truth == Truth.Unknown ? Truth.False : truth)).ShouldBeGreaterThan(15);

    [Fact]
    public void Nor_does_one_that_reads_it_as_yes() => Failing(new Spoiled(truth => truth == Truth.Unknown ? Truth.True : truth)).ShouldBeGreaterThan(15);

    /// <summary>Every test of a document passes with an engine.</summary>
    internal static void ShouldPass(string document, IEvaluationEngine engine)
    {
        var run = RuleTests.Run([Repository.PathOf(document)], Options, engine);

        run.Report.Cases.ShouldNotBeEmpty();
        run.Passed.ShouldBeTrue(DiagnosticPrinter.Print(run.Diagnostics) + TestReportText.Write(run.Report));
    }

    internal static AppraisalCase Load(string document) => AppraisalCase.Load(Repository.PathOf(document), Options);

    internal static IEnumerable<string> Files(string pattern, params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static int Failing(IEvaluationEngine engine) =>
        RuleTests.Run([Repository.PathOf("tests", "conformance")], Options, engine).Report.Cases.Count(c => c.Outcome != TestOutcome.Passed);

    // The exact engine with another idea of what a condition concludes.
    private sealed class Spoiled(Func<Truth, Truth> idea) : IEvaluationEngine
    {
        private readonly ExactEngine _exact = new();

        public string Name => "spoiled";

        public IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken) =>
            new Session(_exact.Open(plan, appraisalCase, stage, cancellationToken), idea);

        private sealed class Session(IEvaluationSession exact, Func<Truth, Truth> idea) : IEvaluationSession
        {
            public Value Conclude(Rule rule, Subject subject)
            {
                var value = exact.Conclude(rule, subject);
                return rule.Expression.Type is BooleanType ? Value.Of(idea(value.Truth)) : value;
            }

            public Value Read(Operand operand, Subject subject) => exact.Read(operand, subject);

            public void Explain(Rule rule, Subject subject, Gaps gaps) => exact.Explain(rule, subject, gaps);

            public void Learn(IConclusions conclusions) => exact.Learn(conclusions);

            public void Dispose() => exact.Dispose();
        }
    }
}
