using OptionAppraisal.Binding.Cases;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Syntax;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal;

/// <summary>Reads a document and those it names, binds them, and reports the problems of all of them; for one root document.</summary>
/// <param name="store">Where documents are.</param>
/// <param name="bag">Collects what is wrong.</param>
/// <param name="asOf">The day of the appraisal, whatever a case says; null for the day of the case.</param>
internal sealed partial class DocumentLoader(IDocumentStore store, DiagnosticBag bag, DateOnly? asOf = null)
{
    private const int MostFiles = 64;
    private const int MostBytes = 16 * 1024 * 1024;

    // What may be defined in a document that could not be read is not an error; a slip of the pen still is.
    private static readonly ImmutableArray<DiagnosticCode> OfTheUnread =
    [
        ExpressionCodes.UnknownName, ExpressionCodes.UnknownPart, PackCodes.UnknownSource, PackCodes.UnknownRecordList, PackCodes.UnknownOverride, PackCodes.UnknownRemoval,
        PackCodes.StageCriteria, PackCodes.StageNeeds, PackCodes.StageShows, PackCodes.PartOf, CaseCodes.UnknownFact, CaseCodes.UnknownRecordList,
        CaseCodes.NotJudged, CaseCodes.UnknownCriterion, CaseCodes.NoAreas, CaseCodes.UnknownParameter, TestCodes.UnknownExpected,
    ];

    private readonly Dictionary<string, PackDocument?> _packs = new(StringComparer.Ordinal);
    private readonly List<(string Identity, string Path)> _open = [];
    private int _files;
    private long _bytes;
    private bool _isWhole = true;

    /// <summary>The place of problems of a whole file: its first line.</summary>
    public static SourceSpan PlaceOf(string path) => new SourceText(path, "").Span(0, 0);

    /// <summary>The pack in a document, as sound as it is; null where the document could not be read.</summary>
    public BoundPack? LoadPack(string path, SourceSpan place)
    {
        if (ReadPack(path, place) is not { } root)
        {
            return null;
        }

        var found = new DiagnosticBag();
        var bound = PackBinder.Bind(root, found);
        Report(found);
        return bound;
    }

    /// <summary>The case in a document, with the pack that it names.</summary>
    public AppraisalCase? LoadCase(string path, SourceSpan place)
    {
        if (Read(path, place, DocumentKind.Case) is not { } document)
        {
            return null;
        }

        var bound = document.Keys.Scalar("rule_pack") is { } named && DocumentPath.Resolve(path, named, bag) is { } pack ? LoadPack(pack, named.Span) : null;
        return bound is null ? null : BindCase(document, bound);
    }

    /// <summary>The case in a document, for a pack that is there already.</summary>
    public AppraisalCase? LoadCase(string path, SourceSpan place, BoundPack bound) =>
        Read(path, place, DocumentKind.Case) is { } document ? BindCase(document, bound) : null;

    /// <summary>A document whose ending does not tell what it is: its first key does.</summary>
    public void LoadAny(string path, SourceSpan place)
    {
        // What is wrong with the text itself is told by the reading that follows.
        var first = store.Read(path, place, SyntaxLimits.DocumentBytes, new DiagnosticBag()) is { } stored
            && SourceTextReader.Decode(path, stored.Bytes.Span, new DiagnosticBag()) is { } source
            && DocumentReader.Read(source, new DiagnosticBag()) is MappingNode { Entries: [var entry, ..] } ? entry.Key.Text : "";
        var kind = DocumentKind.OfKey(first);
        if (kind == DocumentKind.Case)
        {
            LoadCase(path, place);
        }
        else if (kind == DocumentKind.Tests)
        {
            LoadTests(path, place);
        }
        else
        {
            LoadPack(path, place);
        }
    }

    private AppraisalCase BindCase(Document document, BoundPack bound)
    {
        var found = new DiagnosticBag();
        var read = CaseBinder.Bind(document.Keys, document.Bytes, bound, asOf, found);
        Report(found);
        return read;
    }

    private void Report(DiagnosticBag found) => bag.AddRange(found.ToSorted().Where(IsSure));

    // What a document that could not be read may define is no error.
    private bool IsSure(Diagnostic problem) => _isWhole || !OfTheUnread.Contains(problem.Code) || Suggestion.IsSlip(problem);

    private PackDocument? ReadPack(string path, SourceSpan place)
    {
        if (Stored(path, place) is not { } stored)
        {
            _isWhole = false;
            return null;
        }

        var at = _open.FindIndex(o => string.Equals(o.Identity, stored.Identity, StringComparison.Ordinal));
        if (at >= 0)
        {
            var circle = _open.Skip(at).Select(o => o.Path).Append(_open[at].Path);
            bag.Add(FileCodes.Circle, place, $"packs use each other in a circle: {string.Join(" -> ", circle)}", "move what both need to a pack that both use");
            return null;
        }

        if (_packs.TryGetValue(stored.Identity, out var known))
        {
            return known;
        }

        _open.Add((stored.Identity, path));
        var pack = Parse(path, stored, DocumentKind.Pack) is { } document
            ? new PackDocument(document.Source, document.Keys, document.Bytes, Uses(path, document.Keys))
            : null;
        _open.RemoveAt(_open.Count - 1);
        _isWhole &= pack is not null;
        _packs.Add(stored.Identity, pack);
        return pack;
    }

    private ImmutableArray<PackDocument> Uses(string path, KeyedMap keys)
    {
        var uses = ImmutableArray.CreateBuilder<PackDocument>();
        foreach (var item in keys.List("uses")?.Items ?? [])
        {
            if (item is not ScalarNode { IsEmpty: false } named)
            {
                bag.Add(KeyCodes.WrongKind, item.Span, $"expected the path of a rule pack, found {item.Describe}", "write the path of a file, such as `../criteria/lsp_fit.pack.yaml`");
            }
            else if (DocumentPath.Resolve(path, named, bag) is not { } target)
            {
                _isWhole = false;
            }
            else if (ReadPack(target, named.Span) is { } pack && !uses.Contains(pack))
            {
                uses.Add(pack);
            }
        }

        return uses.ToImmutable();
    }

    private Document? Read(string path, SourceSpan place, DocumentKind kind) => Stored(path, place) is { } stored ? Parse(path, stored, kind) : null;

    private StoredDocument? Stored(string path, SourceSpan place)
    {
        if (_files >= MostFiles && !_packs.ContainsKey(path))
        {
            bag.Add(FileCodes.TooManyFiles, place, $"`{path}` is one document more than the limit of {MostFiles.ToString(CultureInfo.InvariantCulture)}", "join some of the packs into one");
            return null;
        }

        return store.Read(path, place, SyntaxLimits.DocumentBytes, bag);
    }

    private Document? Parse(string path, StoredDocument stored, DocumentKind kind)
    {
        _files++;
        _bytes += stored.Bytes.Length;
        if (_bytes > MostBytes)
        {
            bag.Add(FileCodes.TooMuchText, PlaceOf(path), "the documents together are larger than 16 MiB", "leave some of them out");
            return null;
        }

        if (SourceTextReader.Decode(path, stored.Bytes.Span, bag) is not { } source || DocumentReader.Read(source, bag) is not { } node)
        {
            return null;
        }

        if (node is not MappingNode map || map.Entries.IsEmpty)
        {
            bag.Add(KeyCodes.WrongFirstKey, source.Span(0, 0), $"expected {kind.Name}, found {node.Describe}", $"start the file with `{kind.FirstKey}: its_id`");
            return null;
        }

        return CheckFirstKey(path, map, kind) && KeyedMap.Read(map, kind.Keys!, map.Entries[0].Key.Span, bag) is { } keys
            ? new Document(source, keys, stored.Bytes)
            : null;
    }

    // True where the document can be read as its kind, rightly named or not.
    private bool CheckFirstKey(string path, MappingNode map, DocumentKind kind)
    {
        var first = map.Entries[0].Key;
        if (string.Equals(first.Text, kind.FirstKey, StringComparison.Ordinal))
        {
            if (!path.EndsWith(kind.Ending, StringComparison.Ordinal))
            {
                bag.Add(KeyCodes.WrongFirstKey, first.Span, $"the file of {kind.Name} ends in `{kind.Ending}`, this is `{path}`", $"rename the file to end in `{kind.Ending}`");
            }

            return true;
        }

        if (map.Find(kind.FirstKey) is not null)
        {
            bag.Add(KeyCodes.WrongFirstKey, first.Span, $"`{kind.FirstKey}` is not the first key of {kind.Name}", $"move `{kind.FirstKey}:` to the top");
            return true;
        }

        if (DocumentKind.OfKey(first.Text) is { } other)
        {
            var isLater = other.Keys is null;
            bag.Add(
                isLater ? KeyCodes.NotInThisVersion : KeyCodes.WrongFirstKey, first.Span,
                isLater ? $"`{first.Text}` documents are not in this version" : $"expected {kind.Name}, found {other.Name}",
                isLater ? "leave the file out" : $"name a file that starts with `{kind.FirstKey}:`, or rename this one to end in `{other.Ending}`");
            return false;
        }

        bag.Add(
            KeyCodes.WrongFirstKey, first.Span, $"the first key of {kind.Name} is `{kind.FirstKey}`, found `{Scalars.Short(first)}`",
            Suggestion.Nearest(first.Text, [kind.FirstKey]) is null ? $"start the file with `{kind.FirstKey}: its_id`" : $"did you mean `{kind.FirstKey}`?");
        return false;
    }

    private sealed record Document(SourceText Source, KeyedMap Keys, ReadOnlyMemory<byte> Bytes);
}
