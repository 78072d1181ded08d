using OptionAppraisal.Facts;

namespace OptionAppraisal.Results;

/// <summary>The option recommended, or none with the reason.</summary>
/// <remarks>Immutable; equality is of content.</remarks>
public sealed record Recommendation
{
    // Words are written when somebody first looks, of what was concluded before.
    private readonly Func<string>? _reason;

    /// <summary>A recommendation.</summary>
    /// <param name="Area">The area; null without areas.</param>
    /// <param name="Option">The one option ranked first, or null for none.</param>
    /// <param name="Reason">Why, in a sentence.</param>
    /// <param name="Settled">Whether its lowest total exceeds the highest of every eligible or unresolved rival; false for none.</param>
    public Recommendation(string? Area, AppraisalOption? Option, string Reason, bool Settled)
    {
        this.Area = Area;
        this.Option = Option;
        this.Reason = Reason;
        this.Settled = Settled;
    }

    internal Recommendation(string? area, AppraisalOption? option, Func<string> reason, bool settled)
    {
        Area = area;
        Option = option;
        _reason = reason;
        Settled = settled;
    }

    /// <summary>The area; null without areas.</summary>
    public string? Area { get; init; }

    /// <summary>The one option ranked first, or null for none.</summary>
    public AppraisalOption? Option { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string Reason
    {
        get => field ??= _reason!();
        init;
    }

    /// <summary>Whether its lowest total exceeds the highest of every eligible or unresolved rival; false for none.</summary>
    public bool Settled { get; init; }

    /// <summary>Its parts.</summary>
    public void Deconstruct(out string? Area, out AppraisalOption? Option, out string Reason, out bool Settled) =>
        (Area, Option, Reason, Settled) = (this.Area, this.Option, this.Reason, this.Settled);

    /// <inheritdoc/>
    public bool Equals(Recommendation? other) =>
        other is not null
        && string.Equals(Area, other.Area, StringComparison.Ordinal)
        && Equals(Option, other.Option)
        && string.Equals(Reason, other.Reason, StringComparison.Ordinal)
        && Settled == other.Settled;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Area, Option, Settled);
}
