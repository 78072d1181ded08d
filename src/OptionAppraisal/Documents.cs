using OptionAppraisal.Diagnostics;

namespace OptionAppraisal;

/// <summary>The checker of documents: every problem of every document that is named, or found below a folder.</summary>
public static class Documents
{
    /// <summary>Checks documents, each as the root of what it names.</summary>
    /// <param name="paths">Files or folders. Below a folder every rule pack, case and tests document is checked, in the order of their paths; hidden folders are left out.</param>
    /// <param name="options">How documents are loaded; null for the defaults. The root of a folder without one is the current folder where it holds it, else the folder.</param>
    public static CheckResult Check(IEnumerable<string> paths, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var bag = new DiagnosticBag();
        var checkedPaths = new List<string>();
        foreach (var (file, root) in Find(paths, options, k => k.Keys is not null, bag))
        {
            CheckFile(file, root, checkedPaths, bag);
        }

        return new CheckResult([.. checkedPaths.Distinct(StringComparer.Ordinal)], bag.ToSorted());
    }

    /// <summary>The files named, and those of a kind below the folders named, each with how it is loaded.</summary>
    internal static IEnumerable<(string File, LoadOptions? Options)> Find(IEnumerable<string> paths, LoadOptions? options, Func<DocumentKind, bool> isWanted, DiagnosticBag bag)
    {
        foreach (var path in paths)
        {
            if (string.IsNullOrWhiteSpace(path))
            {
                bag.Add(FileCodes.NotFound, DocumentLoader.PlaceOf(path ?? ""), "an empty path names no file", "name a file or a folder");
            }
            else if (!FileStore.IsFolder(path))
            {
                yield return (path, options);
            }
            else
            {
                var full = Path.GetFullPath(path);
                var root = options ?? new LoadOptions();
                root = root with { Root = root.Root ?? (FileStore.Below(FileStore.CurrentFolder, full) is null ? full : FileStore.CurrentFolder) };
                foreach (var file in FileStore.Below(full, path.Replace('\\', '/'), isWanted, bag))
                {
                    yield return (Path.Combine(full, file), root);
                }
            }
        }
    }

    private static void CheckFile(string path, LoadOptions? options, List<string> checkedPaths, DiagnosticBag bag)
    {
        var (store, name) = FileStore.For(path, options);
        var place = DocumentLoader.PlaceOf(name);
        checkedPaths.Add(name);
        switch (DocumentKind.OfFile(name))
        {
            case { Keys: null } later:
                bag.Add(KeyCodes.NotInThisVersion, place, $"`{later.FirstKey}` documents are not in this version", "leave the file out");
                break;
            case var kind when kind == DocumentKind.Case:
                new DocumentLoader(store, bag, options?.AsOf).LoadCase(name, place);
                break;
            case var kind when kind == DocumentKind.Tests:
                new DocumentLoader(store, bag).LoadTests(name, place);
                break;
            case var kind when kind == DocumentKind.Pack:
                new DocumentLoader(store, bag, options?.AsOf).LoadPack(name, place);
                break;
            default:
                new DocumentLoader(store, bag, options?.AsOf).LoadAny(name, place);
                break;
        }
    }
}

/// <summary>What a check found.</summary>
/// <param name="Paths">The documents that were checked, each once, in order.</param>
/// <param name="Diagnostics">Every problem, each once, sorted by path, line and column.</param>
public sealed record CheckResult(ImmutableArray<string> Paths, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is an error.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.IsError);
}
