namespace OptionAppraisal.Diagnostics;

/// <summary>A collector of problems while documents are read, bound and judged.</summary>
/// <remarks>Not thread-safe: one bag a load or an appraisal.</remarks>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _items = [];
    private readonly HashSet<(string Code, string Path, int Offset, string Message)> _seen = [];

    /// <summary>Whether an error was collected.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>The number of problems so far.</summary>
    public int Count => _items.Count;

    /// <summary>Adds a problem; the same problem at the same place counts once.</summary>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        if (_seen.Add((diagnostic.Code.Id, diagnostic.Span.Path, diagnostic.Span.StartOffset, diagnostic.Message)))
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
