using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>Decision tables: rows of cells joined by and, or of one condition.</summary>
internal sealed class TableBinder(PackContext context, NameScope names, Scale scale)
{
    /// <summary>The table; null, with a problem, where it is wrong.</summary>
    public DecisionTable? Bind(MappingEntry entry)
    {
        if (KeyedMap.Read(entry.Value, PackTables.Table, entry.Key.Span, context.Bag) is not { } map || map.List("rows") is not { } list)
        {
            return null;
        }

        if (list.Items.IsEmpty)
        {
            context.Bag.Add(PackCodes.Nothing, list.Span, "the table has no rows", "write `rows:` with `- { when: ..., score: ... }`");
        }

        var policy = Policy(map.Text("hit_policy"));
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        TableRow? otherwise = null;
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (KeyedMap.Read(list.Items[i], PackTables.Row, list.Items[i].Span, context.Bag) is not { } row)
            {
                continue;
            }

            var bound = Row(row, i + 1, policy);
            if (!row.Has("otherwise"))
            {
                if (bound is { When: not null })
                {
                    rows.Add(bound);
                }
            }
            else
            {
                CheckOtherwise(row, isLast: i == list.Items.Length - 1, policy);
                otherwise ??= bound;
            }
        }

        return new DecisionTable(policy, rows.ToImmutable(), otherwise, entry.Key.Span);
    }

    internal static HitPolicy Policy(string? word) => word switch
    {
        "first" => HitPolicy.First,
        "any" => HitPolicy.Any,
        "priority" => HitPolicy.Priority,
        "collect_sum" => HitPolicy.CollectSum,
        "collect_min" => HitPolicy.CollectMin,
        "collect_max" => HitPolicy.CollectMax,
        "collect_count" => HitPolicy.CollectCount,
        _ => HitPolicy.Unique,
    };

    internal void CheckOtherwise(KeyedMap row, bool isLast, HitPolicy policy)
    {
        var place = row.Entry("otherwise")!.Key.Span;
        if (row.Boolean("otherwise") == false)
        {
            context.Bag.Add(PackCodes.OtherwiseRow, place, "`otherwise` takes `true` only", "write `otherwise: true`, or a `when`");
        }
        else if (policy == HitPolicy.CollectCount)
        {
            context.Bag.Add(PackCodes.OtherwiseRow, place, "a table that counts has no otherwise row", "take the row out: where no row holds the count is 0");
        }
        else if (row.Has("when"))
        {
            context.Bag.Add(PackCodes.OtherwiseRow, place, "the row has both `when` and `otherwise`", "keep one of them");
        }
        else if (!isLast)
        {
            context.Bag.Add(PackCodes.OtherwiseRow, place, "`otherwise` stands before the last row", "move the row to the end: it holds where no other row does");
        }
    }

    private TableRow? Row(KeyedMap row, int number, HitPolicy policy)
    {
        var sources = context.References(row);
        var when = When(row);
        CheckKeys(row, policy);

        // Rows of a sum are parts of a score: only the sum must be on the scale.
        var isPart = policy == HitPolicy.CollectSum && !row.Has("otherwise");
        var score = row.NodeOf("score") is not { } node ? null : isPart ? Scalars.Number(node, context.Bag) : LeafBinder.Score(node, scale, context.Bag);
        return new TableRow(number, when, score, row.Number("priority") ?? 0, row.Text("because"), sources, row.Node.Span)
        {
            InForce = InForceReader.Read(row, context.Bag),
        };
    }

    private void CheckKeys(KeyedMap row, HitPolicy policy)
    {
        var isOtherwise = row.Has("otherwise");
        if (row.Node.Find("when") is null && row.Node.Find("otherwise") is null)
        {
            context.Bag.Add(KeyCodes.MissingKey, row.Owner, "`when` is missing from a row", "write `when: { its_fact: test }`, one condition, or `otherwise: true` on the last row");
        }

        if (policy == HitPolicy.CollectCount)
        {
            if (row.Entry("score") is { } score)
            {
                context.Bag.Add(PackCodes.RowKeys, score.Key.Span, "a row of a table that counts has no score", "take `score` out: the score is the number of rows that hold");
            }
        }
        else if (row.Node.Find("score") is null && row.Node.Find("value") is null)
        {
            context.Bag.Add(KeyCodes.MissingKey, row.Owner, "`score` is missing from a row", "add `score:`");
        }

        if (policy != HitPolicy.Priority && row.Entry("priority") is { } priority)
        {
            context.Bag.Add(PackCodes.RowKeys, priority.Key.Span, "`priority` stands only under `hit_policy: priority`", "take it out, or set `hit_policy: priority`");
        }
        else if (policy == HitPolicy.Priority && !isOtherwise && row.Node.Find("priority") is null)
        {
            context.Bag.Add(KeyCodes.MissingKey, row.Owner, "`priority` is missing from a row under `hit_policy: priority`", "add `priority:`; the larger wins");
        }
    }

    internal Expression? When(KeyedMap row)
    {
        switch (row.NodeOf("when"))
        {
            case ScalarNode condition:
                return context.BindCondition(condition, names);
            case MappingNode { IsEmpty: true } empty:
                context.Bag.Add(PackCodes.Nothing, empty.Span, "the row has no tests", "write `when: { its_fact: test }`, or `otherwise: true` on the last row");
                return null;
            case MappingNode cells:
                // Not LINQ with `is not null`: every cell is bound, so that all that is wrong is told in one run.
                var tests = new List<Expression>();
                foreach (var cell in cells.Entries)
                {
                    if (context.BindCell(cell, names) is { } test)
                    {
                        tests.Add(test);
                    }
                }

                return tests.Count < cells.Entries.Length ? null : tests.Count == 1 ? tests[0] : new LogicalExpression(isAnd: true, [.. tests], cells.Span);
            default:
                return null;
        }
    }
}
