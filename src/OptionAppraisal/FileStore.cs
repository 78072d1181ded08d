using OptionAppraisal.Diagnostics;

namespace OptionAppraisal;

/// <summary>Documents that are files below a root folder; no link leads out of it.</summary>
internal sealed class FileStore(string root) : IDocumentStore
{
    private const int MostLinks = 40;

    private string? _realRoot;

    /// <summary>The full path of the root folder.</summary>
    public string Root { get; } = root;

    public static string CurrentFolder => Directory.GetCurrentDirectory();

    public static bool IsFolder(string path) => Directory.Exists(path);

    /// <summary>The store that a file is loaded from, and the file's path in it.</summary>
    /// <param name="file">The path as the user named it.</param>
    /// <param name="options">The root folder, where the user named one.</param>
    public static (FileStore Store, string Path) For(string file, LoadOptions? options)
    {
        var full = Path.GetFullPath(file);
        var current = CurrentFolder;
        var root = options?.Root is { } named ? Path.GetFullPath(named)
            : Below(current, full) is not null ? current
            : Path.GetDirectoryName(full) ?? full;
        return (new FileStore(Path.TrimEndingDirectorySeparator(root)), Below(root, full) ?? file.Replace('\\', '/'));
    }

    /// <summary>The path below a folder with `/`, or null where it is not below it.</summary>
    public static string? Below(string folder, string full)
    {
        var relative = Path.GetRelativePath(folder, full);
        if (Path.DirectorySeparatorChar != '/')
        {
            relative = relative.Replace(Path.DirectorySeparatorChar, '/');
        }

        return Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) ? null : relative;
    }

    /// <summary>The files below a folder that end as documents do, relative to it, in ordinal order; hidden files and links are left out.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="shown">The folder as messages show it.</param>
    /// <param name="isWanted">Which kinds are wanted.</param>
    /// <param name="bag">Collects what is wrong.</param>
    public static ImmutableArray<string> Below(string folder, string shown, Func<DocumentKind, bool> isWanted, DiagnosticBag bag)
    {
        var place = DocumentLoader.PlaceOf(shown);
        try
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint };
            var found = Directory.EnumerateFiles(folder, "*.yaml", options).Where(f => DocumentKind.OfFile(f) is { } kind && isWanted(kind)).Select(f => Below(folder, f)!);
            ImmutableArray<string> files = [.. found.Order(StringComparer.Ordinal)];
            if (files.IsEmpty)
            {
                bag.Add(FileCodes.NoDocuments, place, $"there are no documents below `{shown}`", $"name a folder that holds files ending in {string.Join(" or ", DocumentKind.All.Where(k => k.Keys is not null && isWanted(k)).Select(k => $"`{k.Ending}`"))}");
            }

            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(e is DirectoryNotFoundException ? FileCodes.NotFound : FileCodes.Unreadable, place, $"the folder `{shown}` cannot be read", "see that it is there, and allow reading it");
            return [];
        }
    }

    public StoredDocument? Read(string path, SourceSpan place, int most, DiagnosticBag bag)
    {
        var full = Path.GetFullPath(Path.Combine(Root, path));
        try
        {
            if (Below(Root, full) is null)
            {
                bag.Add(FileCodes.OutsideRoot, place, $"`{path}` is outside the root folder", "name a root folder that holds it");
                return null;
            }

            _realRoot ??= RealPath(Root);
            if (RealPath(full) is not { } real || _realRoot is null)
            {
                bag.Add(FileCodes.Unreadable, place, $"`{path}` leads through links without end", "point the link at a file");
                return null;
            }

            if (Below(_realRoot, real) is null)
            {
                bag.Add(FileCodes.OutsideRoot, place, $"`{path}` leads out of the root folder through a link", "copy the file below the root folder, or name a root folder that holds both");
                return null;
            }

            if (Directory.Exists(real))
            {
                bag.Add(FileCodes.IsFolder, place, $"`{path}` is a folder", "name a file in it");
                return null;
            }

            return File.Exists(real) ? new StoredDocument(real, Bytes(real, most)) : NotFound(path, full, place, bag);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or System.Security.SecurityException)
        {
            bag.Add(FileCodes.Unreadable, place, $"`{path}` cannot be read", e is UnauthorizedAccessException ? "allow reading it" : "see that it is a plain file and not in use");
            return null;
        }
    }

    private static StoredDocument? NotFound(string path, string full, SourceSpan place, DiagnosticBag bag)
    {
        var folder = Path.GetDirectoryName(full);
        string? near = null;
        if (folder is not null && Directory.Exists(folder))
        {
            var names = Directory.EnumerateFiles(folder, "*.yaml").Take(500).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);
            near = Suggestion.Nearest(Path.GetFileName(full), names);
        }

        bag.Add(FileCodes.NotFound, place, $"there is no file `{path}`", near is null ? "see that the path is right: it is relative to the document that names it" : $"did you mean `{near}`?");
        return null;
    }

    // Not File.ReadAllBytes: what a link points at may be endless. A pipe would wait for a writer when opened; pipes and devices have no length.
    private static ReadOnlyMemory<byte> Bytes(string path, int most)
    {
        if (new FileInfo(path).Length == 0)
        {
            return default;
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        var buffer = new byte[(int)Math.Min(stream.CanSeek ? Math.Max(stream.Length, 1024) : 65536, most) + 1];
        var count = 0;
        int read;
        while (count <= most && (read = stream.Read(buffer, count, buffer.Length - count)) > 0)
        {
            count += read;
            if (count == buffer.Length && count <= most)
            {
                Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, (long)most + 1));
            }
        }

        return buffer.AsMemory(0, count);
    }

    // The path with every link in it followed; null where there are too many.
    private static string? RealPath(string full)
    {
        var start = Path.GetPathRoot(full) ?? "/";
        var open = new Stack<string>(Parts(full[start.Length..]));
        var real = start;
        var links = 0;
        while (open.TryPop(out var part))
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? start;
                continue;
            }

            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            if (Path.IsPathRooted(target))
            {
                start = Path.GetPathRoot(target)!;
                real = start;
                target = target[start.Length..];
            }

            foreach (var step in Parts(target))
            {
                open.Push(step);
            }
        }

        return real;
    }

    // Last part first, as a stack wants them.
    private static IEnumerable<string> Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(p => p != ".").Reverse();
}
