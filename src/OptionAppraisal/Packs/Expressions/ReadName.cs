using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Expressions;

// A name that a rule reads, and the expression that reads it.
internal sealed record ReadName(string Name, Expression Expression)
{
    // The fact that is read as given, of the case, the option or its baseline; null for what else is read.
    public FactDefinition? Fact { get; } = Expression switch { OptionFactExpression option => option.Fact, CaseFactExpression fact => fact.Fact, _ => null };

    // Its place among the facts that are read for an option, from 0; -1 for what else is read.
    public int Place { get; init; } = -1;

    // Whether it is a fact of the option itself as given.
    public bool IsOfOption { get; } = Expression is OptionFactExpression { OfBaseline: false };

    // Whether it is a fact of the case as given.
    public bool IsOfCase { get; } = Expression is CaseFactExpression;

    // Whether it is a fact as given, or the baseline itself, so that reading it works nothing out and nothing can go wrong.
    public bool IsGiven { get; } = Expression is OptionFactExpression or CaseFactExpression or ContextExpression { Name: ContextName.IsBaseline };

    // The derived fact of the option itself that it is; null for what else is read.
    public DerivedFact? OfOption { get; } =
        Expression is DerivedExpression { OfBaseline: false, Record: null } derived && derived.Fact.Scope.Kind == RuleScopeKind.Option ? derived.Fact : null;
}
