using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Tests.Comparing;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace OptionAppraisal.NRules.Tests.Running;

/// <summary>Many appraisals in one process, on two threads.</summary>
/// <remarks>5,000 in the suite; as many as <c>OPTION_APPRAISAL_APPRAISALS</c> says where it is set, such as 100000.</remarks>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTests(ITestOutputHelper output)
{
    private const int Threads = 2;
    private const long MostGrowth = 300 * 1024;

    [Fact]
    public void Many_appraisals_on_two_threads_give_the_same_and_hold_no_memory()
    {
        var appraisals = int.TryParse(Environment.GetEnvironmentVariable("OPTION_APPRAISAL_APPRAISALS"), CultureInfo.InvariantCulture, out var asked) ? asked : 5_000;
        var cases = Cases();
        var expected = cases.Select(c => OutcomeText.Of(new Appraiser(Engines.Exact).TryAppraise(c))).ToArray();
        expected.Distinct(StringComparer.Ordinal).Count().ShouldBe(cases.Length);
        var appraiser = new Appraiser(new NRulesEngine());

        // All that is made once is made in the first fifth.
        Run(appraiser, cases, expected, 0, appraisals / 5);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Run(appraiser, cases, expected, appraisals / 5, appraisals);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{appraisals:N0} appraisals, {before:N0} bytes after a fifth, {growth:N0} more at the end"));
        growth.ShouldBeLessThan(MostGrowth);
    }

    private static void Run(Appraiser appraiser, AppraisalCase[] cases, string[] expected, int from, int to)
    {
        Exception? failure = null;
        var threads = Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
        {
            try
            {
                for (var i = from + thread; i < to; i += Threads)
                {
                    var which = i % cases.Length;
                    var outcome = appraiser.TryAppraise(cases[which]);

                    // The totals of all, and all that is said of one in fifty.
                    outcome.Diagnostics.IsEmpty.ShouldBeTrue();
                    if (i / cases.Length % 50 == 0)
                    {
                        OutcomeText.Of(outcome).ShouldBe(expected[which]);
                    }
                    else
                    {
                        expected[which].ShouldContain($"\"total\": {PlainNumber.Format(outcome.Result!.Options[0].Total!.Value)}");
                    }
                }
            }
            catch (Exception error)
            {
                failure = error;
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        failure.ShouldBeNull();
    }

    // Ten tables of three rows with a gate, a derived fact and findings, and seven cases of two options.
    private static AppraisalCase[] Cases()
    {
        var tables = string.Join('\n', Enumerable.Range(0, 10).Select(i => $"  t{i}: {{ weight: {i + 1}, table: {{ hit_policy: first, rows: [ {{ when: x > {i}, score: 80 }}, {{ when: y > {i} and double > 3, score: 40 }}, {{ otherwise: true, score: 10 }} ] }} }}"));
        var pack = OptionAppraisal.Packs.RulePack.Parse($$"""
            rule_pack: test
            facts: { option: { x: { type: number }, y: { type: number } } }
            derived: { option: { double: { value: x * 2 } } }
            gates:
              g: { title: G, requires: x + y > 0 }
            criteria:
            {{tables}}
            findings:
              f: { kind: risk, severity: low, scope: option, when: x > 3, says: "It is {x}." }
              s: { kind: risk, severity: low, scope: option, when: scores.t1 > 30, says: "It scores {scores.t1}." }
            """);
        return [.. Enumerable.Range(1, 7).Select(i => AppraisalCase.Parse($"case: c{i}\nrule_pack: p.pack.yaml\nas_of: 2002-06-01\noptions: {{ a: {{ facts: {{ x: {i}, y: {9 - i} }} }}, b: {{ facts: {{ x: {i / 2}, y: {i} }} }} }}\n", pack))];
    }
}
