using OptionAppraisal.Analysis;
using OptionAppraisal.Tests.Reporting;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Analysis;

public class SettlementTests
{
    [Fact]
    public void Rivals_are_those_whose_highest_reaches_the_lowest_of_the_first()
    {
        var settlement = Settlement.Of(Sample.Result, Sample.Result.Recommendations[0]);

        settlement.Rivals.Select(r => r.Option.Id).ShouldBe(["lead_council"]);
        settlement.Missing.ShouldBe(["options.lead_council.annual_cost"]);
    }

    [Fact]
    public void A_settled_recommendation_asks_for_nothing() =>
        Settlement.Of(Sample.Result, Sample.Result.Recommendations[0] with { Settled = true }).Missing.ShouldBeEmpty();

    [Fact]
    public void Without_a_recommendation_every_option_that_may_come_first_is_a_contender()
    {
        var result = Sample.Result with { Options = [Sample.Result.Options[3], Sample.Result.Options[4]] };

        Settlement.Of(result, new(null, null, "nobody is eligible", Settled: false)).Missing
            .ShouldBe(["options.lead_commissioning.consulted", "judgements.local_fit.lead_commissioning.a2"]);
    }

    [Fact]
    public void An_unknown_gate_opens_with_the_facts_not_given() =>
        Settlement.ToOpen(Sample.Result.Options[3]).ShouldBe(["options.lead_commissioning.consulted"]);
}
