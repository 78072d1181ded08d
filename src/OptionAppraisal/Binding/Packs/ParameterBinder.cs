using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The parameters of all documents, with the values that overrides give them.</summary>
internal static class ParameterBinder
{
    public static ImmutableArray<Parameter> Bind(PackContext context, Overrides overrides)
    {
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        foreach (var (_, entry) in context.Entries("parameters", IdRole.Parameter))
        {
            var id = entry.Key.Text;
            var over = overrides.Parameter(id);
            if (KeyedMap.Read(entry.Value, PackTables.Parameter, entry.Key.Span, context.Bag) is { } map
                && TypeReader.Unit(map.Scalar("unit"), context.Bag) is { } unit
                && map.Number("value") is { } value)
            {
                var parameter = new Parameter(id, map.Text("title"), new NumberType(unit), over?.Value ?? value, context.References(map), entry.Key.Span);
                if (id == "dissent_limit" && parameter.Value < 0)
                {
                    context.Bag.Add(KeyCodes.OutOfRange, over?.Span ?? map.SpanOf("value"), "`dissent_limit` is below zero", "write how many points of 0 to 100 bodies may differ");
                }

                parameters.Add(parameter);
            }
            else
            {
                context.Broken.Add(id);
            }
        }

        return parameters.ToImmutable();
    }
}
