using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Conformance;

/// <summary>Sentences on stages whose answer tests of packs cannot name: what a stage lacks.</summary>
public sealed class StageSentenceTests
{
    private const string Pack = """
        rule_pack: p
        facts:
          case: { mapped: { type: boolean }, drawn: { type: boolean } }
          option: { cost: { type: number }, fee: { type: number }, lawful: { type: boolean } }
        derived:
          case: { both: { value: mapped and drawn } }
          option: { whole: { value: cost + fee } }
        gates: { lawful: { requires: lawful } }
        criteria: { c: { weight: 1, formula: 50 } }
        stages: { first: { needs: { case: [mapped, both], option: [cost, whole] } } }

        """;

    [Fact]
    public void Facts_of_the_case_and_derived_facts_may_be_needed()
    {
        // Of what is excluded nothing is asked; of `y` the cost is known and the whole is not.
        var stage = Appraise("facts: { mapped: true }\noptions: { x: { facts: { lawful: true, cost: 1, fee: 1 } }, y: { facts: { lawful: true, cost: 1 } }, barred: { facts: { lawful: false } } }\n").Stage;

        stage.Incomplete.ShouldBe(["case.both", "options.y.whole"]);
        stage.Ended.ShouldBe(StageEnding.Last);
    }

    [Fact]
    public void What_is_known_is_not_lacking() =>
        Appraise("facts: { mapped: true, drawn: false }\noptions: { x: { facts: { lawful: true, cost: 1, fee: 1 } } }\n").Stage.Incomplete.ShouldBeEmpty();

    private static AppraisalResult Appraise(string body) =>
        new Appraiser().Appraise(AppraisalCase.Parse($"case: test\nrule_pack: p.pack.yaml\nas_of: 2002-06-01\n{body}", RulePack.Parse(Pack)));
}
