using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The parameters of all documents, with the values that overrides give them.</summary>
internal static class ParameterBinder
{
    public static ImmutableArray<Parameter> Bind(PackContext context, Overrides overrides)
    {
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        foreach (var (_, entry) in context.Entries("parameters", IdRole.Parameter))
        {
            var over = overrides.Parameter(entry.Key.Text);
            if (KeyedMap.Read(entry.Value, PackTables.Parameter, entry.Key.Span, context.Bag) is { } map && Bind(context, entry.Key, map) is { } parameter)
            {
                parameters.Add(over is { } set ? parameter with { Value = set.Value, Values = [] } : parameter);
                if (over is { } limit)
                {
                    CheckDissent(entry.Key.Text, limit.Value, limit.Span, context.Bag);
                }
            }
            else
            {
                context.Broken.Add(entry.Key.Text);
            }
        }

        return parameters.ToImmutable();
    }

    private static Parameter? Bind(PackContext context, ScalarNode id, KeyedMap map)
    {
        var unit = TypeReader.Unit(map.Scalar("unit"), context.Bag);
        var sources = context.References(map);
        var dated = Values(id, map, context.Bag);
        decimal? value = dated.IsEmpty ? map.Number("value") : dated[^1].Value;
        if (unit is null || value is null)
        {
            return null;
        }

        if (dated.IsEmpty)
        {
            CheckDissent(id.Text, value.Value, map.SpanOf("value"), context.Bag);
        }

        return new Parameter(id.Text, map.Text("title"), new NumberType(unit), value.Value, sources, id.Span) { Values = dated };
    }

    // Exactly one of `value` and `values`: what else stands there is reported.
    private static ImmutableArray<DatedNumber> Values(ScalarNode id, KeyedMap map, DiagnosticBag bag)
    {
        if (map.Node.Find("values") is null)
        {
            if (map.Node.Find("value") is null)
            {
                bag.Add(KeyCodes.MissingKey, map.Owner, "`value` is missing from a parameter", "add `value:`, the number, or `values:`, the number from each day on");
            }

            return [];
        }

        if (map.Node.Find("value") is not null && map.Entry("values") is { } both)
        {
            bag.Add(PackCodes.DatedValues, both.Key.Span, $"`{id.Text}` has a `value` and dated `values`", "keep `value` for a number that never changes, or `values` for one that does");
        }

        if (map.Entry("values") is not { } entry)
        {
            return [];
        }

        var values = ImmutableArray.CreateBuilder<DatedNumber>();
        foreach (var (from, dated) in DatedReader.Read(entry, bag))
        {
            if (Scalars.Number(dated.Value, bag) is { } value)
            {
                CheckDissent(id.Text, value, dated.Value.Span, bag);
                values.Add(new DatedNumber(from, value));
            }
        }

        return values.ToImmutable();
    }

    private static void CheckDissent(string id, decimal value, SourceSpan place, DiagnosticBag bag)
    {
        if (id == "dissent_limit" && value < 0)
        {
            bag.Add(KeyCodes.OutOfRange, place, "`dissent_limit` is below zero", "write how many points of 0 to 100 bodies may differ");
        }
    }
}
