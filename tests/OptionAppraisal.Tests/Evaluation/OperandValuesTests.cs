using OptionAppraisal.Facts;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

public sealed class OperandValuesTests
{
    private static readonly OperandValue Cost = new("cost", Value.Of(3), FactType.PlainNumber, null);

    [Fact]
    public void The_default_is_empty()
    {
        default(OperandValues).IsEmpty.ShouldBeTrue();
        default(OperandValues).ShouldBeEmpty();
    }

    [Fact]
    public void Lists_of_the_same_content_are_equal()
    {
        OperandValues one = [Cost];
        OperandValues other = [new OperandValue("cost", Value.Of(3.0m), FactType.PlainNumber, null)];
        one.ShouldBe(other);
        one.GetHashCode().ShouldBe(other.GetHashCode());
        (one != OperandValues.Of([Cost with { Name = "staff" }])).ShouldBeTrue();
        (one != OperandValues.Of([Cost, Cost])).ShouldBeTrue();
    }

    [Fact]
    public void An_index_beyond_the_end_is_refused() => Should.Throw<Exception>(() => default(OperandValues)[0]);

    [Fact]
    public void The_default_value_has_no_name_and_is_not_known()
    {
        var nothing = default(OperandValue);
        nothing.Name.ShouldBe("");
        nothing.Value.ShouldBe(Value.Unknown);
        nothing.Evidence.ShouldBeNull();
        nothing.ShouldBe(new OperandValue("", default, FactType.Null, null));
    }
}
