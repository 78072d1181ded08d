using System.Text.Json;
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
        var packs = RulesFolder.Files(".pack.yaml").ToDictionary(RulesFolder.Relative, f => RulePack.Load(f, RulesFolder.Options), StringComparer.Ordinal);
        var tests = RuleTestRun.All.ToLookup(r => r.Id, StringComparer.Ordinal);

        string.Join('\n', Lines.Skip(1).Select(l => (Line: l, Problem: Problem(l.Split(','), packs, tests))).Where(l => l.Problem.Length > 0).Select(l => $"{l.Line}: {l.Problem}")).ShouldBeEmpty();
    }

    private static string Problem(string[] row, Dictionary<string, RulePack> packs, ILookup<string, RuleTestRun> tests)
    {
        if (row is not [_, var file, var kind, var id, var test])
        {
            return $"it has not the columns {Header}";
        }

        if (!packs.TryGetValue(file, out var pack))
        {
            return "there is no such pack";
        }

        if (!IsThere(pack, file, kind, id))
        {
            return $"the pack defines no {kind} of that id";
        }

        if (!tests.Contains(test))
        {
            return "there is no such test";
        }

        if (!tests[test].All(t => t.Result.Outcome == TestOutcome.Passed))
        {
            return "the test does not pass";
        }

        var names = NamesOf(pack, kind, id);
        return names.Count == 0 || tests[test].Any(t => t.Reached.Reached.Any(r => names.Contains(r.Name.Split(' ')[0]))) ? "" : "the test expects nothing that rests on it";
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
