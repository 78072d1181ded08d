using System.Runtime.InteropServices;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Cases;

/// <summary>Whose facts are read, for messages.</summary>
/// <param name="Kind">The kind of owner.</param>
/// <param name="ListId">The record list, for records.</param>
internal readonly record struct FactOwner(RuleScopeKind Kind, string? ListId)
{
    public static FactOwner Case => new(RuleScopeKind.Case, null);

    public static FactOwner Option => new(RuleScopeKind.Option, null);

    public override string ToString() => Kind switch
    {
        RuleScopeKind.Case => "the case",
        RuleScopeKind.Option => "an option",
        _ => $"a record of `{ListId}`",
    };
}

/// <summary>The values of one owner's facts, each plain or a map with its evidence.</summary>
internal sealed class FactReader(
    BoundPack bound, IReadOnlyDictionary<string, Source> sources, EvidenceDefault fallback, TypedValues values, RecordReader records, DiagnosticBag bag)
{
    private readonly MemberReader _members = new(records, bag);

    private readonly Dictionary<FactDefinition[], Dictionary<string, FactDefinition>> _byId = [];

    /// <summary>The values; a fact left out has that of another owner where it starts from one, else its default; an empty one is not known.</summary>
    public FactValues Read(MappingNode? node, ImmutableArray<FactDefinition> facts, FactOwner owner, FactValues? start = null)
    {
        var read = new Value[facts.Length];
        var evidence = new Evidence?[facts.Length];
        MemberEvidence?[]? ofMembers = null;
        for (var i = 0; i < facts.Length; i++)
        {
            read[i] = start is not null ? start[i] : facts[i].Per is null ? facts[i].Default : _members.Default(facts[i]);
            evidence[i] = start?.EvidenceOf(facts[i]);
            if (start?.OfMembers(facts[i]) is { } inherited)
            {
                (ofMembers ??= new MemberEvidence?[facts.Length])[i] = inherited;
            }
        }

        var byId = ById(facts);
        foreach (var entry in node?.Entries ?? [])
        {
            if (!byId.TryGetValue(entry.Key.Text, out var fact))
            {
                if (!(owner.Kind == RuleScopeKind.Record && entry.Key.Text == "title"))
                {
                    ReportUnknown(entry.Key, facts, owner);
                }
            }
            else if (fact.Per is null)
            {
                (read[fact.Index], evidence[fact.Index]) = Read(entry, fact);
            }
            else
            {
                var (value, members) = _members.Read(entry, fact, start, Read);
                read[fact.Index] = value;
                (ofMembers ??= new MemberEvidence?[facts.Length])[fact.Index] = new MemberEvidence(members);
            }
        }

        return new FactValues([.. read], [.. evidence]) { MemberEvidence = ofMembers is null ? [] : [.. ofMembers] };
    }

    private Dictionary<string, FactDefinition> ById(ImmutableArray<FactDefinition> facts)
    {
        // The array within is the same for the same list of facts.
        var key = ImmutableCollectionsMarshal.AsArray(facts)!;
        if (!_byId.TryGetValue(key, out var byId))
        {
            _byId.Add(key, byId = facts.ToDictionary(f => f.Id, StringComparer.Ordinal));
        }

        return byId;
    }

    private (Value Value, Evidence? Evidence) Read(MappingEntry entry, FactDefinition fact)
    {
        if (entry.Value is not MappingNode)
        {
            var plain = Checked(entry.Value, fact);
            return (plain, plain.IsKnown ? new Evidence(fallback.Grade, fallback.Sources, null, null, fallback.Note, entry.Value.Span) : null);
        }

        if (KeyedMap.Read(entry.Value, CaseTables.Value, entry.Key.Span, bag) is not { } map)
        {
            return default;
        }

        var value = map.NodeOf("value") is { } node ? Checked(node, fact) : Value.Unknown;
        var (low, high) = Range(map, fact, value);
        return (value, EvidenceOf(map, value.IsKnown, low, high));
    }

    // The default grades whatever value has no grade of its own; its source and note speak only for values that say nothing of their evidence.
    private Evidence EvidenceOf(KeyedMap map, bool isKnown, decimal? low, decimal? high)
    {
        var cited = SourceBinder.References(map.NodeOf("source"), sources, bag);
        var grade = EvidenceDefault.GradeOf(map);
        var note = map.Text("note");
        var saysNothing = isKnown && cited.IsEmpty && grade is null && note is null;
        return new Evidence(
            grade ?? (isKnown ? fallback.Grade : null),
            saysNothing ? fallback.Sources : cited,
            low,
            high,
            saysNothing ? fallback.Note : note,
            map.Node.Span);
    }

    private Value Checked(DocumentNode node, FactDefinition fact)
    {
        var value = values.Read(node, fact.TypeOfEach);
        if (value.Kind == ValueKind.Number)
        {
            CheckLimits(value.Number, node.Span, fact);
        }

        return value;
    }

    private void CheckLimits(decimal number, SourceSpan span, FactDefinition fact)
    {
        if (number < fact.Min || number > fact.Max)
        {
            bag.Add(CaseCodes.OutsideLimits, span, $"{PlainNumber.Format(number)} is outside the limits of `{fact.Id}`", FactBinder.LimitsInWords(fact), fact.Span);
        }
    }

    private (decimal? Low, decimal? High) Range(KeyedMap map, FactDefinition fact, Value value)
    {
        if (fact.TypeOfEach is not NumberType)
        {
            if ((map.Entry("low") ?? map.Entry("high")) is { } wrong)
            {
                bag.Add(CaseCodes.BadRange, wrong.Key.Span, $"`{fact.Id}` is not a number and has no range", $"take `{wrong.Key.Text}` out");
            }

            return (null, null);
        }

        var low = map.Number("low");
        var high = map.Number("high");
        foreach (var (end, key) in (ReadOnlySpan<(decimal?, string)>)[(low, "low"), (high, "high")])
        {
            if (end is { } number)
            {
                CheckLimits(number, map.SpanOf(key), fact);
            }
        }

        if (low > high)
        {
            bag.Add(CaseCodes.BadRange, map.SpanOf("high"), $"`high` is below `low` of `{fact.Id}`", "write the smaller one as `low`", map.SpanOf("low"));
        }
        else if (value.Kind == ValueKind.Number && (value.Number < low || value.Number > high))
        {
            bag.Add(CaseCodes.BadRange, map.SpanOf("value"), $"{PlainNumber.Format(value.Number)} is outside its own range", "write `low` at most, and `high` at least, the value");
        }

        return (low, high);
    }

    private void ReportUnknown(ScalarNode id, ImmutableArray<FactDefinition> facts, FactOwner owner)
    {
        var pack = bound.Pack;
        if (bound.Broken.Contains(id.Text))
        {
            return;
        }

        if (pack.Derived.FirstOrDefault(d => d.Id == id.Text && d.Scope.Kind == owner.Kind && d.Scope.List?.Id == owner.ListId) is { } derived)
        {
            bag.Add(CaseCodes.DerivedGiven, id.Span, $"`{id.Text}` follows from other facts and is not given", "take it out", derived.Span);
            return;
        }

        var help = owner.Kind == RuleScopeKind.Case && pack.Schema.OptionFacts.Any(f => f.Id == id.Text)
            ? $"`{id.Text}` is a fact of options: move it below `options`"
            : owner.Kind == RuleScopeKind.Option && pack.Schema.CaseFacts.Any(f => f.Id == id.Text)
                ? $"`{id.Text}` is a fact of the case: move it to `facts` of the case"
                : bag.Suggest(id.Text, facts.Select(f => f.Id), "facts");
        bag.Add(CaseCodes.UnknownFact, id.Span, $"unknown fact `{Scalars.Short(id)}` of {owner}", help);
    }
}
