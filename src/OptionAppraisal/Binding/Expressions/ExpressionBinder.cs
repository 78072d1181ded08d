using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Packs.Functions;
using OptionAppraisal.Syntax.Expressions;

namespace OptionAppraisal.Binding.Expressions;

/// <summary>Makes typed expressions of expressions as written: names resolved, types and units checked, constant parts worked out.</summary>
/// <remarks>
/// Thread-safe. What is wrong is reported to the bag and gives null; an expression that was not readable gives null without another word.
/// </remarks>
internal sealed class ExpressionBinder
{
    private readonly Dictionary<string, BuiltinFunction> _functions = new(StringComparer.Ordinal);

    /// <summary>A binder that knows the functions of a catalogue.</summary>
    public ExpressionBinder(ImmutableArray<BuiltinFunction> functions)
    {
        foreach (var function in functions)
        {
            _functions.TryAdd(function.Name, function);
        }
    }

    /// <summary>An expression of an expected type; null expects nothing, a literal number any number.</summary>
    public Expression? Bind(SyntaxNode syntax, NameScope scope, FactType? expected, DiagnosticBag bag)
    {
        var pass = new BindingPass(scope, bag, _functions);
        var bound = pass.Bind(syntax, expected);
        return bound is null || expected is null || pass.Expect(bound, expected) ? bound : null;
    }

    /// <summary>An expression that is true or false.</summary>
    public Expression? BindCondition(SyntaxNode syntax, NameScope scope, DiagnosticBag bag)
    {
        var pass = new BindingPass(scope, bag, _functions);
        return pass.Condition(syntax);
    }

    /// <summary>The condition that a cell states of what it stands beside.</summary>
    /// <param name="operand">What the cell is about: the bound key of a <c>when:</c> map.</param>
    /// <param name="cell">The cell as written.</param>
    /// <param name="scope">The names in sight.</param>
    /// <param name="bag">Collects what is wrong.</param>
    public Expression? BindCell(Expression operand, SyntaxNode cell, NameScope scope, DiagnosticBag bag)
    {
        var pass = new BindingPass(scope, bag, _functions);
        return pass.Test(operand, cell, isCell: true);
    }
}
