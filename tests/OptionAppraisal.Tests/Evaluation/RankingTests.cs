using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

public sealed class RankingTests
{
    private readonly Sketch _sketch = new();

    public RankingTests() => _sketch.Criteria.Add(Write.Leaf("x", Write.Formula(_sketch.OfOption("x"))));

    [Fact]
    public void Ties_share_the_best_rank_and_the_next_is_passed_over() => Ranks(70, 90, 70, 50).ShouldBe([2, 1, 2, 4]);

    [Fact]
    public void Ranks_are_made_before_rounding()
    {
        _sketch.TieTolerance = 0.000000000000000000001m;
        Ranks(70, 70.00000000000000001m).ShouldBe([2, 1]);
    }

    [Fact]
    public void An_option_ties_with_the_highest_of_its_group_alone()
    {
        // 90 and 89 tie; 88 is 2 below 90 and starts a group of its own, with 87.
        _sketch.TieTolerance = 1;
        Ranks(90, 89, 88, 87).ShouldBe([1, 1, 3, 3]);
    }

    [Fact]
    public void Thirds_that_are_the_tolerance_apart_tie()
    {
        // 32/3 and 17/3 are 5 apart; as decimals of 28 digits they are 5.0000000000000000000000000003 apart.
        _sketch.Criteria.AddRange([Write.Leaf("y", Write.Formula(Write.Number(0))), Write.Leaf("z", Write.Formula(Write.Number(0)))]);
        _sketch.TieTolerance = 5;
        Ranks(32, 17).ShouldBe([1, 1]);
    }

    [Fact]
    public void A_tie_for_the_first_place_recommends_none()
    {
        Give(70, 70, 60);
        var recommendation = _sketch.Appraise().Recommendations.ShouldHaveSingleItem();
        recommendation.Option.ShouldBeNull();
        recommendation.Reason.ShouldBe("o0 and o1 tie for the first place with a total of 70.");
        recommendation.Settled.ShouldBeFalse();
    }

    [Fact]
    public void The_first_is_recommended_with_its_lead()
    {
        Give(70, 72.5m);
        var recommendation = _sketch.Appraise().Recommendations.ShouldHaveSingleItem();
        recommendation.Option!.Id.ShouldBe("o1");
        recommendation.Reason.ShouldBe("o1 has the highest total, 72.5, 2.5 ahead of o0.");
        recommendation.Settled.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_eligible_recommends_none_and_says_why()
    {
        _sketch.Gates.Add(Write.Gate("g", _sketch.OfOption("ok", FactType.Boolean)));
        _sketch.Option("a", ("x", 1), ("ok", false));
        _sketch.Option("b", ("x", 1));
        var recommendation = _sketch.Appraise().Recommendations.ShouldHaveSingleItem();
        recommendation.Option.ShouldBeNull();
        recommendation.Reason.ShouldBe("No option is eligible: 1 is excluded (not met: g) and 1 is unresolved.");
    }

    [Fact]
    public void Where_all_fail_one_gate_it_is_named()
    {
        _sketch.Gates.Add(Write.Gate("near", _sketch.OfOption("close", FactType.Boolean)));
        _sketch.Gates.Add(Write.Gate("legal", _sketch.OfOption("ok", FactType.Boolean)));
        _sketch.Option("a", ("x", 1), ("ok", false), ("close", false));
        _sketch.Option("b", ("x", 1), ("ok", false), ("close", true));
        _sketch.Appraise().Recommendations[0].Reason.ShouldBe("No option is eligible: neither meets this: legal.");
    }

    [Fact]
    public void Where_they_fail_different_gates_they_are_counted()
    {
        _sketch.Gates.Add(Write.Gate("near", _sketch.OfOption("close", FactType.Boolean)));
        _sketch.Gates.Add(Write.Gate("legal", _sketch.OfOption("ok", FactType.Boolean)));
        _sketch.Option("a", ("x", 1), ("ok", false), ("close", true));
        _sketch.Option("b", ("x", 1), ("ok", true), ("close", false));
        _sketch.Appraise().Recommendations[0].Reason.ShouldBe("No option is eligible: 2 are excluded by a gate.");
    }

    [Fact]
    public void The_only_option_may_fail()
    {
        _sketch.Gates.Add(Write.Gate("legal", _sketch.OfOption("ok", FactType.Boolean)));
        _sketch.Option("a", ("x", 1), ("ok", false));
        _sketch.Appraise().Recommendations[0].Reason.ShouldBe("No option is eligible: the only one does not meet this: legal.");
    }

    [Theory]
    [InlineData(WhenUnknown.Lowest, 2, "50")]
    [InlineData(WhenUnknown.Midpoint, 1, "75")]
    [InlineData(WhenUnknown.LeaveOut, null, null)]
    public void What_is_not_known_is_ranked_as_the_pack_says(WhenUnknown whenUnknown, int? rank, string? rankedOn)
    {
        // Half of `a` is not known: 50..100; `b` has 60.
        _sketch.Criteria.Add(Write.Leaf("y", Write.Formula(_sketch.OfOption("y"))));
        _sketch.WhenUnknown = whenUnknown;
        _sketch.Option("a", ("x", 100));
        _sketch.Option("b", ("x", 60), ("y", 60));
        var result = _sketch.Appraise();
        result.Options[0].Rank.ShouldBe(rank);
        (result.Options[0].RankedOn is { } figure ? PlainNumber.Format(figure) : null).ShouldBe(rankedOn);
        result.Options[0].Status.ShouldBe(whenUnknown == WhenUnknown.LeaveOut ? OptionStatus.Unresolved : OptionStatus.Eligible);
        result.Recommendations[0].Settled.ShouldBeFalse();
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(70, false)]
    public void An_unresolved_rival_unsettles(int first, bool settled)
    {
        _sketch.Gates.Add(Write.Gate("g", _sketch.OfOption("ok", FactType.Boolean)));
        _sketch.Option("a", ("x", first), ("ok", true));
        _sketch.Option("b", ("x", 70));
        _sketch.Appraise().Recommendations[0].Settled.ShouldBe(settled);
    }

    [Fact]
    public void A_shown_only_option_is_never_recommended_and_does_not_unsettle()
    {
        _sketch.Gates.Add(Write.Gate("g", _sketch.OfOption("ok", FactType.Boolean), onFail: GateFailure.ShowOnly));
        _sketch.Option("a", ("x", 50), ("ok", true));
        _sketch.Option("b", ("x", 90), ("ok", false));
        var recommendation = _sketch.Appraise().Recommendations[0];
        recommendation.Option!.Id.ShouldBe("a");
        recommendation.Settled.ShouldBeTrue();
    }

    [Fact]
    public void Dominance_is_at_least_as_good_everywhere_and_better_somewhere()
    {
        _sketch.Criteria.Add(Write.Leaf("y", Write.Formula(_sketch.OfOption("y"))));
        _sketch.Option("a", ("x", 50), ("y", 60));
        _sketch.Option("b", ("x", 50), ("y", 40));
        _sketch.Option("c", ("x", 50), ("y", 60));
        _sketch.Option("d", ("x", 90), ("y", 10));
        Pairs().ShouldBe(["a>b", "c>b"]);
    }

    [Fact]
    public void Dominance_compares_the_worst_with_the_best_of_what_is_not_known()
    {
        _sketch.Criteria.Add(Write.Leaf("y", Write.Formula(_sketch.OfOption("y"))));
        _sketch.Option("a", ("x", 50), ("y", 100));
        _sketch.Option("b", ("x", 40));
        Pairs().ShouldBe(["a>b"]);
        _sketch.Option("c", ("x", 60), ("y", 99));
        Pairs().ShouldBe(["a>b"]);
    }

    [Fact]
    public void Dominance_ignores_criteria_without_weight_and_options_not_scored()
    {
        _sketch.Gates.Add(Write.Gate("g", _sketch.OfOption("ok", FactType.Boolean)));
        _sketch.Criteria.Add(Write.Leaf("y", Write.Formula(_sketch.OfOption("y")), weight: 0));
        _sketch.Option("a", ("x", 50), ("y", 1), ("ok", true));
        _sketch.Option("b", ("x", 40), ("y", 9), ("ok", true));
        _sketch.Option("c", ("x", 10), ("y", 0), ("ok", false));
        Pairs().ShouldBe(["a>b"]);
    }

    private string[] Pairs() => [.. _sketch.Appraise().Dominance.Select(p => $"{p.Option.Id}>{p.Dominates.Id}")];

    private int?[] Ranks(params decimal[] scores)
    {
        Give(scores);
        return [.. _sketch.Appraise().Options.Select(o => o.Rank)];
    }

    private void Give(params decimal[] scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            _sketch.Option($"o{i}", ("x", scores[i]));
        }
    }
}
