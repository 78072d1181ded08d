using System.Diagnostics.CodeAnalysis;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Binding.Expressions;

/// <summary>The names that an expression may use, by whose rule it belongs to.</summary>
/// <remarks>Immutable; one scope serves every expression of the same owner and kind.</remarks>
internal sealed class NameScope(PackNames names, RuleScope owner)
{
    private static readonly Dictionary<string, Member> OptionAttributes = new(StringComparer.Ordinal)
    {
        ["id"] = Member.IdOfOwner,
        ["title"] = Member.TitleOfOwner,
    };

    public PackNames Names { get; } = names;

    /// <summary>Whose rule the expression belongs to.</summary>
    public RuleScope Owner { get; } = owner;

    /// <summary>Whether it is an expression of a finding: it reads <c>scores</c>, <c>gates</c>, <c>dissent</c>, and the <c>id</c> and <c>title</c> of its option.</summary>
    public bool IsFinding { get; init; }

    /// <summary>Whether facts of the case are all it may read, as in <c>applies_when</c> of a criterion.</summary>
    public bool IsCaseOnly { get; init; }

    /// <summary>Whether there is no appraisal around it: a single expression, whose names are its inputs alone.</summary>
    public bool IsBare { get; init; }

    /// <summary>What the option or record of the rule has of that name.</summary>
    public bool TryOwn(string name, [NotNullWhen(true)] out Member? member)
    {
        switch (Owner.Kind)
        {
            case RuleScopeKind.Option:
                return Names.OfOption.TryGetValue(name, out member) || (IsFinding && OptionAttributes.TryGetValue(name, out member));
            case RuleScopeKind.Record:
                return Names.OfRecord(Owner.List!.Id).TryGetValue(name, out member);
            default:
                member = null;
                return false;
        }
    }

    /// <summary>The names that the option or record of the rule has, in the order of the file.</summary>
    public IEnumerable<string> OwnNames => Owner.Kind switch
    {
        RuleScopeKind.Option => IsFinding ? [.. Names.OfOption.Keys, .. OptionAttributes.Keys] : Names.OfOption.Keys,
        RuleScopeKind.Record => Names.OfRecord(Owner.List!.Id).Keys,
        _ => [],
    };

    /// <summary>The names that can be written bare, for suggestions: own first, then the case's, parameters, record lists, the appraisal's.</summary>
    public IEnumerable<string> VisibleNames =>
    [
        .. OwnNames,
        .. Names.OfCase.Keys,
        .. Names.Parameters.Keys,
        .. Names.Schema.RecordLists.Select(l => l.Id),
        .. IsBare ? Array.Empty<string>() : ["as_of", "stage"],
        .. Owner.Kind == RuleScopeKind.Option ? ["is_baseline"] : Array.Empty<string>(),
        .. Names.Areas is not null && (Owner.Kind == RuleScopeKind.Option || IsCaseOnly) ? ["area"] : Array.Empty<string>(),
    ];
}
