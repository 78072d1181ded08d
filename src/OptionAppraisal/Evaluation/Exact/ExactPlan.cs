using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation.Exact;

// What the engine makes of a plan once: where derived facts are kept, and the rows of tables laid out flat.
internal sealed class ExactPlan
{
    private readonly CellTest?[] _rows;

    public ExactPlan(EvaluationPlan plan)
    {
        Derived = new DerivedLayout(plan);
        _rows = new CellTest?[plan.Rules.Length];
        foreach (var rule in plan.Rules)
        {
            if (rule.Kind == RuleKind.Row)
            {
                _rows[rule.Index] = CellCompiler.Compile(rule.Expression);
            }
        }

        Rules = plan.Rules;
    }

    public DerivedLayout Derived { get; }

    private ImmutableArray<Rule> Rules { get; }

    // The rows of a table stand one after another in a plan; null for rules of another plan.
    public ReadOnlySpan<CellTest?> TestsOf(ImmutableArray<Rule> rows)
    {
        var first = rows[0].Index;
        return first + rows.Length <= Rules.Length && ReferenceEquals(Rules[first], rows[0]) && ReferenceEquals(Rules[first + rows.Length - 1], rows[^1])
            ? _rows.AsSpan(first, rows.Length)
            : [];
    }
}
