using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>How a leaf is scored: bands, levels, curve, linear, formula and judged; tables are bound beside it.</summary>
internal sealed class LeafBinder(PackContext context, CriterionDraft draft, Scale scale)
{
    private readonly NameScope _names = new(context.Names, RuleScope.Option);

    /// <summary>The rule of the leaf; null, with a problem, where it is wrong.</summary>
    public LeafRule? Bind()
    {
        if (draft.Map.Node.Entries.FirstOrDefault(e => PackTables.Leaves.Contains(e.Key.Text, StringComparer.Ordinal)) is not { } found
            || draft.Map.Entry(found.Key.Text) is not { } entry)
        {
            return null;
        }

        return entry.Key.Text switch
        {
            "table" => new TableBinder(context, _names, scale).Bind(entry) is { } table ? new TableLeaf(table, entry.Key.Span) : null,
            "bands" => Read(entry, PackTables.Bands) is { } map ? Bands(map) : null,
            "levels" => Read(entry, PackTables.Levels) is { } map ? Levels(map) : null,
            "curve" => Read(entry, PackTables.Curve) is { } map ? Curve(map) : null,
            "linear" => Read(entry, PackTables.Linear) is { } map ? Linear(map) : null,
            "formula" => Formula(entry),
            _ => Judged(entry),
        };
    }

    /// <summary>A score on the scale; null, with a problem, for what is not.</summary>
    public static decimal? Score(DocumentNode? node, Scale scale, DiagnosticBag bag)
    {
        if (Scalars.Number(node, bag) is not { } score)
        {
            return null;
        }

        if (scale.Holds(score))
        {
            return score;
        }

        bag.Add(PackCodes.ScoreOffScale, node!.Span, $"the score {PlainNumber.Format(score)} is off the scale of {InWords(scale)}", "write a score on the scale, or set `scale: [worst, best]` on the criterion");
        return null;
    }

    public static string InWords(Scale scale) => $"{PlainNumber.Format(scale.Low)} to {PlainNumber.Format(scale.High)}";

    private KeyedMap? Read(MappingEntry entry, KeyTable table) => KeyedMap.Read(entry.Value, table, entry.Key.Span, context.Bag);

    private Expression? NumberOf(KeyedMap map)
    {
        if (map.NodeOf("of") is not { } node || context.Bind(node, _names) is not { } of)
        {
            return null;
        }

        if (of.Type is NumberType)
        {
            return of;
        }

        context.Bag.Add(PackCodes.WrongType, node.Span, $"`of` takes a number, found a {of.Type}", of.Type is ChoiceType ? "use `levels` for a choice" : "write an expression that gives a number");
        return null;
    }

    private BandsLeaf? Bands(KeyedMap map)
    {
        var of = NumberOf(map);
        var below = Score(map.NodeOf("below"), scale, context.Bag);
        var rows = ImmutableArray.CreateBuilder<Band>();
        foreach (var item in map.List("rows")?.Items ?? [])
        {
            if (Band(item) is not { } band)
            {
                continue;
            }

            if (rows.Count > 0 && band.AtLeast >= rows[^1].AtLeast)
            {
                context.Bag.Add(
                    PackCodes.BandsOrder, item.Span, $"the band from {PlainNumber.Format(band.AtLeast)} is not below the one before it, from {PlainNumber.Format(rows[^1].AtLeast)}",
                    "write the bands from the highest to the lowest, each once", rows[^1].Span);
            }

            rows.Add(band);
        }

        if (map.List("rows") is { Items.IsEmpty: true } empty)
        {
            context.Bag.Add(PackCodes.Nothing, empty.Span, "there are no bands", "write `rows: [[at_least, score], ...]`, the highest first");
        }

        return of is null || below is null ? null : new BandsLeaf(of, rows.ToImmutable(), below.Value, map.Owner);
    }

    private Band? Band(DocumentNode node)
    {
        switch (node)
        {
            case SequenceNode { Items.Length: 2 } pair:
                return Scalars.Number(pair.Items[0], context.Bag) is { } least && Score(pair.Items[1], scale, context.Bag) is { } its
                    ? new Band(least, its, null, [], pair.Span)
                    : null;
            case MappingNode when KeyedMap.Read(node, PackTables.Band, node.Span, context.Bag) is { } map:
                var sources = context.References(map);
                return map.Number("at_least") is { } atLeast && map.NodeOf("score") is { } score && Score(score, scale, context.Bag) is { } value
                    ? new Band(atLeast, value, map.Text("because"), sources, node.Span)
                    : null;
            case MappingNode:
                return null;
            default:
                context.Bag.Add(KeyCodes.WrongKind, node.Span, $"expected a band, found {node.Describe}", "write `[at_least, score]`, or `{ at_least: ..., score: ..., because: ... }`");
                return null;
        }
    }

    private LevelsLeaf? Levels(KeyedMap map)
    {
        var of = map.NodeOf("of") is { } node ? context.Bind(node, _names) : null;
        if (of is not null && of.Type is not ChoiceType)
        {
            context.Bag.Add(PackCodes.WrongType, of.Span, $"`of` takes a choice, found a {of.Type}", of.Type is NumberType ? "use `bands` or `curve` for a number" : "name a fact that is a choice");
            return null;
        }

        var choice = of?.Type as ChoiceType;
        var levels = ImmutableArray.CreateBuilder<Level>();
        foreach (var entry in map.Map("scores")?.Entries ?? [])
        {
            var score = Score(entry.Value, scale, context.Bag);
            if (choice is not null && !choice.Has(entry.Key.Text))
            {
                context.Bag.Add(PackCodes.LevelMembers, entry.Key.Span, $"`{Scalars.Short(entry.Key)}` is not a member of the choice", context.Bag.Suggest(entry.Key.Text, choice.Members.Select(m => m.Id), "members"));
            }

            levels.Add(new Level(entry.Key.Text, score ?? scale.Low, entry.Key.Span));
        }

        if (choice is not null && map.Entry("scores") is { } scores)
        {
            var left = choice.Members.Where(m => !levels.Any(l => l.Member == m.Id)).Select(m => $"`{m.Id}`").ToList();
            if (left.Count > 0)
            {
                context.Bag.Add(PackCodes.LevelMembers, scores.Key.Span, $"the scores leave out {string.Join(", ", left)}", "give every member of the choice a score");
            }
        }

        return of is null ? null : new LevelsLeaf(of, levels.ToImmutable(), map.Owner);
    }

    private CurveLeaf? Curve(KeyedMap map)
    {
        var of = NumberOf(map);
        var points = ImmutableArray.CreateBuilder<CurvePoint>();
        var isWhole = true;
        foreach (var item in map.List("points")?.Items ?? [])
        {
            if (item is not SequenceNode { Items.Length: 2 } pair)
            {
                context.Bag.Add(KeyCodes.WrongKind, item.Span, $"expected a point, found {item.Describe}", "write `[x, score]`");
                isWhole = false;
            }
            else if (Scalars.Number(pair.Items[0], context.Bag) is { } x && Score(pair.Items[1], scale, context.Bag) is { } score)
            {
                if (points.Count > 0 && x <= points[^1].X)
                {
                    context.Bag.Add(PackCodes.CurvePoints, item.Span, $"the point at {PlainNumber.Format(x)} is not above the one before it, at {PlainNumber.Format(points[^1].X)}", "write the points from the lowest x to the highest, each once");
                }

                points.Add(new CurvePoint(x, score));
            }
            else
            {
                isWhole = false;
            }
        }

        if (isWhole && points.Count < 2 && map.Entry("points") is { } entry)
        {
            context.Bag.Add(PackCodes.CurvePoints, entry.Key.Span, "a curve needs two points or more", "write `points: [[x, score], [x, score]]`");
        }

        return of is null || points.Count < 2 ? null : new CurveLeaf(of, points.ToImmutable(), map.Owner);
    }

    private LinearLeaf? Linear(KeyedMap map)
    {
        var of = NumberOf(map);
        var worst = End(map, "worst");
        var best = End(map, "best");
        if (of is null || worst is null || best is null)
        {
            return null;
        }

        if (worst == best)
        {
            context.Bag.Add(PackCodes.LinearEnds, map.SpanOf("best"), "`worst` and `best` are the same", "write two values that differ; worst may be the greater", map.SpanOf("worst"));
        }

        return new LinearLeaf(of, worst, best, map.Owner);
    }

    private LinearEnd? End(KeyedMap map, string key) => map.Scalar(key) switch
    {
        null => null,
        { Text: "lowest" } => new LinearEnd(LinearEndKind.Lowest, 0),
        { Text: "highest" } => new LinearEnd(LinearEndKind.Highest, 0),
        var scalar when scalar.Text.Length > 0 && (char.IsAsciiDigit(scalar.Text[0]) || scalar.Text[0] == '-') =>
            Scalars.Number(scalar, context.Bag) is { } number ? new LinearEnd(LinearEndKind.Number, PlainNumber.Normalise(number)) : null,
        var scalar => NoEnd(scalar),
    };

    private LinearEnd? NoEnd(ScalarNode scalar)
    {
        context.Bag.Add(KeyCodes.UnknownWord, scalar.Span, $"`{Scalars.Short(scalar)}` is not an end of a line", "write a number, `lowest` or `highest`");
        return null;
    }

    private FormulaLeaf? Formula(MappingEntry entry)
    {
        if (context.Bind(entry.Value, _names) is not { } score)
        {
            return null;
        }

        switch (score.Type)
        {
            case NumberType { Unit: null or { IsNone: true } }:
                return new FormulaLeaf(score, entry.Key.Span);
            case NumberType number:
                context.Bag.Add(PackCodes.WrongType, entry.Value.Span, $"a score has no unit, this formula gives `{number.Unit}`", "divide by a value of the same unit");
                return null;
            default:
                context.Bag.Add(PackCodes.WrongType, entry.Value.Span, $"a formula gives a number, found a {score.Type}", score.Type is BooleanType ? "write `if ... then 100 else 0`" : "write an expression that gives a number");
                return null;
        }
    }

    private JudgedLeaf? Judged(MappingEntry entry)
    {
        if (entry.Value is ScalarNode)
        {
            if (Scalars.Boolean(entry.Value, context.Bag) == false)
            {
                context.Bag.Add(KeyCodes.UnknownWord, entry.Value.Span, "`judged` takes `true` or a map", "write `judged: true`, or say how it is scored otherwise");
            }

            return new JudgedLeaf([], BodyCombination.MeanOfBodies, entry.Key.Span);
        }

        if (Read(entry, PackTables.Judged) is not { } map)
        {
            return null;
        }

        var anchors = new List<Anchor>();
        foreach (var anchor in map.Map("anchors")?.Entries ?? [])
        {
            if (anchor.Value is not ScalarNode { IsEmpty: false } meaning)
            {
                context.Bag.Add(KeyCodes.WrongKind, anchor.Key.Span, $"expected what the score means, found {anchor.Value.Describe}", "write a text after the score, such as `0: Made for another place`");
            }
            else if (Score(anchor.Key, scale, context.Bag) is { } score)
            {
                anchors.Add(new Anchor(score, meaning.Text));
            }
        }

        var combine = map.Text("combine") == "lowest_body" ? BodyCombination.LowestBody : BodyCombination.MeanOfBodies;
        return new JudgedLeaf([.. anchors.OrderBy(a => a.Score)], combine, entry.Key.Span) { RequiresReasons = map.Text("because") == "required" };
    }
}
