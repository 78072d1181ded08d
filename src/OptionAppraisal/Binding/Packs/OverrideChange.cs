using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>One change that a pack makes: a number, a list of stages, a condition, or else a removal.</summary>
/// <param name="Document">The pack that makes it.</param>
/// <param name="Key">As written: the path that is set, or the thing that is removed.</param>
/// <param name="Target">The thing that it changes, such as <c>criteria.its_id</c>.</param>
/// <param name="Number">The new weight or value, or null.</param>
/// <param name="Stages">The new stages, or null.</param>
/// <param name="Condition">When the criterion applies, or null.</param>
/// <param name="Span">The place of the new value, or of the removal.</param>
internal sealed record OverrideChange(PackDocument Document, ScalarNode Key, string Target, decimal? Number, MappingEntry? Stages, ScalarNode? Condition, SourceSpan Span)
{
    public bool Removes => Number is null && Stages is null && Condition is null;

    /// <summary>What is overridden of the target, with its verb, for messages.</summary>
    public string Aspect => Condition is not null ? "when it applies is" : Stages is not null ? "its stages are" : "its weight is";

    /// <summary>The entries of <c>overrides</c>; null, with a problem, for what cannot be set so.</summary>
    public static OverrideChange? OfOverride(PackDocument document, MappingEntry entry, DiagnosticBag bag)
    {
        var key = entry.Key;
        var span = entry.Value.Span;
        var rule = key.Text[..Math.Max(key.Text.LastIndexOf('.'), 0)];
        switch (key.Text.Split('.'))
        {
            case ["criteria", _, "weight"]:
                return Scalars.Number(entry.Value, bag) is { } weight ? new(document, key, rule, weight, null, null, span) : null;
            case ["criteria", _, "applies_when"] when entry.Value is ScalarNode { IsEmpty: false } condition:
                return new(document, key, rule, null, null, condition, span);
            case ["criteria", _, "applies_when"]:
                bag.Add(
                    KeyCodes.WrongKind, key.Span, $"`{Scalars.Short(key)}` takes a condition, found {entry.Value.Describe}",
                    "write a condition that reads case facts and `area` alone, or `true` where it always applies");
                return null;
            case ["parameters", _]:
                return Scalars.Number(entry.Value, bag) is { } number ? new(document, key, key.Text, number, null, null, span) : null;
            case ["gates" or "findings", _, "stages"] when entry.Value is SequenceNode:
                return new(document, key, rule, null, entry, null, span);
            case ["gates" or "findings", _, "stages"]:
                bag.Add(KeyCodes.WrongKind, key.Span, $"`{Scalars.Short(key)}` takes a list, found {entry.Value.Describe}", "write the ids of stages in brackets, such as `[detailed]`");
                return null;
            default:
                bag.Add(
                    PackCodes.UnknownOverride, key.Span, $"`{Scalars.Short(key)}` cannot be overridden",
                    "override a weight as `criteria.its_id.weight`, when a criterion applies as `criteria.its_id.applies_when`, a parameter as `parameters.its_name`, "
                    + "or the stages of a gate or finding as `gates.its_id.stages` or `findings.its_id.stages`");
                return null;
        }
    }

    /// <summary>The items of <c>removes</c>; null, with a problem, for what cannot be removed.</summary>
    public static OverrideChange? OfRemoval(PackDocument document, DocumentNode item, DiagnosticBag bag)
    {
        if (item is ScalarNode { IsEmpty: false } key)
        {
            if (key.Text.Split('.') is ["gates" or "criteria" or "findings", { Length: > 0 }])
            {
                return new(document, key, key.Text, null, null, null, key.Span);
            }

            bag.Add(PackCodes.UnknownRemoval, key.Span, $"`{Scalars.Short(key)}` cannot be removed", "remove a gate as `gates.its_id`, a criterion as `criteria.its_id`, or a finding as `findings.its_id`");
        }
        else
        {
            bag.Add(KeyCodes.WrongKind, item.Span, $"expected a gate, criterion or finding to remove, found {item.Describe}", "write `gates.its_id`, `criteria.its_id` or `findings.its_id`");
        }

        return null;
    }
}
