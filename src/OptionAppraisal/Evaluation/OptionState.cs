using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// What is known about an option while it is appraised; figures are not rounded.
internal sealed class OptionState : ILaterGates
{
    private readonly Judging _judging;
    private readonly GateVerdict[] _verdicts;
    private Opinion?[]? _opinions;
    private ImmutableArray<GateResult> _gates;

    public OptionState(Judging judging, AppraisalOption option, GateVerdict[] verdicts)
    {
        _judging = judging;
        _verdicts = verdicts;
        Option = option;
        Leaves = new LeafScore?[judging.Plan.Pack.AllCriteria.Length];
        Status = OptionStatus.Eligible;
        for (var i = 0; i < verdicts.Length; i++)
        {
            var gate = judging.Plan.Gates[i].Gate;
            var says = verdicts[i].Outcome switch
            {
                GateOutcome.Fail => gate.OnFail == GateFailure.Exclude ? OptionStatus.Excluded : OptionStatus.ShownOnly,
                GateOutcome.Unknown => OptionStatus.Unresolved,
                _ => OptionStatus.Eligible,
            };
            Status = says < Status ? says : Status;
            MayBeExcluded |= IsOpenExclusion(gate, verdicts[i].Outcome);
        }
    }

    public AppraisalOption Option { get; }

    // Written down when somebody first looks, of what was judged before.
    public ImmutableArray<GateResult> Gates => _gates.IsDefault ? WriteGates() : _gates;

    public OptionStatus Status { get; set; }

    // A gate of its own that excludes is not known, so the option may turn out not to count beside others.
    // A gate of the case speaks for every option: it excludes all of them or none.
    public bool MayBeExcluded { get; }

    public LeafScore?[] Leaves { get; }

    // Of the branches that apply.
    public BranchScore[] Branches { get; set; } = [];

    // The value tree as results give it; null where the option is not scored.
    public ScoredTree? Tree { get; set; }

    public bool HasOpinions => _opinions is not null;

    public decimal? Lowest { get; set; }

    public decimal? Highest { get; set; }

    public decimal? RankedOn { get; set; }

    public decimal? WeightedScore { get; set; }

    public decimal? TestimonyShare { get; set; }

    public int? Rank { get; set; }

    public bool IsScored => Status is not (OptionStatus.Excluded or OptionStatus.NotKept);

    public bool IsTotalKnown => Lowest == Highest;

    public static bool IsOpenExclusion(GateResult gate) => IsOpenExclusion(gate.Gate, gate.Outcome);

    // Of judged criteria that apply, also where the option is excluded: people judged it all the same.
    public Opinion? OpinionOf(int criterion) => _opinions?[criterion];

    public void SetOpinion(int criterion, Opinion opinion) => (_opinions ??= new Opinion?[Leaves.Length])[criterion] = opinion;

    private static bool IsOpenExclusion(Gate gate, GateOutcome outcome) =>
        outcome == GateOutcome.Unknown && gate.OnFail == GateFailure.Exclude && gate.Scope.Kind == RuleScopeKind.Option;

    private ImmutableArray<GateResult> WriteGates()
    {
        var gates = ImmutableArray.CreateBuilder<GateResult>(_verdicts.Length);
        for (var i = 0; i < _verdicts.Length; i++)
        {
            gates.Add(_verdicts[i].ResultOf(_judging, _judging.Plan.Gates[i], Subject.Of(Option)));
        }

        ImmutableInterlocked.InterlockedInitialize(ref _gates, gates.MoveToImmutable());
        return _gates;
    }
}
