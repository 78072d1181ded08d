using System.Collections.Immutable;
using System.Text.Json;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Json;

namespace OptionAppraisal.Cli;

/// <summary>One expression with the values that it names, read from JSON.</summary>
internal sealed record EvalRequest(string Expression, IReadOnlyDictionary<string, Value> Inputs)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>A request as a line has it: <c>{"expression": "...", "inputs": {...}}</c>; null where it is none, which was reported.</summary>
    public static EvalRequest? Read(ReadOnlyMemory<byte> line, DiagnosticBag bag)
    {
        using var document = Parse(() => JsonDocument.Parse(line, Strict), bag);
        if (document is null)
        {
            return null;
        }

        string? expression = null;
        IReadOnlyDictionary<string, Value> inputs = ImmutableDictionary<string, Value>.Empty;
        foreach (var (key, value) in Properties(document.RootElement, "the line", bag))
        {
            switch (key)
            {
                case "expression" when value.ValueKind != JsonValueKind.String:
                    Refuse(bag, "`expression` is not a text");
                    break;
                case "expression":
                    expression = ValueJson.Read(value, key, bag)?.Text;
                    break;
                case "inputs" when value.ValueKind == JsonValueKind.Null:
                    break;
                case "inputs":
                    inputs = Values(value, bag);
                    break;
                default:
                    bag.Add(InputCodes.NotARequest, default, $"unknown key `{key}`", Suggestion.Help(key, ["expression", "inputs"], "keys"));
                    break;
            }
        }

        if (expression is null && !bag.HasErrors)
        {
            Refuse(bag, "there is no `expression`");
        }

        return bag.HasErrors ? null : new(expression!, inputs);
    }

    /// <summary>The inputs of a JSON object.</summary>
    public static IReadOnlyDictionary<string, Value> ReadInputs(string json, DiagnosticBag bag)
    {
        using var document = Parse(() => JsonDocument.Parse(json, Strict), bag);
        return document is null ? ImmutableDictionary<string, Value>.Empty : Values(document.RootElement, bag);
    }

    private static Dictionary<string, Value> Values(JsonElement json, DiagnosticBag bag)
    {
        var inputs = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, written) in Properties(json, "the value of the inputs", bag))
        {
            if (ValueJson.Read(written, name, bag) is { } value)
            {
                inputs.Add(name, value);
            }
        }

        return inputs;
    }

    private static IEnumerable<(string Key, JsonElement Value)> Properties(JsonElement json, string what, DiagnosticBag bag)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            Refuse(bag, $"{what} is not a JSON object");
            yield break;
        }

        foreach (var property in json.EnumerateObject())
        {
            yield return (property.Name, property.Value);
        }
    }

    // A name with half a character, or bytes that are not UTF-8, come out only when they are read.
    private static JsonDocument? Parse(Func<JsonDocument> parse, DiagnosticBag bag)
    {
        try
        {
            return parse();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            bag.Add(InputCodes.NotJson, default, "this is not JSON" + Place(e), "write one JSON object, each of its keys once");
            return null;
        }
    }

    private static string Place(Exception e) =>
        e is JsonException { BytePositionInLine: { } place, LineNumber: 0 } ? $": it breaks at byte {place + 1}" : "";

    private static void Refuse(DiagnosticBag bag, string message) =>
        bag.Add(InputCodes.NotARequest, default, message, "write `{\"expression\": \"x + 1\", \"inputs\": {\"x\": 1}}`");
}
