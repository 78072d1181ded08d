using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Expressions;

// A name that a rule reads, and the expression that reads it.
internal sealed record ReadName(string Name, Expression Expression)
{
    // The fact that is read as given, of the case, the option or its baseline; null for what else is read.
    public FactDefinition? Fact { get; } = Expression switch { OptionFactExpression option => option.Fact, CaseFactExpression fact => fact.Fact, _ => null };
}
