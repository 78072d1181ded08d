using System.Text.Json;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Json;

/// <summary>Values as JSON, in and out: the published coding of <c>eval</c>.</summary>
/// <remarks>
/// Numbers, texts, true and false as they are; a day as <c>{"date": "2002-04-01"}</c>; a list as an array; not known as <c>null</c>. Going out,
/// a member of a choice and a record are their ids as text. Coming in, a number must be one that a decimal holds exactly.
/// </remarks>
public static class ValueJson
{
    private const int LongestList = 10_000;
    private const int LongestText = 64 * 1024;

    /// <summary>The JSON of a value, on one line without line end.</summary>
    public static string Format(Value value) => JsonText.WriteLine(writer => Write(writer, value));

    /// <summary>The answer of <c>eval</c> to one line: <c>{"value": ...}</c>, or the first error as <c>{"error": "OA....", "message": "..."}</c>.</summary>
    /// <param name="value">The value; null where there are errors.</param>
    /// <param name="problems">The problems, sorted.</param>
    public static string FormatAnswer(Value? value, IReadOnlyList<Diagnostic> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return JsonText.WriteLine(writer =>
        {
            writer.WriteStartObject();
            if (value is { } known)
            {
                writer.WritePropertyName("value");
                Write(writer, known);
            }
            else
            {
                var first = problems.First(p => p.IsError);
                writer.WriteString("error", first.Code.Id);
                writer.WriteString("message", first.Message);
            }

            writer.WriteEndObject();
        });
    }

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, Value value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (value.Kind)
        {
            case ValueKind.Unknown:
                writer.WriteNullValue();
                break;
            case ValueKind.Number:
                writer.WriteRawValue(PlainNumber.Format(value.Number), skipInputValidation: true);
                break;
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value == Value.True);
                break;
            case ValueKind.Date:
                writer.WriteStartObject();
                writer.WriteString("date", value.ToString());
                writer.WriteEndObject();
                break;
            case ValueKind.List:
                writer.WriteStartArray();
                foreach (var item in value.List.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    /// <summary>Reads a value.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="name">What the value is called in a problem.</param>
    /// <param name="bag">Collects what is wrong.</param>
    /// <returns>The value, or null where there is none, which was reported.</returns>
    public static Value? Read(JsonElement json, string name, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                return Value.Unknown;
            case JsonValueKind.True or JsonValueKind.False:
                return Value.Of(json.ValueKind == JsonValueKind.True);
            case JsonValueKind.Number:
                return JsonNumber.TryRead(json.GetRawText(), out var number)
                    ? Value.Of(number)
                    : Refuse(bag, $"`{name}` has a number that cannot be held exactly", "write it with at most 28 digits");
            case JsonValueKind.String:
                return TryText(json, out var text) && text.Length <= LongestText
                    ? Value.Of(text)
                    : Refuse(bag, $"`{name}` has a text that is not one", "write whole characters, at most 65,536");
            case JsonValueKind.Array:
                return List(json, name, bag);
            default:
                return Date(json, name, bag);
        }
    }

    /// <summary>The text of a JSON string; false where it is not one, or has half a character.</summary>
    internal static bool TryText(JsonElement json, out string text)
    {
        text = "";
        if (json.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half of a character, or bytes that are not UTF-8.
            return false;
        }
    }

    private static Value? List(JsonElement json, string name, DiagnosticBag bag)
    {
        if (json.GetArrayLength() > LongestList)
        {
            return Refuse(bag, $"`{name}` has a list of more than 10,000 elements", "give a shorter list");
        }

        var items = ImmutableArray.CreateBuilder<Value>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            if (Read(item, name, bag) is not { } value)
            {
                return null;
            }

            items.Add(value);
        }

        return Value.Of(new ValueList(items.MoveToImmutable()));
    }

    private static Value? Date(JsonElement json, string name, DiagnosticBag bag)
    {
        if (json.GetPropertyCount() != 1 || !json.TryGetProperty("date", out var written))
        {
            return Refuse(bag, $"`{name}` has an object, and the language has none", "give lists and plain values; a date is written `{\"date\": \"2002-04-01\"}`");
        }

        return TryText(written, out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Value.Of(date)
            : Refuse(bag, $"`{name}` has a date that is not a day of the calendar", "write year, month and day: `{\"date\": \"2002-04-01\"}`");
    }

    private static Value? Refuse(DiagnosticBag bag, string message, string help)
    {
        bag.Add(InputCodes.NotAValue, default, message, help);
        return null;
    }
}
