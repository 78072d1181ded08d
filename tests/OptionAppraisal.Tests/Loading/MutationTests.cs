using System.Text;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Loading;

/// <summary>Documents that somebody spoiled: nothing may throw or hang, and what is not sound has an error with a place.</summary>
public class MutationTests
{
    private const string Pack = """
        rule_pack: example
        title: An example
        version: 1.0.0
        sources: { brief: { title: The brief, year: 2002, url: "https://example.org/brief", status: verified } }
        parameters: { limit: { unit: GBP, value: 100, source: { id: brief, at: "2", quote: limit } } }
        records:
          bodies: { title: Bodies, facts: { size: { type: number, unit: people, min: 0, max: 10, default: 3 } }, derived: { large: { value: size > 5 } } }
        facts:
          case: { agreed: { type: boolean } }
          option:
            cost: { type: number, unit: GBP, min: 0 }
            route: { type: choice, of: { no_power: None, pooled: Pool } }
            lead: { type: reference, to: bodies }
            joins: { type: list, of: { type: reference, to: bodies } }
        derived:
          option:
            saving: { unit: ratio, value: "(baseline.cost - cost) / baseline.cost" }
            half: { value: saving / 2 }
        gates:
          lawful: { applies_when: route = pooled, requires: { agreed: { is: agreed, because: why } }, on_fail: show_only }
          affordable: { requires: cost < limit }
        criteria:
          value:
            weight: 60
            weights: { method: swing, values: { economy: 100, steps: 50, line: 20, bend: 0 } }
            criteria:
              economy: { table: { hit_policy: first, rows: [{ when: { saving: at least 0.1, route: any of pooled }, score: 100 }, { otherwise: true, score: 0 }] } }
              steps: { bands: { of: half, rows: [[0.2, 100], [0.1, 50]], below: 0 } }
              line: { linear: { of: cost, worst: highest, best: 10 } }
              bend: { scale: [0, 10], curve: { of: cost, points: [[0, 10], [100, 0]] } }
          fit: { weight: 40, weights: { method: rank_order_centroid, order: [people, law] }, criteria: { people: { judged: { anchors: { 0: bad, 100: good } } }, law: { levels: { of: route, scores: { no_power: 0, pooled: 100 } } } } }
        findings:
          dear: { kind: risk, severity: { high: cost > limit, otherwise: low }, when: cost > 10, says: "It costs {cost}." }
          small: { kind: evidence, severity: low, scope: bodies, when: not(large), says: "{title} is small." }
        overrides: { parameters.limit: 90 }
        when_unknown: midpoint
        """;

    private const string Case = """
        case: example_case
        title: A case
        rule_pack: example.pack.yaml
        as_of: 2002-06-01
        evidence: { grade: estimate }
        facts: { agreed: true }
        records: { bodies: { pct: { title: Trust, size: { value: 3, low: 1, high: 5, source: brief } }, council: {} } }
        options:
          status_quo: { title: As now, baseline: true, facts: { cost: 100, route: no_power, joins: [] } }
          joint_unit: { facts: { cost: { value: 80, note: guess }, route: pooled, lead: pct, joins: [pct, council] } }
        assessors: { a1: { body: pct } }
        judgements: { people: { status_quo: { a1: 40 }, joint_unit: { a1: { score: 70, because: better } } } }
        """;

    private static readonly string[] Bits = ["", ":", " ", "\n", "[", "]", "{", "}", "\"", "#", "- ", "1e9", "-1", "null", "true", "a", "  ", ",", "\t", "&a", "é", "…", "x: y"];

    [Fact]
    public void The_unspoiled_documents_are_sound() => AppraisalCase.Parse(Case, RulePack.Parse(Pack)).Options.Length.ShouldBe(2);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_spoiled_document_never_throws(int seed)
    {
        var random = new Random(seed);
        var pack = RulePack.Parse(Pack);
        for (var i = 0; i < 150; i++)
        {
            var text = Spoil(Pack, random);
            var result = RulePack.TryParse(text);
            (result.Value is null).ShouldBe(result.Diagnostics.Any(d => d.IsError), text);
            var spoilt = Spoil(Case, random);
            var read = AppraisalCase.TryParse(spoilt, result.Value ?? pack);
            (read.Value is null).ShouldBe(read.Diagnostics.Any(d => d.IsError), spoilt);
            if (read.Value is { } sound)
            {
                new Appraiser().TryAppraise(sound);
            }

            if (result.Value is { } whole)
            {
                whole.AllCriteria.ShouldAllBe(c => c.IsLeaf == c.Children.IsEmpty);
            }
        }
    }

    private static string Spoil(string text, Random random)
    {
        var spoilt = new StringBuilder(text);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(spoilt.Length);
            switch (random.Next(4))
            {
                case 0:
                    spoilt.Remove(at, Math.Min(random.Next(1, 12), spoilt.Length - at));
                    break;
                case 1:
                    spoilt.Insert(at, Bits[random.Next(Bits.Length)]);
                    break;
                case 2:
                    // A word from elsewhere: right in form, wrong in place.
                    var words = text.Split([' ', '\n', '{', '}', ',', ':'], StringSplitOptions.RemoveEmptyEntries);
                    spoilt.Insert(at, words[random.Next(words.Length)]);
                    break;
                default:
                    var lines = spoilt.ToString().Split('\n').ToList();
                    lines.RemoveAt(random.Next(lines.Count));
                    spoilt = new StringBuilder(string.Join('\n', lines));
                    break;
            }
        }

        return spoilt.ToString();
    }
}
