using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Keys;

public class KeyTableTests
{
    private static IEnumerable<KeyTable> All => [.. PackTables.All, .. CaseTables.All, .. TestTables.All];

    [Fact]
    public void No_table_has_a_key_twice()
    {
        foreach (var table in All)
        {
            table.Rows.Select(r => r.Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(table.Rows.Length, table.Name);
        }
    }

    [Fact]
    public void Every_table_that_a_row_names_is_there()
    {
        var names = All.Select(t => t.Name).ToList();

        foreach (var row in All.SelectMany(t => t.Rows).Where(r => r.Table is not null))
        {
            names.Contains(row.Table, StringComparer.Ordinal).ShouldBeTrue(row.Table);
        }
    }

    [Fact]
    public void A_row_takes_words_just_when_it_names_them()
    {
        foreach (var row in All.SelectMany(t => t.Rows))
        {
            row.Shape.HasFlag(Shape.Word).ShouldBe(!row.Words.IsEmpty, row.Key);
        }
    }

    [Theory]
    [InlineData("rule_pack: p\ntitel: Slip\n", "unknown key `titel` in a rule pack", "did you mean `title`?")]
    [InlineData("rule_pack: p\nstages: {}\n", "there are no stages here", "add a stage, or take `stages` out: all is then done at once")]
    [InlineData("rule_pack: p\nsources: { a: {} }\n", "`title` is missing from a source", "add `title:`, what the document is called")]
    [InlineData("rule_pack: p\nuses: a.pack.yaml\n", "`uses` takes a list, found a text", "the packs whose definitions it shares, as paths")]
    [InlineData("rule_pack: p\ntitle:\n", "`title` has no value", "write a text, or take the key out")]
    [InlineData("rule_pack: p\ndecimals: one\n", "expected a number, found `one`", "write digits and at most one point, such as `41000` or `0.15`")]
    [InlineData("rule_pack: My Pack\n", "`My Pack` is not an id", "write `my_pack`: lower-case letters, digits and underscores, a letter first; titles carry the prose")]
    public void What_is_wrong_with_a_key_is_said_with_what_to_do(string text, string message, string help)
    {
        var problem = RulePack.TryParse(text).Diagnostics.ShouldHaveSingleItem();

        problem.Message.ShouldBe(message);
        problem.Help.ShouldBe(help);
    }

    [Theory]
    [InlineData("case: p\nas_of: 2002-06-01\n", "expected a rule pack, found a case")]
    [InlineData("rulepack: p\n", "the first key of a rule pack is `rule_pack`, found `rulepack`")]
    [InlineData("- rule_pack\n", "expected a rule pack, found a list")]
    [InlineData("title: a\nrule_pack: p\n", "`rule_pack` is not the first key of a rule pack")]
    public void The_first_key_says_what_a_document_is(string text, string message)
    {
        var problem = RulePack.TryParse(text).Diagnostics.ShouldHaveSingleItem();

        problem.Code.ShouldBe(KeyCodes.WrongFirstKey);
        problem.Message.ShouldBe(message);
    }
}
