using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Authoring.Coverage;

/// <summary>A way in which a rule may come out, which a test should show.</summary>
/// <remarks>It is the same in every pack that uses the rule, also where that is pruned: what tells it apart is where it is written.</remarks>
/// <param name="Span">Where the rule is written: a row, a band, a level, a gate, a finding.</param>
/// <param name="Name">The rule, such as <c>criteria.economy row 2</c>.</param>
/// <param name="Outcome">The way: <c>decides</c> for rows, bands and levels; <c>is scored</c> for other leaves; else an outcome of the gate or finding.</param>
internal sealed record RuleTarget(SourceSpan Span, string Name, string Outcome)
{
    public bool Equals(RuleTarget? other) =>
        other is not null && Span.StartOffset == other.Span.StartOffset && string.Equals(Span.Path, other.Span.Path, StringComparison.Ordinal)
        && string.Equals(Name, other.Name, StringComparison.Ordinal) && string.Equals(Outcome, other.Outcome, StringComparison.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Span.StartOffset, StringComparer.Ordinal.GetHashCode(Name), StringComparer.Ordinal.GetHashCode(Outcome));

    public override string ToString() => $"{Span}: {Name} {Outcome}";
}
