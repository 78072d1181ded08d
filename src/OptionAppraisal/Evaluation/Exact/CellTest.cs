using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Evaluation.Exact;

// A condition of a row laid out flat: most cells compare a fact with what never changes. What is not of these shapes keeps its expression.
internal sealed class CellTest(CellTestKind kind, Expression expression)
{
    private const int LessMask = 1;
    private const int EqualMask = 2;
    private const int GreaterMask = 4;

    private readonly NumberBound _bound;
    private readonly NumberBound _end;

    public CellTestKind Kind { get; } = kind;

    // The condition as it is interpreted, with the place to report.
    public Expression Expression { get; } = expression;

    // For all and any: the conditions joined.
    public CellTest[] Parts { get; init; } = [];

    // For the others: what is read.
    public FactPlace From { get; init; }

    public int Fact { get; init; }

    public Expression? Operand { get; init; }

    // For numbers: by which order to the bound it holds, a bit each for less, equal and greater; a range has a second bound.
    public int Holds { get; init; }

    public NumberBound Bound
    {
        init => _bound = value;
    }

    public int EndHolds { get; init; }

    public NumberBound End
    {
        init => _end = value;
    }

    // For Booleans and choices: whether it holds where they are the same.
    public bool Wanted { get; init; }

    public string? Member { get; init; }

    public static int MaskOf(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => EqualMask,
        ComparisonOperator.NotEqual => LessMask | GreaterMask,
        ComparisonOperator.Less => LessMask,
        ComparisonOperator.LessOrEqual => LessMask | EqualMask,
        ComparisonOperator.Greater => GreaterMask,
        _ => GreaterMask | EqualMask,
    };

    public bool NumberHolds(in Value value, double near) => _bound.Holds(Holds, value, near);

    public bool RangeHolds(in Value value, double near) => _bound.Holds(Holds, value, near) && _end.Holds(EndHolds, value, near);
}

internal enum CellTestKind
{
    // Judged by interpreting its expression.
    Interpreted,
    All,
    Any,
    Number,
    Range,
    Boolean,
    Choice,
}

internal enum FactPlace
{
    Option,
    Baseline,
    Case,
    DerivedOfOption,
}

// A number that others are compared with. A double lies within 10^-15 of its decimal, so doubles that are further apart than 10^-13 of
// the bound have the order of their decimals; what is nearer is compared as decimals.
internal readonly struct NumberBound(decimal exact)
{
    private const double Margin = 1e-13;

    private readonly decimal _exact = exact;
    private readonly double _below = (double)exact - (Math.Abs((double)exact) * Margin);
    private readonly double _above = (double)exact + (Math.Abs((double)exact) * Margin);

    public bool Holds(int mask, in Value value, double near)
    {
        var order = near > _above ? 1 : near < _below ? -1 : Math.Sign(value.CompareTo(_exact));
        return ((mask >> (order + 1)) & 1) != 0;
    }
}
