using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Text;

/// <summary>The sources cited so far: each has the number of its first mention.</summary>
internal sealed class SourceRegister
{
    private readonly List<Source> _sources = [];
    private readonly Dictionary<Source, List<SourceReference>> _references = [];

    public IReadOnlyList<Source> Cited => _sources;

    public IReadOnlyList<SourceReference> ReferencesTo(Source source) => _references[source];

    /// <summary>The marks of citations, such as <c>[1, regulation 7] [2]</c>; empty for none.</summary>
    public string Cite(IEnumerable<SourceReference> references) => string.Join(' ', references.Distinct().Select(Cite));

    private string Cite(SourceReference reference)
    {
        if (!_references.TryGetValue(reference.Source, out var references))
        {
            _sources.Add(reference.Source);
            _references[reference.Source] = references = [];
        }

        if (!references.Contains(reference))
        {
            references.Add(reference);
        }

        var number = (_sources.IndexOf(reference.Source) + 1).ToString(CultureInfo.InvariantCulture);
        return reference.At is { } at ? $"[{number}, {at}]" : $"[{number}]";
    }
}
