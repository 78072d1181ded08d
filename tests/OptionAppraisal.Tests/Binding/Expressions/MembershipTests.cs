using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Facts;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Expressions;

public class MembershipTests
{
    private static readonly Value List = Value.ListOf(Value.Of(1m), Value.Of(2m));

    private static readonly Value Partial = Value.ListOf(Value.Of(1m), Value.Unknown);

    [Fact]
    public void An_element_is_in_its_list() => In(Value.Of(2.0m), List).ShouldBe(Value.True);

    [Fact]
    public void What_no_element_equals_is_not_in_the_list() => In(Value.Of(3m), List).ShouldBe(Value.False);

    [Fact]
    public void An_element_found_is_enough_whatever_is_not_known() => In(Value.Of(1m), Partial).ShouldBe(Value.True);

    [Fact]
    public void An_element_that_is_not_known_may_be_the_one() => In(Value.Of(3m), Partial).ShouldBe(Value.Unknown);

    [Fact]
    public void What_is_not_known_may_be_any_element() => In(Value.Unknown, List).ShouldBe(Value.Unknown);

    [Fact]
    public void An_empty_list_holds_nothing_known_or_not() => In(Value.Unknown, Value.ListOf()).ShouldBe(Value.False);

    [Fact]
    public void Of_a_list_that_is_not_known_nothing_is_known() => In(Value.Of(1m), Value.Unknown).ShouldBe(Value.Unknown);

    private static Value In(Value element, Value list) => Membership.Function.Invoke([element, list]);
}
