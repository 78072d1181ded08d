using System.Text;

namespace OptionAppraisal.Facts;

/// <summary>The words for a value as a reader sees them: money, shares, dates, titles.</summary>
/// <remarks>Numbers are rounded half away from zero; what is not known reads <c>not known</c>. No culture is consulted.</remarks>
public static class ValueWording
{
    /// <summary>A value in words.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type, which has the unit and the titles.</param>
    /// <param name="decimals">The most decimals of a number, 0 to 15.</param>
    public static string Format(Value value, FactType type, int decimals = 1)
    {
        ArgumentNullException.ThrowIfNull(type);
        return value.Kind switch
        {
            ValueKind.Unknown => "not known",
            ValueKind.Number => Number(value.Number, (type as NumberType)?.Unit ?? Unit.None, decimals),
            ValueKind.Boolean => value.Truth == Truth.True ? "yes" : "no",
            ValueKind.Choice => type is ChoiceType choice ? choice.TitleOf(value.Text) : value.Text,
            ValueKind.Text => value.Text,
            ValueKind.Date => Date(value.Date),
            ValueKind.Record => value.Record.Title,
            _ => Join([.. value.List.Select(v => Format(v, type is ListType list ? list.Element : type, decimals))]),
        };
    }

    /// <summary>A number with its unit: <c>£352,000</c>, <c>£352,000 a year</c>, <c>15%</c>, <c>1.5 FTE</c>.</summary>
    public static string Number(decimal number, Unit unit, int decimals = 1)
    {
        ArgumentNullException.ThrowIfNull(unit);
        switch (unit.Symbol)
        {
            case "":
                return Rounded(number, decimals, grouped: false);
            case "ratio":
                return Rounded(number * 100, decimals, grouped: false) + "%";
            case "GBP":
                return Money(number);
            case "GBP/year" or "GBP/years":
                return Money(number) + " a year";
            case "years" or "months" or "points" when Math.Abs(number) == 1:
                return $"{Rounded(number, decimals, grouped: true)} {unit.Symbol[..^1]}";
            case var symbol:
                return $"{Rounded(number, decimals, grouped: true)} {symbol}";
        }
    }

    /// <summary>A number rounded half away from zero, without trailing zeros and without unit.</summary>
    public static string Rounded(decimal number, int decimals, bool grouped)
    {
        var rounded = PlainNumber.Normalise(Math.Round(number, decimals, MidpointRounding.AwayFromZero));
        var text = PlainNumber.Format(Math.Abs(rounded));
        if (grouped)
        {
            text = Grouped(text);
        }

        return rounded < 0 ? "-" + text : text;
    }

    /// <summary>A day: <c>1 June 2002</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Words joined as in a sentence: <c>a, b and c</c>; <c>none</c> for no words.</summary>
    public static string Join(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Count switch
        {
            0 => "none",
            1 => words[0],
            _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
        };
    }

    // Pounds are whole unless there are pence to show.
    private static string Money(decimal number)
    {
        var rounded = Math.Round(number, 2, MidpointRounding.AwayFromZero);
        var text = Math.Abs(rounded) % 1 == 0
            ? PlainNumber.Format(Math.Abs(rounded))
            : Math.Abs(rounded).ToString("0.00", CultureInfo.InvariantCulture);
        return (rounded < 0 ? "-£" : "£") + Grouped(text);
    }

    private static string Grouped(string digits)
    {
        var dot = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? digits : digits[..dot];
        var text = new StringBuilder(digits.Length + 4);
        for (var i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % 3 == 0)
            {
                text.Append(',');
            }

            text.Append(whole[i]);
        }

        return dot < 0 ? text.ToString() : text.Append(digits, dot, digits.Length - dot).ToString();
    }
}
