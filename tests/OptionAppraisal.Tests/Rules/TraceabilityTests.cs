using System.Text.Json;
using OptionAppraisal.Authoring.Coverage;
using OptionAppraisal.Authoring.Testing;
using OptionAppraisal.Packs;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Rules;

/// <summary>Each thing that the two documents ask for stands in a rule pack, and a test shows it.</summary>
public sealed class TraceabilityTests
{
    private const string Header = "seed_item,pack,kind,id,test";

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(RulesFolder.Path, "traceability.csv"));

    private static readonly Lazy<Dictionary<string, RulePack>> Packs =
        new(() => RulesFolder.Files(".pack.yaml").ToDictionary(RulesFolder.Relative, f => RulePack.Load(f, RulesFolder.Options), StringComparer.Ordinal));

    private static string[] Items => File.ReadAllLines(Repository.PathOf("tests", "OptionAppraisal.Tests", "Rules", "seed_items.txt"));

    [Fact]
    public void Every_item_has_a_row_and_every_row_an_item()
    {
        Lines[0].ShouldBe(Header);
        var named = Lines.Skip(1).Select(l => l.Split(',')[0]).ToList();

        Items.Except(named, StringComparer.Ordinal).ShouldBeEmpty();
        named.Except(Items, StringComparer.Ordinal).ShouldBeEmpty();
        Lines.ShouldBeUnique();
    }

    [SharedFact("domain")]
    public void The_items_are_those_that_were_found_in_the_documents()
    {
        using var found = JsonDocument.Parse(File.ReadAllText(SharedFactAttribute.PathOf("domain", "seed-items.json")));

        Items.Length.ShouldBe(85);
        found.RootElement.EnumerateArray().Select(i => i.GetProperty("id").GetString()!).ShouldBe(Items, ignoreOrder: true);
    }

    [Fact]
    public void What_a_row_names_is_in_its_pack_and_its_test_passes_and_is_about_it()
    {
        string.Join('\n', Lines.Skip(1).Select(l => (Line: l, Problem: Problem(l.Split(',')))).Where(l => l.Problem.Length > 0).Select(l => $"{l.Line}: {l.Problem}")).ShouldBeEmpty();
    }

    [Fact]
    public void Of_each_gate_criterion_and_finding_one_test_shows_it_speak_and_another_shows_it_silent()
    {
        var rules = Lines.Skip(1).Select(l => l.Split(',')).Where(r => r[2] is "gate" or "criterion" or "finding").ToLookup(r => string.Join(',', r[..4]), StringComparer.Ordinal);

        rules.Count.ShouldBeGreaterThan(100);
        string.Join('\n', rules.Select(r => (r.Key, Problem: ProblemOf([.. r]))).Where(r => r.Problem.Length > 0).Select(r => $"{r.Key}: {r.Problem}")).ShouldBeEmpty();
    }

    [Fact]
    public void Each_item_about_a_report_has_a_stage_that_asks_for_one() =>
        Items.Where(i => i.StartsWith("rep.", StringComparison.Ordinal))
            .Except(Lines.Skip(1).Select(l => l.Split(',')).Where(r => r[2] == "report").Select(r => r[0]), StringComparer.Ordinal)
            .ShouldBeEmpty();

    private static string Problem(string[] row)
    {
        if (row is not [_, var file, var kind, var id, var test])
        {
            return $"it has not the columns {Header}";
        }

        if (!Packs.Value.TryGetValue(file, out var pack))
        {
            return "there is no such pack";
        }

        if (!IsThere(pack, file, kind, id))
        {
            return $"the pack defines no {kind} of that id";
        }

        var tests = TestsOf(file, test).ToList();
        if (tests.Count == 0)
        {
            return "neither the pack nor one that uses it has such a test";
        }

        if (!tests.TrueForAll(t => t.Result.Outcome == TestOutcome.Passed))
        {
            return "the test does not pass";
        }

        return NamesOf(pack, kind, id).Count == 0 || ReachedOf(row).Count > 0 ? "" : "the test expects nothing that rests on it";
    }

    // All rows of one rule, for one item.
    private static string ProblemOf(IReadOnlyList<string[]> rows)
    {
        var (file, kind, id) = (rows[0][1], rows[0][2], rows[0][3]);
        var reached = rows.SelectMany(ReachedOf).ToHashSet();
        var ways = reached.Select(r => r.Outcome).ToHashSet(StringComparer.Ordinal);
        var problem = kind switch
        {
            "gate" when !ways.Contains("fails") => "no test shows it fail",
            "gate" when !ways.Contains("passes") && !ways.Contains("does not apply") => "no test shows it let an option pass",
            "finding" when !ways.Contains("is raised") => "no test shows it raised",
            "finding" when !ways.Contains("is silent") => "no test shows it silent",
            "criterion" when reached.Count == 1 && TargetsOf(file, kind, id).Count() > 1 => "its tests all show the same row",
            _ => "",
        };
        return rows.Select(r => r[4]).Distinct(StringComparer.Ordinal).Count() < 2 ? "it has one test alone" : problem;
    }

    // A test is of the pack beside it. It tells of that pack, and of those that it uses.
    private static IEnumerable<RuleTestRun> TestsOf(string file, string test) => RuleTestRun.All.Where(r =>
        r.Id == test && Packs.Value.TryGetValue(r.Result.File.Replace(".tests.yaml", ".pack.yaml", StringComparison.Ordinal), out var pack) && (pack.Span.Path == file || pack.Uses.Any(u => u.Path == file)));

    private static List<RuleTarget> ReachedOf(string[] row)
    {
        var names = NamesOf(Packs.Value[row[1]], row[2], row[3]);
        return [.. TestsOf(row[1], row[4]).SelectMany(t => t.Reached.Reached).Where(t => t.Span.Path == row[1] && names.Contains(t.Name.Split(' ')[0]))];
    }

    private static IEnumerable<RuleTarget> TargetsOf(string file, string kind, string id)
    {
        var names = NamesOf(Packs.Value[file], kind, id);
        return RuleTargets.Of(Packs.Value[file]).Where(t => t.Span.Path == file && names.Contains(t.Name.Split(' ')[0]));
    }

    // A report is asked for by a stage, which says how long it may be.
    private static bool IsThere(RulePack pack, string file, string kind, string id) => kind switch
    {
        "gate" => pack.Gates.Any(g => g.Id == id && g.Span.Path == file),
        "criterion" => pack.AllCriteria.Any(c => c.Id == id && c.Span.Path == file),
        "finding" => pack.Findings.Any(f => f.Id == id && f.Span.Path == file),
        "derived" => pack.Derived.Any(d => (d.Scope.List is { } list ? $"{list.Id}.{d.Id}" : d.Id) == id && d.Span.Path == file),
        "parameter" => pack.Parameters.Any(p => p.Id == id && p.Span.Path == file),
        "stage" => pack.Stages.Any(s => s.Id == id && s.Span.Path == file),
        "report" => pack.Stages.Any(s => s.Id == id && s.Span.Path == file && s.MaxWords is not null),
        "fact" => pack.Schema.CaseFacts.Concat(pack.Schema.OptionFacts).Any(f => f.Id == id) || pack.Schema.RecordLists.Any(l => l.Facts.Any(f => $"{l.Id}.{f.Id}" == id)),
        "record" => pack.Schema.FindList(id) is not null,
        _ => false,
    };

    // What a test may reach of a rule: of a branch the leaves below it; of facts nothing is told.
    private static HashSet<string> NamesOf(RulePack pack, string kind, string id) => kind switch
    {
        "gate" => [$"gates.{id}"],
        "finding" => [$"findings.{id}"],
        "criterion" => [.. Below(pack.AllCriteria.First(c => c.Id == id)).Select(c => $"criteria.{c.Id}")],
        _ => [],
    };

    private static IEnumerable<Criterion> Below(Criterion criterion) => [criterion, .. criterion.Children.SelectMany(Below)];
}
