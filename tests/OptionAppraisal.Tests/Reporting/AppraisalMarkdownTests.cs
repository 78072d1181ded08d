using System.Text.RegularExpressions;
using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Markdown;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Reporting;

public sealed partial class AppraisalMarkdownTests
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "a | b", "|", "`code`", "``", "[x](javascript:alert(1))", "![x](http://e.example/i.png)", "<img src=x onerror=alert(1)>", "# heading", "- item", "1. item",
        "a\\", "\\|", "&lt;b&gt;", "*bold*", "__x__", "~~x~~", "line\nbreak", "\r\n\r\n# h", "\t=cmd", "http://evil.example", "www.evil.example", "javascript:alert(1)", "<http://evil.example>", "[a]: http://evil.example",
        "$x$", "</td></tr></table>", "<!-- ", "-->", "]", ")", "\u202eevil", "\u001b[2J", "=", "---", "===", "| --- |", "{% raw %}", "a@evil.example", "\u00a0", "😀",
    ];

    [Fact]
    public void The_paper_reads_as_approved() => Approved.Check(AppraisalMarkdown.Write(Sample.Result), "paper");

    [Fact]
    public void The_brief_comes_first_and_keeps_to_its_words()
    {
        var paper = AppraisalMarkdown.Write(Sample.Result);

        WordsBeforeTheAnnexes(paper).ShouldBeLessThanOrEqualTo(400);
        paper.IndexOf("## Decision asked", StringComparison.Ordinal).ShouldBeLessThan(paper.IndexOf("## Recommendation", StringComparison.Ordinal));
    }

    [Fact]
    public void A_settled_paper_asks_nothing_more()
    {
        var paper = AppraisalMarkdown.Write(Sample.Result with { Recommendations = [Sample.Result.Recommendations[0] with { Settled = true }] });

        paper.ShouldContain("**Settled**: nothing unknown can change it.");
        paper.ShouldNotContain("## What is unknown");
    }

    [Fact]
    public void A_paper_without_a_recommendation_says_why()
    {
        var paper = AppraisalMarkdown.Write(Sample.Result with { Recommendations = [new(null, null, "Nobody is eligible.", Settled: false)] });

        paper.ShouldContain("**No option is recommended.** Nobody is eligible.");
    }

    [Fact]
    public void A_paper_without_options_still_reads() =>
        AppraisalMarkdown.Write(Sample.Result with { Options = [], Findings = [], Dominance = [], Dissent = [], Recommendations = [new(null, null, "nobody is eligible", Settled: false)] })
            .ShouldContain("No option is scored.");

    [Theory]
    [InlineData("https://example.org/617", "[SI](<https://example.org/617>)")]
    [InlineData("http://example.org/a b|c>(d)", "[SI](<http://example.org/a%20b%7Cc%3E%28d%29>)")]
    [InlineData("javascript:alert(1)", "SI")]
    [InlineData("JaVaScRiPt:alert(1)", "SI")]
    [InlineData("data:text/html,x", "SI")]
    [InlineData("//example.org", "SI")]
    [InlineData("ftp://example.org", "SI")]
    [InlineData("", "SI")]
    [InlineData(null, "SI")]
    public void Only_addresses_of_the_web_become_links(string? url, string expected) => MarkdownText.Link("SI", url).ShouldBe(expected);

    [Theory]
    [InlineData("# a", "\\# a")]
    [InlineData("- a", "\\- a")]
    [InlineData("12. a", "12\\. a")]
    [InlineData("12.5", "12.5")]
    [InlineData("2002 figures", "2002 figures")]
    public void The_start_of_a_block_is_no_heading_and_no_list(string text, string expected) => MarkdownText.EscapeStart(text).ShouldBe(expected);

    [Fact]
    public void Whatever_titles_hold_tables_stay_whole_and_nothing_of_theirs_is_markup()
    {
        var random = new SeededRandom(20020601);
        for (var i = 0; i < 300; i++)
        {
            var paper = AppraisalMarkdown.Write(Renamed(() => Text(random)));

            Check(paper, i);
        }
    }

    [Fact]
    public void Endless_titles_do_not_lengthen_the_brief()
    {
        var endless = string.Join(' ', Enumerable.Repeat("word", 3000));

        WordsBeforeTheAnnexes(AppraisalMarkdown.Write(Renamed(() => endless))).ShouldBeLessThanOrEqualTo(400);
    }

    [Fact]
    public void The_same_result_gives_the_same_paper_twice() => AppraisalMarkdown.Write(Sample.Result).ShouldBe(AppraisalMarkdown.Write(Sample.Result));

    internal static int WordsBeforeTheAnnexes(string paper)
    {
        var brief = paper[..paper.IndexOf("## Annex A", StringComparison.Ordinal)];
        return brief.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit));
    }

    private static void Check(string paper, int seed)
    {
        WordsBeforeTheAnnexes(paper).ShouldBeLessThanOrEqualTo(400, $"paper {seed}");
        paper.Where(c => char.IsControl(c) && c != '\n').ShouldBeEmpty($"paper {seed}");
        paper.ShouldNotContain('\u202e');
        var links = Link().Matches(paper).Select(m => m.Groups["url"].Value).Distinct(StringComparer.Ordinal).ToList();
        links.ShouldAllBe(l => l == "https://example.org/617");

        // Without the links of sources and the spaces of trees, no angle bracket, entity of ours apart, is left.
        var rest = Link().Replace(paper, "").Replace("&emsp;", "", StringComparison.Ordinal);
        rest.ShouldNotContain('<', $"paper {seed}");
        rest.ShouldNotContain('>', $"paper {seed}");
        BareAddress().IsMatch(rest).ShouldBeFalse($"paper {seed}");
        UnescapedBracket().IsMatch(rest).ShouldBeFalse($"paper {seed}: {UnescapedBracket().Match(rest).Value}");
        CheckTables(paper.Split('\n'), seed);
    }

    private static void CheckTables(string[] lines, int seed)
    {
        var columns = 0;
        foreach (var line in lines)
        {
            if (!line.StartsWith('|'))
            {
                Bars(line).ShouldBe(0, $"paper {seed}: {line}");
                columns = 0;
                continue;
            }

            columns = columns == 0 ? Bars(line) : columns;
            Bars(line).ShouldBe(columns, $"paper {seed}: {line}");
        }
    }

    // A bar after an odd number of backslashes is text.
    private static int Bars(string line)
    {
        var (bars, slashes) = (0, 0);
        foreach (var c in line)
        {
            bars += c == '|' && slashes % 2 == 0 ? 1 : 0;
            slashes = c == '\\' ? slashes + 1 : 0;
        }

        return bars;
    }

    private static string Text(SeededRandom random) => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Pick(Hostile) + (random.Chance(50) ? " " : "")));

    private static AppraisalResult Renamed(Func<string> title)
    {
        var options = Sample.Result.Options.Select(o => o with
        {
            Option = o.Option with { Title = title() },
            Findings = [.. o.Findings.Select(f => f with { Text = title() })],
            Criteria = [.. o.Criteria.Select(c => Renamed(c, title))],
            Gates = [.. o.Gates.Select(g => g with { Gate = g.Gate with { Title = title(), Because = title() } })],
        }).ToList();
        return Sample.Result with
        {
            Options = [.. options],
            Recommendations = [new(null, options[1].Option, title(), Settled: false)],
        };
    }

    private static CriterionResult Renamed(CriterionResult node, Func<string> title) => node with
    {
        Criterion = node.Criterion with
        {
            Title = title(),
            Sources = [.. node.Criterion.Sources.Select(s => new SourceReference(s.Source with { Title = title(), Url = "javascript:alert(1)", Publisher = title() }, title(), title()))],
        },
        Hits = [.. node.Hits.Select(h => h with { Because = title() })],
        Children = [.. node.Children.Select(c => Renamed(c, title))],
    };

    [GeneratedRegex(@"\]\(<(?<url>[^>]*)>\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"[a-z]+://|(?<![a-z])www\.", RegexOptions.IgnoreCase)]
    private static partial Regex BareAddress();

    [GeneratedRegex(@"(?<!\\)(\\\\)*\]\(", RegexOptions.ExplicitCapture)]
    private static partial Regex UnescapedBracket();
}
