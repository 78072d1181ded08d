using OptionAppraisal.Packs;
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

    public static string Of(FindingSeverity severity) => severity switch
    {
        FindingSeverity.High => "high",
        FindingSeverity.Medium => "medium",
        _ => "low",
    };

    public static string Of(StageEnding ending) => ending switch
    {
        StageEnding.Waiting => "waiting",
        StageEnding.Stopped => "stopped",
        StageEnding.Passed => "passed",
        _ => "last",
    };

    public static string Of(NotInForceKind kind) => kind switch
    {
        NotInForceKind.RulePack => "rule_pack",
        NotInForceKind.Gate => "gate",
        NotInForceKind.Criterion => "criterion",
        NotInForceKind.Row => "row",
        _ => "finding",
    };
}
