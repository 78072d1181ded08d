namespace OptionAppraisal.Results;

// A value tree that is made when it is first asked for, and is the same one ever after, whatever thread asks.
internal interface ILaterCriteria
{
    ImmutableArray<CriterionResult> Criteria { get; }
}

// The results of gates, made alike.
internal interface ILaterGates
{
    ImmutableArray<GateResult> Gates { get; }
}

// Which options dominate others, made alike.
internal interface ILaterDominance
{
    ImmutableArray<DominancePair> Dominance { get; }
}
