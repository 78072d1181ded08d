using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs.Functions;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Keys;

/// <summary>The form of ids, and the words that are not free to be ids.</summary>
internal static class Identifiers
{
    private static readonly ImmutableArray<string> Keywords =
    [
        "and", "between", "else", "every", "false", "for", "if", "in", "not", "null", "or", "return", "satisfies", "some", "then", "true",
    ];

    private static readonly ImmutableArray<string> Context =
    [
        "area", "as_of", "baseline", "bodies", "case", "dissent", "gates", "grade", "is_baseline", "item", "judgements", "known", "option", "options", "parameters", "records",
        "scores", "stage", "this", "weights",
    ];

    /// <summary>Whether a text has the form `[a-z][a-z0-9_]*`.</summary>
    public static bool IsWellFormed(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetterLower(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a text may be an id of its role; a problem is reported at it.</summary>
    public static bool Check(ScalarNode id, IdRole role, DiagnosticBag bag)
    {
        var text = id.Text;
        if (!IsWellFormed(text))
        {
            bag.Add(KeyCodes.BadIdentifier, id.Span, $"`{Scalars.Short(id)}` is not an id", FormHelp(text));
            return false;
        }

        if (IsReserved(text, role))
        {
            bag.Add(KeyCodes.ReservedWord, id.Span, $"`{text}` is reserved and cannot be {Describe(role)}", $"choose another word, such as `{text}_{Suffix(role)}`");
            return false;
        }

        return true;
    }

    private static bool IsReserved(string text, IdRole role) => role switch
    {
        // Members are only ever written where their choice is expected: keywords alone stand in their way.
        IdRole.Member => Keywords.Contains(text, StringComparer.Ordinal),
        IdRole.RecordList when text == "bodies" => false,
        IdRole.Fact when text is "id" or "title" => true,
        IdRole.Option when text == "none" => true,
        _ => Keywords.Contains(text, StringComparer.Ordinal) || Context.Contains(text, StringComparer.Ordinal) || FunctionCatalogue.Find(text) is not null,
    };

    private static string FormHelp(string text)
    {
        var made = string.Concat(text.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '_')).Trim('_');
        return IsWellFormed(made) && made.Length <= 60
            ? $"write `{made}`: lower-case letters, digits and underscores, a letter first; titles carry the prose"
            : "ids are lower-case letters, digits and underscores, a letter first; titles carry the prose";
    }

    private static string Describe(IdRole role) => role switch
    {
        IdRole.Fact => "the name of a fact",
        IdRole.Parameter => "the name of a parameter",
        IdRole.RecordList => "the name of a record list",
        IdRole.Member => "a member of a choice",
        IdRole.Option => "the id of an option",
        _ => "an id",
    };

    private static string Suffix(IdRole role) => role switch
    {
        IdRole.Fact => "fact",
        IdRole.Parameter => "limit",
        IdRole.RecordList => "list",
        IdRole.Member => "kind",
        IdRole.Option => "option",
        _ => "1",
    };
}

/// <summary>What an id names.</summary>
internal enum IdRole
{
    /// <summary>A document, source, gate, criterion, finding, record or assessor.</summary>
    Other,
    Fact,
    Parameter,
    RecordList,
    Member,
    Option,
}
