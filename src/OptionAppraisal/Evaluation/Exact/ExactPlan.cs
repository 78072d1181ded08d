using System.Runtime.CompilerServices;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation.Exact;

// What the engine makes of a plan once: where derived facts are kept, and the conditions of rows and gates laid out flat.
internal sealed class ExactPlan
{
    private static readonly ConditionalWeakTable<EvaluationPlan, ExactPlan> Plans = [];
    private readonly ImmutableArray<Rule> _rules;
    private readonly FlatTest?[] _tests;
    private readonly FlatTable?[] _tables;

    public ExactPlan(EvaluationPlan plan)
    {
        Derived = new DerivedLayout(plan);
        _rules = plan.Rules;
        _tests = new FlatTest?[_rules.Length];
        _tables = new FlatTable?[_rules.Length];
        foreach (var rule in _rules)
        {
            if (rule.Kind is RuleKind.Row or RuleKind.GateApplies or RuleKind.GatePart)
            {
                _tests[rule.Index] = new FlatTest(CellCompiler.Compile(rule.Expression));
            }
        }

        Collect(plan.Criteria);
    }

    public static ExactPlan Of(EvaluationPlan plan) => Plans.GetValue(plan, static p => new ExactPlan(p));

    public DerivedLayout Derived { get; }

    // The condition of a rule laid out flat; null for rules that are interpreted, and for those of another plan.
    public FlatTest? TestOf(Rule rule) => rule.Index < _rules.Length && ReferenceEquals(_rules[rule.Index], rule) ? _tests[rule.Index] : null;

    // A table of the plan; null for other rules.
    public FlatTable? TableOf(ImmutableArray<Rule> rows) =>
        rows[0].Index < _tables.Length && _tables[rows[0].Index] is { } table && table.Rows == rows ? table : null;

    private void Collect(ImmutableArray<PlannedCriterion> nodes)
    {
        foreach (var node in nodes)
        {
            if (!node.Rows.IsEmpty)
            {
                var tests = new FlatTest[node.Rows.Length];
                for (var i = 0; i < tests.Length; i++)
                {
                    tests[i] = _tests[node.Rows[i].Index]!;
                }

                _tables[node.Rows[0].Index] = new FlatTable(node.Rows, tests);
            }

            Collect(node.Children);
        }
    }
}

// The rows of a decision table.
internal sealed class FlatTable(ImmutableArray<Rule> rows, FlatTest[] tests)
{
    public ImmutableArray<Rule> Rows { get; } = rows;

    public FlatTest[] Tests { get; } = tests;

    // How many variables a row binds at most.
    public int Slots { get; } = rows.Max(r => r.Slots);
}

// A condition as cells that must all hold.
internal sealed class FlatTest
{
    public FlatTest(CellTest exact)
    {
        Exact = exact;
        IsJoined = exact.Kind == CellTestKind.All;
        Cells = new FlatCell[IsJoined ? exact.Parts.Length : 1];
        for (var i = 0; i < Cells.Length; i++)
        {
            Cells[i] = new FlatCell(IsJoined ? exact.Parts[i] : exact);
        }
    }

    public CellTest Exact { get; }

    // Whether joining the cells is a step of work by itself.
    public bool IsJoined { get; }

    public FlatCell[] Cells { get; }
}
