using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Text;

/// <summary>The sources cited so far, as they stand on the day of the case: each has the number of its first mention.</summary>
internal sealed class SourceRegister(DateOnly day)
{
    private readonly List<CitedSource> _cited = [];

    public IReadOnlyList<CitedSource> Cited => _cited;

    /// <summary>The marks of citations, such as <c>[1, regulation 7] [2]</c>; empty for none.</summary>
    public string Cite(IReadOnlyList<SourceReference> references) => references.Count == 0 ? "" : string.Join(' ', Citations.On(day, references).Select(Cite));

    private string Cite(SourceReference reference)
    {
        var cited = _cited.Find(c => Citations.Same(c.Source, reference.Source));
        if (cited is null)
        {
            cited = new(_cited.Count + 1, reference.Source);
            _cited.Add(cited);
        }

        if (!cited.References.Exists(r => Citations.Same(r, reference)))
        {
            cited.References.Add(reference);
        }

        var number = cited.Number.ToString(CultureInfo.InvariantCulture);
        return reference.At is { } at ? $"[{number}, {at}]" : $"[{number}]";
    }
}

/// <summary>A source with its number in the report and the places cited in it.</summary>
internal sealed class CitedSource(int number, Source source)
{
    public int Number { get; } = number;

    public Source Source { get; } = source;

    public List<SourceReference> References { get; } = [];
}
