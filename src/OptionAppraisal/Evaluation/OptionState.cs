using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// What is known about an option while it is appraised; figures are not rounded.
internal sealed class OptionState(AppraisalOption option, ImmutableArray<GateResult> gates, int criteria)
{
    public AppraisalOption Option { get; } = option;

    public ImmutableArray<GateResult> Gates { get; } = gates;

    public OptionStatus Status { get; set; } = StatusOf(gates);

    // A gate that excludes is not known, so the option may turn out not to count.
    public bool MayBeExcluded { get; } = HasUnknownExclusion(gates);

    public LeafScore?[] Leaves { get; } = new LeafScore?[criteria];

    // The value tree as results give it; null where the option is not scored.
    public ScoredTree? Tree { get; set; }

    public decimal? Lowest { get; set; }

    public decimal? Highest { get; set; }

    public decimal? RankedOn { get; set; }

    public decimal? WeightedScore { get; set; }

    public decimal? TestimonyShare { get; set; }

    public int? Rank { get; set; }

    public bool IsScored => Status is not (OptionStatus.Excluded or OptionStatus.NotKept);

    public bool IsTotalKnown => Lowest == Highest;

    private static OptionStatus StatusOf(ImmutableArray<GateResult> gates)
    {
        var status = OptionStatus.Eligible;
        foreach (var gate in gates)
        {
            var says = gate.Outcome switch
            {
                GateOutcome.Fail => gate.Gate.OnFail == GateFailure.Exclude ? OptionStatus.Excluded : OptionStatus.ShownOnly,
                GateOutcome.Unknown => OptionStatus.Unresolved,
                _ => OptionStatus.Eligible,
            };
            if (says < status)
            {
                status = says;
            }
        }

        return status;
    }

    private static bool HasUnknownExclusion(ImmutableArray<GateResult> gates)
    {
        foreach (var gate in gates)
        {
            if (gate.Outcome == GateOutcome.Unknown && gate.Gate.OnFail == GateFailure.Exclude)
            {
                return true;
            }
        }

        return false;
    }
}
