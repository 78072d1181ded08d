using OptionAppraisal.Facts;
using OptionAppraisal.Results;
using OptionAppraisal.Tests.Rules;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Documentation;

/// <summary>The pages of the other places say what their appraisals say.</summary>
public sealed class PlacePageTests
{
    private const int MostWords = 450;

    [Fact]
    public void The_page_of_Barnsley_has_the_options_with_status_and_total() =>
        OptionTable.Told("rules/barnsley/README.md", "option", "status", "total", "").ShouldBe(OptionTable.Of(Appraise("barnsley")), ignoreOrder: true);

    [Fact]
    public void The_page_of_England_has_the_options_with_status_total_and_the_gain_of_each_body()
    {
        const string Page = "rules/england/README.md";
        string[] heads = ["option", "status", "total", "ICB gains a year", "council gains a year", ""];
        var result = Appraise("england");

        OptionTable.Told(Page, heads).ShouldBe(OptionTable.Of(result), ignoreOrder: true);
        MarkdownDocument.TableRows(Page, heads).Select(r => $"{r[0]}: {r[3]}, {r[4]}").ShouldBe(result.Options.Select(o => $"{o.Option.Title}: {Gain(result, o, 0)}, {Gain(result, o, 1)}"), ignoreOrder: true);
    }

    [Theory]
    [InlineData("barnsley")]
    [InlineData("england")]
    [InlineData("hartlepool")]
    public void The_page_of_a_place_is_one_page(string place)
    {
        var lines = File.ReadAllLines(Path.Combine(RulesFolder.Path, place, "README.md"));

        lines.Where(l => !l.StartsWith('|')).Sum(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length).ShouldBeInRange(150, MostWords);
    }

    private static string Gain(AppraisalResult result, OptionResult option, int body)
    {
        var gain = option.Option.Facts[result.Pack.Schema.OptionFacts.Single(f => f.Id == "gain_to")].List[body];
        return gain.IsKnown ? $"{(gain.Number < 0 ? "-" : "")}£{Math.Abs(gain.Number).ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)}" : "not known";
    }

    private static AppraisalResult Appraise(string place) => new Appraiser().Appraise(AppraisalCase.Load(Path.Combine(RulesFolder.Path, place, place + ".case.yaml"), RulesFolder.Options));
}
