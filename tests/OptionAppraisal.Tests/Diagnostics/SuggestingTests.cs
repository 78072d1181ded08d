using System.Globalization;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Diagnostics;

public sealed class SuggestingTests
{
    private static readonly SourceText Source = new("a.pack.yaml", new string('x', 1000));

    [Fact]
    public void The_first_two_hundred_problems_name_the_nearest_word()
    {
        var bag = Filled(199);

        bag.Suggest("anual_cost", ["staff", "annual_cost"], "facts").ShouldBe("did you mean `annual_cost`?");
    }

    [Fact]
    public void Beyond_them_no_name_is_looked_through()
    {
        var bag = Filled(200);

        bag.Suggest("anual_cost", Forbidden(), "facts").ShouldBe("write one of the facts that are declared, spelt as it is there");
    }

    [Fact]
    public void A_part_of_a_run_counts_on_from_the_whole()
    {
        var bag = Filled(200).Aside();

        bag.Count.ShouldBe(0);
        bag.Suggest("anual_cost", Forbidden(), "facts").ShouldStartWith("write one of the facts");
    }

    [Fact]
    public void A_pack_of_thousands_of_misspelt_names_tells_each_what_to_do()
    {
        var facts = string.Concat(Enumerable.Range(0, 1000).Select(i => $"    fact_{Number(i)}: {{ type: number }}\n"));
        var derived = string.Concat(Enumerable.Range(0, 1000).Select(i => $"    derived_{Number(i)}: {{ value: fcat_{Number(i)} + 1 }}\n"));

        var problems = RulePack.TryParse($"rule_pack: p\ntitle: P\nfacts:\n  option:\n{facts}derived:\n  option:\n{derived}criteria:\n  c: {{ title: C, weight: 1, formula: \"1\" }}\n").Diagnostics;

        problems.Length.ShouldBe(1000);
        problems[0].Help.ShouldBe("did you mean `fact_0`?");
        problems[199].Help!.ShouldStartWith("did you mean `fact_");
        problems.ShouldAllBe(p => p.Help != null);
        problems[999].Help.ShouldBe("write one of the names that are declared, spelt as it is there");
    }

    private static DiagnosticBag Filled(int count)
    {
        var bag = new DiagnosticBag();
        for (var i = 0; i < count; i++)
        {
            bag.Add(ExpressionCodes.UnknownName, Source.Span(i, 1), "there is no such name here");
        }

        return bag;
    }

    private static IEnumerable<string> Forbidden() =>
        new[] { "annual_cost" }.Select<string, string>(_ => throw new InvalidOperationException("the names were looked through"));

    private static string Number(int i) => i.ToString(CultureInfo.InvariantCulture);
}
