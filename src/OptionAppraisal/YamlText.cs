using System.Text;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Facts;

namespace OptionAppraisal;

/// <summary>Canonical YAML of documents: block maps, two spaces, texts always in double quotes, LF.</summary>
internal sealed class YamlText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    public static string Key(string id) => Identifiers.IsWellFormed(id) ? id : Quoted(id);

    /// <summary>The plain form of an application's value; an argument exception where there is none.</summary>
    public static string Value(object? value) => value switch
    {
        null => "null",
        bool boolean => boolean ? "true" : "false",
        decimal number => PlainNumber.Format(number),
        int or long or short or byte or uint or ulong or ushort or sbyte => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        string text => Quoted(text),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Value))}]",
        _ => throw new ArgumentException($"a fact cannot hold a {value.GetType().Name}: give a decimal, a whole number, a bool, a string, a DateOnly, or a list of these", nameof(value)),
    };

    public YamlText Line(string key, string value)
    {
        _text.Append(' ', 2 * _depth).Append(Key(key)).Append(": ").Append(value).Append('\n');
        return this;
    }

    public YamlText Optional(string key, string? text) => text is null ? this : Line(key, Quoted(text));

    /// <summary>A map; one without entries is written `{}`.</summary>
    public YamlText Map<T>(string key, IReadOnlyCollection<T> entries, Action<T> write)
    {
        if (entries.Count == 0)
        {
            return Line(key, "{}");
        }

        Open(key);
        foreach (var entry in entries)
        {
            write(entry);
        }

        return Close();
    }

    public YamlText Open(string key)
    {
        _text.Append(' ', 2 * _depth).Append(Key(key)).Append(":\n");
        _depth++;
        return this;
    }

    public YamlText Close()
    {
        _depth--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
