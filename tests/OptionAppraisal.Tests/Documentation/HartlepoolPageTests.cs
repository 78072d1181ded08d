using System.Globalization;
using OptionAppraisal.Results;
using OptionAppraisal.Tests.Surroundings;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Documentation;

/// <summary>The page of the worked example says what the appraisal says.</summary>
public sealed class HartlepoolPageTests
{
    private static readonly string[] Places = ["", "**recommended**", "second", "third", "fourth", "fifth"];

    [Fact]
    public void The_table_of_the_page_has_the_options_in_order_with_status_and_total()
    {
        var result = new Appraiser().Appraise(Hartlepool.Load());

        var told = MarkdownDocument.TableRows("rules/hartlepool/README.md", "option", "status", "total", "").Select(r => $"{r[0]}: {r[1]} {r[2]}".TrimEnd());

        told.ShouldBe(result.Options.Select(o => $"{o.Option.Title}: {Status(o)} {Total(o)}".TrimEnd()), ignoreOrder: true);
    }

    [Fact]
    public void The_recommendation_is_not_settled_for_want_of_the_one_fact_that_the_page_names()
    {
        var result = new Appraiser().Appraise(Hartlepool.Load());

        result.Recommendations[0].Settled.ShouldBeFalse();
        result.Options.Where(o => o.Status == OptionStatus.Unresolved).SelectMany(o => o.Gates).SelectMany(g => g.Missing).ShouldBe(["options.joint_unit.agreed_management"]);
    }

    private static string Status(OptionResult option) => option.Status switch
    {
        OptionStatus.Eligible => Places[option.Rank!.Value],
        OptionStatus.ShownOnly => "shown only",
        OptionStatus.Unresolved => "unresolved",
        _ => "excluded",
    };

    private static string Total(OptionResult option) =>
        option.Status == OptionStatus.Excluded ? "" : option.Total is { } total ? Shown(total) : $"{Shown(option.Lowest!.Value)} to {Shown(option.Highest!.Value)}";

    private static string Shown(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
