using System.Text;

namespace OptionAppraisal;

/// <summary>The paths of documents among the embedded resources of an assembly, whose names the build has changed.</summary>
internal static class EmbeddedName
{
    /// <summary>The path of a resource below a prefix; null where it is no rule pack below it.</summary>
    /// <remarks>A name with slashes is a path that the project gave (<c>LogicalName</c>) and stays as it is; in any other, points part folders.</remarks>
    public static string? PathOf(string resource, string prefix)
    {
        var ending = DocumentKind.Pack.Ending;
        if (!resource.StartsWith(prefix, StringComparison.Ordinal) || !resource.EndsWith(ending, StringComparison.Ordinal) || resource.Length <= prefix.Length + ending.Length)
        {
            return null;
        }

        var rest = resource[prefix.Length..];
        if (prefix.Length > 0 && !IsSeparator(prefix[^1]) && !IsSeparator(rest[0]))
        {
            return null;
        }

        var stem = rest[..^ending.Length].Trim('.', '/', '\\').Replace('\\', '/');
        return stem.Length == 0 ? null : (stem.Contains('/', StringComparison.Ordinal) ? stem : stem.Replace('.', '/')) + ending;
    }

    /// <summary>The path that a file has once it is embedded: the build makes folders identifiers, and points part them.</summary>
    public static string Changed(string path)
    {
        var slash = path.LastIndexOf('/');
        var folders = slash < 0 ? [] : path[..slash].Split('/', '.').Select(Identifier);
        var file = path[(slash + 1)..];
        var ending = DocumentKind.Pack.Ending;
        file = file.EndsWith(ending, StringComparison.Ordinal) ? file[..^ending.Length].Replace('.', '/') + ending : file;
        return string.Join('/', folders.Append(file));
    }

    private static string Identifier(string folder)
    {
        var name = new StringBuilder(folder.Length + 1);
        foreach (var letter in folder)
        {
            if (name.Length == 0 && char.IsDigit(letter))
            {
                name.Append('_');
            }

            name.Append(char.IsLetterOrDigit(letter) ? letter : '_');
        }

        return name is { Length: 1 } && name[0] == '_' ? "__" : name.ToString();
    }

    private static bool IsSeparator(char letter) => letter is '.' or '/' or '\\';
}
