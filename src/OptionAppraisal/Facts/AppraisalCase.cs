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

    /// <summary>The option that the others are compared with, or null.</summary>
    public AppraisalOption? Baseline
    {
        get
        {
            foreach (var option in Options)
            {
                if (option.IsBaseline)
                {
                    return option;
                }
            }

            return null;
        }
    }

    /// <summary>The records of a list, or null where the list was left out.</summary>
    public ImmutableArray<CaseRecord>? RecordsOf(RecordListDefinition list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Records[list.Index];
    }
}
