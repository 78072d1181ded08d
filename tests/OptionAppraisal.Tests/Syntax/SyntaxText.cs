using System.Globalization;
using OptionAppraisal.Syntax.Expressions;

namespace OptionAppraisal.Tests.Syntax;

/// <summary>A tree of syntax in brackets, the operator first.</summary>
internal static class SyntaxText
{
    public static string Of(SyntaxNode node) => node switch
    {
        ErrorSyntax => "?",
        NumberSyntax n => n.Value.ToString(CultureInfo.InvariantCulture),
        TextSyntax t => $"\"{t.Value.Replace("\n", "⏎", StringComparison.Ordinal)}\"",
        BooleanSyntax b => b.Value ? "true" : "false",
        NullSyntax => "null",
        DateSyntax d => d.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        NameSyntax n => n.Name.Contains(' ', StringComparison.Ordinal) ? $"`{n.Name}`" : n.Name,
        PathSyntax p => $"{Of(p.Target)}.{Of(p.Name)}",
        NegateSyntax n => $"(- {Of(n.Operand)})",
        BinarySyntax b => $"({Sign(b.Operator)} {Of(b.Left)} {Of(b.Right)})",
        BetweenSyntax b => $"(between {Of(b.Operand)} {Of(b.Low)} {Of(b.High)})",
        InSyntax i => $"(in {Of(i.Operand)} {All(i.Tests)})",
        UnaryTestSyntax u => $"({Sign(u.Operator)} {Of(u.Operand)})",
        NotTestsSyntax n => $"(none {All(n.Tests)})",
        TestListSyntax t => $"(any {All(t.Tests)})",
        AnySyntax => "-",
        RangeSyntax r => $"{(r.LowIncluded ? '[' : '(')}{Of(r.Low)}..{Of(r.High)}{(r.HighIncluded ? ']' : ')')}",
        IfSyntax i => $"(if {Of(i.Condition)} {Of(i.Then)} {Of(i.Else)})",
        QuantifiedSyntax q => $"({(q.IsEvery ? "every" : "some")} {string.Join(' ', q.Iterators.Select(Of))} {Of(q.Condition)})",
        ForSyntax f => $"(for {string.Join(' ', f.Iterators.Select(Of))} {Of(f.Body)})",
        IteratorSyntax i => $"{Of(i.Name)}:{Of(i.List)}{(i.To is { } to ? ".." + Of(to) : "")}",
        BracketSyntax b => $"{Of(b.Target)}[{Of(b.Inner)}]",
        CallSyntax c => $"{Of(c.Function)}({string.Join(", ", c.Arguments.Select(Of))})",
        ArgumentSyntax a => a.Name is { } name ? $"{Of(name)}: {Of(a.Value)}" : Of(a.Value),
        ListSyntax l => $"[{string.Join(", ", l.Items.Select(Of))}]",
        _ => node.GetType().Name,
    };

    private static string All(IEnumerable<SyntaxNode> nodes) => string.Join(' ', nodes.Select(Of));

    private static string Sign(BinaryOperator sign) => sign switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Power => "**",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.And => "and",
        _ => "or",
    };
}
