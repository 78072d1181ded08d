using System.Collections.Frozen;
using OptionAppraisal.Packs;

namespace OptionAppraisal;

/// <summary>The rule packs of an application, by id.</summary>
/// <remarks>Immutable and thread-safe; loaded and checked as a whole.</remarks>
public sealed class RulePackCatalog
{
    private readonly FrozenDictionary<string, RulePack> _byId;

    internal RulePackCatalog(ImmutableArray<RulePack> packs)
    {
        All = packs;
        _byId = packs.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
    }

    /// <summary>All packs, in the order in which they were added, those of one folder by path.</summary>
    public ImmutableArray<RulePack> All { get; }

    /// <summary>The pack with an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public RulePack this[string id] => Find(id) ?? throw new KeyNotFoundException($"there is no rule pack `{id}`; there are {string.Join(", ", All.Select(p => $"`{p.Id}`"))}");

    /// <summary>The pack with an id, or null.</summary>
    public RulePack? Find(string id) => _byId.GetValueOrDefault(id);
}
