using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Tests.Comparing;

// An engine that works, but for one thing that it gets wrong.
internal sealed class SpoiledEngine(IEvaluationEngine inner, Spoil spoil) : IEvaluationEngine
{
    public string Name => $"spoiled {inner.Name}";

    public IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken) =>
        new Session(inner.Open(plan, appraisalCase, stage, cancellationToken), spoil, PoliciesOf(plan));

    private static Dictionary<Rule, HitPolicy> PoliciesOf(EvaluationPlan plan)
    {
        var policies = new Dictionary<Rule, HitPolicy>(ReferenceEqualityComparer.Instance);
        Add(plan.Criteria);
        return policies;

        void Add(ImmutableArray<PlannedCriterion> criteria)
        {
            foreach (var criterion in criteria)
            {
                foreach (var row in criterion.Rows)
                {
                    policies.Add(row, ((TableLeaf)criterion.Criterion.Leaf!).Table.HitPolicy);
                }

                Add(criterion.Children);
            }
        }
    }

    private sealed class Session(IEvaluationSession inner, Spoil spoil, Dictionary<Rule, HitPolicy> policies) : IEvaluationSession, ICountsSteps
    {
        public long Spent => ((ICountsSteps)inner).Spent;

        public void Spend(long steps) => ((ICountsSteps)inner).Spend(steps);

        public Value Conclude(Rule rule, Subject subject)
        {
            var value = inner.Conclude(rule, subject);
            return spoil.Value is { } wrong ? wrong(rule, value) : value;
        }

        public Truth Judge(Rule rule, Subject subject)
        {
            var truth = inner.Judge(rule, subject);
            return spoil.Condition is { } wrong ? wrong(rule, truth) : truth;
        }

        public int JudgeRows(ImmutableArray<Rule> rows, Subject subject, bool untilTrue, Span<Truth> truths)
        {
            if (spoil.Rows is not { } wrong || rows.IsEmpty)
            {
                return inner.JudgeRows(rows, subject, untilTrue, truths);
            }

            // Of `first` no row after the one that holds is asked for.
            var judged = inner.JudgeRows(rows, subject, untilTrue, truths);
            wrong(policies[rows[0]], truths[..judged]);
            return judged;
        }

        public Value Read(Operand operand, Subject subject) => inner.Read(operand, subject);

        public void Explain(Rule rule, Subject subject, Gaps gaps) => inner.Explain(rule, subject, gaps);

        public void Learn(IConclusions conclusions) => inner.Learn(conclusions);

        public void Dispose() => inner.Dispose();
    }
}

internal delegate void SpoilRows(HitPolicy policy, Span<Truth> truths);

// One thing that an engine gets wrong.
internal sealed record Spoil(string Name)
{
    // Whether the tests have no words for it: they say which findings are raised, not how severe they are.
    public bool IsBeyondTests { get; init; }

    public Func<Rule, Value, Value>? Value { get; init; }

    public Func<Rule, Truth, Truth>? Condition { get; init; }

    public SpoilRows? Rows { get; init; }

    public override string ToString() => Name;

    public static ImmutableArray<Spoil> All { get; } =
    [
        new("a row that is not known does not hold") { Rows = static (_, rows) => rows.Replace(Truth.Unknown, Truth.False) },
        new("a row that is not known holds") { Rows = static (_, rows) => rows.Replace(Truth.Unknown, Truth.True) },
        .. Enum.GetValues<HitPolicy>().Where(p => p != HitPolicy.First).Select(Stops),
        new("under First a row before the one that holds is forgotten") { Rows = static (policy, rows) => Forget(policy, rows) },
        new("under First the last row that may hold is left out") { Rows = static (policy, rows) => LeaveOutLast(policy, rows) },
        OfCondition("a failing part of a gate passes", RuleKind.GatePart, Truth.False, Truth.True),
        OfCondition("a part of a gate that is not known passes", RuleKind.GatePart, Truth.Unknown, Truth.True),
        OfCondition("a part of a gate that is not known fails", RuleKind.GatePart, Truth.Unknown, Truth.False),
        OfCondition("a gate that does not apply applies", RuleKind.GateApplies, Truth.False, Truth.True),
        OfCondition("a gate that may apply does not", RuleKind.GateApplies, Truth.Unknown, Truth.False),
        OfCondition("a criterion that does not apply applies", RuleKind.CriterionApplies, Truth.False, Truth.True),
        OfCondition("a finding that may be raised is not", RuleKind.FindingRaised, Truth.Unknown, Truth.False),
        OfCondition("a finding that is raised may be", RuleKind.FindingRaised, Truth.True, Truth.Unknown),
        OfCondition("a severity that is not known does not hold", RuleKind.FindingSeverity, Truth.Unknown, Truth.False) with { IsBeyondTests = true },
        new("a value that is not known is 0") { Value = static (rule, value) => rule.Kind == RuleKind.LeafOperand && value.IsUnknown && rule.Expression.Type is NumberType ? OptionAppraisal.Facts.Value.Of(0m) : value },
    ];

    private static Spoil Stops(HitPolicy of) => new($"under {of} rows after the first that holds are not asked")
    {
        Rows = (policy, rows) =>
        {
            if (policy == of && rows.IndexOf(Truth.True) is >= 0 and var first)
            {
                rows[(first + 1)..].Fill(Truth.False);
            }
        },
    };

    private static void Forget(HitPolicy policy, Span<Truth> rows)
    {
        if (policy == HitPolicy.First && rows.IndexOf(Truth.True) is >= 0 and var first)
        {
            rows[..first].Fill(Truth.False);
        }
    }

    private static void LeaveOutLast(HitPolicy policy, Span<Truth> rows)
    {
        if (policy == HitPolicy.First && rows.LastIndexOf(Truth.Unknown) is >= 0 and var last)
        {
            rows[last] = Truth.False;
        }
    }

    private static Spoil OfCondition(string name, RuleKind kind, Truth right, Truth wrong) => new(name)
    {
        Condition = (rule, truth) => rule.Kind == kind && truth == right ? wrong : truth,
    };
}
