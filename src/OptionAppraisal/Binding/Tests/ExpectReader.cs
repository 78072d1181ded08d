using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Tests;

/// <summary>What a test expects, read for its case: what the rule pack or the case does not have is an error, and no failed test.</summary>
internal sealed class ExpectReader(GivenCase given, DiagnosticBag bag)
{
    private static readonly ImmutableArray<string> OfOneOption = ["scores", "total", "status", "rank"];

    private readonly ExpectedThings _things = new(given, bag);

    public Expectations Read(KeyedMap keys)
    {
        if (keys.Node.IsEmpty)
        {
            bag.Add(TestCodes.BadExpectation, keys.Owner, "nothing is expected", "say what must come out, such as `expect: { scores: { its_criterion: 100 } }`");
        }

        var options = new List<OptionExpectations> { OfOption(keys, given.Option, isTop: true) };
        foreach (var entry in keys.Map("options")?.Entries ?? [])
        {
            if (given.Case.Options.FirstOrDefault(o => o.Id == entry.Key.Text) is not { } option)
            {
                _things.Refuse(entry.Key, "the case has no option", given.Case.Options.Select(o => o.Id), "options");
            }
            else if (KeyedMap.Read(entry.Value, TestTables.Option, entry.Key.Span, bag) is { } map)
            {
                options.Add(OfOption(map, option, isTop: false));
            }
        }

        return new Expectations
        {
            Options = [.. options],
            Recommendations = ByArea(keys, "recommendation", "a recommendation", "the id of an option, or `none`", Recommended),
            Settlements = ByArea(keys, "settled", "a recommendation", "true or false", Settled),
            Stage = Stage(keys),
            Ended = keys.Scalar("ended") is { } ended ? new(ended.Text, ended.Span) : null,
            WaitingFor = WaitingFor(keys),
            Error = Error(keys),
        };
    }

    private OptionExpectations OfOption(KeyedMap keys, AppraisalOption? option, bool isTop)
    {
        if (option is null && OfOneOption.Select(keys.Entry).OfType<MappingEntry>().FirstOrDefault() is { } first)
        {
            bag.Add(
                TestCodes.NoOptionNamed, first.Key.Span, $"`{first.Key.Text}` is of an option, and the test names none",
                "add `option: its_id` beside `from`, or write it below `options: { its_id: ... }`");
        }

        return new OptionExpectations(option, isTop)
        {
            Scores = Scores(keys),
            Derived = [.. (keys.Map("derived")?.Entries ?? []).Select(e => _things.Derived(e, option)).OfType<ExpectedDerived>()],
            Gates = Gates(keys, option),
            Findings = Findings(keys, "findings", option, isTop),
            Included = Findings(keys, "findings_include", option, isTop),
            Excluded = Findings(keys, "findings_exclude", option, isTop),
            Unknown = Findings(keys, "unknown_findings", option, isTop),
            Total = keys.Entry("total") is { } total ? _things.Number(total) : null,
            Status = keys.Scalar("status") is { } status ? new(status.Text, status.Span) : null,
            Rank = Rank(keys),
        };
    }

    private ImmutableArray<(Criterion Criterion, Expected Expected)> Scores(KeyedMap keys)
    {
        var scores = ImmutableArray.CreateBuilder<(Criterion, Expected)>();
        foreach (var entry in keys.Map("scores")?.Entries ?? [])
        {
            if (given.Pack.AllCriteria.FirstOrDefault(c => c.Id == entry.Key.Text) is not { } criterion)
            {
                _things.Refuse(entry.Key, "unknown criterion", given.Pack.AllCriteria.Select(c => c.Id), "criteria");
            }
            else if (_things.Number(entry) is { } expected)
            {
                scores.Add((criterion, expected));
            }
        }

        return scores.DrainToImmutable();
    }

    private ImmutableArray<(Gate Gate, string Outcome)> Gates(KeyedMap keys, AppraisalOption? option)
    {
        var gates = ImmutableArray.CreateBuilder<(Gate, string)>();
        foreach (var entry in keys.Map("gates")?.Entries ?? [])
        {
            if (given.Pack.Gates.FirstOrDefault(g => g.Id == entry.Key.Text) is not { } gate)
            {
                _things.Refuse(entry.Key, "unknown gate", given.Pack.Gates.Select(g => g.Id), "gates");
            }
            else if (option is null && gate.Scope.Kind == RuleScopeKind.Option)
            {
                bag.Add(TestCodes.NoOptionNamed, entry.Key.Span, $"the gate `{gate.Id}` is of an option, and the test names none", "add `option: its_id` beside `from`, or write it below `options: { its_id: ... }`");
            }
            else if (Scalars.Word(entry.Value, ["pass", "fail", "unknown", "not_applicable"], bag) is { } outcome)
            {
                gates.Add((gate, outcome));
            }
        }

        return gates.DrainToImmutable();
    }

    private Mention<ImmutableArray<FindingMention>>? Findings(KeyedMap keys, string key, AppraisalOption? option, bool isTop)
    {
        if (keys.Entry(key) is not { Value: SequenceNode list } entry)
        {
            return null;
        }

        var mentions = list.Items.Select(i => _things.Finding(i, option, isTop, isExcluded: key == "findings_exclude")).OfType<FindingMention>();
        return new([.. mentions], entry.Key.Span);
    }

    private Mention<int?>? Rank(KeyedMap keys)
    {
        if (keys.NodeOf("rank") is not { } written)
        {
            return null;
        }

        if (written is ScalarNode { IsEmpty: true } or ScalarNode { Text: "none" })
        {
            return new(null, written.Span);
        }

        if (Scalars.Number(written, bag) is not { } rank)
        {
            return null;
        }

        if (rank is >= 1 and <= 1_000_000 && rank % 1 == 0)
        {
            return new((int)rank, written.Span);
        }

        bag.Add(KeyCodes.OutOfRange, written.Span, "a rank is a whole number from 1", "write `rank: 1`, or `rank: none` for an option that is not ranked");
        return null;
    }

    // One for a case without areas or with one alone, else one for each area that the test names.
    private ImmutableArray<T> ByArea<T>(KeyedMap keys, string key, string what, string wanted, Func<string?, ScalarNode, T?> read)
        where T : class
    {
        if (keys.Entry(key) is not { } entry)
        {
            return [];
        }

        var areas = given.Pack.Areas is { } list ? given.Case.RecordsOf(list) ?? [] : [];
        if (entry.Value is ScalarNode one)
        {
            if (areas.Length > 1)
            {
                bag.Add(TestCodes.BadExpectation, one.Span, $"there is {what} for each area", $"write `{key}: {{ {areas[0].Id}: {Scalars.Short(one)} }}`");
            }

            return read(null, one) is { } only ? [only] : [];
        }

        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var ofArea in ((MappingNode)entry.Value).Entries)
        {
            if (!areas.Any(a => a.Id == ofArea.Key.Text))
            {
                _things.Refuse(ofArea.Key, "the case has no area", areas.Select(a => a.Id), "areas");
            }
            else if (ofArea.Value is not ScalarNode value)
            {
                bag.Add(KeyCodes.WrongKind, ofArea.Value.Span, $"expected {wanted}, found {ofArea.Value.Describe}", $"write {wanted}");
            }
            else if (read(ofArea.Key.Text, value) is { } expected)
            {
                all.Add(expected);
            }
        }

        return all.DrainToImmutable();
    }

    private ExpectedSettlement? Settled(string? area, ScalarNode settled) =>
        Scalars.Boolean(settled, bag) is { } isSettled ? new(area, isSettled) : null;

    private ExpectedRecommendation? Recommended(string? area, ScalarNode id)
    {
        if (id.Text == "none")
        {
            return new(area, null);
        }

        if (given.Case.Options.Any(o => o.Id == id.Text))
        {
            return new(area, id.Text);
        }

        _things.Refuse(id, "the case has no option", given.Case.Options.Select(o => o.Id).Append("none"), "options");
        return null;
    }

    private Mention<string>? Stage(KeyedMap keys)
    {
        if (keys.Scalar("stage") is not { } id)
        {
            return null;
        }

        if (given.Pack.Stages.Any(s => s.Id == id.Text))
        {
            return new(id.Text, id.Span);
        }

        _things.Refuse(id, $"`{given.Pack.Id}` has no stage", given.Pack.Stages.Select(s => s.Id), "stages");
        return null;
    }

    private Mention<ImmutableArray<string>>? WaitingFor(KeyedMap keys)
    {
        if (keys.Entry("waiting_for") is not { } entry)
        {
            return null;
        }

        var lists = given.Pack.Stages.Select(s => s.ReviewBy?.Type).OfType<ListType>().Select(l => l.Element).OfType<ReferenceType>().Select(r => r.ListId).Distinct(StringComparer.Ordinal);
        var bodies = lists.Select(given.Pack.Schema.FindList).OfType<RecordListDefinition>().SelectMany(l => given.Case.RecordsOf(l) ?? []).Select(r => r.Id).ToList();
        ImmutableArray<DocumentNode> named = entry.Value is SequenceNode list ? list.Items : [entry.Value];
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var node in named)
        {
            if (node is not ScalarNode id)
            {
                bag.Add(KeyCodes.WrongKind, node.Span, $"expected the id of a body, found {node.Describe}", "write the ids of bodies, such as `[pct, council]`");
            }
            else if (!bodies.Contains(id.Text, StringComparer.Ordinal))
            {
                _things.Refuse(id, "no stage is reviewed by", bodies, "bodies");
            }
            else
            {
                ids.Add(id.Text);
            }
        }

        return new(ids.DrainToImmutable(), entry.Key.Span);
    }

    private Mention<string>? Error(KeyedMap keys)
    {
        if (keys.Scalar("error") is not { } code)
        {
            return null;
        }

        var known = DiagnosticCatalogue.All.Where(c => c.Severity == Severity.Error).Select(c => c.Id);
        if (known.Contains(code.Text, StringComparer.Ordinal))
        {
            return new(code.Text, code.Span);
        }

        _things.Refuse(code, "there is no error", known, "codes");
        return null;
    }
}
