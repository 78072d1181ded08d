using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation.Exact;

// Facts with a value for each of several members, how good the evidence of facts is, and why either is not known.
internal sealed partial class ExactSession
{
    private Value Member(MemberExpression expression)
    {
        if (PlaceOf(expression) is not { } place)
        {
            return default;
        }

        Value room = default;
        ref readonly var values = ref Look(expression.Fact, ref room);
        return values.IsUnknown || place >= values.List.Count ? default : values.List[place];
    }

    // The place of the member among the values; null where the record is not known.
    private int? PlaceOf(MemberExpression expression)
    {
        if (expression.Record is not { } record)
        {
            return expression.Name;
        }

        var value = Evaluate(record);
        return value.IsUnknown ? null : value.Record.Index;
    }

    private Value Grade(GradeExpression expression) => EvidenceOf(expression.Fact)?.Grade switch
    {
        EvidenceGrade.Measured => Value.Of("measured"),
        EvidenceGrade.Document => Value.Of("document"),
        EvidenceGrade.Estimate => Value.Of("estimate"),
        EvidenceGrade.Testimony => Value.Of("testimony"),
        _ => default,
    };

    private Evidence? EvidenceOf(Expression expression)
    {
        if (expression is MemberExpression member)
        {
            return OwnerOf(member.Fact)?.Values is { } values && PlaceOf(member) is { } place ? values.EvidenceOf(member.Definition, place) : null;
        }

        return OwnerOf(expression) is { } owner ? owner.Values.EvidenceOf(FactOf(expression)) : null;
    }

    // Whose values a fact is read from, and the path of that owner; null where there is none, or the record is not known.
    private (FactValues Values, string Path)? OwnerOf(Expression fact)
    {
        switch (fact)
        {
            case CaseFactExpression:
                return (_case.Facts, "case");
            case OptionFactExpression { OfBaseline: var ofBaseline } when (ofBaseline ? Baseline : _option) is { } option:
                return (option.Facts, $"options.{option.Id}");
            case RecordFactExpression ofRecord when Evaluate(ofRecord.Record) is { IsKnown: true } record:
                return (record.Record.Facts, $"records.{record.Record.List.Id}.{record.Record.Id}");
            default:
                return null;
        }
    }

    private static FactDefinition FactOf(Expression expression) => expression switch
    {
        CaseFactExpression fact => fact.Fact,
        OptionFactExpression fact => fact.Fact,
        RecordFactExpression fact => fact.Fact,
        _ => throw new InvalidOperationException($"an expression of kind {expression.Kind} is no fact"),
    };

    private static FactDefinition? WithMembers(Expression expression) =>
        expression.Kind is ExpressionKind.CaseFact or ExpressionKind.OptionFact or ExpressionKind.RecordFact && FactOf(expression) is { Per: not null } fact ? fact : null;

    // A fact whose owner is known: its path, or those of the members that are not known.
    private void WalkFact(Expression expression, Gaps gaps)
    {
        if (OwnerOf(expression) is not { } owner)
        {
            return;
        }

        var fact = FactOf(expression);
        if (fact.Per is null)
        {
            gaps.AddMissing($"{owner.Path}.{fact.Id}");
            return;
        }

        var values = owner.Values[fact];
        if (values.IsUnknown)
        {
            gaps.AddMissing(fact.Per.ListId is { } list ? $"records.{list}" : $"{owner.Path}.{fact.Id}");
            return;
        }

        for (var i = 0; i < values.List.Count; i++)
        {
            if (values.List[i].IsUnknown || HasUnknownElement(values.List[i]))
            {
                gaps.AddMissing($"{owner.Path}.{fact.Id}.{MemberOf(fact, i)}");
            }
        }
    }

    private void WalkMember(MemberExpression expression, Gaps gaps)
    {
        if (expression.Record is { } record && Evaluate(record).IsUnknown)
        {
            Walk(record, gaps);
        }
        else if (PlaceOf(expression) is { } place)
        {
            WalkMember(expression.Fact, expression.Definition, place, gaps);
        }
    }

    private void WalkMember(Expression expression, FactDefinition fact, int place, Gaps gaps)
    {
        if (OwnerOf(expression) is not { } owner)
        {
            WalkOwner(expression, gaps);
        }
        else if (owner.Values[fact].IsUnknown)
        {
            WalkFact(expression, gaps);
        }
        else
        {
            gaps.AddMissing($"{owner.Path}.{fact.Id}.{MemberOf(fact, place)}");
        }
    }

    private void WalkGrade(GradeExpression expression, Gaps gaps)
    {
        if (expression.Fact is MemberExpression member)
        {
            WalkMember(member, gaps);
        }
        else if (OwnerOf(expression.Fact) is { } owner)
        {
            gaps.AddMissing($"{owner.Path}.{FactOf(expression.Fact).Id}");
        }
        else
        {
            WalkOwner(expression.Fact, gaps);
        }
    }

    private void WalkOwner(Expression fact, Gaps gaps)
    {
        if (fact is RecordFactExpression { Record: var record } && HasGap(record))
        {
            Walk(record, gaps);
        }
    }

    private string MemberOf(FactDefinition fact, int place) => fact.Per!.ListId is { } list
        ? _case.Rules.Schema.FindList(list) is { } definition && _case.RecordsOf(definition) is { } records ? records[place].Id : PlainNumber.Format(place + 1)
        : fact.Per.Names[place].Id;
}
