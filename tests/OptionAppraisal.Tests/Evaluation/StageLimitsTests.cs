using OptionAppraisal.Diagnostics;
using OptionAppraisal.Evaluation.Exact;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

// Stages, areas and weight sets at their limits: work, large numbers, nothing there, many threads.
public sealed class StageLimitsTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(4, false)]
    public void The_steps_of_all_stages_together_are_those_of_the_appraisal(int stages, bool isEnough)
    {
        var pack = $$"""
            rule_pack: long
            facts: { option: { x: { type: number } } }
            criteria: { a: { weight: 1, formula: "if some i in 1..700, j in 1..1000 satisfies i + j < x then 1 else 2" } }
            stages: { {{string.Join(", ", Enumerable.Range(1, stages).Select(i => $"s{i}: {{ title: Stage }}"))}} }
            """;
        var outcome = Try(pack, "case: c\nrule_pack: pack.pack.yaml\nas_of: 2002-06-01\noptions: { o: { facts: { x: 1 } } }\n");

        (outcome.Result is not null).ShouldBe(isEnough);
        outcome.Diagnostics.Select(d => d.Code).ShouldBe(isEnough ? [] : [JudgingCodes.TooMuchWork]);
    }

    [Fact]
    public void Weights_of_a_set_that_are_too_large_are_an_error_in_words()
    {
        var outcome = Try(
            """
            rule_pack: large
            facts: { option: { x: { type: number } } }
            criteria: { a: { weight: 1, scale: [0, 1000000000000000], formula: x } }
            """,
            """
            case: c
            rule_pack: pack.pack.yaml
            as_of: 2002-06-01
            options: { o: { facts: { x: 1000000000000000 } } }
            weight_sets: { one: { a: 1000000000000000 } }
            """);

        outcome.Result.ShouldBeNull();
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(JudgingCodes.NumberTooLarge);
    }

    [Fact]
    public void An_area_without_options_needs_no_criterion_that_applies()
    {
        var outcome = Try(
            """
            rule_pack: places
            areas: places
            records: { places: { title: Places, facts: { town: { type: boolean } } } }
            facts: { option: { x: { type: number } } }
            criteria: { a: { weight: 1, applies_when: area.town, formula: x } }
            """,
            """
            case: c
            rule_pack: pack.pack.yaml
            as_of: 2002-06-01
            records: { places: { north: { town: true }, south: { town: false } } }
            options: { o: { area: north, facts: { x: 40 } } }
            weight_sets: { one: { a: 1 } }
            """);

        outcome.Diagnostics.ShouldBeEmpty();
        outcome.Result!.Recommendations.Select(r => (r.Area, r.Option?.Id)).ShouldBe([("north", "o"), ("south", null)]);
        outcome.Result.WeightSets.ShouldHaveSingleItem().Options.Select(o => o.Total).ShouldBe([40m]);
    }

    [Fact]
    public void A_table_of_which_no_row_is_in_force_is_an_error_in_words()
    {
        var outcome = Try(
            """
            rule_pack: empty
            facts: { option: { x: { type: number } } }
            criteria: { a: { weight: 1, table: { rows: [ { when: x > 0, score: 50, in_force: { to: 2000-01-01 } }, { otherwise: true, score: 0, in_force: { to: 2000-01-01 } } ] } } }
            """,
            "case: c\nrule_pack: pack.pack.yaml\nas_of: 2002-06-01\noptions: { o: { facts: { x: 100 } } }\n");

        outcome.Result.ShouldBeNull();
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(JudgingCodes.NoRowHolds);
    }

    [Fact]
    public void Results_of_all_stages_read_the_same_from_many_threads_at_once()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "conformance");
        foreach (var name in (string[])["stages", "three_stages", "areas", "requirements", "members"])
        {
            var path = Path.Combine(folder, name, $"{name}.case.yaml");
            if (!File.Exists(path))
            {
                continue;
            }

            var read = AppraisalCase.Load(path, new LoadOptions { Root = Path.Combine(folder, name) });
            var expected = Text(new Appraiser().Appraise(read));
            for (var i = 0; i < 20; i++)
            {
                var result = new Appraiser().Appraise(read);
                var texts = new string[8];
                Parallel.For(0, texts.Length, n => texts[n] = Text(result));
                texts.ShouldAllBe(t => t == expected);
            }
        }
    }

    [Theory]
    [InlineData("2002-12-31", false)]
    [InlineData("2003-01-01", true)]
    public void A_limit_of_dissent_before_its_first_day_is_an_error_as_other_parameters_are(string day, bool isThere)
    {
        var outcome = Try(
            """
            rule_pack: judged
            parameters: { dissent_limit: { unit: points, values: { 2003-01-01: 5 } } }
            records: { bodies: { title: Bodies, facts: {} } }
            criteria: { a: { weight: 1, judged: true } }
            """,
            $$"""
            case: c
            rule_pack: pack.pack.yaml
            as_of: {{day}}
            records: { bodies: { pct: {}, council: {} } }
            assessors: { p: { body: pct }, q: { body: council } }
            options: { o: {} }
            judgements: { a: { o: { p: 50, q: 60 } } }
            """);

        outcome.Diagnostics.Select(d => d.Code).ShouldBe(isThere ? [] : [JudgingCodes.ParameterNotYet]);
        (outcome.Result?.Dissent.Length).ShouldBe(isThere ? 1 : null);
    }

    [Fact]
    public void Cancelling_after_a_stage_opens_no_other()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "conformance", "three_stages");
        var read = AppraisalCase.Load(Path.Combine(folder, "three_stages.case.yaml"), new LoadOptions { Root = folder });
        using var source = new CancellationTokenSource();
        var engine = new CancelsItself(source);

        Should.Throw<OperationCanceledException>(() => new Appraiser(engine).Appraise(read, source.Token));
        engine.Opened.ShouldBe(1);
    }

    private static string Text(AppraisalResult result) => string.Join(
        "\n",
        result.EarlierStages.Append(result).SelectMany(r => r.Options).SelectMany(o => o.Gates
            .Select(g => $"{o.Option.Id} {g.Gate.Id} {g.Outcome} {g.StageId} {string.Join(",", g.Parts.SelectMany(p => p.Operands).Select(v => $"{v.Name}={v.Value}"))}")
            .Concat(o.Criteria.SelectMany(c => c.Children.Prepend(c)).Select(c => $"{o.Option.Id} {c.Criterion.Id} {c.Score} {string.Join(",", c.Operands.Select(v => $"{v.Name}={v.Value}"))}"))));

    private static OptionAppraisal.Evaluation.AppraisalOutcome Try(string pack, string appraisalCase) =>
        new Appraiser().TryAppraise(AppraisalCase.Parse(appraisalCase, RulePack.Parse(pack)));

    // Cancels as soon as a session is open.
    private sealed class CancelsItself(CancellationTokenSource source) : IEvaluationEngine
    {
        private readonly ExactEngine _engine = new();

        public int Opened { get; private set; }

        public string Name => "cancels itself";

        public IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken)
        {
            Opened++;
            source.Cancel();
            return _engine.Open(plan, appraisalCase, stage, CancellationToken.None);
        }
    }
}
