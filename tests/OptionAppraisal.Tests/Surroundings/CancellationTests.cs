using OptionAppraisal.Evaluation.Exact;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Tests.Evaluation;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Surroundings;

/// <summary>Cancelling is seen soon, counted in steps of work and not in time.</summary>
public sealed class CancellationTests
{
    private const string Loops = """
        rule_pack: loops
        facts: { option: { x: { type: number } } }
        criteria:
          long: { formula: "if some i in 1..3000, j in 1..3000 satisfies i * j < x then 1 else 2" }
        """;

    private const string Short = """
        rule_pack: short
        facts: { option: { x: { type: number } } }
        criteria:
          a: { weight: 1, linear: { of: x, worst: lowest, best: highest } }
          b: { weight: 1, formula: x / 10 }
        """;

    [Fact]
    public void Work_stops_within_4_096_steps()
    {
        using var source = new CancellationTokenSource();
        var work = new WorkLimit(source.Token);
        var place = Write.Number(1);
        for (var i = 0; i < 100; i++)
        {
            work.Step(place);
        }

        source.Cancel();
        var steps = 0;
        Should.Throw<OperationCanceledException>(() =>
        {
            for (; steps < 1_000_000; steps++)
            {
                work.Step(place);
            }
        });
        steps.ShouldBeLessThanOrEqualTo(4_096);
    }

    [Fact]
    public void One_long_expression_stops_in_its_middle()
    {
        var read = CaseOf(Loops, 1);
        var plan = PlanBuilder.Build((RulePack)read.Rules!);
        using var source = new CancellationTokenSource();
        using var session = new ExactEngine().Open(plan, read, null, source.Token);
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => session.Conclude(FormulaOf(plan), Subject.Of(read.Options[0])));
    }

    [Fact]
    public void Many_options_stop_at_the_next_one()
    {
        using var source = new CancellationTokenSource();
        var engine = new Stopping(source, after: 700);

        Should.Throw<OperationCanceledException>(() => new Appraiser(engine).Appraise(CaseOf(Short, 500), source.Token));

        engine.Asked.ShouldBeInRange(700, 702);
    }

    private static AppraisalCase CaseOf(string pack, int options)
    {
        var builder = AppraisalCase.For(RulePack.Parse(pack)).AsOf(new DateOnly(2002, 6, 1));
        for (var i = 0; i < options; i++)
        {
            builder.Option($"o{i}", facts: f => f.Set("x", i));
        }

        return builder.Build();
    }

    private static Rule FormulaOf(EvaluationPlan plan) => plan.Criteria[0].Operand!;

    // The exact engine, which cancels when it has been asked so many times.
    private sealed class Stopping(CancellationTokenSource source, int after) : IEvaluationEngine
    {
        public int Asked { get; private set; }

        public string Name => "stopping";

        public IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken) =>
            new Session(this, new ExactEngine().Open(plan, appraisalCase, null, CancellationToken.None));

        private void Count()
        {
            if (++Asked == after)
            {
                source.Cancel();
            }
        }

        private sealed class Session(Stopping owner, IEvaluationSession inner) : IEvaluationSession
        {
            public Value Conclude(Rule rule, Subject subject)
            {
                owner.Count();
                return inner.Conclude(rule, subject);
            }

            public Value Read(Operand operand, Subject subject) => inner.Read(operand, subject);

            public void Explain(Rule rule, Subject subject, Gaps gaps) => inner.Explain(rule, subject, gaps);

            public void Learn(IConclusions conclusions) => inner.Learn(conclusions);

            public void Dispose() => inner.Dispose();
        }
    }
}
