using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Cases;

/// <summary>The records of a case: declared first, so that references may point forward and in circles, then filled.</summary>
internal sealed class RecordReader
{
    private readonly DiagnosticBag _bag;
    private readonly List<CaseRecord>?[] _records;
    private readonly Dictionary<string, CaseRecord>[] _byId;
    private readonly List<(CaseRecord Record, MappingNode? Facts)> _open = [];
    private readonly FactSchema _schema;

    private RecordReader(FactSchema schema, DiagnosticBag bag)
    {
        _schema = schema;
        _bag = bag;
        _records = new List<CaseRecord>?[schema.RecordLists.Length];
        _byId = [.. schema.RecordLists.Select(_ => new Dictionary<string, CaseRecord>(StringComparer.Ordinal))];
    }

    /// <summary>The records of each list of the schema; null for a list that was left out.</summary>
    public ImmutableArray<ImmutableArray<CaseRecord>?> All => [.. _records.Select(r => r is null ? (ImmutableArray<CaseRecord>?)null : [.. r])];

    public static RecordReader Declare(KeyedMap keys, FactSchema schema, IReadOnlySet<string> broken, DiagnosticBag bag)
    {
        var reader = new RecordReader(schema, bag);
        foreach (var entry in keys.Map("records")?.Entries ?? [])
        {
            if (schema.FindList(entry.Key.Text) is { } list)
            {
                reader.Declare(list, entry);
            }
            else if (!broken.Contains(entry.Key.Text))
            {
                bag.Add(
                    CaseCodes.UnknownRecordList, entry.Key.Span, $"unknown record list `{Scalars.Short(entry.Key)}`",
                    bag.Suggest(entry.Key.Text, schema.RecordLists.Select(l => l.Id), "record lists"));
            }
        }

        return reader;
    }

    /// <summary>The records of a case that was read before, to refer to.</summary>
    public static RecordReader Of(AppraisalCase appraisalCase, FactSchema schema, DiagnosticBag bag)
    {
        var reader = new RecordReader(schema, bag);
        for (var i = 0; i < reader._records.Length; i++)
        {
            reader._records[i] = appraisalCase.Records[i] is { } records ? [.. records] : null;
            foreach (var record in reader._records[i] ?? [])
            {
                reader._byId[i].TryAdd(record.Id, record);
            }
        }

        return reader;
    }

    /// <summary>Whether the case supplies a list.</summary>
    public bool Has(RecordListDefinition list) => _records[list.Index] is not null;

    /// <summary>The records of a list, in order; null where it was left out.</summary>
    public IReadOnlyList<CaseRecord>? Of(string listId) => _schema.FindList(listId) is { } list ? _records[list.Index] : null;

    /// <summary>The record of a list by its id; null, with a problem at the place that names it, where there is none.</summary>
    public CaseRecord? Find(string listId, ScalarNode id)
    {
        if (_schema.FindList(listId) is not { } list)
        {
            return null;
        }

        if (_byId[list.Index].TryGetValue(id.Text, out var record))
        {
            return record;
        }

        var help = _records[list.Index] is { } known
            ? _bag.Suggest(id.Text, known.Select(r => r.Id), $"records of `{listId}`")
            : $"the case leaves out `{listId}`: add it below `records`";
        _bag.Add(CaseCodes.UnknownRecord, id.Span, $"`{Scalars.Short(id)}` is not one of `{listId}`", help);
        return null;
    }

    public void Fill(FactReader facts)
    {
        foreach (var (record, node) in _open)
        {
            record.Fill(facts.Read(node, record.List.Facts, new FactOwner(RuleScopeKind.Record, record.List.Id)));
        }
    }

    private void Declare(RecordListDefinition list, MappingEntry entry)
    {
        if (entry.Value is ScalarNode { IsEmpty: true })
        {
            return;
        }

        if (entry.Value is not MappingNode map)
        {
            _bag.Add(KeyCodes.WrongKind, entry.Value.Span, $"expected a map of records of `{list.Id}` by id, found {entry.Value.Describe}", "write `its_id: { title: ..., ... }`, or `{}` for no records");
            return;
        }

        var records = _records[list.Index] = [];
        foreach (var item in map.Entries)
        {
            Identifiers.Check(item.Key, IdRole.Other, _bag);
            var facts = item.Value as MappingNode;
            if (facts is null && item.Value is not ScalarNode { IsEmpty: true })
            {
                _bag.Add(KeyCodes.WrongKind, item.Value.Span, $"expected the facts of the record `{Scalars.Short(item.Key)}`, found {item.Value.Describe}", "write a map, or `{}` for a record of which nothing is known");
            }

            var record = new CaseRecord(list, records.Count, item.Key.Text, Title(facts) ?? item.Key.Text, item.Key.Span);
            records.Add(record);
            _byId[list.Index].TryAdd(record.Id, record);
            _open.Add((record, facts));
        }
    }

    private string? Title(MappingNode? facts)
    {
        switch (facts?.Find("title"))
        {
            case null or ScalarNode { IsEmpty: true }:
                return null;
            case ScalarNode title:
                return title.Text;
            case var other:
                _bag.Add(KeyCodes.WrongKind, other.Span, $"`title` takes a text, found {other.Describe}", "write the title as one text, in quotes where it holds `: ` or `#`");
                return null;
        }
    }
}
