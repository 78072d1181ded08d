namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA4xxx: problems of the meaning of rule packs.</summary>
public static class PackCodes
{
    /// <summary>A thing that is defined in two places.</summary>
    public static DiagnosticCode DefinedTwice { get; } = new("OA4001", Severity.Error, "defined twice");

    /// <summary>Two things of different kinds whose names would be read alike.</summary>
    public static DiagnosticCode NameTaken { get; } = new("OA4002", Severity.Error, "name taken");

    /// <summary>A fact or record list that two packs define differently.</summary>
    public static DiagnosticCode DefinitionsDiffer { get; } = new("OA4003", Severity.Error, "definitions differ");

    /// <summary>A source that is not defined.</summary>
    public static DiagnosticCode UnknownSource { get; } = new("OA4004", Severity.Error, "unknown source");

    /// <summary>An address that is not http or https.</summary>
    public static DiagnosticCode BadAddress { get; } = new("OA4005", Severity.Error, "not a web address");

    /// <summary>A word that is not a type.</summary>
    public static DiagnosticCode UnknownType { get; } = new("OA4006", Severity.Error, "unknown type");

    /// <summary>A key of a fact that its type does not have, or that it lacks.</summary>
    public static DiagnosticCode TypeKey { get; } = new("OA4007", Severity.Error, "key does not fit the type");

    /// <summary>A text that is not a unit.</summary>
    public static DiagnosticCode BadUnit { get; } = new("OA4008", Severity.Error, "not a unit");

    /// <summary>A record list that is not defined.</summary>
    public static DiagnosticCode UnknownRecordList { get; } = new("OA4009", Severity.Error, "unknown record list");

    /// <summary>Limits of a number that contradict each other.</summary>
    public static DiagnosticCode BadLimits { get; } = new("OA4010", Severity.Error, "limits contradict each other");

    /// <summary>Derived facts that need each other.</summary>
    public static DiagnosticCode Circle { get; } = new("OA4011", Severity.Error, "derived facts in a circle");

    /// <summary>A declared unit that is not the unit of the expression.</summary>
    public static DiagnosticCode UnitDiffers { get; } = new("OA4012", Severity.Error, "declared unit differs");

    /// <summary>A criterion that is neither a branch nor a leaf of one kind.</summary>
    public static DiagnosticCode LeafKinds { get; } = new("OA4013", Severity.Error, "not one way to score");

    /// <summary>A scale whose low end is not below its high end.</summary>
    public static DiagnosticCode BadScale { get; } = new("OA4014", Severity.Error, "not a scale");

    /// <summary>A score outside the scale of its criterion.</summary>
    public static DiagnosticCode ScoreOffScale { get; } = new("OA4015", Severity.Error, "score off the scale");

    /// <summary>Siblings of which some have a weight and some have none.</summary>
    public static DiagnosticCode MixedWeights { get; } = new("OA4016", Severity.Error, "mixed weights");

    /// <summary>A weight below zero.</summary>
    public static DiagnosticCode NegativeWeight { get; } = new("OA4017", Severity.Error, "negative weight");

    /// <summary>Siblings whose weights add up to zero.</summary>
    public static DiagnosticCode ZeroWeights { get; } = new("OA4018", Severity.Error, "weights add up to zero");

    /// <summary>Weights by a method that do not fit the method or the siblings.</summary>
    public static DiagnosticCode WeightMethod { get; } = new("OA4019", Severity.Error, "weights do not fit their method");

    /// <summary>Siblings without weights, which then weigh the same.</summary>
    public static DiagnosticCode EqualWeights { get; } = new("OA4020", Severity.Warning, "equal weights for lack of weights");

    /// <summary>Levels that leave out a member, or name one that there is not.</summary>
    public static DiagnosticCode LevelMembers { get; } = new("OA4021", Severity.Error, "levels do not match the choice");

    /// <summary>Rows of bands that do not descend.</summary>
    public static DiagnosticCode BandsOrder { get; } = new("OA4022", Severity.Error, "bands do not descend");

    /// <summary>Points of a curve that do not rise, or are fewer than two.</summary>
    public static DiagnosticCode CurvePoints { get; } = new("OA4023", Severity.Error, "points do not rise");

    /// <summary>Ends of a linear score that are the same.</summary>
    public static DiagnosticCode LinearEnds { get; } = new("OA4024", Severity.Error, "ends of a linear score are the same");

    /// <summary>An otherwise row that may not stand there.</summary>
    public static DiagnosticCode OtherwiseRow { get; } = new("OA4025", Severity.Error, "otherwise row out of place");

    /// <summary>A row whose keys do not fit the hit policy.</summary>
    public static DiagnosticCode RowKeys { get; } = new("OA4026", Severity.Error, "row does not fit the hit policy");

    /// <summary>A list or map that needs an entry and has none.</summary>
    public static DiagnosticCode Nothing { get; } = new("OA4027", Severity.Error, "nothing there");

    /// <summary>An override of what is not there, or that cannot be overridden.</summary>
    public static DiagnosticCode UnknownOverride { get; } = new("OA4028", Severity.Error, "override of what is not there");

    /// <summary>Overrides of one thing by two packs, neither of which uses the other.</summary>
    public static DiagnosticCode OverridesConflict { get; } = new("OA4029", Severity.Error, "overrides conflict");

    /// <summary>An expression of a type that cannot stand there.</summary>
    public static DiagnosticCode WrongType { get; } = new("OA4030", Severity.Error, "wrong type of expression");

    /// <summary>A default that is not a value of the fact.</summary>
    public static DiagnosticCode BadDefault { get; } = new("OA4031", Severity.Error, "default does not fit");

    /// <summary>Days in force that have neither end, or that end before they begin.</summary>
    public static DiagnosticCode DaysInForce { get; } = new("OA4032", Severity.Error, "not days in force");

    /// <summary>Dated values beside an undated one, or neither.</summary>
    public static DiagnosticCode DatedValues { get; } = new("OA4033", Severity.Error, "dated and undated");

    /// <summary>A stage that is not there, or is named twice.</summary>
    public static DiagnosticCode UnknownStage { get; } = new("OA4034", Severity.Error, "unknown stage");

    /// <summary>A criterion that a stage names and that is not there, stands twice, or stands below another that it names.</summary>
    public static DiagnosticCode StageCriteria { get; } = new("OA4035", Severity.Error, "criteria do not fit the stage");

    /// <summary>A stage that keeps options in no way or in two.</summary>
    public static DiagnosticCode StageKeeps { get; } = new("OA4036", Severity.Error, "not one way to keep options");

    /// <summary>A fact that a stage needs and that is not there.</summary>
    public static DiagnosticCode StageNeeds { get; } = new("OA4037", Severity.Error, "unknown fact in the needs of a stage");

    /// <summary>A removal of what is not there, or cannot be removed.</summary>
    public static DiagnosticCode UnknownRemoval { get; } = new("OA4038", Severity.Error, "removal of what is not there");

    /// <summary>A finding that is part of one that is not there, or of itself.</summary>
    public static DiagnosticCode PartOf { get; } = new("OA4039", Severity.Error, "part of no finding");

    /// <summary>A finding that the report of a stage shows and that is not there, stands twice, or does not count in the stage.</summary>
    public static DiagnosticCode StageShows { get; } = new("OA4040", Severity.Error, "not a finding of the stage");

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        DefinedTwice, NameTaken, DefinitionsDiffer, UnknownSource, BadAddress, UnknownType, TypeKey, BadUnit, UnknownRecordList, BadLimits, Circle, UnitDiffers,
        LeafKinds, BadScale, ScoreOffScale, MixedWeights, NegativeWeight, ZeroWeights, WeightMethod, EqualWeights, LevelMembers, BandsOrder, CurvePoints,
        LinearEnds, OtherwiseRow, RowKeys, Nothing, UnknownOverride, OverridesConflict, WrongType, BadDefault,
        DaysInForce, DatedValues, UnknownStage, StageCriteria, StageKeeps, StageNeeds, UnknownRemoval, PartOf, StageShows,
    ];
}
