using System.Globalization;
using OptionAppraisal.Results;
using OptionAppraisal.Tests.Surroundings;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Documentation;

/// <summary>The page of the worked example says what the appraisal says.</summary>
public sealed class HartlepoolPageTests
{
    private const string Page = "rules/hartlepool/README.md";

    private static readonly AppraisalResult AsItStands = new Appraiser().Appraise(Hartlepool.Load());

    private static readonly AppraisalResult WhenTheCouncilProceeds = new Appraiser().Appraise(Hartlepool.LoadWith("decision: proceed, on: 2002-05-29"));

    [Fact]
    public void The_table_of_stage_1_has_the_options_with_status_and_total()
    {
        AsItStands.Stage.Id.ShouldBe("diagnostic");
        OptionTable.Told(Page, "stage 1", "status", "total", "").ShouldBe(OptionTable.Of(AsItStands), ignoreOrder: true);
    }

    [Fact]
    public void The_table_of_stage_2_has_the_options_with_status_and_total()
    {
        WhenTheCouncilProceeds.Stage.Id.ShouldBe("detailed");
        OptionTable.Told(Page, "stage 2", "status", "total", "").ShouldBe(OptionTable.Of(WhenTheCouncilProceeds), ignoreOrder: true);
    }

    [Fact]
    public void The_recommendation_is_not_settled_for_want_of_the_one_fact_that_the_page_names()
    {
        WhenTheCouncilProceeds.Recommendations.Select(r => r.Settled).ShouldBe([true, false]);
        WhenTheCouncilProceeds.Options.Where(o => o.Status == OptionStatus.Unresolved).SelectMany(o => o.Gates).SelectMany(g => g.Missing).ShouldBe(["options.joint_unit.agreement.management"]);
    }

    [Fact]
    public void The_table_of_other_days_has_who_decided_the_power_the_economy_and_the_recommendation_of_the_day()
    {
        var rows = MarkdownDocument.TableRows(Page, "as of", "who has decided", "cited for pooling", "test discount rate", "economy of council-run support", "recommended for support services").ToList();
        rows.Count.ShouldBe(5);
        foreach (var row in rows)
        {
            var result = new Appraiser().Appraise(Hartlepool.LoadAsOf(DateOnly.ParseExact(row[0], "d MMMM yyyy", CultureInfo.InvariantCulture)));

            row[1].ShouldBe(result.Stage.By.Length == 2 ? "nobody" : "the PCT");
            var power = result.Options.Single(o => o.Option.Id == "joint_unit").Gates.Single(g => g.Gate.Id == "prescribed_bodies").Gate.Sources[0].Source.On(result.Case.AsOf);
            power.Title.ShouldStartWith(row[2]);
            ((result.Pack.Parameters.Single(p => p.Id == "test_discount_rate").ValueOn(result.Case.AsOf)!.Value * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%").ShouldBe(row[3]);
            row[4].ShouldBe(Economy(result)?.ToString(CultureInfo.InvariantCulture) ?? "not scored");
            row[5].ShouldBe(Recommended(result));
        }
    }

    // An excluded option is not scored at all.
    private static decimal? Economy(AppraisalResult result) =>
        result.Options.Single(o => o.Option.Id == "council_runs_support").Criteria.FirstOrDefault(c => c.Criterion.Id == "best_value")?.Children.Single(c => c.Criterion.Id == "economy").Score;

    private static string Recommended(AppraisalResult result) => result.Recommendations.Single(r => r.Area == "infrastructure") switch
    {
        { Option: null } => "none: PCTs have ended",
        { Option.Title: var title, Settled: var settled } => $"{char.ToLowerInvariant(title[0])}{title[1..]}, {(settled ? "settled" : "not settled")}",
    };
}
