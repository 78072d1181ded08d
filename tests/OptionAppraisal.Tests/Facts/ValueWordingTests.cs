using OptionAppraisal.Facts;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Facts;

public sealed class ValueWordingTests
{
    [Theory]
    [InlineData("352000", "GBP", "£352,000")]
    [InlineData("352000", "GBP/year", "£352,000 a year")]
    [InlineData("0.15", "ratio", "15%")]
    [InlineData("1.5", "FTE", "1.5 FTE")]
    [InlineData("90000", "people", "90,000 people")]
    [InlineData("72.5", null, "72.5")]
    public void A_number_is_printed_with_its_unit(string number, string? unit, string words) =>
        ValueWording.Format(Value.Of(Number(number)), Typed(unit)).ShouldBe(words);

    // One decimal unless the pack says otherwise; half goes away from zero.
    [Theory]
    [InlineData("72.25", 1, "72.3")]
    [InlineData("-72.25", 1, "-72.3")]
    [InlineData("72.249", 1, "72.2")]
    [InlineData("2.5", 0, "3")]
    [InlineData("72.04", 1, "72")]
    public void A_number_is_rounded_half_away_from_zero(string number, int decimals, string words) =>
        ValueWording.Format(Value.Of(Number(number)), Typed(null), decimals).ShouldBe(words);

    [Fact]
    public void A_list_of_nothing_says_none_and_what_is_not_known_says_so()
    {
        ValueWording.Format(Value.ListOf(), new ListType(FactType.Text)).ShouldBe("none");
        ValueWording.Format(default, new ListType(FactType.Text)).ShouldBe("not known");
    }

    [Fact]
    public void Dates_truth_values_and_choices_are_words()
    {
        ValueWording.Format(Value.Of(new DateOnly(2002, 6, 1)), FactType.Date).ShouldBe("1 June 2002");
        ValueWording.Format(Value.True, FactType.Boolean).ShouldBe("yes");
        ValueWording.Format(Value.False, FactType.Boolean).ShouldBe("no");
        var route = new ChoiceType([new ChoiceMember("pooled_budget", "Pooled budget"), new ChoiceMember("plain", null)]);
        ValueWording.Format(Value.ChoiceOf("pooled_budget"), route).ShouldBe("Pooled budget");
    }

    [Fact]
    public void A_record_has_its_title()
    {
        var record = new CaseRecord(new RecordListDefinition("bodies", 0, null, [], default), 0, "pct", "Hartlepool PCT", default);
        ValueWording.Format(Value.Of(record), new ReferenceType("bodies")).ShouldBe("Hartlepool PCT");
    }

    [Fact]
    public void What_is_not_known_says_so() => ValueWording.Format(Value.Unknown, FactType.Date).ShouldBe("not known");

    [Fact]
    public void A_list_is_joined_as_in_a_sentence()
    {
        ValueWording.Join(["a"]).ShouldBe("a");
        ValueWording.Join(["a", "b"]).ShouldBe("a and b");
        ValueWording.Join(["a", "b", "c"]).ShouldBe("a, b and c");
        ValueWording.Format(Value.ListOf(Value.Of(1500), Value.Of(2), Value.Of(3)), new ListType(Typed("GBP"))).ShouldBe("£1,500, £2 and £3");
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static NumberType Typed(string? unit) => new(unit is null ? Unit.None : Unit.TryParse(unit, out var parsed) ? parsed : throw new ArgumentException(unit, nameof(unit)));
}
