using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Analysis.Explaining;

// Takes a condition apart into the tests that must all hold, each with its distance from holding.
internal sealed class ConditionReader(ValueUnfolder values)
{
    public ConditionExplanation Explain(Rule rule, Subject subject)
    {
        var outcome = values.Conclude(rule, subject).Truth;
        return new(rule.Expression.Span.Text, rule.Span, outcome, Tests(rule.Expression, outcome, subject), values.Unfold(rule.Operands, subject));
    }

    public ImmutableArray<TestExplanation> Tests(Rule rule, Truth outcome, Subject subject) => Tests(rule.Expression, outcome, subject);

    private ImmutableArray<TestExplanation> Tests(Expression condition, Truth outcome, Subject subject)
    {
        var tests = new List<TestExplanation>();
        Take(condition, negated: false, subject, tests);
        if (tests.Count == 1 || outcome == Truth.True)
        {
            return [.. tests.Select(t => t with { Outcome = outcome })];
        }

        // Where the rest holds, what cannot be asked singly is what fails.
        if (outcome == Truth.False && tests.Count(t => t.Outcome is null) == 1 && tests.TrueForAll(t => t.Outcome is null or Truth.True))
        {
            return [.. tests.Select(t => t.Outcome is null ? t with { Outcome = Truth.False } : t)];
        }

        return [.. tests];
    }

    // "Not (a or b)" asks that neither holds.
    private void Take(Expression condition, bool negated, Subject subject, List<TestExplanation> tests)
    {
        switch (condition)
        {
            case LogicalExpression logical when logical.IsAnd != negated:
                foreach (var operand in logical.Operands)
                {
                    Take(operand, negated, subject, tests);
                }

                break;
            case NotExpression not:
                Take(not.Operand, !negated, subject, tests);
                break;
            default:
                tests.Add(Told(condition, negated, subject));
                break;
        }
    }

    private TestExplanation Told(Expression condition, bool negated, Subject subject)
    {
        var test = Test(condition, negated, subject);
        return values.IsSpent && SlotCounter.Count(condition) > 0 ? Other(condition, null) : test with { Elements = values.Elements(condition, subject) };
    }

    private TestExplanation Test(Expression condition, bool negated, Subject subject)
    {
        var outcome = values.Read(condition, subject).Truth;
        outcome = !negated ? outcome : outcome switch { Truth.True => Truth.False, Truth.False => Truth.True, _ => Truth.Unknown };
        return condition switch
        {
            ComparisonExpression comparison => Compared(comparison, negated, outcome, subject),
            RangeTestExpression range when !negated => InRange(range, outcome, subject),
            NullTestExpression known => About(condition, known.Operand, outcome, subject) with { Kind = known.WantsKnown != negated ? TestKind.Known : TestKind.NotKnown },
            CallExpression { Function.Name: "in", Operands: [var element, var list] } when values.Read(list, subject) is { IsKnown: true } among =>
                About(condition, element, outcome, subject) with { Kind = negated ? TestKind.NoneOf : TestKind.OneOf, Limits = among.List.Items },
            LogicalExpression either => Either(either, negated, outcome, subject),
            { Type: BooleanType } when condition is CaseFactExpression or OptionFactExpression or RecordFactExpression or MemberExpression or DerivedExpression or ContextExpression =>
                About(condition, condition, outcome, subject) with { Kind = TestKind.Is, Limits = [Value.Of(!negated)] },
            _ => Other(condition, outcome),
        };
    }

    private static TestExplanation Other(Expression condition, Truth? outcome) =>
        new(condition.Span.Text, condition.Span, outcome, "", null, Value.Unknown, FactType.Boolean, TestKind.Condition, [], null);

    private TestExplanation About(Expression condition, Expression operand, Truth outcome, Subject subject) =>
        new(condition.Span.Text, condition.Span, outcome, operand.Span.Text, ValueUnfolder.TitleOf(operand), values.Read(operand, subject), operand.Type, TestKind.Condition, [], null);

    // A test names its operand; where that is a constant, the sides change places.
    private TestExplanation Compared(ComparisonExpression comparison, bool negated, Truth outcome, Subject subject)
    {
        var turned = comparison.Left is ConstantExpression && comparison.Right is not ConstantExpression;
        var (operand, limit) = turned ? (comparison.Right, comparison.Left) : (comparison.Left, comparison.Right);
        var about = About(comparison, operand, outcome, subject) with { Kind = KindOf(comparison.Operator, turned, negated) };
        return Against(about, values.Read(limit, subject));
    }

    private static TestKind KindOf(ComparisonOperator comparison, bool turned, bool negated)
    {
        var kind = comparison switch
        {
            ComparisonOperator.Equal => TestKind.Is,
            ComparisonOperator.NotEqual => TestKind.IsNot,
            ComparisonOperator.Less => turned ? TestKind.MoreThan : TestKind.Under,
            ComparisonOperator.LessOrEqual => turned ? TestKind.AtLeast : TestKind.AtMost,
            ComparisonOperator.Greater => turned ? TestKind.Under : TestKind.MoreThan,
            _ => turned ? TestKind.AtMost : TestKind.AtLeast,
        };
        return !negated ? kind : kind switch
        {
            TestKind.Is => TestKind.IsNot,
            TestKind.IsNot => TestKind.Is,
            TestKind.MoreThan => TestKind.AtMost,
            TestKind.AtLeast => TestKind.Under,
            TestKind.Under => TestKind.AtLeast,
            _ => TestKind.MoreThan,
        };
    }

    public static TestExplanation Against(TestExplanation about, Value limit) => about with { Limits = [limit], Distance = Distance(about.Value, limit) };

    private TestExplanation InRange(RangeTestExpression range, Truth outcome, Subject subject)
    {
        var about = About(range, range.Operand, outcome, subject);
        var (low, high) = (values.Read(range.Low, subject), values.Read(range.High, subject));
        var (toLow, toHigh) = (Distance(about.Value, low), Distance(about.Value, high));
        if (outcome == Truth.False && toLow is { } below && toHigh is { } above && below != above)
        {
            return below < above
                ? about with { Kind = range.LowIncluded ? TestKind.AtLeast : TestKind.MoreThan, Limits = [low], Distance = below }
                : about with { Kind = range.HighIncluded ? TestKind.AtMost : TestKind.Under, Limits = [high], Distance = above };
        }

        var least = toLow is { } a && toHigh is { } b ? Math.Min(a, b) : toLow ?? toHigh;
        return about with { Kind = TestKind.Between, Limits = [low, high], Distance = least };
    }

    // One of several is enough: the one that holds, or the nearest.
    private TestExplanation Either(LogicalExpression either, bool negated, Truth outcome, Subject subject)
    {
        var ways = either.Operands.Select(o => o is NotExpression not ? Test(not.Operand, !negated, subject) : Test(o, negated, subject)).ToList();
        if (ways.TrueForAll(w => w.Kind == TestKind.Is && w.Name == ways[0].Name && w.Limits.Length == 1))
        {
            return ways[0] with
            {
                Text = either.Span.Text,
                At = either.Span,
                Outcome = outcome,
                Kind = TestKind.OneOf,
                Limits = [.. ways.Select(w => w.Limits[0])],
                Distance = ways.Min(w => w.Distance),
            };
        }

        var same = ways.FindAll(w => w.Outcome == outcome);
        var nearest = outcome == Truth.False && same.TrueForAll(w => w.Distance is not null) ? same.MinBy(w => w.Distance) : outcome == Truth.True ? same.Find(w => w.Kind != TestKind.Condition) : null;
        return nearest ?? Other(either, outcome);
    }

    private static decimal? Distance(Value value, Value limit) => (value.Kind, limit.Kind) switch
    {
        (ValueKind.Number, ValueKind.Number) => Apart(value.Number, limit.Number),
        (ValueKind.Date, ValueKind.Date) => Math.Abs(value.Date.DayNumber - limit.Date.DayNumber),
        _ => null,
    };

    private static decimal? Apart(decimal a, decimal b)
    {
        try
        {
            return PlainNumber.Publish(Math.Abs(a - b));
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
