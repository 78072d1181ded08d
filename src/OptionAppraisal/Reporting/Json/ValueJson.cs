using System.Text.Json;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Json;

/// <summary>A value as JSON: numbers exact, dates as <c>2002-04-01</c>, choices and records by id, null for what is not known.</summary>
internal static class ValueJson
{
    public static void Write(Utf8JsonWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Unknown:
                writer.WriteNullValue();
                break;
            case ValueKind.Number:
                writer.WriteRawValue(PlainNumber.Format(value.Number), skipInputValidation: true);
                break;
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.Truth == Truth.True);
                break;
            case ValueKind.Date:
                writer.WriteStringValue(value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case ValueKind.Record:
                writer.WriteStringValue(value.Record.Id);
                break;
            case ValueKind.List:
                writer.WriteStartArray();
                foreach (var item in value.List)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(value.Text);
                break;
        }
    }
}
