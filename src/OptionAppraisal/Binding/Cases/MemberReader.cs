using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Cases;

/// <summary>Facts with a value for each of several names or records: a map by member, each value plain or with its evidence.</summary>
internal sealed class MemberReader(RecordReader records, DiagnosticBag bag)
{
    // Each owner that gives one member has a value for all: thousands of records by thousands would fill the memory.
    private const int MostValues = 1_000_000;

    private readonly Dictionary<FactDefinition, Value> _defaults = new(ReferenceEqualityComparer.Instance);
    private int _made;

    /// <summary>The values of a fact that is left out: the default of each member; not known as a whole where their list is left out.</summary>
    public Value Default(FactDefinition fact)
    {
        if (!_defaults.TryGetValue(fact, out var value))
        {
            value = CountOf(fact) is { } count ? Value.Of(new ValueList([.. Enumerable.Repeat(fact.Default, count)])) : Value.Unknown;
            _defaults.Add(fact, value);
        }

        return value;
    }

    /// <summary>The values in the order of the members, with what each rests on; not known as a whole where the case leaves out their list.</summary>
    /// <param name="entry">The fact as written.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="start">The facts of another owner that it starts from, or null.</param>
    /// <param name="readOne">Reads the value of one member.</param>
    public (Value Value, ImmutableArray<Evidence?> Evidence) Read(
        MappingEntry entry, FactDefinition fact, FactValues? start, Func<MappingEntry, FactDefinition, (Value Value, Evidence? Evidence)> readOne)
    {
        var per = fact.Per!;
        var count = CountOf(fact);
        if (_made + (count ?? 0) > MostValues)
        {
            if (_made < MostValues)
            {
                bag.Add(CaseCodes.TooManyMembers, entry.Key.Span, "the facts with values by member have more than 1000000 of them together", "give each fact fewer members, or make a case of each part");
            }

            _made = MostValues;
            return (Value.Unknown, []);
        }

        _made += count ?? 0;
        var values = new Value[count ?? 0];
        var evidence = new Evidence?[count ?? 0];
        switch (entry.Value)
        {
            case MappingNode map when IsEvidence(map, fact):
                bag.Add(
                    CaseCodes.UnknownFactMember, map.Entries[0].Key.Span, $"`{fact.Id}` has a value for each of {InWords(per)}, not one with its evidence",
                    $"give each of them its own: `{fact.Id}: {{ {Example(per)}: {{ value: ... }} }}`", fact.Span);
                break;
            case MappingNode map:
                Start(fact, start, values, evidence);
                foreach (var member in map.Entries)
                {
                    if (PlaceOf(member.Key, fact) is { } place)
                    {
                        (values[place], evidence[place]) = readOne(member, fact);
                    }
                }

                break;
            case ScalarNode { IsEmpty: true }:
                break;
            case var other:
                bag.Add(KeyCodes.WrongKind, other.Span, $"`{fact.Id}` has a value for each of {InWords(per)}, found {other.Describe}", $"write `{fact.Id}: {{ {Example(per)}: {(other is ScalarNode one ? Scalars.Short(one) : "...")} }}`");
                break;
        }

        return (count is null ? Value.Unknown : Value.Of(new ValueList([.. values])), [.. evidence]);
    }

    private static void Start(FactDefinition fact, FactValues? start, Value[] values, Evidence?[] evidence)
    {
        Array.Fill(values, fact.Default);
        if (start is null || start[fact] is not { IsKnown: true } other)
        {
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            (values[i], evidence[i]) = (other.List[i], start.EvidenceOf(fact, i));
        }
    }

    // The keys of a single value where members are wanted.
    private bool IsEvidence(MappingNode map, FactDefinition fact) => map.Entries.Length > 0 && map.Entries.All(e =>
        CaseTables.Value.Find(e.Key.Text) is not null
        && (fact.Per!.ListId is { } list ? records.Of(list)?.Any(r => r.Id == e.Key.Text) != true : fact.Per.IndexOf(e.Key.Text) < 0));

    private int? CountOf(FactDefinition fact) => fact.Per!.ListId is { } list ? records.Of(list)?.Count : fact.Per.Names.Length;

    private int? PlaceOf(ScalarNode member, FactDefinition fact)
    {
        var per = fact.Per!;
        if (per.ListId is { } list)
        {
            return records.Find(list, member)?.Index;
        }

        if (per.IndexOf(member.Text) is >= 0 and var place)
        {
            return place;
        }

        bag.Add(CaseCodes.UnknownFactMember, member.Span, $"`{fact.Id}` has no `{Scalars.Short(member)}`", Suggestion.Help(member.Text, per.Names.Select(n => n.Id), "members"), fact.Span);
        return null;
    }

    private static string InWords(PerMembers per) => per.ListId is { } list
        ? $"`{list}`"
        : string.Join(", ", per.Names.Take(4).Select(n => $"`{n.Id}`")) + (per.Names.Length > 4 ? ", ..." : "");

    private string Example(PerMembers per) => per.ListId is { } list ? records.Of(list) is [var first, ..] ? first.Id : "its_id" : per.Names[0].Id;
}
