using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Binding.Expressions;

/// <summary>Every name that the expressions of a set of packs can meet, ready to be looked up; one for all scopes.</summary>
/// <remarks>Names are unique within an owner: whoever makes it has reported names defined twice, and the first wins here.</remarks>
internal sealed class PackNames
{
    private readonly Dictionary<string, Member> _case = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Member> _option = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Member>> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Parameter> _parameters = new(StringComparer.Ordinal);

    public PackNames(FactSchema schema, ImmutableArray<DerivedFact> derived, ImmutableArray<Parameter> parameters)
    {
        Schema = schema;
        Add(_case, schema.CaseFacts);
        Add(_option, schema.OptionFacts);
        foreach (var list in schema.RecordLists)
        {
            var members = new Dictionary<string, Member>(StringComparer.Ordinal);
            Add(members, list.Facts);
            members.TryAdd("id", Member.IdOfOwner);
            members.TryAdd("title", Member.TitleOfOwner);
            _records.TryAdd(list.Id, members);
        }

        foreach (var fact in derived)
        {
            TableOf(fact.Scope)?.TryAdd(fact.Id, new Member(null, fact, false));
        }

        foreach (var parameter in parameters)
        {
            _parameters.TryAdd(parameter.Id, parameter);
        }
    }

    public FactSchema Schema { get; }

    /// <summary>The criteria, whose scores and dissent findings read.</summary>
    public ImmutableArray<CriterionName> Criteria { get; init; } = [];

    /// <summary>The gates, whose outcomes findings read.</summary>
    public ImmutableArray<GateName> Gates { get; init; } = [];

    /// <summary>The record list of the areas that options belong to; null where there are none.</summary>
    public RecordListDefinition? Areas { get; init; }

    /// <summary>The gates that a pack removed, and where.</summary>
    public IReadOnlyDictionary<string, SourceSpan> RemovedGates { get; init; } = ImmutableDictionary<string, SourceSpan>.Empty;

    /// <summary>What became of a criterion that a pack removed, and where that is said; null for the others.</summary>
    public Func<string, (string Words, string Place)?> RemovedCriterion { get; init; } = static _ => null;

    /// <summary>Binds a derived fact that is not bound yet; false where it is wrong or in a circle, which was reported.</summary>
    public Func<DerivedFact, bool>? BindDerived { get; init; }

    public IReadOnlyDictionary<string, Parameter> Parameters => _parameters;

    /// <summary>Whether a word is a member of a choice somewhere in the packs.</summary>
    public bool IsSomeMember(string word) =>
        Schema.CaseFacts.Concat(Schema.OptionFacts).Concat(Schema.RecordLists.SelectMany(l => l.Facts)).Any(f => HasMember(f.Type, word));

    private static bool HasMember(FactType type, string word) => type switch
    {
        ChoiceType choice => choice.Has(word),
        ListType list => HasMember(list.Element, word),
        _ => false,
    };

    /// <summary>The facts and derived facts of the case.</summary>
    public IReadOnlyDictionary<string, Member> OfCase => _case;

    /// <summary>The facts and derived facts of an option, without <c>id</c> and <c>title</c>.</summary>
    public IReadOnlyDictionary<string, Member> OfOption => _option;

    /// <summary>The facts, derived facts, <c>id</c> and <c>title</c> of a record of a list; empty for a list that is not there.</summary>
    public IReadOnlyDictionary<string, Member> OfRecord(string list) =>
        _records.TryGetValue(list, out var members) ? members : ImmutableDictionary<string, Member>.Empty;

    private static void Add(Dictionary<string, Member> members, ImmutableArray<FactDefinition> facts)
    {
        foreach (var fact in facts)
        {
            members.TryAdd(fact.Id, new Member(fact, null, false));
        }
    }

    private Dictionary<string, Member>? TableOf(RuleScope scope) => scope.Kind switch
    {
        RuleScopeKind.Case => _case,
        RuleScopeKind.Option => _option,
        _ => _records.GetValueOrDefault(scope.List!.Id),
    };
}

/// <summary>A thing that an owner has: a fact, a derived fact, or else its id or title.</summary>
internal sealed record Member(FactDefinition? Fact, DerivedFact? Derived, bool IsTitle)
{
    public static Member IdOfOwner { get; } = new(null, null, false);

    public static Member TitleOfOwner { get; } = new(null, null, true);
}

/// <summary>A criterion as findings name it.</summary>
internal sealed record CriterionName(string Id, bool IsJudged);

/// <summary>A gate as findings name it.</summary>
internal sealed record GateName(string Id, bool IsOfCase);
