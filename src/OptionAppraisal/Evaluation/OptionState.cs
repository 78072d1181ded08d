using System.Runtime.InteropServices;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// What is known about an option while it is appraised; figures are not rounded.
internal sealed class OptionState : ILaterGates, IKnowsReads
{
    private readonly Judging _judging;
    private readonly GateVerdict[] _verdicts;
    private readonly OptionStatus _judged;
    private Opinion?[]? _opinions;
    private ImmutableArray<GateResult> _gates;

    public OptionState(Judging judging, AppraisalOption option, GateVerdict[] verdicts, OptionEntry entry)
    {
        _judging = judging;
        _verdicts = verdicts;
        Option = option;
        Leaves = new LeafScore?[judging.Plan.Pack.AllCriteria.Length];
        Status = OptionStatus.Eligible;
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (!verdicts[i].Counts)
            {
                continue;
            }

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

        HasLeftBefore = entry.Left is not null;
        Status = _judged = entry.Left ?? Status;
        LeftIn = entry.LeftIn ?? (Status == OptionStatus.Excluded ? judging.Stage?.Id : null);
    }

    // The same option, to be scored and ranked another way: it shares what was judged.
    public OptionState(OptionState other)
    {
        _judging = other._judging;
        _verdicts = other._verdicts;
        Option = other.Option;
        Leaves = [.. other.Leaves];

        // Ranking says anew who is unresolved because nothing is left to rank it on.
        _judged = other._judged;
        Status = other._judged;
        LeftIn = other.LeftIn;
        MayBeExcluded = other.MayBeExcluded;
    }

    public AppraisalOption Option { get; }

    // The stage in which it was excluded or not kept.
    public string? LeftIn { get; }

    // Whether that was a stage before this one.
    public bool HasLeftBefore { get; }

    // Whether the stage keeps it; null where the stage keeps all.
    public bool? IsKept { get; set; }

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

    // What a gate came to; null for one that does not count here.
    public GateResult? GateOf(int gate) => _verdicts[gate].Counts ? _verdicts[gate].ResultOf(_judging, _judging.Plan.Gates[gate], this) : null;

    public OperandValue ValueOf(ReadName read) => _judging.ValueOf(read, Option);

    // What the next stage is told of it.
    public OptionEntry ToNextStage()
    {
        var verdicts = new GateVerdict[_verdicts.Length];
        for (var i = 0; i < verdicts.Length; i++)
        {
            verdicts[i] = GateOf(i) is { } gate ? new GateVerdict(gate) : default;
        }

        var left = Status is OptionStatus.Excluded or OptionStatus.NotKept ? Status : IsKept == false ? OptionStatus.NotKept : (OptionStatus?)null;
        return new OptionEntry(verdicts, left, left is null ? null : LeftIn ?? _judging.Stage?.Id);
    }

    private static bool IsOpenExclusion(Gate gate, GateOutcome outcome) =>
        outcome == GateOutcome.Unknown && gate.OnFail == GateFailure.Exclude && gate.Scope.Kind == RuleScopeKind.Option;

    private ImmutableArray<GateResult> WriteGates()
    {
        var gates = new GateResult[_verdicts.Length];
        var count = 0;
        for (var i = 0; i < gates.Length; i++)
        {
            if (_verdicts[i].Counts)
            {
                gates[count++] = _verdicts[i].ResultOf(_judging, _judging.Plan.Gates[i], this);
            }
        }

        if (count < gates.Length)
        {
            Array.Resize(ref gates, count);
        }

        ImmutableInterlocked.InterlockedInitialize(ref _gates, ImmutableCollectionsMarshal.AsImmutableArray(gates));
        return _gates;
    }
}
