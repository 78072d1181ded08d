using System.Diagnostics;
using System.Globalization;
using System.Text;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Hostile;

/// <summary>Documents made to cost time or memory, or to reach files that are none of theirs: each ends in a located error, soon.</summary>
public class HostileDocumentTests
{
    private const string Facts = "facts:\n  case: { n: { type: number }, l: { type: list, of: { type: number } }, t: { type: text } }\n  option: { x: { type: number } }\n";
    private const string Case = "case: k\nrule_pack: p.pack.yaml\nas_of: 2002-06-01\nfacts: { n: 3, l: [1, 2], t: abc }\noptions:\n  a: { facts: { x: 1 } }\n  b: { facts: { x: 2 } }\n";

    // Generous, for a busy machine: what is meant is "not minutes".
    private static readonly TimeSpan Fast = TimeSpan.FromSeconds(20);

    /// <summary>An expression that is scored, the lines that follow it, and where it ends.</summary>
    private static readonly (string Expression, string After, string Wanted)[] Costly =
    [
        (Nested("(", "1", ")"), "", "OA1501@6:41"),
        (Nested("not(", "true", ")"), "", "OA1501@6:41"),
        (Nested("[", "", "]"), "", "OA1501@6:41"),
        (new string('9', 3000), "", "OA1511@6:41"),
        ("1e999999999", "", "OA1511@6:41"),
        ("79228162514264337593543950335 * 10", "", "OA3019@6:41"),
        ("x * 79228162514264337593543950335 * 10", "", "OA6005@6:41"),
        ("(x + 9) ** 79228162514264337593543950335", "", "OA6005@6:41"),
        ("exp(x * 1000000)", "", "OA6005@6:41"),
        ("count(for i in 1..10000 return count(for j in 1..10000 return i * j))", "", "OA6007"),
        ("count(for i in 1..10000, j in 1..10000 return i * j)", "", "OA6006@6:47"),
        ("if some i in 1..10000, j in 1..10000 satisfies i + j + x < 0 then 1 else 2", "", "OA6007"),
        ("count(for i in 1..79228162514264337593543950335 return i)", "", "OA3019@6:56"),
        ("count(for i in 1..(x * 1000000000000) return i)", "", "OA6006@6:56"),
        ("count(flatten(for i in 1..9000 return (for j in 1..1000 return j)))", "", "OA6007"),
        ("sum(for k in 1..1000 return sum(for j in 1..900 return (1 + 1 / (k * j + x)) ** 0.5))", "", "OA6007"),
        ("sum(for k in 1..1000 return sum(for j in 1..900 return sqrt(k * j + x) + log(k + j)))", "", "OA6007"),
        ("sum(for k in 1..900 return count(sort(for i in 1..10000 return 0 - i * k)))", "", "OA6007"),
        ("string length(string join(for i in 1..10000 return t + t + t))", "", "OA6006@6:55"),
        ("count(for i in 1..10000 return contains(d13, d12 + string(i)))", Doubled("t", "{0} + {0}", 13), "OA6007"),
        ("count(d60)", Doubled("l", "concatenate({0}, {0})", 60), "OA6006"),
        ("string length(d60)", Doubled("t", "{0} + {0}", 60), "OA6006"),
        ("count(flatten(d60))", Doubled("[l]", "[{0}, {0}]", 60), "OA6006"),
        ("if d60 = d60 then 1 else 2", Doubled("[l]", "[{0}, {0}]", 60), "OA6006"),
    ];

    // The data of a test are short: what it reads is made from its name.
    public static TheoryData<string> UnreadableNames => [.. Unreadable.Keys];

    public static TheoryData<int> CostlyPlaces => [.. Enumerable.Range(0, Costly.Length)];

    private static Dictionary<string, (byte[] Bytes, string Wanted)> Unreadable { get; } = new(StringComparer.Ordinal)
    {
        ["brackets"] = (Ascii(new string('[', 2_000_000)), "OA1002@1:1"),
        ["a MiB of brackets"] = (Ascii(new string('[', 1_000_000)), "OA1005@1:65"),
        ["braces"] = (Ascii(new string('{', 500_000)), "OA1005@1:65"),
        ["aliases"] = (Ascii("rule_pack: p\na: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n"), "OA1101@2:4"),
        ["merge keys"] = (Ascii("rule_pack: p\na: { <<: { x: 1 } }\n"), "OA1103@2:6"),
        ["no UTF-8"] = ([.. "rule_pack: p\ntitle: "u8, 0xC3, 0x28], "OA1001@2:8"),
        ["a zero byte"] = (Ascii("rule_pack: p\ntitle: a\0b\n"), "OA1003@2:9"),
        ["UTF-16"] = (Encoding.Unicode.GetBytes("\uFEFFrule_pack: p\n"), "OA1001@1:1"),
        ["UTF-16 without its mark"] = (Encoding.BigEndianUnicode.GetBytes("rule_pack: p\n"), "OA1001@1:1"),
        ["nothing"] = ([], "OA1004@1:1"),
        ["a byte order mark"] = ([0xEF, 0xBB, 0xBF], "OA1004@1:1"),
        ["comments"] = (Ascii("# nothing yet\n"), "OA1004@1:1"),
        ["two documents"] = (Ascii("rule_pack: p\n---\nrule_pack: q\n"), "OA1105@2:1"),
        ["a tag"] = (Ascii("rule_pack: !!python/object:os.system p\n"), "OA1104@1:12"),
        ["1.1 MiB"] = (Ascii("rule_pack: p\n# " + new string('x', 1_153_434)), "OA1002@1:1"),
        ["a million digits"] = (Ascii("rule_pack: p\nversion: " + new string('9', 1_000_000)), "OA1007@2:10"),
        ["66,000 characters"] = (Ascii("rule_pack: p\ntitle: " + new string('y', 66_000)), "OA1007@2:8"),
        ["50,001 nodes"] = (Ascii("rule_pack: p\nuses: [" + string.Join(',', Enumerable.Repeat("x", 50_001)) + "]\n"), "OA1006@2:99998"),
    };

    public static TheoryData<string, string> WrongFigures => new()
    {
        { "decimals: 99", "OA2013" },
        { "decimals: -1", "OA2013" },
        { "tie_tolerance: 99999999999999999999999999999999999", "OA2010" },
        { "weights: { method: rank_order_centroid, order: [c, 99999999999999999999999999999999999] }", "OA4019" },
        { "weights: { method: points, values: { c: 79228162514264337593543950335 } }", "OA2013" },
        { "weights: { method: points, values: { c: 99999999999999999999999999999999999 } }", "OA2010" },
    };

    [Theory]
    [MemberData(nameof(CostlyPlaces))]
    public void A_costly_expression_ends_in_a_located_error(int place)
    {
        var (expression, after, wanted) = Costly[place];
        using var folder = new Folder();
        folder.Write("p.pack.yaml", $"rule_pack: p\n{Facts}criteria:\n  c: {{ scale: [0, 100000000], formula: \"{expression}\" }}\n{after}");

        var problems = Appraise(folder, Case);

        problems.ShouldContain(p => p.StartsWith(wanted, StringComparison.Ordinal), string.Join(' ', problems));
    }

    [Theory]
    [MemberData(nameof(UnreadableNames))]
    public void A_document_that_cannot_be_read_has_a_place(string what)
    {
        var (bytes, wanted) = Unreadable[what];
        using var folder = new Folder();
        File.WriteAllBytes(Path.Combine(folder.Path, "p.pack.yaml"), bytes);

        Check(folder).ShouldContain(wanted, what);
    }

    [Theory]
    [MemberData(nameof(WrongFigures))]
    public void A_figure_beyond_its_limits_is_refused(string line, string wanted)
    {
        using var folder = new Folder();
        folder.Write("p.pack.yaml", $"rule_pack: p\n{Facts}criteria:\n  c: {{ formula: x }}\n{line}\n");

        Check(folder).ShouldContain(p => p.StartsWith(wanted + "@7:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0000-01-01", false)]
    [InlineData("0001-01-01", true)]
    [InlineData("9999-12-31", true)]
    [InlineData("10000-01-01", false)]
    public void Dates_are_those_of_the_years_1_to_9999(string date, bool isDate)
    {
        using var folder = new Folder();
        folder.Write("p.pack.yaml", $"rule_pack: p\n{Facts}criteria:\n  c: {{ formula: x }}\n");

        Appraise(folder, Case.Replace("2002-06-01", date, StringComparison.Ordinal)).ShouldBe(isDate ? [] : ["OA2012@3:8"]);
    }

    [Fact]
    public void A_case_of_more_than_a_thousand_options_is_refused()
    {
        using var folder = new Folder();
        folder.Write("p.pack.yaml", $"rule_pack: p\n{Facts}criteria:\n  c: {{ formula: x }}\n");

        Appraise(folder, Case + string.Concat(Enumerable.Range(0, 999).Select(i => $"  o{i}: {{ facts: {{ x: {i} }} }}\n"))).ShouldBe(["OA5015@5:1"]);
    }

    [Fact]
    public void Thousands_of_misspelt_names_among_thousands_are_told_soon()
    {
        using var folder = new Folder();
        var text = new StringBuilder("rule_pack: p\nfacts:\n  option:\n");
        for (var i = 0; i < 2000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    fact_number_{i}: {{ type: number }}\n");
        }

        text.Append("criteria:\n");
        for (var i = 0; i < 2000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  c{i}: {{ formula: fact_nmber_{i} + 1 }}\n");
        }

        folder.Write("p.pack.yaml", text.ToString());

        Check(folder).Length.ShouldBe(2001);
    }

    [Fact]
    public void Sixty_five_files_are_one_too_many()
    {
        using var folder = new Folder();
        folder.Write("p.pack.yaml", $"rule_pack: p\nuses: [{string.Join(", ", Enumerable.Range(0, 64).Select(i => $"u{i}.pack.yaml"))}]\n{Facts}criteria:\n  c: {{ formula: x }}\n");
        for (var i = 0; i < 64; i++)
        {
            folder.Write($"u{i}.pack.yaml", $"rule_pack: u{i}\n");
        }

        Check(folder, "p.pack.yaml").ShouldHaveSingleItem().ShouldStartWith("OA9007@2:");
    }

    [Fact]
    public void A_chain_of_200_packs_is_too_long_and_a_lattice_of_60_is_read_once_each()
    {
        using var folder = new Folder();
        for (var i = 0; i < 200; i++)
        {
            folder.Write($"u{i}.pack.yaml", $"rule_pack: u{i}\nuses: [u{i + 1}.pack.yaml]\n");
        }

        Check(folder, "u0.pack.yaml")[0].ShouldBe("OA9007@2:8");
        for (var i = 0; i < 30; i++)
        {
            var uses = i < 29 ? $"uses: [a{i + 1}.pack.yaml, b{i + 1}.pack.yaml]\n" : "";
            folder.Write($"a{i}.pack.yaml", $"rule_pack: a{i}\n{uses}");
            folder.Write($"b{i}.pack.yaml", $"rule_pack: b{i}\n{uses}");
        }

        Check(folder, "a0.pack.yaml").ShouldNotContain(p => p.StartsWith("OA9", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../out.pack.yaml", "OA9004@2:8")]
    [InlineData("in/../../out.pack.yaml", "OA9004@2:8")]
    [InlineData("/etc/passwd", "OA9005@2:8")]
    [InlineData("file:///etc/passwd", "OA9005@2:8")]
    [InlineData("link.pack.yaml", "OA9004@2:8")]
    [InlineData("linked/out.pack.yaml", "OA9004@2:8")]
    [InlineData("p.pack.yaml", "OA9006@2:8")]
    [InlineData("circle.pack.yaml", "OA9006@2:8")]
    [InlineData("folder.pack.yaml", "OA9002@2:8")]
    [InlineData("dangling.pack.yaml", "OA9001@2:8")]
    [InlineData("endless.pack.yaml", "OA9003@2:8")]
    [InlineData("missing.pack.yaml", "OA9001@2:8")]
    public void A_path_to_what_is_no_document_of_the_root_is_refused(string path, string wanted)
    {
        using var outer = new Folder();
        outer.Write("out.pack.yaml", "rule_pack: out\n");
        var root = Path.Combine(outer.Path, "root");
        Directory.CreateDirectory(Path.Combine(root, "folder.pack.yaml"));
        Link(root, "link.pack.yaml", "../out.pack.yaml");
        Link(root, "linked", "..");
        Link(root, "dangling.pack.yaml", "nowhere");
        Link(root, "endless.pack.yaml", "endless.pack.yaml");
        outer.Write("root/circle.pack.yaml", "rule_pack: circle\nuses: [p.pack.yaml]\n");
        outer.Write("root/p.pack.yaml", $"rule_pack: p\nuses: [{path}]\n{Facts}criteria:\n  c: {{ formula: x }}\n");

        Texts(Documents.Check([Path.Combine(root, "p.pack.yaml")], new LoadOptions { Root = root }).Diagnostics).ShouldBe([wanted]);
    }

    [Fact]
    public void A_device_without_end_and_a_pipe_without_writer_hold_nobody_up()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new Folder();
        Link(folder.Path, "zero.pack.yaml", "/dev/zero");
        using (var made = Process.Start("mkfifo", [Path.Combine(folder.Path, "pipe.pack.yaml")]))
        {
            made.WaitForExit();
        }

        // The root is that of the device, so that the link is no way out.
        Texts(Documents.Check([Path.Combine(folder.Path, "zero.pack.yaml")], new LoadOptions { Root = "/" }).Diagnostics).ShouldHaveSingleItem().ShouldEndWith("@1:1");
        Check(folder, "pipe.pack.yaml").ShouldBe(["OA1004@1:1"]);
    }

    [Fact]
    public void A_document_steers_no_terminal_and_turns_no_line_around()
    {
        const string hostile = "\\e[31m\\a\\u202Eevil\\u202A\\u2066x\\u2069\\u200F\\u200E\\u061C\\u2028";
        using var folder = new Folder();
        folder.Write("p.pack.yaml", $"rule_pack: p\ntitle: \"{hostile}\"\n\"bad{hostile}\": 1\ntotle: \u202Eraw\n{Facts}criteria:\n  c: {{ formula: \"x + '\u202Eq\" }}\n");

        var text = DiagnosticPrinter.Print(Documents.Check([folder.Path], new LoadOptions { Root = folder.Path }).Diagnostics);

        text.ShouldContain("bad\\u001b[31m\\u0007\\u202eevil");
        text.Where(c => c != '\n' && (char.IsControl(c) || "\u202A\u202E\u2066\u2069\u200F\u200E\u061C\u2028".Contains(c, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static string[] Appraise(Folder folder, string text)
    {
        folder.Write("k.case.yaml", text);
        var watch = Stopwatch.StartNew();
        var (value, problems) = AppraisalCase.TryLoad(Path.Combine(folder.Path, "k.case.yaml"), new LoadOptions { Root = folder.Path });
        if (value is not null)
        {
            problems = problems.AddRange(new Appraiser().TryAppraise(value).Diagnostics);
        }

        watch.Elapsed.ShouldBeLessThan(Fast);
        problems.ShouldAllBe(p => p.Span.Source != null);
        return Texts(problems.Where(p => p.IsError));
    }

    private static string[] Check(Folder folder, string? file = null)
    {
        var watch = Stopwatch.StartNew();
        var problems = Documents.Check([file is null ? folder.Path : Path.Combine(folder.Path, file)], new LoadOptions { Root = folder.Path }).Diagnostics;
        watch.Elapsed.ShouldBeLessThan(Fast);
        problems.ShouldAllBe(p => p.Span.Source != null);
        return Texts(problems);
    }

    private static string[] Texts(IEnumerable<Diagnostic> problems) => [.. problems.Select(p => $"{p.Code.Id}@{p.Span.Start}")];

    private static string Nested(string open, string middle, string close) =>
        string.Concat(Enumerable.Repeat(open, 10_000)) + middle + string.Concat(Enumerable.Repeat(close, 10_000));

    private static string Doubled(string first, string next, int count)
    {
        var text = new StringBuilder($"derived:\n  case:\n    d0: {{ value: \"{first}\" }}\n");
        for (var i = 1; i <= count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    d{i}: {{ value: \"{next.Replace("{0}", $"d{i - 1}", StringComparison.Ordinal)}\" }}\n");
        }

        return text.ToString();
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static void Link(string folder, string name, string target) => File.CreateSymbolicLink(Path.Combine(folder, name), target);
}
