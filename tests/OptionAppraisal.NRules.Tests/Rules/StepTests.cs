using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using Shouldly;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Rules;

/// <summary>The steps of work that an appraisal may take, whatever the engine.</summary>
public sealed class StepTests
{
    /// <summary>What is asked is worked out once: a rule costs no more here than with the exact engine.</summary>
    [Theory]
    [InlineData("criteria: { c: { formula: if LONG then 1 else 2 } }")]
    [InlineData("criteria: { c: { linear: { of: if LONG then 1 else 2, worst: 0, best: highest } } }")]
    [InlineData("criteria: { c: { table: { rows: [ { when: LONG, score: 1 }, { otherwise: true, score: 2 } ] } } }")]
    [InlineData("criteria: { c: { table: { hit_policy: first, rows: [ { when: LONG, score: 1 }, { when: n < 5, score: 3 }, { otherwise: true, score: 2 } ] } } }")]
    [InlineData("criteria: { c: { applies_when: not(LONG), formula: 1 } }")]
    [InlineData("gates: { a: { title: A, requires: LONG } }\ncriteria: { c: { formula: 1 } }")]
    [InlineData("gates: { a: { title: A, applies_when: LONG, requires: n > 5 } }\ncriteria: { c: { formula: 1 } }")]
    [InlineData("derived: { case: { d: { value: LONG } } }\ncriteria: { c: { formula: if d then 1 else 2 } }")]
    [InlineData("derived: { option: { d: { value: LONG } } }\ncriteria: { c: { formula: if d then 1 else 2 } }")]
    [InlineData("criteria: { c: { formula: 1 } }\nfindings: { f: { kind: risk, severity: low, scope: case, when: LONG, says: Said. } }")]
    [InlineData("criteria: { c: { formula: 1 } }\nfindings: { f: { kind: risk, severity: low, scope: case, when: not(LONG), says: Said. } }")]
    [InlineData("criteria: { c: { formula: 1 } }\nfindings: { f: { kind: risk, severity: low, scope: option, when: not(LONG), says: Said. } }")]
    [InlineData("criteria: { c: { formula: 1 } }\nfindings: { f: { kind: risk, severity: low, scope: option, when: scores.c > 0 and LONG, says: Said. } }")]
    [InlineData("criteria: { c: { formula: 1 } }\nfindings: { f: { kind: risk, severity: low, scope: option, when: scores.c > 0 and not(LONG), says: Said. } }")]
    [InlineData("criteria: { c: { formula: 1 } }\nfindings: { f: { kind: risk, severity: { high: LONG, otherwise: low }, scope: option, when: n < 5, says: Said. } }")]
    [InlineData("derived: { option: { d: { table: { hit_policy: first, rows: [ { when: LONG, value: 1 }, { otherwise: true, value: 2 } ] } } } }\ncriteria: { c: { formula: d } }")]
    public void What_is_asked_is_worked_out_once(string rules)
    {
        var exact = StepsOf(Engines.Exact, rules, 100);

        exact.ShouldBeGreaterThan(10_000);
        StepsOf(Engines.Rules, rules, 100).ShouldBeLessThan(exact * 11 / 10);
    }

    /// <summary>Rules conclude what they can, asked or not: work that the exact engine never does may be too much here. It is told, never a different answer.</summary>
    [Fact]
    public void What_is_never_asked_counts_too()
    {
        var (_, appraisalCase) = Read("derived: { case: { d: { value: LONG } } }\ncriteria: { c: { formula: 1 } }", 3_000);

        new Appraiser(Engines.Exact).TryAppraise(appraisalCase).Diagnostics.ShouldBeEmpty();
        new Appraiser(Engines.Rules).TryAppraise(appraisalCase).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(JudgingCodes.TooMuchWork);
    }

    private static long StepsOf(IEvaluationEngine engine, string rules, int loop)
    {
        var (pack, appraisalCase) = Read(rules, loop);
        var counting = new CountingEngine(engine);
        new Appraiser(counting).TryAppraise(appraisalCase).Diagnostics.ShouldBeEmpty();
        return counting.Spent;
    }

    private static (RulePack Pack, AppraisalCase Case) Read(string rules, int loop)
    {
        // As plain text in a map the condition needs its quotes.
        var text = rules.Replace("LONG", string.Create(CultureInfo.InvariantCulture, $"(some i in [1..{loop}] satisfies (some j in [1..{loop}] satisfies i * j < n))"), StringComparison.Ordinal);
        var pack = RulePack.Parse($"rule_pack: test\nfacts: {{ case: {{ n: {{ type: number }}, m: {{ type: number }} }} }}\n{Quote(text)}\n");
        return (pack, AppraisalCase.Parse("case: test\nrule_pack: p.pack.yaml\nas_of: 2002-06-01\nfacts: { n: 0 }\noptions: { a: {} }\n", pack));
    }

    private static string Quote(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"(?<=: )[^{}:'""]*\(some .*?< n\)\)\)?( then 1 else 2)?", m => $"\"{m.Value.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)}\"");

    private sealed class CountingEngine(IEvaluationEngine inner) : IEvaluationEngine
    {
        private IEvaluationSession? _last;

        public string Name => inner.Name;

        public long Spent => ((ICountsSteps)_last!).Spent;

        public IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken) =>
            _last = inner.Open(plan, appraisalCase, stage, cancellationToken);
    }
}
