using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>Cells: tests of one fact, in FEEL's signs or in words.</summary>
internal sealed partial class ExpressionGrammar
{
    private bool _cellWords;

    public SyntaxNode ReadCell()
    {
        _cellWords = true;
        if (Kind == TokenKind.Minus && Peek().Kind == TokenKind.End)
        {
            return new AnySyntax(SpanOf(Current));
        }

        var first = _at;
        var node = CellTests(first, TokenKind.End);
        if (Kind != TokenKind.End)
        {
            node = AfterTheEnd(node);
        }

        return _abandoned || _isBroken ? Error(0) : node;
    }

    // One test alone, or several parted by commas.
    private SyntaxNode CellTests(int first, TokenKind close)
    {
        var tests = TestList(close);
        return tests.Length == 1 ? tests[0] : Grown(new TestListSyntax(tests, SpanFrom(first)), _height);
    }

    private ImmutableArray<SyntaxNode> TestList(TokenKind close)
    {
        var tests = ImmutableArray.CreateBuilder<SyntaxNode>();
        var below = 0;
        while (true)
        {
            var before = _at;
            tests.Add(CellTest());
            below = Math.Max(below, _height);
            ReportAfterTest(tests[^1], before);
            if (_abandoned || !Take(TokenKind.Comma))
            {
                break;
            }

            if (Kind == close || Kind == TokenKind.End)
            {
                ReportHere(SyntaxCodes.OperandMissing, "a test is missing after the comma", "delete the comma, or write the test");
                break;
            }
        }

        _height = below;
        return tests.ToImmutable();
    }

    private SyntaxNode CellTest()
    {
        var first = _at;
        if (Kind == TokenKind.Name && Current.Text == "not" && Peek().Kind == TokenKind.OpenParenthesis)
        {
            return NotTests(first);
        }

        if (CellWord() is { } word)
        {
            return word;
        }

        if (Kind == TokenKind.In)
        {
            ReportHere(SyntaxCodes.CellWords, "`in` does not stand in a cell", "delete it: the cell is the test");
            Advance();
        }

        var low = Test();
        if (low is not UnaryTestSyntax && Kind == TokenKind.Name && Current.Text == "to")
        {
            return To(first, low);
        }

        return low;
    }

    private SyntaxNode NotTests(int first)
    {
        Advance();
        var open = Current;
        Advance();
        if (Kind == TokenKind.CloseParenthesis)
        {
            ReportHere(SyntaxCodes.OperandMissing, "there is nothing in the brackets of `not`", "write the tests that must not hold");
            Advance();
            return Error(first);
        }

        var tests = TestList(TokenKind.CloseParenthesis);
        Close(TokenKind.CloseParenthesis, open);
        return Grown(new NotTestsSyntax(tests, SpanFrom(first)), _height);
    }

    private SyntaxNode? CellWord()
    {
        if (Kind is not (TokenKind.Name or TokenKind.Between))
        {
            return null;
        }

        var first = _at;
        if (CellWords.At(tokens, _at) is { } words)
        {
            if (words.Help is { } help)
            {
                Report(SyntaxCodes.CellWords, scalar.SpanOf(Current.Start, tokens[_at + words.Length - 1].End - Current.Start), $"`{TextFrom(_at, _at + words.Length - 1)}` is not a test", help);
            }

            _at += words.Length;
            switch (words.Form)
            {
                case CellForm.Comparison:
                    var operand = Operation(Level.Sum);
                    return Grown(new UnaryTestSyntax(words.Operator, operand, SpanFrom(first)), _height);
                case CellForm.AnyOf:
                    return CellTests(first, TokenKind.End);
                case CellForm.NoneOf:
                    var tests = TestList(TokenKind.End);
                    return Grown(new NotTestsSyntax(tests, SpanFrom(first)), _height);
                default:
                    return To(first, Operation(Level.Sum));
            }
        }

        return null;
    }

    // `X to Y` with both ends in, `X to under Y` without the high one.
    private RangeSyntax To(int first, SyntaxNode low)
    {
        var below = _height;
        if (!TakeName("to") && !Take(TokenKind.And))
        {
            ReportHere(SyntaxCodes.CellWords, $"`to` is missing before {Found}", "write `1 to 5`, or `1 to under 5`");
            return Grown(new RangeSyntax(low, true, Error(_at), true, SpanFrom(first)), below);
        }

        var highIncluded = !TakeName("under");
        var high = Operation(Level.Sum);
        return Grown(new RangeSyntax(low, true, high, highIncluded, SpanFrom(first)), Math.Max(below, _height));
    }

    // What people write between two tests, or after one.
    private void ReportAfterTest(SyntaxNode test, int first)
    {
        var isBound = test is UnaryTestSyntax or RangeSyntax;
        if (test is BinarySyntax { Operator: BinaryOperator.Subtract, Left: NumberSyntax low, Right: NumberSyntax high })
        {
            bag.Add(
                SyntaxCodes.CellWords,
                test.Span,
                $"`{test.Span.Text}` is a subtraction",
                $"for a range write `{low.Span.Text} to {high.Span.Text}`");
        }

        if (Kind == TokenKind.Comma && isBound && Peek().Kind == TokenKind.Number && Peek().Length == 3 && Peek().Start == Current.End
            && tokens[_at - 1].Kind == TokenKind.Number && tokens[_at - 1].End == Current.Start)
        {
            var number = TextFrom(_at - 1, _at + 1);
            Report(
                SyntaxCodes.NumberMalformed,
                scalar.SpanOf(tokens[_at - 1].Start, number.Length),
                $"the number `{number}` is written with a comma",
                $"write `{number.Replace(",", "", StringComparison.Ordinal)}`; two tests are parted by a comma and a space");
            _at += 2;
        }

        if (Kind is TokenKind.Or or TokenKind.And)
        {
            var help = Kind == TokenKind.Or
                ? "write a comma between tests of which one must hold: `< 5, > 10`"
                : "write a range: `1 to 5`, `1 to under 5` or `\"(1..5)\"`";
            ReportHere(SyntaxCodes.CellWords, $"{Found} does not stand between tests", help);
            Advance();
            _lastReported = _at;
            if (Kind != TokenKind.End)
            {
                CellTest();
            }
        }
        else if (LevelOf(Kind) == Level.Comparison)
        {
            var sign = Current;
            ReportHere(
                SyntaxCodes.CellNotATest,
                isBound ? $"{Found} does not follow a test without a comma" : $"a cell tests the fact of its key: nothing stands on the left of {Found}",
                isBound ? "write a range for two bounds, such as `1 to 5`, or a comma between tests of which one must hold"
                : sign.Kind is TokenKind.Between or TokenKind.In ? "write the test alone, such as `1 to 5` or `any of a, b`; a whole condition stands under `when:`"
                : $"write `{TextFrom(_at, Math.Min(_at + 1, tokens.Count - 1))}` alone; a whole condition stands under `when:`");
            while (Kind is not (TokenKind.End or TokenKind.Comma or TokenKind.CloseParenthesis))
            {
                Advance();
            }
        }
        else if (Kind == TokenKind.Name && tokens[_at - 1].Kind is TokenKind.Name or TokenKind.Number && _at > first)
        {
            Report(
                SyntaxCodes.CellWords,
                scalar.SpanOf(tokens[first].Start, Current.End - tokens[first].Start),
                $"`{TextFrom(first, _at)}` is not a test",
                tokens[_at - 1].Kind == TokenKind.Name
                    ? $"for a text write inner quotes: `'\"{TextFrom(first, _at)}\"'`; the words of cells are {CellWords.Known}"
                    : $"write the number alone; the words of cells are {CellWords.Known}");
            while (Kind is not (TokenKind.End or TokenKind.Comma or TokenKind.CloseParenthesis))
            {
                Advance();
            }
        }
    }
}
