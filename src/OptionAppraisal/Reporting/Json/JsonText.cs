using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Json;

/// <summary>The one way in which JSON is written here: layout, numbers, text.</summary>
internal static class JsonText
{
    // Letters and signs of any script stay readable; quotes, backslashes and control characters are escaped. It is never put into HTML as it is.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1000,
    };

    private static readonly JsonWriterOptions Compact = Options with { Indented = false };

    // One line, without its end.
    public static string WriteLine(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            content(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(16384);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            content(writer);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    public static void WriteDecimal(this Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } known)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(PlainNumber.Format(known), skipInputValidation: true);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public static void WriteList<T>(this Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string name, IReadOnlyList<string> texts) =>
        writer.WriteList(name, texts, static (w, text) => w.WriteStringValue(text));

    public static void WriteSources(this Utf8JsonWriter writer, IReadOnlyList<SourceReference> sources, DateOnly day) =>
        writer.WriteList("sources", sources, (w, reference) =>
        {
            // The title and status are those in force on the day; the id is the one that rules cite.
            var source = reference.Source.On(day);
            w.WriteStartObject();
            w.WriteString("id", reference.Source.Id);
            w.WriteString("title", source.Title);
            w.WriteString("at", reference.At);
            w.WriteString("quote", reference.Quote);
            w.WriteString("status", source.Status switch
            {
                SourceStatus.Verified => "verified",
                SourceStatus.ToBeConfirmed => "to_be_confirmed",
                _ => null,
            });
            w.WriteEndObject();
        });
}
