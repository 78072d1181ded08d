using System.Globalization;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Tests.Binding.Expressions;

/// <summary>Typed expressions and types as short texts, so that case files can say what they should be.</summary>
internal static class ExpressionText
{
    public static string Of(Expression expression) => expression switch
    {
        ConstantExpression { Value.Kind: ValueKind.Text } constant => $"\"{constant.Value.Text}\"",
        ConstantExpression { Value.IsUnknown: true } => "null",
        ConstantExpression constant => constant.Value.ToString(),
        CaseFactExpression fact => $"case.{fact.Fact.Id}",
        OptionFactExpression fact => $"{(fact.OfBaseline ? "baseline" : "option")}.{fact.Fact.Id}",
        RecordFactExpression fact => $"{Of(fact.Record)}.{fact.Fact.Id}",
        RecordAttributeExpression attribute => $"{Of(attribute.Record)}.{(attribute.IsTitle ? "title" : "id")}",
        DerivedExpression { Record: { } record } derived => $"{Of(record)}.{derived.Fact.Id}",
        DerivedExpression { OfBaseline: true } derived => $"baseline.{derived.Fact.Id}",
        DerivedExpression derived => $"{derived.Fact.Scope}.{derived.Fact.Id}",
        ParameterExpression parameter => $"parameters.{parameter.Parameter.Id}",
        RecordListExpression list => $"records.{list.List.Id}",
        LocalExpression local => $"${Count(local.Slot)}",
        ThisRecordExpression => "this",
        ContextExpression context => context.Name.ToString(),
        ConclusionExpression conclusion => $"{conclusion.Conclusion}:{conclusion.Id}",
        NegateExpression => Node("-", expression),
        ArithmeticExpression arithmetic => Node(arithmetic.Operator switch
        {
            ArithmeticOperator.Add => "+",
            ArithmeticOperator.Subtract => "-",
            ArithmeticOperator.Multiply => "*",
            ArithmeticOperator.Divide => "/",
            ArithmeticOperator.Power => "**",
            _ => "join",
        }, expression),
        ComparisonExpression comparison => Node(comparison.Operator switch
        {
            ComparisonOperator.Equal => "=",
            ComparisonOperator.NotEqual => "!=",
            ComparisonOperator.Less => "<",
            ComparisonOperator.LessOrEqual => "<=",
            ComparisonOperator.Greater => ">",
            _ => ">=",
        }, expression),
        NullTestExpression test => Node(test.WantsKnown ? "known" : "unknown", expression),
        LogicalExpression logical => Node(logical.IsAnd ? "and" : "or", expression),
        NotExpression => Node("not", expression),
        RangeTestExpression range =>
            $"(in {Of(range.Operand)} {(range.LowIncluded ? '[' : '(')}{Of(range.Low)}..{Of(range.High)}{(range.HighIncluded ? ']' : ')')})",
        IfExpression => Node("if", expression),
        QuantifiedExpression quantified => Node($"{(quantified.IsEvery ? "every" : "some")} ${Count(quantified.Slot)}", expression),
        ForExpression loop => Node($"{(loop.Flattens ? "for-join" : "for")} ${Count(loop.Slot)}", expression),
        FilterExpression filter => Node($"filter ${Count(filter.Slot)}", expression),
        IndexExpression => Node("at", expression),
        PropertyExpression property => Node(property.Property.ToString(), expression),
        CallExpression call => Node(call.Function.Name.Replace(' ', '-'), expression),
        MemberExpression { Name: >= 0 and var name } member => $"{Of(member.Fact)}.{member.Definition.Per!.Names[name].Id}",
        MemberExpression { Record: { } record } member => $"{Of(member.Fact)}[{Of(record)}]",
        GradeExpression => Node("grade", expression),
        ListExpression => $"[{string.Join(' ', expression.Operands.Select(Of))}]",
        _ => expression.Kind.ToString(),
    };

    public static string Of(FactType type) => type switch
    {
        NumberType { Unit: null } => "literal",
        NumberType { Unit: { IsNone: true } } => "number",
        NumberType number => number.Unit!.ToString(),
        ChoiceType choice => string.Join('|', choice.Members.Select(m => m.Id)),
        ReferenceType reference => reference.ListId,
        ListType list => $"[{Of(list.Element)}]",
        _ => type.ToString()!,
    };

    private static string Node(string head, Expression expression) => $"({head} {string.Join(' ', expression.Operands.Select(Of))})";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
