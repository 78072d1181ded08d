using OptionAppraisal.Analysis;
using OptionAppraisal.Packs;
using OptionAppraisal.Tests.Reporting;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Analysis;

public class LeadExplanationTests
{
    private static readonly LeadExplanation Lead = LeadExplanation.Between(Sample.Result.Options[1], Sample.Result.Options[2])!;

    [Fact]
    public void The_differences_sum_exactly_to_the_lead()
    {
        Lead.Lead.ShouldBe(15.3m);
        Lead.Parts.Sum(p => p.Difference).ShouldBe(15.3m);
    }

    [Fact]
    public void The_largest_difference_comes_first() =>
        Lead.Parts.Select(p => (p.Criterion.Id, p.Difference)).ShouldBe([("economy", 10.8m), ("plan_fit", 3m), ("local_fit", 1.5m)]);

    [Fact]
    public void What_is_the_same_is_counted_and_not_listed() => Lead.Same.ShouldBe(1);

    [Fact]
    public void What_is_not_known_counts_with_the_figure_ranked_on()
    {
        Lead.Parts[0].BehindValue.ShouldBe(30);
        Lead.Parts[0].BehindKnown.ShouldBeFalse();
    }

    [Fact]
    public void Under_midpoint_the_middle_of_the_bounds_counts()
    {
        var behind = Sample.Result.Options[2] with { RankedOn = 57.8m };

        var lead = LeadExplanation.Between(Sample.Result.Options[1], behind, WhenUnknown.Midpoint)!;

        lead.Lead.ShouldBe(2.7m);
        lead.Parts.First(p => p.Criterion.Id == "economy").Difference.ShouldBe(-1.8m);
    }

    [Fact]
    public void Rounding_of_published_figures_is_carried_by_the_largest_difference()
    {
        var ahead = Sample.Result.Options[1] with { RankedOn = 60.500000000000001m };

        var lead = LeadExplanation.Between(ahead, Sample.Result.Options[2])!;

        lead.Lead.ShouldBe(15.300000000000001m);
        lead.Parts.Sum(p => p.Difference).ShouldBe(15.300000000000001m);
    }

    [Fact]
    public void An_excluded_option_has_no_lead_to_explain() =>
        LeadExplanation.Between(Sample.Result.Options[1], Sample.Result.Options[4]).ShouldBeNull();
}
