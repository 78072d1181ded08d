using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Functions;

namespace OptionAppraisal.Packs.Expressions;

/// <summary>The negative of a number.</summary>
public sealed class NegateExpression(Expression operand, FactType type, SourceSpan span) : Expression(ExpressionKind.Negate, type, span, operand)
{
    /// <summary>The number.</summary>
    public Expression Operand => Operands[0];
}

/// <summary>The arithmetic operators.</summary>
public enum ArithmeticOperator
{
    /// <summary>Numbers added.</summary>
    Add,

    /// <summary>Numbers subtracted.</summary>
    Subtract,

    /// <summary>Numbers multiplied.</summary>
    Multiply,

    /// <summary>Numbers divided; by zero is out of the domain.</summary>
    Divide,

    /// <summary>A number raised to a power.</summary>
    Power,

    /// <summary>Texts joined.</summary>
    Join,
}

/// <summary>An arithmetic operation, or two texts joined; not known where an operand is.</summary>
public sealed class ArithmeticExpression(ArithmeticOperator @operator, Expression left, Expression right, FactType type, SourceSpan span)
    : Expression(ExpressionKind.Arithmetic, type, span, left, right)
{
    /// <summary>The operator.</summary>
    public ArithmeticOperator Operator { get; } = @operator;

    /// <summary>The left operand.</summary>
    public Expression Left => Operands[0];

    /// <summary>The right operand.</summary>
    public Expression Right => Operands[1];
}

/// <summary>The comparison operators.</summary>
public enum ComparisonOperator
{
    /// <summary>Equal.</summary>
    Equal,

    /// <summary>Not equal.</summary>
    NotEqual,

    /// <summary>Less.</summary>
    Less,

    /// <summary>Less or equal.</summary>
    LessOrEqual,

    /// <summary>Greater.</summary>
    Greater,

    /// <summary>Greater or equal.</summary>
    GreaterOrEqual,
}

/// <summary>A comparison; not known where an operand is, also inside lists compared.</summary>
public sealed class ComparisonExpression(ComparisonOperator @operator, Expression left, Expression right, SourceSpan span)
    : Expression(ExpressionKind.Comparison, FactType.Boolean, span, left, right)
{
    /// <summary>The operator.</summary>
    public ComparisonOperator Operator { get; } = @operator;

    /// <summary>The left operand.</summary>
    public Expression Left { get; } = left;

    /// <summary>The right operand.</summary>
    public Expression Right { get; } = right;
}

/// <summary>Whether a thing is known; itself always known. <c>x = null</c>, <c>x != null</c> and <c>known(x)</c>.</summary>
public sealed class NullTestExpression(Expression operand, bool wantsKnown, SourceSpan span) : Expression(ExpressionKind.NullTest, FactType.Boolean, span, operand)
{
    /// <summary>What is asked about.</summary>
    public Expression Operand => Operands[0];

    /// <summary>True when the test holds for what is known; otherwise it holds for what is not.</summary>
    public bool WantsKnown { get; } = wantsKnown;
}

/// <summary>Conditions joined by <c>and</c> or by <c>or</c>, two or more, by FEEL's truth tables.</summary>
public sealed class LogicalExpression(bool isAnd, ReadOnlySpan<Expression> operands, SourceSpan span)
    : Expression(ExpressionKind.Logical, FactType.Boolean, span, operands)
{
    /// <summary>Whether all must hold; otherwise one is enough.</summary>
    public bool IsAnd { get; } = isAnd;
}

/// <summary>The opposite of a condition; not known stays not known.</summary>
public sealed class NotExpression(Expression operand, SourceSpan span) : Expression(ExpressionKind.Not, FactType.Boolean, span, operand)
{
    /// <summary>The condition.</summary>
    public Expression Operand => Operands[0];
}

/// <summary>Whether a value lies in a range.</summary>
public sealed class RangeTestExpression(Expression operand, Expression low, bool lowIncluded, Expression high, bool highIncluded, SourceSpan span)
    : Expression(ExpressionKind.RangeTest, FactType.Boolean, span, operand, low, high)
{
    /// <summary>The value.</summary>
    public Expression Operand { get; } = operand;

    /// <summary>The low end.</summary>
    public Expression Low { get; } = low;

    /// <summary>The high end.</summary>
    public Expression High { get; } = high;

    /// <summary>Whether the low end belongs to the range.</summary>
    public bool LowIncluded { get; } = lowIncluded;

    /// <summary>Whether the high end belongs to the range.</summary>
    public bool HighIncluded { get; } = highIncluded;
}

/// <summary>One of two values; not known where the condition is.</summary>
public sealed class IfExpression(Expression condition, Expression then, Expression @else, FactType type, SourceSpan span)
    : Expression(ExpressionKind.If, type, span, condition, then, @else)
{
    /// <summary>The condition.</summary>
    public Expression Condition => Operands[0];

    /// <summary>The value where it holds.</summary>
    public Expression Then => Operands[1];

    /// <summary>The value where it does not.</summary>
    public Expression Else => Operands[2];
}

/// <summary>Whether some or every element of a list satisfies a condition, by the truth tables of <c>or</c> and <c>and</c>.</summary>
public sealed class QuantifiedExpression(bool isEvery, int slot, Expression list, Expression condition, SourceSpan span)
    : Expression(ExpressionKind.Quantified, FactType.Boolean, span, list, condition)
{
    /// <summary>Whether every element must satisfy it; otherwise one is enough.</summary>
    public bool IsEvery { get; } = isEvery;

    /// <summary>The slot of the variable.</summary>
    public int Slot { get; } = slot;

    /// <summary>The list.</summary>
    public Expression List => Operands[0];

    /// <summary>The condition, which reads the variable.</summary>
    public Expression Condition => Operands[1];
}

/// <summary>A list made from each element of a list; also <c>xs.fact</c>. Several iterators nest, and <see cref="Flattens"/> joins them.</summary>
public sealed class ForExpression(int slot, Expression list, Expression body, bool flattens, FactType type, SourceSpan span)
    : Expression(ExpressionKind.For, type, span, list, body)
{
    /// <summary>The slot of the variable.</summary>
    public int Slot { get; } = slot;

    /// <summary>The list; a number range <c>a..b</c> is a call of the internal function that lists it.</summary>
    public Expression List => Operands[0];

    /// <summary>What each element becomes.</summary>
    public Expression Body => Operands[1];

    /// <summary>Whether the lists that the body gives are joined into one.</summary>
    public bool Flattens { get; } = flattens;
}

/// <summary>The elements of a list that satisfy a condition; not known where the condition is not known for an element.</summary>
public sealed class FilterExpression(int slot, Expression list, Expression condition, SourceSpan span)
    : Expression(ExpressionKind.Filter, list.Type, span, list, condition)
{
    /// <summary>The slot of the element.</summary>
    public int Slot { get; } = slot;

    /// <summary>The list.</summary>
    public Expression List => Operands[0];

    /// <summary>The condition, which reads the element.</summary>
    public Expression Condition => Operands[1];
}

/// <summary>An element of a list: from 1 at the front, from -1 at the back; out of the list is out of the domain.</summary>
public sealed class IndexExpression(Expression list, Expression index, FactType type, SourceSpan span) : Expression(ExpressionKind.Index, type, span, list, index)
{
    /// <summary>The list.</summary>
    public Expression List => Operands[0];

    /// <summary>The index.</summary>
    public Expression Index => Operands[1];
}

/// <summary>The parts of a date.</summary>
public enum DateProperty
{
    /// <summary>The year.</summary>
    Year,

    /// <summary>The month, 1 to 12.</summary>
    Month,

    /// <summary>The day of the month, 1 to 31.</summary>
    Day,

    /// <summary>The day of the week, Monday 1 to Sunday 7.</summary>
    Weekday,
}

/// <summary>A part of a date, as a number without unit.</summary>
public sealed class PropertyExpression(Expression date, DateProperty property, SourceSpan span)
    : Expression(ExpressionKind.Property, FactType.PlainNumber, span, date)
{
    /// <summary>The date.</summary>
    public Expression Date => Operands[0];

    /// <summary>Which part.</summary>
    public DateProperty Property { get; } = property;
}

/// <summary>A call of a built-in function, its arguments in the order of its parameters.</summary>
public sealed class CallExpression(BuiltinFunction function, ReadOnlySpan<Expression> arguments, FactType type, SourceSpan span)
    : Expression(ExpressionKind.Call, type, span, arguments)
{
    /// <summary>The function.</summary>
    public BuiltinFunction Function { get; } = function;
}

/// <summary>A list written out; elements may be not known.</summary>
public sealed class ListExpression(ReadOnlySpan<Expression> items, FactType type, SourceSpan span) : Expression(ExpressionKind.List, type, span, items);
