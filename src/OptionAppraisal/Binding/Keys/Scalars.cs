using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Keys;

/// <summary>Plain values of documents: numbers, booleans, dates, words; a problem is reported at the value.</summary>
internal static class Scalars
{
    public static decimal? Number(DocumentNode? node, DiagnosticBag bag)
    {
        if (AsScalar(node, "a number", bag) is not { } scalar)
        {
            return null;
        }

        if (scalar.Style == ScalarStyle.Plain && PlainNumber.TryParse(scalar.Text, out var number))
        {
            return number;
        }

        bag.Add(KeyCodes.NotANumber, scalar.Span, NumberProblem(scalar), NumberHelp(scalar));
        return null;
    }

    public static bool? Boolean(DocumentNode? node, DiagnosticBag bag)
    {
        if (AsScalar(node, "true or false", bag) is not { } scalar)
        {
            return null;
        }

        if (scalar.Style == ScalarStyle.Plain && scalar.Text is "true" or "false")
        {
            return scalar.Text == "true";
        }

        var help = scalar.Style != ScalarStyle.Plain ? "write `true` or `false` without quotes"
            : IsNotKnown(scalar.Text) ? NotKnownHelp
            : scalar.Text.ToLowerInvariant() switch
            {
                "no" or "off" or "n" or "false" => "write `false`; `yes`, `no`, `on` and `off` are texts",
                "yes" or "on" or "y" or "true" => "write `true`; `yes`, `no`, `on` and `off` are texts",
                _ => "write `true` or `false`; leave the value empty where it is not known",
            };
        bag.Add(KeyCodes.NotABoolean, scalar.Span, $"expected true or false, found `{Short(scalar)}`", help);
        return null;
    }

    public static DateOnly? Date(DocumentNode? node, DiagnosticBag bag)
    {
        if (AsScalar(node, "a date", bag) is not { } scalar)
        {
            return null;
        }

        if (DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        bag.Add(KeyCodes.NotADate, scalar.Span, $"expected a date, found `{Short(scalar)}`", "write a day of the calendar as `2002-04-01`");
        return null;
    }

    public static string? Word(DocumentNode? node, ImmutableArray<string> words, DiagnosticBag bag)
    {
        if (AsScalar(node, "a word", bag) is not { } scalar)
        {
            return null;
        }

        if (words.Contains(scalar.Text, StringComparer.Ordinal))
        {
            return scalar.Text;
        }

        bag.Add(KeyCodes.UnknownWord, scalar.Span, $"`{Short(scalar)}` is not one of the words here", Suggestion.Help(scalar.Text, words, "words"));
        return null;
    }

    /// <summary>The text of a scalar, shortened for a message.</summary>
    public static string Short(ScalarNode scalar) => scalar.Text.Length <= 60 ? scalar.Text : string.Concat(scalar.Text.AsSpan(0, 57), "...");

    // What people write for a thing that nobody has told them.
    private static bool IsNotKnown(string text) => text.ToLowerInvariant() is "none" or "unknown" or "not known" or "n/a" or "na" or "tbc" or "tbd" or "?";

    private static ScalarNode? AsScalar(DocumentNode? node, string wanted, DiagnosticBag bag)
    {
        if (node is null)
        {
            return null;
        }

        if (node is ScalarNode { IsEmpty: false } scalar)
        {
            return scalar;
        }

        bag.Add(KeyCodes.WrongKind, node.Span, $"expected {wanted}, found {node.Describe}", $"write {wanted} after the colon");
        return null;
    }

    private const string NotKnownHelp = "leave the value empty where it is not known: nothing after the colon";

    private static string NumberProblem(ScalarNode scalar) => scalar.Style == ScalarStyle.Plain && PlainNumber.IsPlain(scalar.Text)
        ? $"`{Short(scalar)}` has more figures than can be held exactly"
        : $"expected a number, found `{Short(scalar)}`";

    private static string NumberHelp(ScalarNode scalar)
    {
        var text = scalar.Text;
        if (scalar.Style != ScalarStyle.Plain && PlainNumber.TryParse(text, out _))
        {
            return "take the quotes away: a value in quotes is a text";
        }

        if (PlainNumber.IsPlain(text))
        {
            return "write at most 28 figures";
        }

        if (IsNotKnown(text))
        {
            return NotKnownHelp;
        }

        if (text.EndsWith('%') && PlainNumber.TryParse(text[..^1].TrimEnd(), out var hundredths))
        {
            return $"write `{(hundredths / 100).ToString("0.############################", CultureInfo.InvariantCulture)}`: a share of 1, without a per cent sign";
        }

        var bare = text.Replace(",", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).TrimStart('+', '£');
        return bare.Length < text.Length && PlainNumber.TryParse(bare, out _)
            ? $"write `{bare}`: digits and at most one point"
            : "write digits and at most one point, such as `41000` or `0.15`";
    }
}
