using System.Collections.Immutable;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Cases;

public sealed class ListLimitTests
{
    private static readonly RulePack Pack = RulePack.Parse("""
        rule_pack: lists
        facts: { option: { costs: { type: list, of: { type: number } } } }
        criteria: { few: { weight: 1, formula: "if count(costs) > 0 then 1 else 0" } }
        """);

    [Fact]
    public void A_list_of_ten_thousand_elements_is_read() => Problems(10_000).ShouldBeEmpty();

    [Fact]
    public void One_of_one_more_is_an_error_at_the_list()
    {
        var problem = Problems(10_001).ShouldHaveSingleItem();

        problem.Code.ShouldBe(CaseCodes.ListTooLong);
        (problem.Span.Start.Line, problem.Message).ShouldBe((4, "the list has 10001 elements, the limit is 10000"));
    }

    private static ImmutableArray<Diagnostic> Problems(int count) => AppraisalCase.TryParse(
        $"case: long_list\nrule_pack: lists.pack.yaml\nas_of: 2002-06-01\noptions: {{ x: {{ facts: {{ costs: [{string.Join(", ", Enumerable.Repeat("1", count))}] }} }} }}\n", Pack).Diagnostics;
}
