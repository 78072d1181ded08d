using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Binding.Tests;

/// <summary>What a test expects, each thing found in the rule pack and the case.</summary>
internal sealed record Expectations
{
    /// <summary>What is expected of the option looked at and of the case, then of other options.</summary>
    public ImmutableArray<OptionExpectations> Options { get; init; } = [];

    /// <summary>The recommendations, by area; of a case without areas one without an area.</summary>
    public ImmutableArray<ExpectedRecommendation> Recommendations { get; init; } = [];

    /// <summary>Whether the recommendations are settled, by area likewise.</summary>
    public ImmutableArray<ExpectedSettlement> Settlements { get; init; } = [];

    public Mention<string>? Stage { get; init; }

    public Mention<string>? Ended { get; init; }

    public Mention<ImmutableArray<string>>? WaitingFor { get; init; }

    public Mention<string>? Error { get; init; }

    /// <summary>Whether it speaks of the appraisal as a whole, so that all of it must be made; an error alone may come from anywhere.</summary>
    public bool IsOfTheWhole =>
        !Recommendations.IsEmpty || !Settlements.IsEmpty || Stage is not null || Ended is not null || WaitingFor is not null
        || Options.Any(o => o.Total is not null || o.Status is not null || o.Rank is not null)
        || (Error is not null && !Options.Any(o => o.IsOfParts));
}

/// <summary>What is expected of an option; of the case too where it stands at the top.</summary>
internal sealed record OptionExpectations(AppraisalOption? Option, bool IsTop)
{
    /// <summary>What stands before the names of differences.</summary>
    public string Prefix => IsTop ? "" : $"options.{Option?.Id}.";

    public ImmutableArray<(Criterion Criterion, Expected Expected)> Scores { get; init; } = [];

    public ImmutableArray<ExpectedDerived> Derived { get; init; } = [];

    public ImmutableArray<(Gate Gate, string Outcome)> Gates { get; init; } = [];

    public Mention<ImmutableArray<FindingMention>>? Findings { get; init; }

    public Mention<ImmutableArray<FindingMention>>? Included { get; init; }

    public Mention<ImmutableArray<FindingMention>>? Excluded { get; init; }

    public Mention<ImmutableArray<FindingMention>>? Unknown { get; init; }

    public Expected? Total { get; init; }

    public Mention<string>? Status { get; init; }

    public Mention<int?>? Rank { get; init; }

    /// <summary>Whether all findings must be looked at.</summary>
    public bool IsOfAllFindings => Findings is not null || Unknown is not null;

    /// <summary>Whether anything is expected that can be judged alone.</summary>
    public bool IsOfParts => !Scores.IsEmpty || !Derived.IsEmpty || !Gates.IsEmpty || IsOfAllFindings || Mentions.Any();

    public IEnumerable<FindingMention> Mentions => new[] { Findings, Included, Excluded, Unknown }.SelectMany(m => m is null ? [] : m.Value);
}

/// <summary>A thing expected, and where that is written.</summary>
internal sealed record Mention<T>(T Value, SourceSpan Span);

/// <summary>A derived fact expected: of the case, the option, or a record.</summary>
internal sealed record ExpectedDerived(string Path, DerivedFact Fact, CaseRecord? Record, Expected Expected);

/// <summary>A finding as a test names it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Records">The records that it is about; null where the test names none.</param>
internal sealed record FindingMention(Finding Finding, ImmutableArray<CaseRecord>? Records)
{
    /// <summary>The severity expected; null where the test does not say.</summary>
    public FindingSeverity? Severity { get; init; }

    /// <summary>What it must say, word for word; null where the test does not say.</summary>
    public string? Says { get; init; }
}

/// <summary>A recommendation expected.</summary>
/// <param name="Area">The area; null without areas.</param>
/// <param name="OptionId">The option; null for none.</param>
internal sealed record ExpectedRecommendation(string? Area, string? OptionId);

/// <summary>Whether a recommendation is expected to be settled.</summary>
/// <param name="Area">The area; null without areas.</param>
/// <param name="IsSettled">Whether nothing that is not known may change it.</param>
internal sealed record ExpectedSettlement(string? Area, bool IsSettled);

/// <summary>A value expected: exactly one, within bounds of its own, or near another.</summary>
internal sealed record Expected
{
    private Expected(string text) => Text = text;

    /// <summary>The form in which it is shown.</summary>
    public string Text { get; }

    /// <summary>The value, which may be that it is not known; null for the other forms.</summary>
    public Value? Exactly { get; private init; }

    public decimal? Lowest { get; private init; }

    public decimal? Highest { get; private init; }

    public decimal? Near { get; private init; }

    public decimal Within { get; private init; }

    public static Expected Value(Value value) => new(value.IsUnknown ? "unknown" : value.ToString().Replace("not known", "unknown", StringComparison.Ordinal)) { Exactly = value };

    public static Expected Between(decimal? lowest, decimal? highest)
    {
        var ends = new[] { lowest is { } low ? $"lowest: {PlainNumber.Format(low)}" : null, highest is { } high ? $"highest: {PlainNumber.Format(high)}" : null };
        return new($"{{ {string.Join(", ", ends.OfType<string>())} }}") { Lowest = lowest, Highest = highest };
    }

    public static Expected Close(decimal near, decimal within) =>
        new($"{{ near: {PlainNumber.Format(near)}, within: {PlainNumber.Format(within)} }}") { Near = near, Within = within };

    /// <summary>Whether a value is the one expected; a value that is not known has bounds or none.</summary>
    public bool Holds(Value value, decimal? lowest, decimal? highest)
    {
        if (Exactly is { } exactly)
        {
            return exactly == value;
        }

        var number = value.Kind == ValueKind.Number ? value.Number : (decimal?)null;
        if (Near is { } near)
        {
            return number is { } known && Math.Abs(known - near) <= Within;
        }

        return (Lowest is null || (number ?? lowest) == Lowest) && (Highest is null || (number ?? highest) == Highest);
    }
}
