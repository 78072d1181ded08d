using System.Linq.Expressions;
using System.Text;
using NRules;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.NRules.Tests.Conformance;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Rules;

/// <summary>Where rules of NRules can go wrong without a word, each with a test that would tell.</summary>
public sealed class TrapTests
{
    /// <summary>Priority orders rules and excludes none: with the priorities of all but derived facts and of what lets subjects in turned round, nothing changes.</summary>
    [Fact]
    public void Rows_exclude_each_other_by_their_conditions_and_not_by_priority()
    {
        static IEnumerable<IRuleDefinition> Reverse(EvaluationPlan plan, IEnumerable<IRuleDefinition> rules) =>
            rules.Select((r, i) => r.Name.Split('.')[0] is "criteria" or "gates" or "findings" ? new Reprioritised(r, r.Priority + i) : r);

        var reversed = new ChangedEngine(Reverse);
        foreach (var judged in Judged.All)
        {
            OutcomeText.Of(AppraisalRun.Run(judged.Plan, judged.Case, reversed)).ShouldBe(judged.Right, judged.Case.Id);
        }
    }

    /// <summary>To the platform `!(null > 1)` is true.</summary>
    [Fact]
    public void A_row_that_denies_a_comparison_with_what_is_not_known_is_not_known()
    {
        var score = Score("table: { hit_policy: first, rows: [ { when: not(x > 1), score: 80 }, { otherwise: true, score: 10 } ] }", "y: 1");

        (score.Score, score.Lowest, score.Highest).ShouldBe((null, 10, 80));
        score.Hits.ShouldBeEmpty();
        score.Missing.ShouldBe(["options.a.x"]);
    }

    /// <summary>To the platform a decimal and a whole number, or a double, do not compare.</summary>
    [Theory]
    [InlineData("0.9999999999999999999999999999", 10)]
    [InlineData("1", 10)]
    [InlineData("1.0000000000000000000000000001", 80)]
    [InlineData("1.5", 80)]
    [InlineData("100000000000000000000", 80)]
    [InlineData("79228162514264337593543950335", 80)]
    [InlineData("-79228162514264337593543950335", 10)]
    public void Numbers_of_any_size_compare(string x, int expected) =>
        Score("table: { hit_policy: first, rows: [ { when: x > 1, score: 80 }, { otherwise: true, score: 10 } ] }", $"x: {x}").Score.ShouldBe(expected);

    /// <summary>Conditions that differ only in what they hold are taken for one by an engine that compares their text.</summary>
    [Fact]
    public void Rows_that_differ_in_one_constant_are_two()
    {
        const string table = "table: { hit_policy: collect_sum, rows: [ { when: x > 1, score: 10 }, { when: x > 2, score: 20 }, { when: x > 3, score: 40 } ] }";

        Score(table, "x: 1.5").Score.ShouldBe(10);
        Score(table, "x: 2.5").Score.ShouldBe(30);
        Score(table, "x: 3.5").Score.ShouldBe(70);
    }

    [Fact]
    public void Rows_of_equal_text_hold_each_in_its_own_table()
    {
        var result = Appraise("""
            rule_pack: test
            facts: { option: { x: { type: number } } }
            criteria:
              one: { table: { hit_policy: first, rows: [ { when: x > 1, score: 10 }, { when: x > 1, score: 20 }, { otherwise: true, score: 0 } ] } }
              two: { table: { hit_policy: collect_sum, rows: [ { when: x > 1, score: 10 }, { when: x > 1, score: 20 }, { otherwise: true, score: 0 } ] } }
            """, "options: { a: { facts: { x: 2 } }, b: { facts: { x: 1 } } }");

        result.Options.Select(o => string.Join(' ', o.Criteria.Select(c => c.Score))).ShouldBe(["10 30", "0 0"]);
        result.Options[0].Criteria.Select(c => string.Join(' ', c.Hits.Select(h => h.Row))).ShouldBe(["1", "1 2"]);
    }

    /// <summary>Facts that are equal are refused by the engine: ours are equal by identity.</summary>
    [Fact]
    public void Options_and_records_of_equal_values_are_each_judged()
    {
        var result = Appraise("""
            rule_pack: test
            facts: { option: { x: { type: number } } }
            records: { services: { title: Services, facts: { cost: { type: number } }, derived: { twice: { value: cost * 2 } } } }
            criteria:
              one: { formula: x + sum(services.twice) }
            gates:
              small: { title: Small, requires: x < 3 }
            findings:
              dear: { kind: risk, severity: low, scope: services, when: twice > 6, says: "It costs {cost}." }
              seen: { kind: risk, severity: low, scope: option, when: x = 2, says: Seen. }
            """, """
            records: { services: { s: { cost: 4 }, t: { cost: 4 }, u: { cost: 1 } } }
            options: { a: { title: Same, facts: { x: 2 } }, b: { title: Same, facts: { x: 2 } } }
            """);

        result.Findings.Select(f => f.Record!.Id).ShouldBe(["s", "t"]);
        result.Options.Select(o => (o.Total, o.Gates[0].Outcome, o.Findings.Length)).ShouldBe([(20, GateOutcome.Pass, 1), (20, GateOutcome.Pass, 1)]);
    }

    /// <summary>Firing has no end of its own where two rules set each other off.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rules_that_set_each_other_off_are_stopped(bool isLinked)
    {
        Expression<Action<IContext, Ping>> pong = isLinked ? (context, fact) => context.InsertLinked("pong", new Pong()) : (context, fact) => context.Insert(new Pong());
        Expression<Action<IContext, Pong>> ping = isLinked ? (context, fact) => context.InsertLinked("ping", new Ping()) : (context, fact) => context.Insert(new Ping());
        var session = new RuleCompiler().Compile([RuleOf("ping", pong), RuleOf("pong", ping)]).CreateSession();
        session.AutoPropagateLinkedFacts = false;
        session.Insert(new Ping());

        Should.Throw<InvalidOperationException>(() => Firing.FireAll(session, 10_000, CancellationToken.None))
            .Message.ShouldBe("the rules fired 10,000 times and would not end: two of them may set each other off");
    }

    [Fact]
    public void Rules_that_come_to_an_end_are_not_stopped()
    {
        Expression<Action<IContext, Ping>> pong = (context, fact) => context.InsertLinked("pong", new Pong());
        var session = new RuleCompiler().Compile([RuleOf("ping", pong)]).CreateSession();
        session.AutoPropagateLinkedFacts = false;
        session.InsertAll(Enumerable.Range(0, 99).Select(_ => new Ping()));

        Firing.FireAll(session, 100, CancellationToken.None);

        session.Query<Pong>().Count().ShouldBe(99);
    }

    /// <summary>Joins have no index: a rule that pairs options with options would be tried for each pair.</summary>
    [Fact]
    public void The_conditions_judged_grow_with_the_options_and_not_with_their_square()
    {
        var (few, many) = (ConditionsOf(50), ConditionsOf(500));

        few.ShouldBeGreaterThan(100);
        ((double)many / few).ShouldBeInRange(8, 10.5);
    }

    [Fact]
    public void An_overflow_is_the_same_error_wherever_it_happens()
    {
        string[] places =
        [
            "criteria: { c: { table: { rows: [ { when: x * x > 1, score: 1 }, { otherwise: true, score: 2 } ] } } }",
            "criteria: { c: { formula: x * x } }",
            "criteria: { c: { linear: { of: x * x, worst: 0, best: 1 } } }",
            "criteria: { c: { applies_when: n * n > 1, formula: 1 }, d: { formula: 1 } }",
            "gates: { g: { title: G, requires: x * x > 1 } }\ncriteria: { c: { formula: 1 } }",
            "gates: { g: { title: G, applies_when: x * x > 1, requires: x > 1 } }\ncriteria: { c: { formula: 1 } }",
            "derived: { option: { d: { value: x * x } } }\ncriteria: { c: { formula: d } }",
            "derived: { case: { d: { value: n * n } } }\ncriteria: { c: { formula: d } }",
            "criteria: { c: { formula: 1 } }\nfindings: { f: { kind: risk, severity: low, scope: option, when: x * x > 1, says: Said. } }",
            "criteria: { c: { formula: 1 } }\nfindings: { f: { kind: risk, severity: { high: x * x > 1, otherwise: low }, scope: option, when: x > 1, says: Said. } }",
            "criteria: { c: { formula: 1 } }\nfindings: { f: { kind: risk, severity: low, scope: option, when: x > 1, says: 'It is {x * x}.' } }",
            "criteria: { c: { formula: 1 } }\nfindings: { f: { kind: risk, severity: low, scope: case, when: n * n > 1, says: Said. } }",
        ];
        foreach (var place in places)
        {
            var pack = RulePack.Parse($"rule_pack: test\nfacts: {{ case: {{ n: {{ type: number }} }}, option: {{ x: {{ type: number }} }} }}\n{place}\n");
            var appraisalCase = AppraisalCase.Parse("case: test\nrule_pack: p.pack.yaml\nas_of: 2002-06-01\nfacts: { n: 1000000000000000 }\noptions: { a: { facts: { x: 1000000000000000 } } }\n", pack);
            Engines.ShouldAgree(appraisalCase, place).Diagnostics.ShouldHaveSingleItem(place).Code.ShouldBe(JudgingCodes.NumberTooLarge, place);
        }
    }

    [Theory]
    [InlineData("unique, rows: [ { when: x > 1, score: 1 }, { when: x > 2, score: 2 } ]", "3", "OA6002")]
    [InlineData("any, rows: [ { when: x > 1, score: 1 }, { when: x > 2, score: 2 } ]", "3", "OA6003")]
    [InlineData("first, rows: [ { when: x > 1, score: 1 }, { when: x > 2, score: 2 } ]", "0", "OA6001")]
    public void Rows_that_conflict_and_rows_that_are_not_there_are_the_same_errors(string table, string x, string code)
    {
        var pack = RulePack.Parse($"rule_pack: test\nfacts: {{ option: {{ x: {{ type: number }} }} }}\ncriteria: {{ c: {{ table: {{ hit_policy: {table} }} }} }}\n");
        var appraisalCase = AppraisalCase.Parse($"case: test\nrule_pack: p.pack.yaml\nas_of: 2002-06-01\noptions: {{ a: {{ facts: {{ x: {x} }} }}, b: {{ facts: {{ x: {x} }} }} }}\n", pack);

        Engines.ShouldAgree(appraisalCase, table).Diagnostics.Select(d => d.Code.Id).ShouldBe([code, code]);
    }

    /// <summary>The engine wraps what is thrown in a condition or an action: cancelling comes out as it is.</summary>
    [Theory]
    [InlineData("derived: { case: { long: { value: LONG } } }\ncriteria: { c: { table: { rows: [ { when: long, score: 1 }, { otherwise: true, score: 2 } ] } } }", false)]
    [InlineData("gates: { g: { title: G, requires: LONG } }\ncriteria: { c: { formula: 1 } }", false)]
    [InlineData("criteria: { c: { table: { rows: [ { when: LONG, score: 1 }, { otherwise: true, score: 2 } ] } } }", true)]
    [InlineData("criteria: { c: { formula: 1 } }\nfindings: { f: { kind: risk, severity: low, when: LONG, says: Said. } }", true)]
    public void Cancelling_in_the_middle_of_a_rule_is_cancelling(string rules, bool isCondition)
    {
        var pack = RulePack.Parse($"rule_pack: test\nfacts: {{ case: {{ n: {{ type: number }} }} }}\n{rules.Replace("LONG", "\"some i in 1..3000, j in 1..3000 satisfies i * j < n\"", StringComparison.Ordinal)}\n");
        var appraisalCase = AppraisalCase.Parse("case: test\nrule_pack: p.pack.yaml\nas_of: 2002-06-01\nfacts: { n: 0 }\noptions: { a: {} }\n", pack);
        using var source = new CancellationTokenSource();
        var plan = PlanBuilder.Build(pack);
        var engine = new ChangedEngine((_, all) => all);
        var events = engine.RulesOf(plan).Factory.Events;
        var started = 0;
        if (isCondition)
        {
            // An option that is ready is what all its conditions match.
            events.FactInsertingEvent += (_, e) => started += e.Fact.Type.Name == "OptionReady" ? Cancel(source) : 0;
        }
        else
        {
            events.RuleFiringEvent += (_, e) => started += e.Rule.Name is "derived.long" or "gates.g" || e.Rule.Name.EndsWith("long", StringComparison.Ordinal) ? Cancel(source) : 0;
        }

        Should.Throw<OperationCanceledException>(() => AppraisalRun.Run(plan, appraisalCase, engine, null, source.Token)).CancellationToken.ShouldBe(source.Token);
        started.ShouldBe(1);
    }

    private static int Cancel(CancellationTokenSource source)
    {
        source.Cancel();
        return 1;
    }

    private static int ConditionsOf(int options)
    {
        var pack = RulePack.Parse("""
            rule_pack: test
            facts: { option: { x: { type: number } } }
            records: { services: { title: Services, facts: { cost: { type: number } } } }
            derived: { option: { change: { value: x - baseline.x }, double: { value: change + baseline.change } } }
            gates: { g: { title: G, requires: change < 1000 } }
            criteria:
              one: { table: { hit_policy: first, rows: [ { when: double > 10, score: 10 }, { when: double > 5, score: 20 }, { otherwise: true, score: 0 } ] } }
              two: { linear: { of: x, worst: lowest, best: highest } }
            findings:
              high: { kind: risk, severity: low, scope: option, when: scores.one > 5, says: "It is {scores.one}." }
              dear: { kind: risk, severity: low, scope: services, when: cost > 5, says: Dear. }
            """);
        var text = new StringBuilder("case: test\nrule_pack: p.pack.yaml\nas_of: 2002-06-01\nrecords: { services: { s: { cost: 9 } } }\noptions:\n");
        for (var i = 0; i < options; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  o{i}: {{ {(i == 0 ? "baseline: true, " : "")}facts: {{ x: {i} }} }}\n");
        }

        var appraisalCase = AppraisalCase.Parse(text.ToString(), pack);
        var plan = PlanBuilder.Build(pack);
        var engine = new ChangedEngine((_, rules) => rules);
        var conditions = 0;
        engine.RulesOf(plan).Factory.Events.LhsExpressionEvaluatedEvent += (_, _) => conditions++;
        OutcomeText.Of(AppraisalRun.Run(plan, appraisalCase, engine)).ShouldBe(OutcomeText.Of(AppraisalRun.Run(plan, appraisalCase, Engines.Exact)));
        return conditions;
    }

    private static CriterionResult Score(string leaf, string facts) =>
        Appraise($"rule_pack: test\nfacts: {{ option: {{ x: {{ type: number }}, y: {{ type: number }} }} }}\ncriteria: {{ c: {{ {leaf} }} }}\n", $"options: {{ a: {{ facts: {{ {facts} }} }} }}").Options[0].Criteria[0];

    // By NRules, which must agree with the exact engine.
    private static AppraisalResult Appraise(string pack, string body)
    {
        var outcome = Engines.ShouldAgree(AppraisalCase.Parse($"case: test\nrule_pack: p.pack.yaml\nas_of: 2002-06-01\n{body}\n", RulePack.Parse(pack)), pack);
        outcome.Diagnostics.ShouldBeEmpty();
        return outcome.Result.ShouldNotBeNull();
    }

    private static IRuleDefinition RuleOf<T>(string name, Expression<Action<IContext, T>> action)
    {
        var builder = new RuleBuilder();
        builder.Name(name);
        builder.LeftHandSide().Pattern(typeof(T), action.Parameters[1].Name);
        builder.RightHandSide().Action(action);
        return builder.Build();
    }

    private sealed class Ping;

    private sealed class Pong;
}
