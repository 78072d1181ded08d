using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The stages of a document: those of the root pack are the pack's, those of used packs are only checked.</summary>
internal sealed class StageBinder(PackContext context, CriteriaBinder criteria, ImmutableArray<FindingBinder.Draft> findings)
{
    // The result of each stage is kept whole.
    private const int MostStages = 100;

    // Each criterion with the one above it.
    private readonly Dictionary<string, CriterionDraft?> _above = Above(criteria);

    public ImmutableArray<Stage> Bind(PackDocument document)
    {
        if (document.Keys.Entry("stages") is not { Value: MappingNode map } entry)
        {
            return [];
        }

        if (map.IsEmpty)
        {
            context.Bag.Add(PackCodes.Nothing, entry.Key.Span, "there are no stages here", "add a stage, or take `stages` out: all is then done at once");
        }

        if (map.Entries.Length > MostStages)
        {
            context.Bag.Add(KeyCodes.OutOfRange, entry.Key.Span, $"a rule pack has at most {MostStages} stages, here are {map.Entries.Length.ToString(CultureInfo.InvariantCulture)}", "join some of the stages");
        }

        var stages = ImmutableArray.CreateBuilder<Stage>();
        foreach (var stage in context.Entries(map, IdRole.Other))
        {
            if (KeyedMap.Read(stage.Value, PackTables.Stage, stage.Key.Span, context.Bag) is { } keys)
            {
                stages.Add(Bind(document, stage.Key, keys, stages.Count));
            }
            else
            {
                context.Broken.Add(stage.Key.Text);
            }
        }

        return stages.ToImmutable();
    }

    private static Dictionary<string, CriterionDraft?> Above(CriteriaBinder criteria)
    {
        var above = new Dictionary<string, CriterionDraft?>(StringComparer.Ordinal);
        foreach (var top in criteria.Top)
        {
            above.Add(top.Id, null);
        }

        foreach (var branch in criteria.All)
        {
            foreach (var child in branch.Children)
            {
                above.Add(child.Id, branch);
            }
        }

        return above;
    }

    private Stage Bind(PackDocument document, ScalarNode id, KeyedMap keys, int index)
    {
        var needs = keys.Entry("needs") is { } entry ? KeyedMap.Read(entry.Value, PackTables.StageNeeds, entry.Key.Span, context.Bag) : null;
        var reviewBy = ReviewBy(keys);
        if (reviewBy is null && keys.Node.Find("review_by") is not null)
        {
            // The decisions of a case are then not also those that nobody was to make.
            context.Broken.Add(id.Text);
        }

        var report = keys.Entry("report") is { } of ? KeyedMap.Read(of.Value, PackTables.StageReport, of.Key.Span, context.Bag) : null;
        if (report is { Node.Entries.IsEmpty: true })
        {
            context.Bag.Add(PackCodes.Nothing, keys.SpanOf("report"), "`report` says nothing of the report", "write `report: { max_words: 400 }`, or take it out");
        }

        return new Stage
        {
            Id = id.Text,
            Index = index,
            Title = keys.Text("title") ?? id.Text,
            Criteria = Criteria(document, keys),
            Keeps = Keeps(keys),
            NeedsOfCase = Needs(needs, "case", context.Names.OfCase, "option", context.Names.OfOption),
            NeedsOfOption = Needs(needs, "option", context.Names.OfOption, "case", context.Names.OfCase),
            ReviewBy = reviewBy,
            MaxWords = report is null ? null : MaxWords(report),
            Shows = report is null ? [] : StageShowsReader.Read(report, id.Text, document, context, findings),
            Span = id.Span,
        };
    }

    private ImmutableArray<string> Criteria(PackDocument document, KeyedMap keys)
    {
        if (keys.Entry("criteria") is not { Value: SequenceNode list } entry)
        {
            return [];
        }

        if (list.Items.IsEmpty)
        {
            context.Bag.Add(PackCodes.Nothing, entry.Key.Span, "the stage scores no criteria", "name the criteria that it scores, or take `criteria` out for all of them");
        }

        var named = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is not ScalarNode { IsEmpty: false } id)
            {
                context.Bag.Add(KeyCodes.WrongKind, item.Span, $"expected the id of a criterion, found {item.Describe}", "write the ids of criteria alone: `criteria: [best_value, local_fit]`");
            }
            else if (!_above.ContainsKey(id.Text))
            {
                if (context.RemovedCriteria.Find(id.Text) is { } removed)
                {
                    if (!removed.Overrules(document))
                    {
                        context.Bag.Add(PackCodes.StageCriteria, id.Span, $"the criterion `{id.Text}` {removed.Words}", $"take it out here, or keep it: {removed.Place}");
                    }
                }
                else if (!context.Broken.Contains(id.Text))
                {
                    context.Bag.Add(PackCodes.StageCriteria, id.Span, $"there is no criterion `{Scalars.Short(id)}`", Suggestion.Help(id.Text, _above.Keys, "criteria"));
                }
            }
            else if (!named.TryAdd(id.Text, id.Span))
            {
                context.Bag.Add(PackCodes.StageCriteria, id.Span, $"the criterion `{id.Text}` stands twice in the stage", "take one of them out", named[id.Text]);
            }
        }

        foreach (var (id, span) in named)
        {
            for (var above = _above[id]; above is not null; above = _above[above.Id])
            {
                if (named.TryGetValue(above.Id, out var other))
                {
                    var (later, first) = span.StartOffset > other.StartOffset ? (span, other) : (other, span);
                    context.Bag.Add(PackCodes.StageCriteria, later, $"the stage names `{above.Id}` and also `{id}` below it", $"name one of them: `{above.Id}` brings all below it", first);
                    break;
                }
            }
        }

        return [.. named.Keys];
    }

    private StageKeep? Keeps(KeyedMap keys)
    {
        if (keys.Entry("keeps") is not { } entry || KeyedMap.Read(entry.Value, PackTables.StageKeep, entry.Key.Span, context.Bag) is not { } map)
        {
            return null;
        }

        var (hasTop, hasLeast) = (map.Node.Find("top") is not null, map.Node.Find("at_least") is not null);
        if (hasTop == hasLeast)
        {
            var problem = hasTop ? "the stage keeps options in two ways: `top` and `at_least`" : "`keeps` does not say which options go on";
            context.Bag.Add(PackCodes.StageKeeps, entry.Key.Span, problem, "write one of `{ top: 4 }`, the number of places, and `{ at_least: 60 }`, the least total");
            return null;
        }

        var (top, least) = (map.Number("top"), map.Number("at_least"));
        if (top is not null && (top < 1 || top > int.MaxValue || top % 1 != 0))
        {
            context.Bag.Add(KeyCodes.OutOfRange, map.SpanOf("top"), "`top` is a whole number from 1", "write the number of places, such as `top: 4`");
            return null;
        }

        if (least is < 0 or > 100)
        {
            context.Bag.Add(KeyCodes.OutOfRange, map.SpanOf("at_least"), "`at_least` is a total from 0 to 100", "write the least total that goes on, such as `at_least: 60`");
            return null;
        }

        return top is null && least is null ? null : new StageKeep((int?)top, least);
    }

    private ImmutableArray<NeededFact> Needs(
        KeyedMap? needs, string key, IReadOnlyDictionary<string, Member> facts, string other, IReadOnlyDictionary<string, Member> factsOfOther)
    {
        var needed = ImmutableArray.CreateBuilder<NeededFact>();
        var named = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var item in needs?.List(key)?.Items ?? [])
        {
            if (item is not ScalarNode { IsEmpty: false } id)
            {
                context.Bag.Add(KeyCodes.WrongKind, item.Span, $"expected the name of a fact, found {item.Describe}", "write the names of facts alone: `option: [annual_cost]`");
            }
            else if (!named.TryAdd(id.Text, id.Span))
            {
                context.Bag.Add(PackCodes.StageNeeds, id.Span, $"`{Scalars.Short(id)}` stands twice here", "take one of them out", named[id.Text]);
            }
            else if (facts.TryGetValue(id.Text, out var member))
            {
                if (member.Fact is not null || member.Derived is { IsBound: true })
                {
                    needed.Add(new NeededFact(member.Fact, member.Derived));
                }
            }
            else if (!context.Broken.Contains(id.Text))
            {
                var help = factsOfOther.ContainsKey(id.Text) ? $"write it under `{other}:`" : Suggestion.Help(id.Text, facts.Keys, "facts");
                context.Bag.Add(PackCodes.StageNeeds, id.Span, $"`{Scalars.Short(id)}` is not a fact of {(key == "case" ? "the case" : "options")}", help);
            }
        }

        return needed.ToImmutable();
    }

    private Expression? ReviewBy(KeyedMap keys)
    {
        if (keys.NodeOf("review_by") is not { } node || context.Bind(node, new NameScope(context.Names, RuleScope.Case)) is not { } bodies)
        {
            return null;
        }

        if (bodies.Type is ListType { Element: ReferenceType })
        {
            return bodies;
        }

        context.Bag.Add(PackCodes.WrongType, node.Span, $"`review_by` takes a list of records, found a {bodies.Type}", "name a record list such as `bodies`, or some of it: `bodies[is_partner]`");
        return null;
    }

    private int? MaxWords(KeyedMap report)
    {
        if (report.Number("max_words") is not { } words || words is >= 1 and <= int.MaxValue && words % 1 == 0)
        {
            return (int?)report.Number("max_words");
        }

        context.Bag.Add(KeyCodes.OutOfRange, report.SpanOf("max_words"), "`max_words` is a whole number from 1", "write the most words, such as `max_words: 400`");
        return null;
    }
}
