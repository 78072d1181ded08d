using OptionAppraisal.Evaluation.Exact;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

public sealed class FlatCellTests
{
    private static readonly decimal[] Bounds = [0, 9, -3, 0.15m, 0.1m / 3, 1e-28m, 123_456_789_012_345.678m, decimal.MaxValue / 2];
    private static readonly decimal[] Distances = [0, 1e-28m, 1e-20m, 1e-15m, 1e-9m, 0.01m, 1, 1_000_000];

    [Theory]
    [InlineData(ComparisonOperator.Equal)]
    [InlineData(ComparisonOperator.NotEqual)]
    [InlineData(ComparisonOperator.Less)]
    [InlineData(ComparisonOperator.LessOrEqual)]
    [InlineData(ComparisonOperator.Greater)]
    [InlineData(ComparisonOperator.GreaterOrEqual)]
    public void A_double_that_is_sure_says_what_the_decimal_says(ComparisonOperator comparison)
    {
        foreach (var bound in Bounds)
        {
            var exact = new CellTest(CellTestKind.Number, null!) { From = FactPlace.Option, Holds = CellTest.MaskOf(comparison), Bound = bound };
            foreach (var distance in Distances)
            {
                Agrees(exact, Value.Of(bound + distance));
                Agrees(exact, Value.Of(bound - distance));
            }
        }
    }

    [Fact]
    public void What_is_far_from_its_bound_is_sure()
    {
        var cell = new FlatCell(new CellTest(CellTestKind.Number, null!) { From = FactPlace.Option, Holds = CellTest.MaskOf(ComparisonOperator.GreaterOrEqual), Bound = 9 });
        Holds(cell, Value.Of(9.1m).Near).ShouldBeTrue();
        Fails(cell, Value.Of(8.9m).Near).ShouldBeTrue();
    }

    [Fact]
    public void What_is_not_known_is_never_sure()
    {
        var cell = new FlatCell(new CellTest(CellTestKind.Boolean, null!) { From = FactPlace.Option, Wanted = true });
        Holds(cell, Value.Unknown.Near).ShouldBeFalse();
        Fails(cell, Value.Unknown.Near).ShouldBeFalse();
        Holds(cell, Value.True.Near).ShouldBeTrue();
        Fails(cell, Value.False.Near).ShouldBeTrue();
    }

    private static void Agrees(CellTest exact, Value value)
    {
        var cell = new FlatCell(exact);
        if (cell.From == FactPlace.Nowhere)
        {
            return;
        }

        if (Holds(cell, value.Near))
        {
            exact.NumberHolds(value).ShouldBeTrue($"{value} against {exact.Bound}");
        }

        if (Fails(cell, value.Near))
        {
            exact.NumberHolds(value).ShouldBeFalse($"{value} against {exact.Bound}");
        }
    }

    private static bool Holds(in FlatCell cell, double near) => near > cell.HoldsAbove && near < cell.HoldsBelow;

    private static bool Fails(in FlatCell cell, double near) => near < cell.FailsBelow || near > cell.FailsAbove;
}
