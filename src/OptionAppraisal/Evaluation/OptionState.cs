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

    // A gate of its own that excludes is not known, so the option may turn out not to count beside others.
    // A gate of the case speaks for every option: it excludes all of them or none.
    public bool MayBeExcluded { get; } = gates.Any(IsOpenExclusion);

    public LeafScore?[] Leaves { get; } = new LeafScore?[criteria];

    // The value tree as results give it; null where the option is not scored.
    public ScoredTree? Tree { get; set; }

    // Of judged criteria that apply, also where the option is excluded: people judged it all the same.
    public Opinion?[] Opinions { get; } = new Opinion?[criteria];

    public decimal? Lowest { get; set; }

    public decimal? Highest { get; set; }

    public decimal? RankedOn { get; set; }

    public decimal? WeightedScore { get; set; }

    public decimal? TestimonyShare { get; set; }

    public int? Rank { get; set; }

    public bool IsScored => Status is not (OptionStatus.Excluded or OptionStatus.NotKept);

    public bool IsTotalKnown => Lowest == Highest;

    public static bool IsOpenExclusion(GateResult gate) =>
        gate.Outcome == GateOutcome.Unknown && gate.Gate.OnFail == GateFailure.Exclude && gate.Gate.Scope.Kind == RuleScopeKind.Option;

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
}
