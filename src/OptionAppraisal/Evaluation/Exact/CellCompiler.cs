using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Evaluation.Exact;

// Lays the conditions of rows out flat, once a plan.
internal static class CellCompiler
{
    private const int MostDepth = 4;

    public static CellTest Compile(Expression expression) => Compile(expression, 0);

    private static CellTest Compile(Expression expression, int depth)
    {
        var made = expression switch
        {
            LogicalExpression logical when depth < MostDepth => Joined(logical, depth),
            ComparisonExpression comparison => Compared(comparison),
            RangeTestExpression range => Ranged(range),
            NotExpression { Operand: var operand } when IsBooleanFact(operand) => Read(expression, operand, CellTestKind.Boolean, wanted: false),
            _ when IsBooleanFact(expression) => Read(expression, expression, CellTestKind.Boolean, wanted: true),
            _ => null,
        };
        return made ?? new CellTest(CellTestKind.Interpreted, expression);
    }

    private static CellTest Joined(LogicalExpression logical, int depth)
    {
        var parts = new CellTest[logical.Operands.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Compile(logical.Operands[i], depth + 1);
        }

        return new CellTest(logical.IsAnd ? CellTestKind.All : CellTestKind.Any, logical) { Parts = parts };
    }

    private static CellTest? Compared(ComparisonExpression comparison)
    {
        if (comparison.Right is not ConstantExpression { Value: var value } || PlaceOf(comparison.Left) is not { } place)
        {
            return null;
        }

        var isEquality = comparison.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
        var isEqual = comparison.Operator == ComparisonOperator.Equal;
        return (comparison.Left.Type, value.Kind) switch
        {
            (NumberType, ValueKind.Number) => new CellTest(CellTestKind.Number, comparison)
            {
                From = place.From,
                Fact = place.Fact,
                Operand = comparison.Left,
                Holds = CellTest.MaskOf(comparison.Operator),
                Bound = value.Number,
            },
            (BooleanType, ValueKind.Boolean) when isEquality => Read(comparison, comparison.Left, CellTestKind.Boolean, (value.Truth == Truth.True) == isEqual),
            (ChoiceType, ValueKind.Choice) when isEquality => Read(comparison, comparison.Left, CellTestKind.Choice, isEqual, value.Text),
            _ => null,
        };
    }

    private static CellTest? Ranged(RangeTestExpression range) =>
        range is { Operand.Type: NumberType, Low: ConstantExpression { Value: { Kind: ValueKind.Number } low }, High: ConstantExpression { Value: { Kind: ValueKind.Number } high } }
            && PlaceOf(range.Operand) is { } place
            ? new CellTest(CellTestKind.Range, range)
            {
                From = place.From,
                Fact = place.Fact,
                Operand = range.Operand,
                Holds = CellTest.MaskOf(range.LowIncluded ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.Greater),
                Bound = low.Number,
                EndHolds = CellTest.MaskOf(range.HighIncluded ? ComparisonOperator.LessOrEqual : ComparisonOperator.Less),
                End = high.Number,
            }
            : null;

    private static CellTest Read(Expression expression, Expression operand, CellTestKind kind, bool wanted, string? member = null)
    {
        var (from, fact) = PlaceOf(operand)!.Value;
        return new CellTest(kind, expression) { From = from, Fact = fact, Operand = operand, Wanted = wanted, Member = member };
    }

    private static bool IsBooleanFact(Expression expression) => expression.Type is BooleanType && PlaceOf(expression) is not null;

    private static (FactPlace From, int Fact)? PlaceOf(Expression expression) => expression switch
    {
        OptionFactExpression { OfBaseline: var ofBaseline } fact => (ofBaseline ? FactPlace.Baseline : FactPlace.Option, fact.Fact.Index),
        CaseFactExpression fact => (FactPlace.Case, fact.Fact.Index),
        DerivedExpression { OfBaseline: false, Record: null } derived when derived.Fact.Scope.Kind == RuleScopeKind.Option => (FactPlace.DerivedOfOption, derived.Fact.Index),
        _ => null,
    };
}
