using OptionAppraisal.Facts;

namespace OptionAppraisal;

/// <summary>A value of a fact with what it rests on, for <see cref="CaseFacts"/>.</summary>
/// <param name="Value">A decimal, whole number, bool, string (also for members of choices and ids of records), DateOnly, a list of these, or null for not known.</param>
public sealed record CaseValue(object? Value)
{
    /// <summary>How good the evidence is, or null.</summary>
    public EvidenceGrade? Grade { get; init; }

    /// <summary>The id of the source, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The place in the source, or null.</summary>
    public string? At { get; init; }

    /// <summary>The low end of its range, or null.</summary>
    public decimal? Low { get; init; }

    /// <summary>The high end of its range, or null.</summary>
    public decimal? High { get; init; }

    /// <summary>A note, or null.</summary>
    public string? Note { get; init; }

    internal string ToYaml()
    {
        var parts = new List<string> { $"value: {YamlText.Value(Value)}" };
        Add("source", Source is null ? null : At is null ? YamlText.Quoted(Source) : $"{{ id: {YamlText.Quoted(Source)}, at: {YamlText.Quoted(At)} }}");
        Add("low", Low is { } low ? PlainNumber.Format(low) : null);
        Add("high", High is { } high ? PlainNumber.Format(high) : null);
        Add("grade", Grade?.ToString().ToLowerInvariant());
        Add("note", Note is null ? null : YamlText.Quoted(Note));
        return $"{{ {string.Join(", ", parts)} }}";

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{key}: {value}");
            }
        }
    }
}
