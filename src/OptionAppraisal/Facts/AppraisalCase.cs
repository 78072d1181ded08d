using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Facts;

/// <summary>One appraisal to be made: facts, records, options and judgements, read for one rule pack.</summary>
/// <remarks>Immutable and thread-safe. Orders are those of the file and mean nothing but the order of display.</remarks>
public sealed class AppraisalCase
{
    /// <summary>The rules the case was read for.</summary>
    public required IRuleSet Rules { get; init; }

    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The title; the id where none is given.</summary>
    public required string Title { get; init; }

    /// <summary>The day on which law and parameters are read.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The facts of the case.</summary>
    public required FactValues Facts { get; init; }

    /// <summary>The records of each list of the schema, in its order; null for a list that was left out, which is not known.</summary>
    public required ImmutableArray<ImmutableArray<CaseRecord>?> Records { get; init; }

    /// <summary>The options.</summary>
    public required ImmutableArray<AppraisalOption> Options { get; init; }

    /// <summary>The assessors.</summary>
    public ImmutableArray<Assessor> Assessors { get; init; } = [];

    /// <summary>The scores that assessors gave.</summary>
    public ImmutableArray<JudgedScore> Judgements { get; init; } = [];

    /// <summary>The sources that the case itself defines.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>The SHA-256 of the case's text, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where the case is written.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The weights of each party, in the order of the file; empty where the pack's weights count alone.</summary>
    public ImmutableArray<WeightSet> WeightSets { get; init; } = [];

    /// <summary>The decisions at review points, in the order of the file; those after <see cref="AsOf"/> are not yet made.</summary>
    public ImmutableArray<BodyDecision> Decisions { get; init; } = [];

    /// <summary>What is tried out in place of figures of the pack.</summary>
    public CaseVariation Variation { get; init; } = CaseVariation.None;

    /// <summary>Whether the day is known; a test of rules may leave it out. Expressions that read it are then not known, and the latest law counts.</summary>
    public bool IsAsOfKnown { get; init; } = true;

    /// <summary>The first option that others are compared with, or null; each area has its own.</summary>
    public AppraisalOption? Baseline => Options.FirstOrDefault(o => o.IsBaseline);

    /// <summary>The option that the options of an area are compared with, or null.</summary>
    /// <param name="area">The area; null where there are no areas.</param>
    public AppraisalOption? BaselineOf(CaseRecord? area)
    {
        foreach (var option in Options)
        {
            if (option.IsBaseline && ReferenceEquals(option.Area, area))
            {
                return option;
            }
        }

        return null;
    }

    /// <summary>The same case on another day.</summary>
    public AppraisalCase On(DateOnly day) => With(day, Assessors, Judgements, Variation, isAsOfKnown: true);

    /// <summary>The same case as only some of its assessors judge it.</summary>
    public AppraisalCase JudgedBy(ImmutableArray<Assessor> assessors) => With(AsOf, assessors, [.. Judgements.Where(j => assessors.Any(a => string.Equals(a.Id, j.AssessorId, StringComparison.Ordinal)))]);

    // The same case with figures of the pack tried out, and with or without its day.
    internal AppraisalCase Trying(CaseVariation variation, bool isAsOfKnown) => With(AsOf, Assessors, Judgements, variation, isAsOfKnown);

    private AppraisalCase With(DateOnly asOf, ImmutableArray<Assessor> assessors, ImmutableArray<JudgedScore> judgements) => With(asOf, assessors, judgements, Variation, IsAsOfKnown);

    // The same case with other facts of its own or of its options.
    internal AppraisalCase Changed(FactValues facts, ImmutableArray<AppraisalOption> options, string sha256) =>
        With(AsOf, Assessors, Judgements, Variation, IsAsOfKnown, facts, options, sha256);

    private AppraisalCase With(DateOnly asOf, ImmutableArray<Assessor> assessors, ImmutableArray<JudgedScore> judgements, CaseVariation variation, bool isAsOfKnown) =>
        With(asOf, assessors, judgements, variation, isAsOfKnown, Facts, Options, Sha256);

    private AppraisalCase With(
        DateOnly asOf, ImmutableArray<Assessor> assessors, ImmutableArray<JudgedScore> judgements, CaseVariation variation, bool isAsOfKnown, FactValues facts, ImmutableArray<AppraisalOption> options, string sha256) => new()
        {
            Rules = Rules,
            Id = Id,
            Title = Title,
            AsOf = asOf,
            Facts = facts,
            Records = Records,
            Options = options,
            Assessors = [.. assessors.Select((a, i) => a with { Index = i })],
            Judgements = judgements,
            Sources = Sources,
            Sha256 = sha256,
            Span = Span,
            WeightSets = WeightSets,
            Decisions = Decisions,
            Variation = variation,
            IsAsOfKnown = isAsOfKnown,
        };

    /// <summary>The records of a list, or null where the list was left out.</summary>
    public ImmutableArray<CaseRecord>? RecordsOf(RecordListDefinition list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Records[list.Index];
    }
}
