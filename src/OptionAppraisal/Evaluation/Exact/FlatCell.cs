using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Evaluation.Exact;

// A condition told by a double where it can be: of a number that near to its decimal, of a Boolean as 1 or 0. A double lies within 10^-15
// of its decimal, so what is further than 10^-13 from a bound has the order of its decimal; what is nearer, or not known, is judged exactly.
internal struct FlatCell
{
    private const double Margin = 1e-13;

    public FlatCell(CellTest exact)
    {
        Exact = exact;
        Fact = exact.Fact;
        switch (exact.Kind)
        {
            case CellTestKind.Number when exact.Holds != CellTest.MaskOf(ComparisonOperator.NotEqual):
                From = exact.From;
                Bound(exact.Holds, (double)exact.Bound);
                break;
            case CellTestKind.Range:
                From = exact.From;
                Bound(exact.Holds, (double)exact.Bound);
                Bound(exact.EndHolds, (double)exact.End);
                break;
            case CellTestKind.Boolean:
                From = exact.From;
                Bound(CellTest.MaskOf(exact.Wanted ? ComparisonOperator.Greater : ComparisonOperator.Less), 0.5);
                break;
        }
    }

    public CellTest Exact { get; }

    public FactPlace From { get; }

    public int Fact { get; }

    // It holds between these.
    public double HoldsAbove { get; private set; } = double.NegativeInfinity;

    public double HoldsBelow { get; private set; } = double.PositiveInfinity;

    // It does not hold beyond one of these.
    public double FailsBelow { get; private set; } = double.NegativeInfinity;

    public double FailsAbove { get; private set; } = double.PositiveInfinity;

    private void Bound(int holds, double bound)
    {
        var margin = Math.Abs(bound) * Margin;
        if ((holds & CellTest.LessMask) == 0)
        {
            HoldsAbove = bound + margin;
            FailsBelow = bound - margin;
        }

        if ((holds & CellTest.GreaterMask) == 0)
        {
            HoldsBelow = bound - margin;
            FailsAbove = bound + margin;
        }
    }
}
