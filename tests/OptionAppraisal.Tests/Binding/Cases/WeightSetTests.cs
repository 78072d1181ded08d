using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Cases;

public class WeightSetTests
{
    [Fact]
    public void A_weight_set_covers_whole_groups_of_siblings_and_elsewhere_the_weights_of_the_pack_stand()
    {
        var read = CaseText.Read("weight_sets: { pct: { value: 30, duty: 70 }, council: { fit: 0, economy: 2.5 }, both: { duty: 1, economy: 1, value: 1, fit: 1 } }");

        read.WeightSets.Select(s => (s.Id, string.Join(' ', s.Weights.Select(w => $"{w.CriterionId} {w.Weight}"))))
            .ShouldBe([("pct", "value 30 duty 70"), ("council", "fit 0 economy 2.5"), ("both", "duty 1 economy 1 value 1 fit 1")]);
    }

    [Fact]
    public void Without_weights_of_its_own_a_set_stands_for_those_of_the_pack() => CaseText.Read("weight_sets: { pct: {} }").WeightSets.ShouldHaveSingleItem().Weights.ShouldBeEmpty();

    [Theory]
    [InlineData("{ value: 30 }", "OA5020", "value", "the weights of `pct` leave out `duty` beside `value`", "weigh all of them, zero where one counts for nothing, or none: the weights of the rule pack then stand")]
    [InlineData("{ value: 1, duty: 1, fit: 1 }", "OA5020", "fit", "the weights of `pct` leave out `economy` beside `fit`", "weigh all of them, zero where one counts for nothing, or none: the weights of the rule pack then stand")]
    [InlineData("{ value: 1, duty: 1, economi: 1 }", "OA5019", "economi", "unknown criterion `economi`", "did you mean `economy`?")]
    [InlineData("{ value: -1, duty: 1 }", "OA4017", "-1", "the weight of `value` is below zero", "write zero or more")]
    [InlineData("{ value: 0, duty: 0 }", "OA4018", "value", "the weights of `pct` add up to zero here", "give one of them a weight above zero")]
    [InlineData("{ value: , duty: 1 }", "OA2005", "value", "`value` has no weight", "write a number of zero or more")]
    [InlineData("{ value: 2000000000000000, duty: 1 }", "OA2013", "2000000000000000", "the weight of `value` is above 1000000000000000", "only the proportions matter: write smaller weights")]
    [InlineData("{ value: half, duty: 1 }", "OA2010", "half", "expected a number, found `half`", "write digits and at most one point, such as `41000` or `0.15`")]
    [InlineData("[60, 40]", "OA2004", "[60, 40]", "expected the weights of `pct` by criterion, found a list", "write `{ its_criterion: 40, another: 60 }`")]
    public void Weights_that_do_not_fit_are_told(string weights, string code, string at, string message, string help) =>
        CaseText.ShouldTell($"weight_sets: {{ pct: {weights} }}", code, at, message, help);
}
