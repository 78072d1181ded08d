using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Results;

// What the result of a criterion says but for what was read and what is below it: options that a row decides alike share it.
internal sealed record CriterionFigures
{
    // Numbers that may be lacking, kept closer than nullable ones.
    private readonly decimal _score;
    private readonly decimal _value;
    private readonly decimal _contribution;
    private readonly bool _hasScore;
    private readonly bool _hasValue;
    private readonly bool _hasContribution;
    private readonly Reasons _reasons = Reasons.None;

    public CriterionFigures()
    {
    }

    // What is known, on the scale of 0 to 100, and needs no reasons of its own.
    public CriterionFigures(Criterion criterion, decimal weight, decimal figure, decimal contribution)
    {
        Criterion = criterion;
        Weight = weight;
        Lowest = figure;
        Highest = figure;
        _score = figure;
        _value = figure;
        _contribution = contribution;
        _hasScore = true;
        _hasValue = true;
        _hasContribution = true;
    }

    public static CriterionFigures None { get; } = new();

    public Criterion Criterion { get; init; } = null!;

    public decimal Weight { get; init; }

    public decimal? Score
    {
        get => _hasScore ? _score : null;
        init => (_hasScore, _score) = (value.HasValue, value.GetValueOrDefault());
    }

    public decimal? Value
    {
        get => _hasValue ? _value : null;
        init => (_hasValue, _value) = (value.HasValue, value.GetValueOrDefault());
    }

    public decimal Lowest { get; init; }

    public decimal Highest { get; init; }

    public decimal? Contribution
    {
        get => _hasContribution ? _contribution : null;
        init => (_hasContribution, _contribution) = (value.HasValue, value.GetValueOrDefault());
    }

    public ImmutableArray<string> Missing
    {
        get => _reasons.Missing;
        init => _reasons = _reasons with { Missing = value.IsDefault ? [] : value };
    }

    public ImmutableArray<UndefinedPlace> Undefined
    {
        get => _reasons.Undefined;
        init => _reasons = _reasons with { Undefined = value.IsDefault ? [] : value };
    }

    public ImmutableArray<RowHit> Hits
    {
        get => _reasons.Hits;
        init => _reasons = _reasons with { Hits = value.IsDefault ? [] : value };
    }

    public ImmutableArray<BodyMean> Bodies
    {
        get => _reasons.Bodies;
        init => _reasons = _reasons with { Bodies = value.IsDefault ? [] : value };
    }

    // A branch that is known has none.
    private sealed record Reasons(ImmutableArray<string> Missing, ImmutableArray<UndefinedPlace> Undefined, ImmutableArray<RowHit> Hits, ImmutableArray<BodyMean> Bodies)
    {
        public static Reasons None { get; } = new([], [], [], []);
    }
}
