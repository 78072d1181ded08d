using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Packs.Functions;
using OptionAppraisal.Syntax.Expressions;

namespace OptionAppraisal.Binding.Expressions;

// Lists, brackets, and what binds a variable.
internal sealed partial class BindingPass
{
    private int NextSlot => _frames is null ? 0 : _frames.Slot + 1;

    private Expression? List(ListSyntax syntax, FactType? expected)
    {
        var hint = expected is ListType list ? list.Element : expected is NoType or AnyDepthType ? expected : null;
        var items = new Expression?[syntax.Items.Length];
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < items.Length; i++)
            {
                // Words that may be members wait until another element has told the choice.
                if (pass == (hint is null && WaitsForChoice(syntax.Items[i]) ? 1 : 0) && items[i] is null)
                {
                    items[i] = Bind(syntax.Items[i], hint ?? (pass == 1 ? ChoiceAmong(items) : null));
                }
            }
        }

        FactType element = FactType.Null;
        foreach (var item in items)
        {
            if (item is null)
            {
                return null;
            }

            if (Together(element, item.Type, expected is AnyDepthType) is not { } both)
            {
                return DoNotAgree(items[0]!, item, item.Span);
            }

            element = both;
        }

        return Made(new ListExpression([.. items.Select(i => i!)], new ListType(element), syntax.Span));
    }

    // Where depth does not matter, what lies beside a list counts as a list of it.
    private static FactType? Together(FactType one, FactType other, bool anyDepth) => (one, other) switch
    {
        (ListType a, ListType b) when anyDepth => Together(a.Element, b.Element, true) is { } element ? new ListType(element) : null,
        (ListType, NullType) or (NullType, _) => TypeAgreement.Unify(one, other),
        (ListType a, _) when anyDepth => Together(a.Element, other, true) is { } element ? new ListType(element) : null,
        (_, ListType b) when anyDepth => Together(one, b.Element, true) is { } element ? new ListType(element) : null,
        _ => TypeAgreement.Unify(one, other),
    };

    private static FactType? ChoiceAmong(Expression?[] items) => items.FirstOrDefault(i => i?.Type is ChoiceType)?.Type;

    private Expression? Bracket(BracketSyntax syntax)
    {
        if (Bind(syntax.Target) is not { } target)
        {
            return null;
        }

        if (AsList(target) is not { } list)
        {
            return NotAList(target, "brackets choose among the elements of a list");
        }

        var slot = NextSlot;
        _frames = new Frame(Frame.Item, true, slot, list.Element, _frames);
        var inner = Bind(syntax.Inner);
        _frames = _frames.Outer;
        switch (inner?.Type)
        {
            case null:
                return null;
            case BooleanType:
                return new FilterExpression(slot, target, inner, syntax.Span);
            case ReferenceType when WithMembers(target) is { } fact && !Reads(inner, slot):
                return OfRecordIn(target, fact, inner, syntax.Span);
            case NullType when inner is not ConstantExpression && Reads(inner, slot):
                return new FilterExpression(slot, target, inner, syntax.Span);
            case NullType when inner is not ConstantExpression:
            case NumberType { Unit: null or { IsNone: true } } when !Reads(inner, slot):
                return Index(syntax, target, inner, list.Element);
            default:
                return Report(
                    ExpressionCodes.WrongType,
                    inner.Span,
                    $"{Quote(inner.Span)} is {TypeAgreement.Describe(inner.Type)}, but brackets take a condition, or a place in the list",
                    "write a condition that chooses, as in `xs[item > 1]`, or a number without unit, as in `xs[1]`");
        }
    }

    private Expression? Index(BracketSyntax syntax, Expression target, Expression index, FactType element)
    {
        if (index is ConstantExpression { Value: { Kind: ValueKind.Number, Number: var place } } && (place == 0 || place % 1 != 0))
        {
            return Report(
                ExpressionCodes.ConstantOutOfDomain,
                index.Span,
                $"there is no place {Quote(index.Span)} in a list",
                "count from 1 at the front, or from -1 at the back");
        }

        return Made(new IndexExpression(target, index, element, syntax.Span));
    }

    private static bool Reads(Expression expression, int slot)
    {
        if (expression is LocalExpression local && local.Slot == slot)
        {
            return true;
        }

        foreach (var operand in expression.Operands)
        {
            if (Reads(operand, slot))
            {
                return true;
            }
        }

        return false;
    }

    private Expression? Quantified(QuantifiedSyntax syntax, int iterator)
    {
        if (iterator == syntax.Iterators.Length)
        {
            return Condition(syntax.Condition);
        }

        var list = Iterated(syntax.Iterators[iterator]);
        var slot = Enter(syntax.Iterators[iterator], list);
        var condition = Quantified(syntax, iterator + 1);
        _frames = _frames!.Outer;
        return list is null || condition is null ? null : new QuantifiedExpression(syntax.IsEvery, slot, list, condition, syntax.Span);
    }

    private Expression? For(ForSyntax syntax, int iterator)
    {
        if (iterator == syntax.Iterators.Length)
        {
            return Bind(syntax.Body);
        }

        var list = Iterated(syntax.Iterators[iterator]);
        var slot = Enter(syntax.Iterators[iterator], list);
        var body = For(syntax, iterator + 1);
        _frames = _frames!.Outer;
        if (list is null || body is null)
        {
            return null;
        }

        var flattens = iterator + 1 < syntax.Iterators.Length;
        return new ForExpression(slot, list, body, flattens, flattens ? body.Type : new ListType(body.Type), syntax.Span);
    }

    private int Enter(IteratorSyntax iterator, Expression? list)
    {
        var name = iterator.Name.Name;
        if (!_scope.IsBare
            && (Owners.Contains(name, StringComparer.Ordinal)
            || Conclusions.Contains(name, StringComparer.Ordinal)
            || name is "baseline" or "bodies" or "item" or "this" or "as_of" or "stage" or "area" or "is_baseline"))
        {
            Report(ExpressionCodes.WrongVariable, iterator.Name.Span, $"`{name}` is a word of the language and cannot name a variable", "call the variable something else");
        }

        var slot = NextSlot;
        _frames = new Frame(name, false, slot, list is null ? NoType.Instance : AsList(list)!.Element, _frames);
        return slot;
    }

    private Expression? Iterated(IteratorSyntax iterator)
    {
        if (iterator.To is { } to)
        {
            return RangeList(iterator, to);
        }

        if (iterator.List is RangeSyntax range)
        {
            return Report(ExpressionCodes.MisplacedTest, range.Span, "a range is not a list", "write the numbers without brackets: `for x in 1..5 return x`");
        }

        return Bind(iterator.List) switch
        {
            null => null,
            var list when AsList(list) is not null => list,
            var single => NotAList(single, $"`{iterator.Name.Name}` goes through the elements of a list"),
        };
    }

    private Expression? RangeList(IteratorSyntax iterator, SyntaxNode to)
    {
        var (low, high) = (Bind(iterator.List), Bind(to));
        if (low is null || high is null)
        {
            return null;
        }

        foreach (var end in (ReadOnlySpan<Expression>)[low, high])
        {
            if (end is ConstantExpression { Value.IsUnknown: true })
            {
                return Report(ExpressionCodes.NullRangeEnd, end.Span, "a range cannot end in `null`", "write a number or a date");
            }

            if (end.Type is not (NumberType or DateType or NullType))
            {
                return WrongOperand("..", end, "whole numbers or dates", null);
            }
        }

        var span = low.Span.To(high.Span);
        if (TypeAgreement.Unify(low.Type, high.Type) is not { } type)
        {
            return DoNotAgree(low, high, span);
        }

        var function = type is DateType ? FunctionCatalogue.Days : FunctionCatalogue.WholeNumbers;
        return Made(new CallExpression(function, [low, high], new ListType(type is NullType ? FactType.LiteralNumber : type), span));
    }

    // What is never known, such as an input that is null, may stand where a list is wanted; the literal `null` may not.
    private static ListType? AsList(Expression expression) => expression.Type switch
    {
        ListType list => list,
        NullType when expression is not ConstantExpression => new ListType(FactType.Null),
        _ => null,
    };

    private Expression? NotAList(Expression single, string why)
    {
        var text = Shorten(single.Span);
        return Report(
            ExpressionCodes.ScalarAsList,
            single.Span,
            $"`{text}` is {TypeAgreement.Describe(single.Type)}, not a list",
            $"{why}; a list of one is written `[{text}]`");
    }
}
