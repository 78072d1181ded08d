using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The ids of the stages of the root pack, and the lists that name some of them.</summary>
internal sealed class StageNames(PackDocument root, DiagnosticBag bag)
{
    private readonly ImmutableArray<string> _ids = [.. root.Keys.Map("stages")?.Entries.Select(e => e.Key.Text) ?? []];
    private HashSet<string>? _set;

    /// <summary>The stages that a gate or finding names; empty for all, also where the root pack has no stages.</summary>
    /// <param name="written">The `stages:` of the rule, or null.</param>
    /// <param name="instead">The override of it that counts, or null.</param>
    /// <param name="target">The rule as an override names it, such as `gates.its_id`.</param>
    public ImmutableArray<string> Read(MappingEntry? written, MappingEntry? instead, string target)
    {
        if ((instead ?? written) is not { Value: SequenceNode list } entry)
        {
            return [];
        }

        if (list.Items.IsEmpty)
        {
            bag.Add(PackCodes.Nothing, entry.Key.Span, "no stage is named, so the rule would never count", "name the stages in which it counts, or take `stages` out for all of them");
        }

        var named = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        var known = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list.Items)
        {
            if (item is not ScalarNode { IsEmpty: false } id)
            {
                bag.Add(KeyCodes.WrongKind, item.Span, $"expected the id of a stage, found {item.Describe}", "write the ids of stages alone: `stages: [diagnostic, detailed]`");
            }
            else if (!named.TryAdd(id.Text, id.Span))
            {
                bag.Add(PackCodes.UnknownStage, id.Span, $"the stage `{Scalars.Short(id)}` stands twice here", "take one of them out", named[id.Text]);
            }
            else if ((_set ??= new(_ids, StringComparer.Ordinal)).Contains(id.Text))
            {
                known.Add(id.Text);
            }
            else if (!_ids.IsEmpty)
            {
                var isOfRoot = string.Equals(id.Span.Path, root.Source.Path, StringComparison.Ordinal);
                var help = Suggestion.Help(id.Text, _ids, "stages");
                bag.Add(
                    PackCodes.UnknownStage, id.Span, $"`{root.Id}` has no stage `{Scalars.Short(id)}`",
                    isOfRoot || Suggestion.Nearest(id.Text, _ids) is not null ? help : $"set `{target}.stages` under `overrides:` of `{root.Id}`: {help}");
            }
        }

        return known.ToImmutable();
    }
}
