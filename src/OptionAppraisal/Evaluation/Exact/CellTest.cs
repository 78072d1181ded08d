using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Evaluation.Exact;

// A condition of a row laid out flat: most cells compare a fact with what never changes. What is not of these shapes keeps its expression.
internal sealed class CellTest(CellTestKind kind, Expression expression)
{
    public const int LessMask = 1;
    public const int GreaterMask = 4;
    private const int EqualMask = 2;

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

    public decimal Bound { get; init; }

    public int EndHolds { get; init; }

    public decimal End { get; init; }

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

    public bool NumberHolds(in Value value) => Allows(Holds, value.CompareTo(Bound));

    public bool RangeHolds(in Value value) => NumberHolds(value) && Allows(EndHolds, value.CompareTo(End));

    private static bool Allows(int mask, int order) => ((mask >> (Math.Sign(order) + 1)) & 1) != 0;
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
    Nowhere,
    Option,
    Baseline,
    Case,
    DerivedOfOption,
}
