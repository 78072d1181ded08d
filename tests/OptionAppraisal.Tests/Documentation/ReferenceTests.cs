using System.Collections.Immutable;
using System.Text;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs.Functions;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Documentation;

/// <summary>The tables of the reference are those that the code reads from.</summary>
public sealed class ReferenceTests
{
    private const string Page = "docs/rule-language.md";

    // Functions that ask how a value is known are part of the language itself, not of the catalogue.
    private static readonly (string Call, string Summary)[] OfTheLanguage =
    [
        ("grade(fact)", "How good the evidence of a fact is, as text: `measured`, `document`, `estimate` or `testimony`; not known where nothing is said."),
        ("known(value)", "Whether the value is known; never itself unknown."),
        ("not(condition)", "True for false, false for true; not known where the condition is not."),
    ];

    private static ImmutableArray<KeyTable> Tables => [.. PackTables.All, .. CaseTables.All, .. TestTables.All];

    [Fact]
    public void The_keys_are_those_of_the_key_tables()
    {
        var text = new StringBuilder();
        foreach (var table in Tables)
        {
            text.Append("\n### Keys of ").Append(table.Name).Append("\n\n| key | takes | |\n|---|---|---|\n");
            foreach (var row in table.Rows)
            {
                text.Append("| `").Append(row.Key).Append(row.Required ? "` \\*" : "`").Append(" | ").Append(Takes(row)).Append(" | ").Append(Meaning(row)).Append(" |\n");
            }
        }

        MarkdownDocument.CheckGenerated(Page, "keys", text.Append('\n').ToString());
    }

    [Fact]
    public void Every_key_table_is_listed()
    {
        var listed = Tables.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        listed.Count.ShouldBe(Tables.Length);
        Tables.SelectMany(t => t.Rows).Select(r => r.Table).OfType<string>().ShouldBeSubsetOf(listed);
    }

    [Fact]
    public void The_functions_are_those_of_the_catalogue()
    {
        var rows = FunctionCatalogue.All.Select(f => (Call: string.Join("<br>", f.Signatures.Select(s => $"`{Call(f.Name, s)}`")), f.Summary))
            .Concat(OfTheLanguage.Select(f => (Call: $"`{f.Call}`", f.Summary)))
            .OrderBy(r => r.Call, StringComparer.Ordinal);
        var text = new StringBuilder("\n| function | |\n|---|---|\n");
        foreach (var (call, summary) in rows)
        {
            text.Append("| ").Append(call).Append(" | ").Append(Escape(summary)).Append(" |\n");
        }

        MarkdownDocument.CheckGenerated(Page, "functions", text.Append('\n').ToString());
    }

    [Fact]
    public void The_codes_are_those_of_the_catalogue()
    {
        var text = new StringBuilder("\n| code | | |\n|---|---|---|\n");
        foreach (var code in DiagnosticCatalogue.All)
        {
            text.Append("| ").Append(code.Id).Append(" | ").Append(code.Severity == Severity.Error ? "error" : "warning").Append(" | ").Append(Escape(code.Title)).Append(" |\n");
        }

        MarkdownDocument.CheckGenerated(Page, "codes", text.Append('\n').ToString());
    }

    private static string Takes(KeyRow row)
    {
        if (row.Shape.HasFlag(Shape.Value))
        {
            return "any value";
        }

        var plain = row.Shape & ~Shape.Word;
        var words = string.Join(", ", row.Words.Select(w => $"`{w}`"));
        return plain == Shape.None ? words : words.Length == 0 ? ShapeNames.Describe(plain) : $"{words}; {ShapeNames.Describe(plain)}";
    }

    private static string Meaning(KeyRow row)
    {
        var text = new StringBuilder(Escape(row.Doc));
        if (row.Table is { } table)
        {
            text.Append(row.OfEach ? "; each is [" : "; a map is [").Append(table).Append("](#keys-of-").Append(table.Replace(' ', '-').Replace("'", "", StringComparison.Ordinal)).Append(')');
        }

        if (row.Default is { } value)
        {
            text.Append("; without it: ").Append(value);
        }

        return text.Append(row.Later ? "; *not in this version*" : "").ToString();
    }

    private static string Call(string name, FunctionSignature signature)
    {
        var text = new StringBuilder(name).Append('(');
        for (var i = 0; i < signature.Parameters.Length; i++)
        {
            var parameter = (i > 0 ? ", " : "") + signature.Parameters[i];
            text.Append(i < signature.Required ? parameter : $"[{parameter}]");
        }

        return text.Append(signature.IsVariadic ? ", ...)" : ")").ToString();
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
