using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting;

/// <summary>The published names of statuses and outcomes.</summary>
internal static class OutcomeNames
{
    public static string Of(OptionStatus status) => status switch
    {
        OptionStatus.Excluded => "excluded",
        OptionStatus.NotKept => "not_kept",
        OptionStatus.Unresolved => "unresolved",
        OptionStatus.ShownOnly => "shown_only",
        _ => "eligible",
    };

    public static string Of(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Pass => "pass",
        GateOutcome.Fail => "fail",
        GateOutcome.Unknown => "unknown",
        _ => "not_applicable",
    };
}
