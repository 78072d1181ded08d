using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Facts;

/// <summary>A record of a list of a case, such as one body or one service.</summary>
/// <remarks>Equal by identity. References between records may form circles, so its facts are set once while the case is read.</remarks>
public sealed class CaseRecord
{
    private FactValues? _facts;

    /// <summary>A record without its facts yet.</summary>
    public CaseRecord(RecordListDefinition list, int index, string id, string title, SourceSpan span)
    {
        List = list;
        Index = index;
        Id = id;
        Title = title;
        Span = span;
    }

    /// <summary>The list it belongs to.</summary>
    public RecordListDefinition List { get; }

    /// <summary>Its place in the list, from 0, in file order.</summary>
    public int Index { get; }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The title; the id where none is given.</summary>
    public string Title { get; }

    /// <summary>Where it is written.</summary>
    public SourceSpan Span { get; }

    /// <summary>The facts.</summary>
    /// <exception cref="InvalidOperationException">The case is still being read.</exception>
    public FactValues Facts => _facts ?? throw new InvalidOperationException("the record's facts are not read yet");

    /// <summary>The id.</summary>
    public override string ToString() => $"{List.Id}.{Id}";

    internal void Fill(FactValues facts) => _facts = _facts is null ? facts : throw new InvalidOperationException("a record is filled once");
}
