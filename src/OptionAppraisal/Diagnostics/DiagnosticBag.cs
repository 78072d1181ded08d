namespace OptionAppraisal.Diagnostics;

/// <summary>A collector of problems while documents are read, bound and judged.</summary>
/// <remarks>Not thread-safe: one bag a load or an appraisal.</remarks>
public sealed class DiagnosticBag
{
    // Of a run 100 problems are shown; a document of thousands of slips among thousands of names must not cost seconds.
    private const int MostSuggestions = 200;

    private readonly List<Diagnostic> _items = [];
    private HashSet<(string Code, string Path, int Offset, string Message)>? _seen;

    private int _before;

    /// <summary>Whether an error was collected.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>The number of problems so far.</summary>
    public int Count => _items.Count;

    /// <summary>Adds a problem; the same problem at the same place counts once.</summary>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        if ((_seen ??= []).Add((diagnostic.Code.Id, diagnostic.Span.Path, diagnostic.Span.StartOffset, diagnostic.Message)))
        {
            _items.Add(diagnostic);
            HasErrors |= diagnostic.IsError;
        }
    }

    /// <summary>Adds a problem.</summary>
    public void Add(DiagnosticCode code, SourceSpan span, string message, string? help = null, SourceSpan? first = null) =>
        Add(new Diagnostic(code, span, message, help, first));

    /// <summary>Adds several problems.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>An empty bag for a part of the same run, whose problems may be taken over or not.</summary>
    internal DiagnosticBag Aside() => new() { _before = _before + _items.Count };

    /// <summary>Help that names the nearest known word as <see cref="Suggestion.Help"/> does; beyond so many problems it says only where such words are found.</summary>
    internal string Suggest(string word, IEnumerable<string> candidates, string kind) =>
        _before + _items.Count < MostSuggestions ? Suggestion.Help(word, candidates, kind) : $"write one of the {kind} that are declared, spelt as it is there";

    /// <summary>The problems, sorted by path, line, column, code and message.</summary>
    public ImmutableArray<Diagnostic> ToSorted() => _items.Count == 0 ? [] :
    [
        .. _items
            .OrderBy(d => d.Span.Path, StringComparer.Ordinal)
            .ThenBy(d => d.Span.StartOffset)
            .ThenBy(d => d.Code.Id, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal),
    ];
}
