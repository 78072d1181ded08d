using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Syntax.Expressions;

namespace OptionAppraisal.Binding.Expressions;

/// <summary>Makes typed expressions of expressions as written: names resolved, types and units checked, constant parts worked out.</summary>
/// <remarks>
/// Thread-safe. What is wrong is reported to the bag and gives null; an expression that was not readable gives null without another word.
/// </remarks>
internal static class ExpressionBinder
{
    /// <summary>An expression of an expected type; null expects nothing, a literal number any number.</summary>
    public static Expression? Bind(SyntaxNode syntax, NameScope scope, FactType? expected, DiagnosticBag bag)
    {
        var pass = new BindingPass(scope, bag);
        var bound = pass.Bind(syntax, expected);
        return bound is null || expected is null || pass.Expect(bound, expected) ? bound : null;
    }

    /// <summary>An expression that is true or false.</summary>
    public static Expression? BindCondition(SyntaxNode syntax, NameScope scope, DiagnosticBag bag)
    {
        var pass = new BindingPass(scope, bag);
        return pass.Condition(syntax);
    }

    /// <summary>The condition that a cell states of what it stands beside.</summary>
    /// <param name="operand">What the cell is about: the bound key of a <c>when:</c> map.</param>
    /// <param name="cell">The cell as written.</param>
    /// <param name="scope">The names in sight.</param>
    /// <param name="bag">Collects what is wrong.</param>
    public static Expression? BindCell(Expression operand, SyntaxNode cell, NameScope scope, DiagnosticBag bag)
    {
        var pass = new BindingPass(scope, bag);
        return pass.Test(operand, cell, isCell: true);
    }
}
