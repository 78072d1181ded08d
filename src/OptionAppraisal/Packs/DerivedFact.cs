using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Packs;

/// <summary>A fact that follows from others.</summary>
/// <remarks>
/// Derived facts may use each other, never in a circle. The expression is set once, after all names are known; the object is immutable
/// to everybody who gets it from a <see cref="RulePack"/>.
/// </remarks>
public sealed class DerivedFact
{
    private Expression? _value;
    private FactType? _type;

    /// <summary>A derived fact whose expression is still to be bound.</summary>
    public DerivedFact(string id, RuleScope scope, int index, string? title, SourceSpan span)
    {
        Id = id;
        Scope = scope;
        Index = index;
        Title = title;
        Span = span;
    }

    /// <summary>The name.</summary>
    public string Id { get; }

    /// <summary>Whose fact it is.</summary>
    public RuleScope Scope { get; }

    /// <summary>Its place among the derived facts of its scope, from 0.</summary>
    public int Index { get; }

    /// <summary>The title, or null.</summary>
    public string? Title { get; }

    /// <summary>Where it is defined.</summary>
    public SourceSpan Span { get; }

    /// <summary>The sources.</summary>
    public ImmutableArray<SourceReference> Sources { get; init; } = [];

    /// <summary>The type, with the declared unit where there is one.</summary>
    public FactType Type => _type ?? throw new InvalidOperationException($"the derived fact {Id} is not bound yet");

    /// <summary>The expression that gives it.</summary>
    public Expression Value => _value ?? throw new InvalidOperationException($"the derived fact {Id} is not bound yet");

    internal bool IsBound => _type is not null;

    internal void Bind(Expression value, FactType type)
    {
        _value = value;
        _type = type;
    }
}
