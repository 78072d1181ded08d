using System.Globalization;
using System.Text;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Json;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Tests.Architecture;
using OptionAppraisal.Tests.Binding.Expressions;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Hostile;

/// <summary>Over 200,000 spoiled inputs, from text to report: a result or located problems, never an exception and never a hang.</summary>
/// <remarks>Seeded. With OPTION_APPRAISAL_FUZZ=n there are n times as many, of other seeds: for a long run by hand.</remarks>
public class FuzzTests
{
    private const int Expressions = 190_000;
    private const int Packs = 500;
    private const int ExpressionsOfAPack = 24;
    private const int Sets = 4_000;

    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("OPTION_APPRAISAL_FUZZ"), CultureInfo.InvariantCulture, out var times) ? times : 1;

    private static readonly string[] Words =
    [
        "quality", "annual_cost", "setup_cost", "share", "staff", "legal_route", "pooled_budget", "none", "covers", "lead", "signed", "note", "coterminous", "rates", "services", "bodies", "baseline", "saving_share", "rate", "as_of",
        "is_baseline", "this", "item", "x", "1", ".5", "0", "-1", "1e3", "79228162514264337593543950335", "\"a\"", "true", "false", "null", "@\"2002-04-01\"", "date(\"2002-04-01\")", "+", "-", "*", "/", "**", "=", "!=", "<", "<=",
        ">", ">=", "and", "or", "not(", "if", "then", "else", "some x in", "every x in", "for x in", "return", "satisfies", "in", "between", "(", ")", "[", "]", ",", ".", "..", ":", "signs", "signs.aims", "cost_to", "led_by", "reviewed", "area", "grade(", "testimony", "count(", "sum(", "min(", "sqrt(", "known(",
        "substring(", "string join(", "sort(", "flatten(", "[1, 2, 3]", "1..10", ".year", ".title", "{", "}", "%", "==", "&&", "//", "/*", "*/", "“", "£", "😀",
    ];

    private static readonly string[] Scopes = ["case", "only", "option", "bodies", "services", "finding", "case finding", "body finding", "area option", "area only"];

    private static readonly string[] Lines =
    [
        .. CaseFile.Lines("types.txt").Concat(CaseFile.Lines("trees.txt")).Concat(CaseFile.Lines("errors.txt")).Select(l => CaseFile.Split(l).Text),
        .. CaseFile.Lines("cells.txt").Select(l => CaseFile.Split(l).Text.Split(';')[^1].Trim()),
        .. new[] { "numbers", "texts", "lists", "dates" }
            .SelectMany(n => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Packs", "Functions", n + ".cases.txt")))
            .Where(l => l.Contains(" => ", StringComparison.Ordinal)).Select(l => l[..l.LastIndexOf(" => ", StringComparison.Ordinal)].Replace("?", "null", StringComparison.Ordinal)),
    ];

    [Fact]
    public void A_spoiled_expression_is_bound_or_has_located_problems()
    {
        Parallel.For(0, Times, run =>
        {
            var random = new SeededRandom(0xE0000 + (ulong)run);
            for (var i = 0; i < Expressions; i++)
            {
                var text = Expression(random);
                var bag = new DiagnosticBag();
                var scope = random.Pick(Scopes);
                var bound = (i % 3) switch
                {
                    0 => TestNames.BindCondition(scope, text, bag),
                    1 => TestNames.BindCell("option", random.Chance(50) ? "quality" : "legal_route", text, bag),
                    _ => TestNames.Bind(scope, text, bag),
                };
                (bound is not null || bag.HasErrors).ShouldBeTrue(text);
                Look(bag.ToSorted(), text);
            }
        });
    }

    [Fact]
    public void Spoiled_expressions_are_judged_or_have_located_problems()
    {
        var judged = 0;
        Parallel.For(0, Packs * Times, run =>
        {
            var random = new SeededRandom(0xF0000 + (ulong)run);
            List<string> expressions = [.. Enumerable.Range(0, ExpressionsOfAPack).Select(_ => Expression(random).ReplaceLineEndings(" "))];
            var read = RulePack.TryParse(PackOf(expressions));
            Look(read.Diagnostics, string.Join('\n', expressions));
            expressions = [.. expressions.Where((_, i) => !read.Diagnostics.Any(d => d.IsError && d.Span.Start.Line == FirstLine + i))];
            if (RulePack.TryParse(PackOf(expressions)).Value is { } pack)
            {
                Interlocked.Add(ref judged, expressions.Count);
                Appraise(AppraisalCase.TryParse(Case, pack), string.Join('\n', expressions));
            }
        });
        judged.ShouldBeGreaterThan(Packs);
    }

    [Fact]
    public void A_set_of_documents_with_a_spoiled_one_is_appraised_or_has_located_problems()
    {
        var rules = Read(Repository.PathOf("rules"));
        var bad = Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "bad")).Order(StringComparer.Ordinal)
            .Where(f => !Path.GetFileName(f).StartsWith("OA6007", StringComparison.Ordinal)).Select(Read).Where(s => s.Count > 0).ToList();
        Parallel.For(0, Sets * Times, run =>
        {
            var random = new SeededRandom(0xD0000 + (ulong)run);
            var set = run % 16 == 0 ? rules : random.Pick(bad);
            var spoiled = random.Pick(set.Keys.ToList());
            var bytes = Mutation.Of(set[spoiled], random);
            var store = new TextStore();
            foreach (var (path, text) in set)
            {
                store.TryAdd(path, path == spoiled ? bytes : Encoding.UTF8.GetBytes(text));
            }

            var what = $"run {run}: {spoiled}\n{Encoding.UTF8.GetString(bytes)}";
            var bag = new DiagnosticBag();
            new DocumentLoader(store, bag).LoadAny(spoiled, DocumentLoader.PlaceOf(spoiled));
            Look(bag.ToSorted(), what);
            foreach (var path in set.Keys.Where(p => p.EndsWith(".case.yaml", StringComparison.Ordinal)))
            {
                var found = new DiagnosticBag();
                var read = new DocumentLoader(store, found).LoadCase(path, DocumentLoader.PlaceOf(path));
                Appraise(LoadResult<AppraisalCase>.Of(read, found), what);
            }
        });
    }

    private const int FirstLine = 15;

    private const string Case = """
        case: k
        rule_pack: p.pack.yaml
        as_of: 2002-06-01
        facts: { coterminous: true, rates: [1, 2.5, -3], place: Hartlepool, population: 90000 }
        records: { bodies: { pct: { kind: pct, population: 5, founded: 2001-04-01 }, council: { parent: pct } }, services: { a: { task: payroll, provided_by: pct, annual_cost: 5, tags: [x, y] }, b: { annual_cost: 7 } } }
        options:
          now: { baseline: true, facts: { legal_route: none, annual_cost: 10, setup_cost: 0, quality: 3, covers: [], note: abc } }
          joint: { facts: { legal_route: pooled_budget, annual_cost: 8, covers: [a, b], lead: pct, signed: 2002-02-28, share: 0.1, staff: 2 } }
        """;

    // Each expression is a derived fact on a line of its own, and is shown by a finding.
    private static string PackOf(List<string> expressions)
    {
        var text = new StringBuilder("""
            rule_pack: p
            parameters: { rate: { unit: ratio, value: 0.06 }, budget: { unit: GBP/year, value: 100 } }
            records:
              bodies: { facts: { kind: { type: choice, of: [pct, council] }, population: { type: number, unit: people }, founded: { type: date }, parent: { type: reference, to: bodies } } }
              services: { facts: { task: { type: choice, of: [payroll, estates] }, provided_by: { type: reference, to: bodies }, annual_cost: { type: number, unit: GBP/year }, tags: { type: list, of: { type: text } } } }
            facts:
              case: { coterminous: { type: boolean }, place: { type: text }, rates: { type: list, of: { type: number } }, population: { type: number, unit: people } }
              option: { legal_route: { type: choice, of: [none, pooled_budget, lead_commissioning] }, annual_cost: { type: number, unit: GBP/year }, setup_cost: { type: number, unit: GBP }, staff: { type: number, unit: FTE }, share: { type: number, unit: ratio }, agreement: { type: boolean }, covers: { type: list, of: { type: reference, to: services } }, lead: { type: reference, to: bodies }, signed: { type: date }, note: { type: text }, quality: { type: number } }
            criteria:
              c: { table: { rows: [{ when: quality > 2, score: 50 }, { otherwise: true, score: 10 }] } }
            derived:
              option:
                saving_share: { value: "(baseline.annual_cost - annual_cost) / baseline.annual_cost" }
                zero: { value: "0" }

            """.ReplaceLineEndings("\n"));
        for (var i = 0; i < expressions.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    d{i}: {{ value: '{expressions[i].Replace("'", "''", StringComparison.Ordinal)}' }}\n");
        }

        text.Append("findings:\n  none_at_all: { kind: risk, severity: low, scope: option, when: \"true\", says: words }\n");
        for (var i = 0; i < expressions.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  f{i}: {{ kind: risk, severity: low, scope: option, when: \"true\", says: \"{{d{i}}}\" }}\n");
        }

        return text.ToString();
    }

    private static string Expression(SeededRandom random)
    {
        if (random.Chance(30))
        {
            return string.Join(random.Chance(20) ? "" : " ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => random.Pick(Words)));
        }

        var text = random.Pick(Lines);
        for (var i = random.Next(3); i > 0; i--)
        {
            text = random.Chance(50) ? Mutation.Piece(text, random) : text.Insert(random.Next(text.Length + 1), " " + random.Pick(Words) + " ");
        }

        return text;
    }

    private static SortedDictionary<string, string> Read(string folder)
    {
        var set = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
        {
            set.Add(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file, Encoding.Latin1));
        }

        return set;
    }

    private static void Appraise(LoadResult<AppraisalCase> read, string what)
    {
        (read.Value is null).ShouldBe(read.Diagnostics.Any(d => d.IsError), what);
        Look(read.Diagnostics, what);
        if (read.Value is not { } sound)
        {
            return;
        }

        var outcome = new Appraiser().TryAppraise(sound);
        Look(outcome.Diagnostics, what);
        (outcome.Result is null).ShouldBe(outcome.Diagnostics.Any(d => d.IsError), what);
        if (outcome.Result is { } result)
        {
            AppraisalText.Write(result).ToString().ShouldNotBeEmpty();
            AppraisalJson.Format(result).ShouldNotBeEmpty();
        }
    }

    private static void Look(IReadOnlyList<Diagnostic> problems, string what)
    {
        foreach (var problem in problems)
        {
            if (problem.Span.Source is not { } source || problem.Span.EndOffset > source.Text.Length || problem.Message.Length == 0 || string.IsNullOrEmpty(problem.Help))
            {
                Assert.Fail($"{problem}\n{problem.Help}\n{what}");
            }
        }

        if (problems.Count > 0)
        {
            DiagnosticPrinter.Print(problems).ShouldNotBeEmpty();
        }
    }
}
