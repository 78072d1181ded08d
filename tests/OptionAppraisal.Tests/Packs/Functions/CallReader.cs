using System.Globalization;
using System.Text;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Tests.Packs.Functions;

/// <summary>Reads lines of case files: `name(values) => value`, or `name(types) => type`.</summary>
/// <remarks>
/// Values: 1.5, true, "text" (with \n, \" and \\), 'choice', @2002-04-01, ? for not known, [lists]. Types: number, literal, unit:GBP/year,
/// text, boolean, date, null, choice:a|b, reference:services, list(type).
/// </remarks>
internal sealed class CallReader(string text)
{
    private int _place;

    public static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Packs", "Functions", file)).Where(line => line.Length > 0 && line[0] != '#');

    public (string Name, List<T> Arguments) Call<T>(Func<CallReader, T> read)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var name = text[..open];
        _place = open + 1;
        var arguments = Until(')', read);
        Expect("=>");
        return (name, arguments);
    }

    // What is left of the line where it begins with `!`: a problem.
    public string? Problem()
    {
        Skip();
        return text[_place] == '!' ? text[(_place + 1)..].Trim() : null;
    }

    public Value Value()
    {
        Skip();
        var c = text[_place];
        switch (c)
        {
            case '[':
                _place++;
                return OptionAppraisal.Facts.Value.ListOf([.. Until(']', r => r.Value())]);
            case '"':
                return OptionAppraisal.Facts.Value.Of(Quoted());
            case '\'':
                return OptionAppraisal.Facts.Value.ChoiceOf(Quoted());
            case '@':
                _place++;
                return OptionAppraisal.Facts.Value.Of(DateOnly.ParseExact(Word(), "yyyy-MM-dd", CultureInfo.InvariantCulture));
            default:
                return Word() switch
                {
                    "?" => OptionAppraisal.Facts.Value.Unknown,
                    "true" => OptionAppraisal.Facts.Value.True,
                    "false" => OptionAppraisal.Facts.Value.False,
                    var number => OptionAppraisal.Facts.Value.Of(decimal.Parse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)),
                };
        }
    }

    public FactType Type()
    {
        var word = Word();
        var rest = word[(word.IndexOf(':', StringComparison.Ordinal) + 1)..];
        switch (word.Split(':')[0])
        {
            case "number":
                return FactType.PlainNumber;
            case "literal":
                return FactType.LiteralNumber;
            case "unit":
                return new NumberType(Unit.TryParse(rest, out var unit) ? unit : throw new FormatException(rest));
            case "text":
                return FactType.Text;
            case "boolean":
                return FactType.Boolean;
            case "date":
                return FactType.Date;
            case "null":
                return FactType.Null;
            case "choice":
                return new ChoiceType([.. rest.Split('|').Select(id => new ChoiceMember(id, Title: null))]);
            case "reference":
                return new ReferenceType(rest);
            case "list":
                Expect("(");
                var element = Type();
                Expect(")");
                return new ListType(element);
            default:
                throw new FormatException(word);
        }
    }

    private List<T> Until<T>(char end, Func<CallReader, T> read)
    {
        var items = new List<T>();
        for (Skip(); text[_place] != end; Skip())
        {
            if (items.Count > 0)
            {
                Expect(",");
            }

            items.Add(read(this));
        }

        _place++;
        return items;
    }

    private string Quoted()
    {
        var quote = text[_place++];
        var quoted = new StringBuilder();
        for (; text[_place] != quote; _place++)
        {
            if (text[_place] == '\\')
            {
                _place++;
                quoted.Append(text[_place] == 'n' ? '\n' : text[_place]);
                continue;
            }

            quoted.Append(text[_place]);
        }

        _place++;
        return quoted.ToString();
    }

    private string Word()
    {
        Skip();
        var start = _place;
        while (_place < text.Length && text[_place] is not (',' or '(' or ')' or '[' or ']' or ' '))
        {
            _place++;
        }

        return text[start.._place];
    }

    private void Expect(string mark)
    {
        Skip();
        if (!text.AsSpan(_place).StartsWith(mark, StringComparison.Ordinal))
        {
            throw new FormatException($"`{mark}` is expected at {_place} in {text}");
        }

        _place += mark.Length;
    }

    private void Skip()
    {
        while (_place < text.Length && text[_place] == ' ')
        {
            _place++;
        }
    }
}
