namespace OptionAppraisal.Facts;

/// <summary>The facts that a rule pack asks for: of the case, of each option, and of each record of its lists.</summary>
/// <remarks>Immutable; orders are those of the files.</remarks>
public sealed class FactSchema
{
    /// <summary>A schema.</summary>
    public FactSchema(ImmutableArray<FactDefinition> caseFacts, ImmutableArray<FactDefinition> optionFacts, ImmutableArray<RecordListDefinition> recordLists)
    {
        CaseFacts = caseFacts;
        OptionFacts = optionFacts;
        RecordLists = recordLists;
    }

    /// <summary>The facts of the case.</summary>
    public ImmutableArray<FactDefinition> CaseFacts { get; }

    /// <summary>The facts of each option.</summary>
    public ImmutableArray<FactDefinition> OptionFacts { get; }

    /// <summary>The lists of records.</summary>
    public ImmutableArray<RecordListDefinition> RecordLists { get; }

    /// <summary>The list with an id, or null.</summary>
    public RecordListDefinition? FindList(string id) =>
        RecordLists.FirstOrDefault(l => string.Equals(l.Id, id, StringComparison.Ordinal));
}
