using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal;

/// <summary>Paths in documents: relative to the document that names them, and inside the root folder.</summary>
internal static class DocumentPath
{
    /// <summary>The path relative to the root; null, with a problem, for a path that documents cannot have.</summary>
    /// <param name="from">The path of the document that names it.</param>
    /// <param name="named">The path as written.</param>
    /// <param name="bag">Collects what is wrong.</param>
    public static string? Resolve(string from, ScalarNode named, DiagnosticBag bag)
    {
        var text = named.Text;
        if (Problem(text) is var (message, help) && message is not null)
        {
            bag.Add(FileCodes.BadPath, named.Span, $"`{Scalars.Short(named)}` {message}", help);
            return null;
        }

        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (var part in text.Split('/'))
        {
            if (part is "." or "")
            {
                continue;
            }

            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                bag.Add(FileCodes.OutsideRoot, named.Span, $"`{Scalars.Short(named)}` leaves the root folder", "name a root folder that holds both files, such as `--root ..`");
                return null;
            }
        }

        return string.Join('/', parts);
    }

    private static (string? Message, string? Help) Problem(string text) => text switch
    {
        "" => ("is not a path", "write a path such as `../criteria/best_value.pack.yaml`"),
        _ when text.Contains("://", StringComparison.Ordinal) => ("is an address, not a path", "documents are never fetched: save the file and write its path"),
        _ when text[0] is '/' or '~' || (text.Length > 1 && text[1] == ':' && char.IsAsciiLetter(text[0])) => ("is an absolute path", "write the path relative to this document"),
        _ when text.Contains('\\', StringComparison.Ordinal) => ("holds a backslash", "part folders by `/`"),
        _ when text.Length > 1024 || text.Any(char.IsControl) => ("is not a path", "write a path such as `../criteria/best_value.pack.yaml`"),
        _ => (null, null),
    };
}
