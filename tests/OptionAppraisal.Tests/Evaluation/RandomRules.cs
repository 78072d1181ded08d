using System.Text;
using System.Text.RegularExpressions;

namespace OptionAppraisal.Tests.Evaluation;

// A small random pack and case as text, with what the language has: stages, areas, weight sets, members, records, people, evidence.
// The same for the same seed, in whatever order and under whatever names it is written down. Names stand in angles until then.
internal sealed partial class RandomRules
{
    private const int MostCompletions = 12;
    private readonly Random _random;
    private readonly bool _hasAreas;
    private readonly bool _isRelative;
    private readonly List<string> _gates = [];
    private readonly List<string> _findings = [];
    private readonly List<string> _top = [];
    private readonly List<string> _criteria = [];
    private readonly List<string> _judged = [];
    private readonly List<string> _stages = [];
    private readonly List<(string Id, List<(string Path, string? Value)> Cells, string Area)> _options = [];
    private readonly List<(string Criterion, string Option, string Assessor, string? Value)> _judgements = [];
    private readonly List<(string Owner, string Fact, string? Value)> _others = [];
    private readonly List<List<string>> _sets = [];
    private readonly List<string> _samePackWeights = [];
    private readonly string _whenUnknown;

    public RandomRules(int seed, bool hasAreas = false, bool hasSets = false, bool hasStages = false, bool isRelative = true, bool isOpen = true)
    {
        _random = new Random(seed * 7919);
        _hasAreas = hasAreas;
        _isRelative = isRelative;
        HasStages = hasStages;
        _whenUnknown = Pick("lowest", "midpoint", "leave_out");
        Criteria(hasSets);
        for (var i = _random.Next(0, 4); i > 0; i--)
        {
            var ofStage = hasStages && _random.Next(2) == 0 ? $", stages: [<s{_random.Next(1, 3)}>]" : "";
            var scope = _random.Next(4) == 0;
            var applies = !scope && _random.Next(3) == 0 ? $", applies_when: '{Condition(1)}'" : "";
            _gates.Add($"  <g{i}>: {{ title: G, {(scope ? "scope: case, requires: '<c> or <n> > 1'" : $"requires: '{Condition(2)}'")}{applies}{ofStage}, on_fail: {Pick("exclude", "show_only")} IN_FORCE }}");
            _findings.Add($"  <f{i}>: {{ kind: risk, severity: low, scope: option, when: 'not(gates.<g{i}>) or {Condition(1)}', says: Said. IN_FORCE }}");
        }

        _findings.Add("  <fk>: { kind: lesson, severity: high, scope: option, when: 'scores.<k0> > 40', says: Said. }");
        _findings.Add("  <fb>: { kind: evidence, severity: { high: '<size> > 1', otherwise: low }, scope: <bodies>, when: '<size> > <n>', says: Said. }");
        if (hasStages)
        {
            var criteria = _random.Next(2) == 0 ? "" : $", criteria: [{Pick([.. _top.Select(Id)])}]";
            var keeps = Pick("", ", keeps: { top: 1 }", ", keeps: { top: 2 }", ", keeps: { at_least: 30 }");
            _stages.Add($"  <s1>: {{ title: First{criteria}{keeps}, needs: {{ case: [<c>], option: [<x>, <agree>] }}, review_by: {Pick("<bodies>", "'<bodies>[<size> > 1]'")} }}");
            _stages.Add("  <s2>: { title: Second, needs: { option: [<half>] } }");
            HasShortList = keeps.Length > 0;
        }

        Cells(isOpen);
    }

    public bool HasStages { get; }

    public bool HasShortList { get; }

    // The cells that are not known, as (place, values that it may have).
    public List<(int Place, string[] Domain)> Open { get; } = [];

    // Pack files in order, the root last.
    public IReadOnlyList<(string Name, string Text)> Pack(Writing writing, bool isSplit = false)
    {
        var shared = $$"""
            facts:
              case:
            {{Lines(writing, ["    <c>: { type: boolean }", "    <n>: { type: number }"])}}
              option:
            {{Lines(writing, ["    <flag>: { type: boolean }", "    <x>: { type: number }", "    <level>: { type: choice, of: [low, high] }", $"    <agree>: {{ type: boolean, per: [{string.Join(", ", Order(writing, ["<aims>", "<staff>"]))}] }}", "    <cost>: { type: number, per: <bodies> }"])}}
            records:
            {{Lines(writing, ["  <bodies>: { title: Bodies, facts: { <size>: { type: number } } }", "  <places>: { title: Places, facts: { <town>: { type: boolean } } }"])}}
            parameters:
              <p>: { {{(writing.IsDated ? "values: { 1990-01-01: 2 }" : "value: 2")}} }
            derived:
              option:
            {{Lines(writing, ["    <half>: { value: '(<x> + <n>) / 2' }", "    <change>: { value: 'max(<x> - baseline.<x>, 0)' }"])}}

            """;
        var root = new StringBuilder($"rule_pack: root\nversion: 1.0.0\nwhen_unknown: {_whenUnknown}\n");
        root.Append(writing.IsDated ? "in_force: { from: 1990-01-01, to: 2050-12-31 }\n" : "");
        root.Append(_hasAreas || writing.IsOneArea ? "areas: <places>\n" : "");
        root.Append(HasStages ? $"stages:\n{string.Join("\n", _stages)}\n" : "");
        if (!isSplit)
        {
            root.Append(shared).Append(Section("gates", _gates, writing)).Append(Section("criteria", _top, writing)).Append(Section("findings", _findings, writing));
            return [("root", Finish(root.ToString(), writing))];
        }

        (string Name, string Text)[] files =
        [
            ("facts", $"rule_pack: facts\n{shared}"),
            .. _top.Select((c, i) => ($"criterion{i}", $"rule_pack: criterion{i}\n{Section("criteria", [c], writing)}")),
            ("others", $"rule_pack: others\n{Section("gates", _gates, writing)}{Section("findings", _findings, writing)}"),
        ];
        root.Append("uses: [").AppendJoin(", ", Order(writing, [.. files.Select(f => $"{f.Name}.pack.yaml")])).Append("]\n");
        return [.. files.Select(f => (f.Name, Finish(f.Text, writing))), ("root", Finish(root.ToString(), writing))];
    }

    // The case; what is not known as in the completion, if any, else left out. With an option more, which is like the first but for its level.
    public string Case(Writing writing, IReadOnlyDictionary<int, string>? completion = null, bool hasExtra = false)
    {
        var place = 0;
        string? Next(string? value) => completion?.GetValueOrDefault(place) is { } given && place++ >= 0 ? given : Skip(value);
        string? Skip(string? value)
        {
            place++;
            return value;
        }

        List<(string Owner, string Fact, string? Value)> others = [.. _others.Select(o => (o.Owner, o.Fact, Next(o.Value)))];
        string Of(string owner) => string.Join(", ", Order(writing, [.. others.Where(o => o.Owner == owner && o.Value is not null).Select(o => $"{o.Fact}: {o.Value}")]));
        List<string> options = [];
        foreach (var (id, cells, area) in _options)
        {
            var facts = Facts(writing, [.. cells.Select(c => (c.Path, Next(c.Value)))]);
            var more = (id[^1] == '0' ? ", baseline: true" : "") + (_hasAreas ? $", area: {area}" : writing.IsOneArea ? ", area: <north>" : "");
            options.Add($"  <{id}>: {{ title: T{more}, facts: {{ {facts} }} }}");
            if (hasExtra && id == "a0")
            {
                var worse = cells.ConvertAll(c => c.Path == "<level>" ? (c.Path, "low") : c);
                options.Add($"  <extra>: {{ title: T{(_hasAreas ? $", area: {area}" : "")}, facts: {{ {Facts(writing, worse)} }} }}");
            }
        }

        List<(string Criterion, string Option, string Assessor, string? Value)> judgements = [.. _judgements.Select(j => (j.Criterion, j.Option, j.Assessor, Next(j.Value)))];
        judgements.AddRange(hasExtra ? judgements.Where(j => j.Option == "a0").Select(j => (j.Criterion, "extra", j.Assessor, j.Value)).ToList() : []);
        var text = new StringBuilder($$"""
            case: example
            rule_pack: root.pack.yaml
            as_of: 2002-06-01
            facts: { {{Of("case")}} }
            records:
              <bodies>:
            {{Lines(writing, [$"    <pct>: {{ {Of("pct")} }}", $"    <council>: {{ {Of("council")} }}"])}}
              <places>:
            {{Lines(writing, _hasAreas ? [$"    <north>: {{ {Of("north")} }}", $"    <south>: {{ {Of("south")} }}"] : [$"    <north>: {{ {Of("north")} }}"])}}
            assessors:
            {{Lines(writing, ["  <p1>: { body: <pct> }", "  <p2>: { body: <pct> }", "  <q1>: { body: <council> }"])}}

            """);
        text.Append(Section("options", options, writing));
        text.Append(Section("judgements", [.. judgements.GroupBy(j => j.Criterion).Select(c => $"  <{c.Key}>: {{ {string.Join(", ", Order(writing, [.. c.GroupBy(j => j.Option).Select(o =>
            $"<{o.Key}>: {{ {string.Join(", ", Order(writing, [.. o.Select(j => $"<{j.Assessor}>: {j.Value}")]))} }}")]))} }}")], writing));
        text.Append(Section("weight_sets", [.. _sets.Select((s, i) => $"  <w{i}>: {{ {string.Join(", ", Order(writing, [.. s]))} }}")], writing));
        text.Append(writing.HasSetOfPack ? $"weight_sets: {{ same: {{ {string.Join(", ", _samePackWeights)} }} }}\n" : "");
        text.Append(HasStages ? $"decisions: {{ <s1>: {{ by: {{ {string.Join(", ", Order(writing, ["<pct>: proceed", "<council>: proceed_with_changes"]))} }}, on: 2002-05-01 }} }}\n" : "");
        return Finish(text.ToString(), writing);
    }

    public IEnumerable<Dictionary<int, string>> Completions()
    {
        var count = Open.Aggregate(1, (n, o) => n * o.Domain.Length);
        for (var n = 0; n < count; n++)
        {
            var rest = n;
            var completion = new Dictionary<int, string>();
            foreach (var (place, domain) in Open)
            {
                completion[place] = domain[rest % domain.Length];
                rest /= domain.Length;
            }

            yield return completion;
        }
    }

    private void Criteria(bool hasSets)
    {
        var leaves = Enumerable.Range(0, _random.Next(2, 5)).Select(i => (Weight: i is 0 or 2 ? _random.Next(1, 6) : _random.Next(0, 6), Rule: Leaf(i))).ToList();
        var hasBranch = leaves.Count > 2 && _random.Next(2) == 0;
        for (var i = 0; i < leaves.Count; i++)
        {
            _criteria.Add($"<k{i}>: {{ weight: {leaves[i].Weight}, {leaves[i].Rule} IN_FORCE }}");
            _samePackWeights.Add($"<k{i}>: {leaves[i].Weight}");
        }

        if (hasBranch)
        {
            var weight = _random.Next(1, 4);
            _samePackWeights.Add($"<kb>: {weight}");
            _top.Add($"  <kb>: {{ weight: {weight}, criteria: {{ {_criteria[0]}, {_criteria[1]} }} }}");
        }

        _top.AddRange(_criteria.Skip(hasBranch ? 2 : 0).Select(c => "  " + c));
        for (var i = hasSets ? _random.Next(1, 4) : 0; i > 0; i--)
        {
            _sets.Add([.. _top.Select((t, n) => $"{Id(t)}: {(n == 0 ? _random.Next(1, 9) : _random.Next(0, 9))}")]);
            if (hasBranch && _random.Next(2) == 0)
            {
                _sets[^1].AddRange([$"<k0>: {_random.Next(0, 5)}", $"<k1>: {_random.Next(1, 5)}"]);
            }
        }
    }

    private string Leaf(int index)
    {
        var applies = index == 1 && _random.Next(3) == 0 ? $"applies_when: {(_hasAreas ? Pick("area.<town>", "<c>") : "<c>")}, " : "";
        switch (_random.Next(_isRelative ? 10 : 8))
        {
            case 0:
                return $"{applies}bands: {{ of: '{Number(1)}', rows: [[2, 70], [1, {_random.Next(60)}]], below: 5 }}";
            case 1:
                return applies + "levels: { of: <level>, scores: { low: 20, high: 80 } }";
            case 2:
                return $"{applies}curve: {{ of: '{Number(1)}', points: [[0, 10], [2, 60], [5, {_random.Next(60)}]] }}";
            case 3:
                return $"{applies}scale: [-20, 100], formula: '{Number(2)} * 10'";
            case 4:
                return $"{applies}linear: {{ of: '{Number(1)}', worst: 0, best: 6 }}";
            case 5:
                _judged.Add($"k{index}");
                return applies + (_random.Next(2) == 0 ? "judged: true" : "judged: { combine: lowest_body }");
            case >= 8:
                return $"{applies}linear: {{ of: '{Number(1)}', worst: {Pick("lowest", "0")}, best: highest }}";
            default:
                var policy = Pick("first", "priority", "collect_max", "collect_min");
                var rows = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => $"{{ when: '{Condition(2)}', score: {_random.Next(100)}{(policy == "priority" ? $", priority: {_random.Next(3)}" : "")} IN_FORCE }}");
                return $"{applies}table: {{ hit_policy: {policy}, rows: [ {string.Join(", ", rows)}, {{ otherwise: true, score: 10 IN_FORCE }} ] }}";
        }
    }

    private string Condition(int depth) => _random.Next(depth > 0 ? 12 : 7) switch
    {
        0 => "<flag>",
        1 => "<c>",
        2 => "<level> = high",
        3 => "<agree>.<aims>",
        4 => "all(<agree>)",
        5 => _hasAreas ? "area.<town>" : "any(<agree>)",
        6 => "(every b in <bodies> satisfies <cost>[b] > <n>)",
        7 => $"({Condition(depth - 1)} and {Condition(depth - 1)})",
        8 => $"({Condition(depth - 1)} or {Condition(depth - 1)})",
        9 => $"not({Condition(depth - 1)})",
        10 => "(some b in <bodies> satisfies <cost>[b] > b.<size>)",
        _ => $"{Number(depth - 1)} >= {_random.Next(4)}",
    };

    private string Number(int depth) => _random.Next(depth > 0 ? 10 : 5) switch
    {
        0 or 5 => "<x>",
        1 => "<n>",
        2 => "sum(<cost>)",
        3 => "<p>",
        4 => "<half>",
        6 => "<change>",
        7 => "count(<bodies>[<size> > 1])",
        8 => "max(<x>, <n>)",
        _ => $"(if {Condition(depth - 1)} then <x> else <n>)",
    };

    private void Cells(bool isOpen)
    {
        string[] flags = ["true", "false"];
        string[] numbers = ["0", "1", "3"];
        List<(string Owner, string Path, string[] Domain)> all = [("case", "<c>", flags), ("case", "<n>", numbers), ("pct", "<size>", numbers), ("council", "<size>", numbers), ("north", "<town>", flags)];
        if (_hasAreas)
        {
            all.Add(("south", "<town>", flags));
        }

        var others = all.Count;
        var options = Enumerable.Range(0, _random.Next(2, 4)).Select(i => $"a{i}").Concat(_hasAreas ? Enumerable.Range(0, _random.Next(1, 4)).Select(i => $"b{i}") : []).ToList();
        foreach (var option in options)
        {
            all.AddRange([(option, "<flag>", flags), (option, "<x>", numbers), (option, "<level>", ["low", "high"]), (option, "<agree>.<aims>", flags), (option, "<agree>.<staff>", flags)]);
            all.AddRange([(option, "<cost>.<pct>", numbers), (option, "<cost>.<council>", numbers)]);
        }

        var facts = all.Count;
        foreach (var criterion in _judged)
        {
            all.AddRange(options.SelectMany(o => new[] { "p1", "q1" }.Select(a => (o, $"{criterion}.{a}", (string[])["0", "35", "100"]))));
        }

        var combinations = 1;
        var values = all.ConvertAll(c => (string?)c.Domain[_random.Next(c.Domain.Length)]);
        for (var i = isOpen ? _random.Next(0, 5) : 0; i > 0; i--)
        {
            var cell = _random.Next(all.Count);
            if (values[cell] is not null && combinations * all[cell].Domain.Length <= MostCompletions)
            {
                combinations *= all[cell].Domain.Length;
                values[cell] = null;
                Open.Add((cell, all[cell].Domain));
            }
        }

        for (var i = others; i < facts; i++)
        {
            if (values[i] is { } value && !all[i].Path.Contains('.', StringComparison.Ordinal) && _random.Next(12) == 0)
            {
                values[i] = $"{{ value: {value}, grade: testimony }}";
            }
        }

        _others.AddRange(Enumerable.Range(0, others).Select(i => (all[i].Owner, all[i].Path, values[i])));
        foreach (var option in options)
        {
            _options.Add((option, [.. Enumerable.Range(others, facts - others).Where(i => all[i].Owner == option).Select(i => (all[i].Path, values[i]))], option[0] == 'a' ? "<north>" : "<south>"));
        }

        _judgements.AddRange(Enumerable.Range(facts, all.Count - facts).Select(i => (all[i].Path.Split('.')[0], all[i].Owner, all[i].Path.Split('.')[1], values[i])));
    }

    private static string Facts(Writing writing, List<(string Path, string? Value)> cells)
    {
        var known = cells.Where(c => c.Value is not null).ToList();
        var plain = known.Where(c => !c.Path.Contains('.', StringComparison.Ordinal)).Select(c => $"{c.Path}: {c.Value}");
        var members = known.Where(c => c.Path.Contains('.', StringComparison.Ordinal)).GroupBy(c => c.Path.Split('.')[0])
            .Select(g => $"{g.Key}: {{ {string.Join(", ", Order(writing, [.. g.Select(c => $"{c.Path.Split('.')[1]}: {c.Value}")]))} }}");
        return string.Join(", ", Order(writing, [.. plain, .. members]));
    }

    private static string Section(string key, List<string> lines, Writing writing) => lines.Count == 0 ? "" : $"{key}:\n{Lines(writing, [.. lines])}\n";

    private static string Lines(Writing writing, string[] lines) => string.Join("\n", Order(writing, lines));

    private static string[] Order(Writing writing, string[] things)
    {
        writing.Shuffle?.Shuffle(things);
        return things;
    }

    private static string Finish(string text, Writing writing) => Names().Replace(
        text.Replace(" IN_FORCE", writing.IsDated ? ", in_force: { from: 1990-01-01, to: 2050-12-31 }" : "", StringComparison.Ordinal), m => writing.Name(m.Groups[1].Value));

    private static string Id(string line) => line.Trim()[..(line.Trim().IndexOf('>', StringComparison.Ordinal) + 1)];

    private string Pick(params string[] of) => of[_random.Next(of.Length)];

    [GeneratedRegex("<([a-z][a-z0-9]*)>")]
    private static partial Regex Names();

    // How it is written down.
    public sealed record Writing
    {
        public Func<string, string> Name { get; init; } = n => n;

        public Random? Shuffle { get; init; }

        public bool IsDated { get; init; }

        public bool IsOneArea { get; init; }

        public bool HasSetOfPack { get; init; }
    }
}
