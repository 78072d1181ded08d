using OptionAppraisal.Authoring.Coverage;
using OptionAppraisal.Packs;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Authoring.Coverage;

public sealed class CoverageRecorderTests
{
    private const string Pack = """
        rule_pack: small
        records: { services: { facts: { cost: { type: number } } } }
        facts:
          option:
            cost: { type: number }
            kind: { type: choice, of: [own, joint] }
            agreed: { type: boolean }
            signed: { type: boolean }
        derived:
          option:
            size: { table: { rows: [{ when: { cost: under 10 }, value: '"small"' }, { otherwise: true, value: '"large"' }] } }
        gates:
          agreement: { applies_when: kind = joint, requires: { agreed: { is: agreed }, signed: { is: signed } } }
        criteria:
          price: { weight: 1, table: { rows: [{ when: { cost: under 10 }, score: 100 }, { otherwise: true, score: 0 }] } }
          steps: { weight: 1, bands: { of: cost, rows: [[10, 100]], below: 0 } }
          shape: { weight: 1, levels: { of: kind, scores: { own: 0, joint: 100 } } }
          line: { weight: 1, linear: { of: cost, worst: 20, best: 0 } }
        findings:
          dear: { kind: risk, severity: { high: cost > 90, otherwise: low }, when: cost > 50, says: Dear. }
          dear_service: { kind: risk, severity: low, scope: services, when: cost > 50, says: Dear. }

        """;

    private static readonly string[] All =
    [
        "derived.size row 1 decides", "derived.size row 2 decides", "gates.agreement passes", "gates.agreement fails", "gates.agreement is unknown", "gates.agreement does not apply",
        "gates.agreement part agreed fails", "gates.agreement part signed fails", "criteria.price row 1 decides", "criteria.price row 2 decides", "criteria.steps row 1 decides", "criteria.steps row 2 decides",
        "criteria.shape row 1 decides", "criteria.shape row 2 decides", "criteria.line is scored", "findings.dear is raised", "findings.dear is silent", "findings.dear is raised as high",
        "findings.dear is raised as low", "findings.dear_service is raised", "findings.dear_service is silent",
    ];

    [Fact]
    public void A_pack_has_a_target_for_each_way_in_which_its_rules_may_come_out() => Names(RuleTargets.Of(RulePack.Parse(Pack))).ShouldBe(All);

    [Theory]
    [InlineData("{ given: { option: { cost: 5 } }, expect: { scores: { price: 100 } } }", "criteria.price row 1 decides")]
    [InlineData("{ given: { option: { cost: 5 } }, expect: { scores: { steps: 0 } } }", "criteria.steps row 2 decides")]
    [InlineData("{ given: { option: { kind: joint } }, expect: { scores: { shape: 100 } } }", "criteria.shape row 2 decides")]
    [InlineData("{ given: { option: { cost: 5 } }, expect: { scores: { line: 75 } } }", "criteria.line is scored")]
    [InlineData("{ given: { option: { cost: 5 } }, expect: { derived: { size: small } } }", "derived.size row 1 decides")]
    [InlineData("{ expect: { scores: { price: unknown, line: unknown } } }", "")]
    [InlineData("{ given: { option: { cost: 5 } }, expect: { scores: { price: 0 } } }", "")]
    [InlineData("{ given: { option: { kind: own } }, expect: { gates: { agreement: not_applicable } } }", "gates.agreement does not apply")]
    [InlineData("{ given: { option: { kind: joint } }, expect: { gates: { agreement: unknown } } }", "gates.agreement is unknown")]
    [InlineData("{ given: { option: { kind: joint, agreed: false } }, expect: { gates: { agreement: fail } } }", "gates.agreement fails, gates.agreement part agreed fails")]
    [InlineData("{ given: { option: { cost: 60 } }, expect: { findings_include: [dear] } }", "findings.dear is raised, findings.dear is raised as low")]
    [InlineData("{ given: { option: { cost: 95 } }, expect: { findings: [dear] } }", "findings.dear is raised, findings.dear is raised as high")]
    [InlineData("{ given: { option: { cost: 60 } }, expect: { scores: { line: 0 } } }", "criteria.line is scored")]
    [InlineData("{ given: { option: { cost: 5 } }, expect: { findings_exclude: [dear] } }", "findings.dear is silent")]
    [InlineData("{ expect: { unknown_findings: [dear, dear_service] } }", "")]
    [InlineData("{ given: { records: { services: {} } }, expect: { findings_exclude: [dear_service] } }", "")]
    [InlineData("{ given: { records: { services: { a: { cost: 60 }, b: { cost: 5 } } } }, expect: { findings_include: [dear_service] } }", "findings.dear_service is raised")]
    [InlineData("{ given: { records: { services: { a: { cost: 60 }, b: { cost: 5 } } }, option: { cost: 5 } }, expect: { findings: [{ dear_service: [a] }] } }", "findings.dear is silent, findings.dear_service is raised, findings.dear_service is silent")]
    [InlineData("{ given: { option: { cost: 5, kind: own } }, expect: { status: eligible } }", "gates.agreement does not apply")]
    [InlineData("{ given: { option: { cost: 5, kind: own } }, expect: { total: 43.75 } }", "criteria.price row 1 decides, criteria.steps row 2 decides, criteria.shape row 1 decides, criteria.line is scored")]
    [InlineData("{ given: { option: { cost: 5, kind: own } }, expect: { rank: 1 } }", "gates.agreement does not apply, criteria.price row 1 decides, criteria.steps row 2 decides, criteria.shape row 1 decides, criteria.line is scored")]
    [InlineData("{ given: { option: { cost: 5, kind: own } }, expect: { settled: true } }", "gates.agreement does not apply, criteria.price row 1 decides, criteria.steps row 2 decides, criteria.shape row 1 decides, criteria.line is scored")]
    public void A_test_reaches_what_decides_the_things_that_it_expects(string test, string reached)
    {
        using var folder = new Folder();
        folder.Write("small.pack.yaml", Pack);
        var tests = folder.Write("small.tests.yaml", $"tests: small\nrule_pack: small.pack.yaml\ncases:\n  one: {test}\n");
        var recorder = new CoverageRecorder();
        var pack = RulePack.Load(Path.Combine(folder.Path, "small.pack.yaml"));
        if (RuleTests.TryLoad(tests).Value is { } read)
        {
            read.All.ShouldHaveSingleItem().Run(null, recorder, CancellationToken.None);
        }

        string.Join(", ", Names(RuleTargets.Of(pack).Where(recorder.Reaches))).ShouldBe(reached);
    }

    private static IEnumerable<string> Names(IEnumerable<RuleTarget> targets) => targets.Select(t => $"{t.Name} {t.Outcome}");
}
