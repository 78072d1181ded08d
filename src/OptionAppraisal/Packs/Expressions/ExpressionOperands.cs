using System.Text;

namespace OptionAppraisal.Packs.Expressions;

/// <summary>The names that an expression reads, as a trace shows them.</summary>
internal static class ExpressionOperands
{
    /// <summary>The facts, derived facts, parameters and conclusions read without a variable, each once, in text order, named as written.</summary>
    /// <remarks>A path that can be read on its own, such as <c>lead.population</c>, is one name; what is read of an element of a list is not listed.</remarks>
    public static ImmutableArray<(string Name, Expression Expression)> Of(Expression expression)
    {
        var found = new List<(string Name, Expression Expression)>();
        Collect(expression, found);
        // A cell stands after its fact in `in`, but operands of one node are not always written in order: places decide.
        found.Sort(static (a, b) => a.Expression.Span.StartOffset.CompareTo(b.Expression.Span.StartOffset));
        var names = ImmutableArray.CreateBuilder<(string, Expression)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operand in found)
        {
            if (seen.Add(operand.Name))
            {
                names.Add(operand);
            }
        }

        return names.ToImmutable();
    }

    private static void Collect(Expression expression, List<(string Name, Expression Expression)> found)
    {
        if (IsRead(expression) && IsClosed(expression))
        {
            found.Add((NameOf(expression), expression));
            return;
        }

        foreach (var operand in expression.Operands)
        {
            Collect(operand, found);
        }
    }

    private static bool IsRead(Expression expression) => expression.Kind is ExpressionKind.CaseFact or ExpressionKind.OptionFact
        or ExpressionKind.RecordFact or ExpressionKind.RecordAttribute or ExpressionKind.Derived or ExpressionKind.Parameter
        or ExpressionKind.Context or ExpressionKind.Conclusion;

    private static bool IsClosed(Expression expression)
    {
        if (expression.Kind is ExpressionKind.Local or ExpressionKind.Quantified or ExpressionKind.For or ExpressionKind.Filter)
        {
            return false;
        }

        foreach (var operand in expression.Operands)
        {
            if (!IsClosed(operand))
            {
                return false;
            }
        }

        return true;
    }

    // An expression that runs over lines keeps its name on one.
    private static string NameOf(Expression expression)
    {
        var text = expression.Span.Text;
        if (!text.AsSpan().ContainsAny(' ', '\n', '\r'))
        {
            return text;
        }

        var name = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                name.Append(c);
            }
            else if (!char.IsWhiteSpace(name[^1]))
            {
                name.Append(' ');
            }
        }

        return name.ToString();
    }
}
