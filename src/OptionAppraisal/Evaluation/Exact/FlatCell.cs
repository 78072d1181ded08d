using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Evaluation.Exact;

// A condition told by a double where it can be: of a number that near to its decimal, of a Boolean as 1 or 0. A double lies within 10^-15
// of its decimal, so what is further than 10^-13 from a bound has the order of its decimal; what is nearer, or not known, is judged exactly.
internal readonly struct FlatCell
{
    private const double Margin = 1e-13;

    public FlatCell(CellTest exact)
    {
        Exact = exact;
        Fact = exact.Fact;
        switch (exact.Kind)
        {
            case CellTestKind.Number or CellTestKind.Range when exact.Holds != CellTest.MaskOf(ComparisonOperator.NotEqual):
                From = exact.From;
                if ((exact.Holds & CellTest.LessMask) == 0)
                {
                    HoldsAbove = Above(exact.Bound);
                    FailsBelow = Below(exact.Bound);
                }

                var holds = exact.Kind == CellTestKind.Range ? exact.EndHolds : exact.Holds;
                var bound = exact.Kind == CellTestKind.Range ? exact.End : exact.Bound;
                if ((holds & CellTest.GreaterMask) == 0)
                {
                    HoldsBelow = Below(bound);
                    FailsAbove = Above(bound);
                }

                break;
            case CellTestKind.Boolean when exact.Wanted:
                From = exact.From;
                HoldsAbove = FailsBelow = 0.5;
                break;
            case CellTestKind.Boolean:
                From = exact.From;
                HoldsBelow = FailsAbove = 0.5;
                break;
        }
    }

    public CellTest Exact { get; }

    public FactPlace From { get; }

    public int Fact { get; }

    // It holds between these.
    public double HoldsAbove { get; } = double.NegativeInfinity;

    public double HoldsBelow { get; } = double.PositiveInfinity;

    // It does not hold beyond one of these.
    public double FailsBelow { get; } = double.NegativeInfinity;

    public double FailsAbove { get; } = double.PositiveInfinity;

    private static double Below(decimal bound) => (double)bound - (Math.Abs((double)bound) * Margin);

    private static double Above(decimal bound) => (double)bound + (Math.Abs((double)bound) * Margin);
}
