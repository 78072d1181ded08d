namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA5xxx: problems of cases.</summary>
public static class CaseCodes
{
    /// <summary>A fact that the rule pack does not ask for.</summary>
    public static DiagnosticCode UnknownFact { get; } = new("OA5001", Severity.Error, "unknown fact");

    /// <summary>A record that the case does not have.</summary>
    public static DiagnosticCode UnknownRecord { get; } = new("OA5002", Severity.Error, "unknown record");

    /// <summary>A number outside the limits of its fact.</summary>
    public static DiagnosticCode OutsideLimits { get; } = new("OA5003", Severity.Error, "outside the limits of the fact");

    /// <summary>A range that does not hold its value, or whose ends are the wrong way round.</summary>
    public static DiagnosticCode BadRange { get; } = new("OA5004", Severity.Error, "range does not hold the value");

    /// <summary>A record list that the rule pack does not have.</summary>
    public static DiagnosticCode UnknownRecordList { get; } = new("OA5005", Severity.Error, "unknown record list");

    /// <summary>More than one baseline.</summary>
    public static DiagnosticCode TwoBaselines { get; } = new("OA5006", Severity.Error, "two baselines");

    /// <summary>No baseline where the rule pack compares with one.</summary>
    public static DiagnosticCode NoBaseline { get; } = new("OA5007", Severity.Error, "no baseline");

    /// <summary>A case without options.</summary>
    public static DiagnosticCode NoOptions { get; } = new("OA5008", Severity.Error, "no options");

    /// <summary>A judgement of a criterion that is not there or not judged by people.</summary>
    public static DiagnosticCode NotJudged { get; } = new("OA5009", Severity.Error, "not a judged criterion");

    /// <summary>A judgement or a path of an option that the case does not have, or facts like those of one.</summary>
    public static DiagnosticCode UnknownOption { get; } = new("OA5010", Severity.Error, "unknown option");

    /// <summary>A judgement or a path of an assessor that the case does not have.</summary>
    public static DiagnosticCode UnknownAssessor { get; } = new("OA5011", Severity.Error, "unknown assessor");

    /// <summary>A judged score outside the scale of its criterion.</summary>
    public static DiagnosticCode ScoreOffScale { get; } = new("OA5012", Severity.Error, "judged score off the scale");

    /// <summary>A list with more elements than the limit.</summary>
    public static DiagnosticCode ListTooLong { get; } = new("OA5013", Severity.Error, "list too long");

    /// <summary>A value for what follows from other facts.</summary>
    public static DiagnosticCode DerivedGiven { get; } = new("OA5014", Severity.Error, "value for a derived fact");

    /// <summary>A case has more options than are compared with each other.</summary>
    public static DiagnosticCode TooManyOptions { get; } = new("OA5015", Severity.Error, "too many options");

    /// <summary>An option that says no area where each belongs to one.</summary>
    public static DiagnosticCode NoArea { get; } = new("OA5016", Severity.Error, "option without an area");

    /// <summary>An area of an option where the rule pack has no areas.</summary>
    public static DiagnosticCode NoAreas { get; } = new("OA5017", Severity.Error, "area where there are no areas");

    /// <summary>Options whose facts are each like those of the next, and the last like those of the first.</summary>
    public static DiagnosticCode LikeCircle { get; } = new("OA5018", Severity.Error, "options like each other in a circle");

    /// <summary>A weight or a path of a criterion that the rule pack does not have.</summary>
    public static DiagnosticCode UnknownCriterion { get; } = new("OA5019", Severity.Error, "unknown criterion");

    /// <summary>A weight set that weighs some of the criteria beside each other and not all.</summary>
    public static DiagnosticCode HalfAGroup { get; } = new("OA5020", Severity.Error, "weights of half a group");

    /// <summary>A decision or a path of a stage that the rule pack does not have.</summary>
    public static DiagnosticCode UnknownStage { get; } = new("OA5021", Severity.Error, "unknown stage");

    /// <summary>A decision at the end of a stage that nobody reviews.</summary>
    public static DiagnosticCode NotReviewed { get; } = new("OA5022", Severity.Error, "decision of a stage that nobody reviews");

    /// <summary>A decision after the day of the appraisal.</summary>
    public static DiagnosticCode NotYetMade { get; } = new("OA5023", Severity.Error, "decision not yet made");

    /// <summary>A text that is not a path of a case.</summary>
    public static DiagnosticCode BadPath { get; } = new("OA5024", Severity.Error, "not a path of a case");

    /// <summary>A path of a parameter that the rule pack does not have.</summary>
    public static DiagnosticCode UnknownParameter { get; } = new("OA5025", Severity.Error, "unknown parameter");

    /// <summary>A judged score without a reason, where its criterion requires one.</summary>
    public static DiagnosticCode NoReason { get; } = new("OA5026", Severity.Error, "judged score without its reason");

    /// <summary>A member that a fact with several values does not have.</summary>
    public static DiagnosticCode UnknownFactMember { get; } = new("OA5030", Severity.Error, "unknown member of a fact");

    /// <summary>More values by member, of all facts together, than a case may have.</summary>
    public static DiagnosticCode TooManyMembers { get; } = new("OA5031", Severity.Error, "too many values by member");

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        UnknownFact, UnknownRecord, OutsideLimits, BadRange, UnknownRecordList, TwoBaselines, NoBaseline, NoOptions, NotJudged, UnknownOption, UnknownAssessor, ScoreOffScale, ListTooLong, DerivedGiven,
        TooManyOptions, NoArea, NoAreas, LikeCircle, UnknownCriterion, HalfAGroup, UnknownStage, NotReviewed, NotYetMade, BadPath, UnknownParameter, NoReason, UnknownFactMember, TooManyMembers,
    ];
}
