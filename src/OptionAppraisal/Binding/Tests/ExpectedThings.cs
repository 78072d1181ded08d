using OptionAppraisal.Binding.Cases;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Tests;

/// <summary>Single things that tests name and the values that they expect of them.</summary>
internal sealed class ExpectedThings(GivenCase given, DiagnosticBag bag)
{
    private const string UnknownWord = "unknown";

    /// <summary>Reports that something expected does not exist.</summary>
    public void Refuse(ScalarNode name, string message, IEnumerable<string> known, string kinds) =>
        bag.Add(TestCodes.UnknownExpected, name.Span, $"{message} `{Scalars.Short(name)}`", Suggestion.Help(name.Text, known, kinds));

    /// <summary>A score or a total.</summary>
    public Expected? Number(MappingEntry entry)
    {
        if (entry.Value is MappingNode)
        {
            return Form(entry);
        }

        if (IsUnknown(entry.Value))
        {
            return Expected.Value(Value.Unknown);
        }

        if (IsEmpty(entry))
        {
            return null;
        }

        return Scalars.Number(entry.Value, bag) is { } number ? Expected.Value(Value.Of(number)) : null;
    }

    public ExpectedDerived? Derived(MappingEntry entry, AppraisalOption? option)
    {
        ImmutableArray<ScalarNode> path = [.. PathPart.Split(entry.Key).Select(p => CaseNodes.Word(p.Text, p.Span))];
        if (path is [var list, var record, var name])
        {
            return given.Pack.Schema.FindList(list.Text) is { } found ? OfRecord(entry, found, record, name) : Lost(list, "unknown record list", given.Pack.Schema.RecordLists.Select(l => l.Id), "record lists");
        }

        var ofOption = given.Pack.Derived.FirstOrDefault(d => d.Id == entry.Key.Text && d.Scope.Kind == RuleScopeKind.Option);
        var fact = option is not null && ofOption is not null ? ofOption : given.Pack.Derived.FirstOrDefault(d => d.Id == entry.Key.Text && d.Scope.Kind == RuleScopeKind.Case) ?? ofOption;
        if (fact is null)
        {
            var names = given.Pack.Derived.Where(d => d.Scope.Kind != RuleScopeKind.Record).Select(d => d.Id);
            return Lost(entry.Key, "unknown derived fact", names.Concat(given.Pack.Derived.Where(d => d.Scope.List is not null).Select(d => $"{d.Scope.List!.Id}.ID.{d.Id}")), "derived facts");
        }

        if (option is null && fact == ofOption)
        {
            bag.Add(TestCodes.NoOptionNamed, entry.Key.Span, $"`{fact.Id}` is of an option, and the test names none", "add `option: its_id` beside `from`, or write it below `options: { its_id: ... }`");
            return null;
        }

        return Of(entry, fact, null);
    }

    /// <summary>A finding: its id, its id with the records that it is about, or with what it must say.</summary>
    public FindingMention? Finding(DocumentNode node, AppraisalOption? option, bool isTop, bool isExcluded)
    {
        var (id, records) = node switch
        {
            ScalarNode { IsEmpty: false } name => (name, null),
            MappingNode { Entries: [var entry] } => (entry.Key, entry.Value),
            _ => (null, (DocumentNode?)null),
        };
        if (id is null)
        {
            bag.Add(KeyCodes.WrongKind, node.Span, $"expected a finding, found {node.Describe}", "write the id of a finding, `{ its_id: [its_record] }` for one about records, or `{ its_id: { severity: high } }`");
            return null;
        }

        if (given.Pack.Findings.FirstOrDefault(f => f.Id == id.Text) is not { } finding)
        {
            Refuse(id, "unknown finding", given.Pack.Findings.Select(f => f.Id), "findings");
            return null;
        }

        if (finding.Scope.Kind == RuleScopeKind.Option && option is null)
        {
            bag.Add(TestCodes.NoOptionNamed, id.Span, $"the finding `{finding.Id}` is of an option, and the test names none", "add `option: its_id` beside `from`, or write it below `options: { its_id: ... }`");
            return null;
        }

        if (finding.Scope.Kind != RuleScopeKind.Option && !isTop)
        {
            bag.Add(TestCodes.BadExpectation, id.Span, $"the finding `{finding.Id}` is not about an option", "write it at the top of `expect`");
            return null;
        }

        return records switch
        {
            null => new FindingMention(finding, null),
            MappingNode said => Mention(finding, id, said, isExcluded),
            _ => Records(finding, id, records) is { } found ? new FindingMention(finding, found) : null,
        };
    }

    private FindingMention? Mention(Finding finding, ScalarNode id, MappingNode written, bool isExcluded)
    {
        if (KeyedMap.Read(written, TestTables.Finding, id.Span, bag) is not { } map)
        {
            return null;
        }

        if (written.IsEmpty)
        {
            bag.Add(TestCodes.BadExpectation, id.Span, $"nothing is expected of the finding `{finding.Id}`", $"write `{finding.Id}` alone, or `{{ {finding.Id}: {{ severity: high }} }}`");
        }

        if (isExcluded && (map.Entry("severity") ?? map.Entry("says")) is { } wrong)
        {
            bag.Add(TestCodes.BadExpectation, wrong.Key.Span, $"`{finding.Id}` must neither be raised nor unknown, so there is no `{wrong.Key.Text}` to look at", $"take `{wrong.Key.Text}` out");
            return null;
        }

        var records = map.NodeOf("records") is { } named ? Records(finding, id, named) : null;
        return records is null && map.Has("records") ? null : new FindingMention(finding, records)
        {
            Severity = map.Text("severity") is { } word ? FindingBinder.Level(word) : null,
            Says = map.Text("says"),
        };
    }

    private ImmutableArray<CaseRecord>? Records(Finding finding, ScalarNode id, DocumentNode written)
    {
        if (finding.Scope.List is not { } list)
        {
            bag.Add(TestCodes.BadExpectation, id.Span, $"the finding `{finding.Id}` is not about records", $"write `{finding.Id}` alone", finding.Span);
            return null;
        }

        ImmutableArray<DocumentNode> named = written is SequenceNode sequence ? sequence.Items : [written];
        var records = ImmutableArray.CreateBuilder<CaseRecord>();
        foreach (var node in named)
        {
            if (node is not ScalarNode record)
            {
                bag.Add(KeyCodes.WrongKind, node.Span, $"expected the id of a record of `{list.Id}`, found {node.Describe}", "write the ids of records, such as `[a, b]`");
            }
            else if (Find(list.Id, record) is { } found)
            {
                records.Add(found);
            }
        }

        return records.DrainToImmutable();
    }

    private ExpectedDerived? OfRecord(MappingEntry entry, RecordListDefinition list, ScalarNode record, ScalarNode name)
    {
        var facts = given.Pack.Derived.Where(d => d.Scope.List?.Id == list.Id);
        return facts.FirstOrDefault(d => d.Id == name.Text) is not { } fact ? Lost(name, $"`{list.Id}` has no derived fact", facts.Select(d => d.Id), $"derived facts of `{list.Id}`")
            : Find(list.Id, record) is { } found ? Of(entry, fact, found)
            : null;
    }

    private ExpectedDerived? Of(MappingEntry entry, DerivedFact fact, CaseRecord? record)
    {
        if (entry.Value is MappingNode)
        {
            if (fact.Type is not NumberType)
            {
                bag.Add(TestCodes.BadExpectation, entry.Value.Span, $"`{fact.Id}` is not a number and has no bounds", "write the value alone");
                return null;
            }

            return Form(entry) is { } form ? new ExpectedDerived(entry.Key.Text, fact, record, form) : null;
        }

        return IsEmpty(entry) ? null : new ExpectedDerived(entry.Key.Text, fact, record, Expected.Value(Read(entry.Value, fact.Type)));
    }

    // `unknown` in place of any value, and of any element of a list; a choice may have a member of that name.
    private Value Read(DocumentNode node, FactType type) =>
        IsUnknown(node) && !(type is ChoiceType choice && choice.Has(UnknownWord)) ? Value.Unknown
        : node is SequenceNode sequence && type is ListType list ? Value.Of(new ValueList([.. sequence.Items.Select(i => Read(i, list.Element))]))
        : new TypedValues(bag, Find).Read(node, type);

    private Expected? Form(MappingEntry entry)
    {
        if (KeyedMap.Read(entry.Value, TestTables.Number, entry.Key.Span, bag) is not { } map)
        {
            return null;
        }

        var (lowest, highest, near, within) = (map.Number("lowest"), map.Number("highest"), map.Number("near"), map.Number("within"));
        if (near is { } middle && within is >= 0 && lowest is null && highest is null)
        {
            return Expected.Close(middle, within.Value);
        }

        if (near is null && within is null && (lowest is not null || highest is not null) && !(lowest > highest))
        {
            return Expected.Between(lowest, highest);
        }

        bag.Add(TestCodes.BadExpectation, entry.Value.Span, $"`{Scalars.Short(entry.Key)}` is expected in no form that can be compared", "write a number, `unknown`, `{ lowest: 0, highest: 100 }` or `{ near: 33.3, within: 0.1 }`");
        return null;
    }

    private bool IsEmpty(MappingEntry entry)
    {
        if (entry.Value is not ScalarNode { IsEmpty: true })
        {
            return false;
        }

        bag.Add(KeyCodes.NoValue, entry.Key.Span, $"`{Scalars.Short(entry.Key)}` has no value", "write `unknown` for what must not be known");
        return true;
    }

    private static bool IsUnknown(DocumentNode node) => node is ScalarNode { Style: ScalarStyle.Plain, Text: UnknownWord };

    private ExpectedDerived? Lost(ScalarNode name, string message, IEnumerable<string> known, string kinds)
    {
        Refuse(name, message, known, kinds);
        return null;
    }

    private CaseRecord? Find(string listId, ScalarNode id)
    {
        var records = given.Pack.Schema.FindList(listId) is { } list ? given.Case.RecordsOf(list) : null;
        if (records?.FirstOrDefault(r => r.Id == id.Text) is { } record)
        {
            return record;
        }

        var help = records is { } known ? Suggestion.Help(id.Text, known.Select(r => r.Id), $"records of `{listId}`") : $"the case leaves out `{listId}`: give it below `records`";
        bag.Add(TestCodes.UnknownExpected, id.Span, $"`{Scalars.Short(id)}` is not one of `{listId}`", help);
        return null;
    }
}
