using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Syntax.Expressions;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>Tables of derived facts: the rows of a decision table, each with the value that it gives.</summary>
internal sealed class DerivedTableBinder(PackContext context, NameScope names)
{
    private readonly TableBinder _table = new(context, names, Scale.Default);

    /// <summary>The table as an expression; null, with a problem, where a part of it is wrong.</summary>
    public Expression? Bind(MappingEntry entry)
    {
        if (KeyedMap.Read(entry.Value, PackTables.DerivedTable, entry.Key.Span, context.Bag) is not { } map || map.List("rows") is not { } list)
        {
            return null;
        }

        if (list.Items.IsEmpty)
        {
            context.Bag.Add(PackCodes.Nothing, list.Span, "the table has no rows", "write `rows:` with `- { when: ..., value: ... }`");
            return null;
        }

        var policy = TableBinder.Policy(map.Text("hit_policy"));
        var rows = new List<(KeyedMap Map, int Number)>();
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (KeyedMap.Read(list.Items[i], PackTables.DerivedRow, list.Items[i].Span, context.Bag) is { } row)
            {
                CheckKeys(row, i == list.Items.Length - 1, policy);
                rows.Add((row, i + 1));
            }
        }

        var values = Values([.. rows.Select(r => r.Map)]);
        var bound = ImmutableArray.CreateBuilder<DerivedTableRow>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            if (Row(rows[i].Map, rows[i].Number, values[i]) is { } row)
            {
                bound.Add(row);
            }
        }

        return bound.Count == list.Items.Length && TypeOf(bound) is { } type ? new DerivedTableExpression(type, policy, bound.ToImmutable(), entry.Key.Span) : null;
    }

    private void CheckKeys(KeyedMap row, bool isLast, HitPolicy policy)
    {
        var isOtherwise = row.Has("otherwise");
        if (row.Node.Find("when") is null && row.Node.Find("otherwise") is null)
        {
            context.Bag.Add(KeyCodes.MissingKey, row.Owner, "`when` is missing from a row", "write `when: { its_fact: test }`, one condition, or `otherwise: true` on the last row");
        }

        if (isOtherwise)
        {
            _table.CheckOtherwise(row, isLast, policy);
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

    private DerivedTableRow? Row(KeyedMap row, int number, Expression? value)
    {
        var sources = context.References(row);
        var inForce = InForceReader.Read(row, context.Bag);
        var when = _table.When(row);
        return value is null || (when is null && !row.Has("otherwise"))
            ? null
            : new DerivedTableRow(number, when, value, row.Number("priority") ?? 0, row.Text("because"), sources, inForce, row.Node.Span);
    }

    // A bare word that is no name may be a member of the choice that the value of another row is.
    private Expression?[] Values(ImmutableArray<KeyedMap> rows)
    {
        var written = rows.Select(r => context.Parse(r.NodeOf("value"))).ToArray();
        var values = new Expression?[rows.Length];
        ChoiceType? choice = null;
        for (var i = 0; i < rows.Length; i++)
        {
            // A name alone is bound again below, when all other rows have told what they are.
            values[i] = written[i] switch
            {
                null => null,
                NameSyntax name => ExpressionBinder.Bind(name, names, null, new DiagnosticBag()),
                var syntax => context.Bind(syntax, names),
            };
            choice ??= values[i]?.Type as ChoiceType;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            if (written[i] is NameSyntax name)
            {
                values[i] = context.Bind(name, names, values[i] is null ? choice ?? (FactType)FactType.Text : choice?.Has(name.Name) == true ? choice : null);
            }
        }

        return values;
    }

    private FactType? TypeOf(ImmutableArray<DerivedTableRow>.Builder rows)
    {
        FactType? type = FactType.Null;
        foreach (var row in rows)
        {
            if (TypeAgreement.Unify(type, row.Value.Type) is not { } both)
            {
                var first = rows.First(r => r.Value.Type is not NullType);
                context.Bag.Add(
                    PackCodes.WrongType, row.Value.Span, $"this row gives {TypeAgreement.Describe(row.Value.Type)}, an earlier one {TypeAgreement.Describe(type)}",
                    "give all rows values of one type and unit", first.Value.Span);
                return null;
            }

            type = both;
        }

        return type;
    }
}
