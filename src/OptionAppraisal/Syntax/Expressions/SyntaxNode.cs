using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>A node of an expression as written: nothing is resolved yet. The closed set stands in this file.</summary>
internal abstract record SyntaxNode(SourceSpan Span);

/// <summary>What could not be read; a problem was reported.</summary>
internal sealed record ErrorSyntax(SourceSpan Span) : SyntaxNode(Span);

internal sealed record NumberSyntax(decimal Value, SourceSpan Span) : SyntaxNode(Span);

internal sealed record TextSyntax(string Value, SourceSpan Span) : SyntaxNode(Span);

internal sealed record BooleanSyntax(bool Value, SourceSpan Span) : SyntaxNode(Span);

internal sealed record NullSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>`@"2002-04-01"`, or a plain date in a cell.</summary>
internal sealed record DateSyntax(DateOnly Value, SourceSpan Span) : SyntaxNode(Span);

/// <summary>A bare name; a name of several words (only where such names are known) has single spaces.</summary>
internal sealed record NameSyntax(string Name, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`target.name`.</summary>
internal sealed record PathSyntax(SyntaxNode Target, NameSyntax Name, SourceSpan Span) : SyntaxNode(Span);

internal sealed record NegateSyntax(SyntaxNode Operand, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`+ - * / **`, `= != &lt; &lt;= &gt; &gt;=`, `and or`.</summary>
internal sealed record BinarySyntax(BinaryOperator Operator, SyntaxNode Left, SyntaxNode Right, SourceSpan OperatorSpan, SourceSpan Span) : SyntaxNode(Span);

internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
}

/// <summary>`x between a and b`.</summary>
internal sealed record BetweenSyntax(SyntaxNode Operand, SyntaxNode Low, SyntaxNode High, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`x in test`, `x in (test, test)`: the tests are unary tests, ranges, lists or plain values.</summary>
internal sealed record InSyntax(SyntaxNode Operand, ImmutableArray<SyntaxNode> Tests, SourceSpan Span) : SyntaxNode(Span);

/// <summary>A unary test `&lt; 5`: a comparison that waits for its left side. Also `= x` and `!= x`.</summary>
internal sealed record UnaryTestSyntax(BinaryOperator Operator, SyntaxNode Operand, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`not(test, test)` in a cell: none of the tests holds.</summary>
internal sealed record NotTestsSyntax(ImmutableArray<SyntaxNode> Tests, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`&lt; 5, &gt; 10` or `any of a, b` in a cell: one of the tests holds.</summary>
internal sealed record TestListSyntax(ImmutableArray<SyntaxNode> Tests, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`-` in a cell: any value.</summary>
internal sealed record AnySyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>`[a..b]` and its open forms; an end may be missing for `null` written there.</summary>
internal sealed record RangeSyntax(SyntaxNode Low, bool LowIncluded, SyntaxNode High, bool HighIncluded, SourceSpan Span) : SyntaxNode(Span);

internal sealed record IfSyntax(SyntaxNode Condition, SyntaxNode Then, SyntaxNode Else, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`some x in xs, y in ys satisfies condition`.</summary>
internal sealed record QuantifiedSyntax(bool IsEvery, ImmutableArray<IteratorSyntax> Iterators, SyntaxNode Condition, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`for x in xs, y in ys return body`.</summary>
internal sealed record ForSyntax(ImmutableArray<IteratorSyntax> Iterators, SyntaxNode Body, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`x in xs`; with <see cref="To"/> the number range `x in a..b`.</summary>
internal sealed record IteratorSyntax(NameSyntax Name, SyntaxNode List, SyntaxNode? To, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`target[inner]`: an index or a filter, decided by types.</summary>
internal sealed record BracketSyntax(SyntaxNode Target, SyntaxNode Inner, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`name(argument, ...)` or `name(parameter: argument, ...)`; `not(x)` is a call too.</summary>
internal sealed record CallSyntax(NameSyntax Function, ImmutableArray<ArgumentSyntax> Arguments, SourceSpan Span) : SyntaxNode(Span);

internal sealed record ArgumentSyntax(NameSyntax? Name, SyntaxNode Value, SourceSpan Span) : SyntaxNode(Span);

internal sealed record ListSyntax(ImmutableArray<SyntaxNode> Items, SourceSpan Span) : SyntaxNode(Span);
