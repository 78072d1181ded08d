using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Analysis.Explaining;

// Walks the result of one option: gates, then the value tree.
internal sealed class OptionExplainer
{
    private readonly AppraisalResult _result;
    private readonly OptionResult _option;
    private readonly EvaluationPlan _plan;
    private readonly ConditionReader _conditions;
    private readonly LeafExplainer _leaves;
    private readonly Dictionary<string, PlannedCriterion> _planned;

    public OptionExplainer(AppraisalResult result, OptionResult option, EvaluationPlan plan, IEvaluationSession session, IEvaluationSession spare, int depth)
    {
        _result = result;
        _option = option;
        _plan = plan;
        var values = new ValueUnfolder(plan, result.Case, session, spare, depth);
        _conditions = new(values);
        _leaves = new(result, option, values, _conditions);
        _planned = plan.Criteria.SelectMany(All).ToDictionary(p => p.Criterion.Id, StringComparer.Ordinal);
    }

    // A gate that was judged in an earlier stage is explained by what it met there.
    public ScoreExplanation Explain(string? criterionId, Func<GateResult, GateExplanation>? gateOf = null)
    {
        var asked = criterionId is null ? null : _option.Criteria.Select(c => Find(c, criterionId)).FirstOrDefault(c => c is not null);
        ImmutableArray<CriterionResult> shown = criterionId is null ? _option.Criteria : asked is null ? [] : [asked];
        return new()
        {
            Result = _result,
            Option = _option,
            Criterion = asked,
            Gates = criterionId is null || _option.Criteria.IsEmpty ? [.. _option.Gates.Select(gateOf ?? Explain)] : [],
            Criteria = [.. shown.Select(Explain)],
        };
    }

    private static IEnumerable<PlannedCriterion> All(PlannedCriterion node) => node.Children.SelectMany(All).Prepend(node);

    private static CriterionResult? Find(CriterionResult node, string id) =>
        node.Criterion.Id == id ? node : node.Children.Select(c => Find(c, id)).FirstOrDefault(c => c is not null);

    public GateExplanation Explain(GateResult result)
    {
        var gate = _plan.Gates.First(g => g.Gate.Id == result.Gate.Id);
        var subject = gate.Gate.Scope.Kind == Packs.RuleScopeKind.Case ? Subject.Case : Subject.Of(_option.Option);
        var parts = result.Parts.Select((p, i) => new GatePartExplanation(p, _conditions.Explain(gate.Parts[i], subject)));
        return new(result, gate.Applies is null ? null : _conditions.Explain(gate.Applies, subject), [.. parts]);
    }

    private CriterionExplanation Explain(CriterionResult node) => node.Criterion.IsLeaf
        ? _leaves.Explain(node, _planned[node.Criterion.Id])
        : new(node, null, [], [], null, [], [.. node.Children.Select(Explain)]);
}
