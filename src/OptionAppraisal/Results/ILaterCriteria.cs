using OptionAppraisal.Packs;

namespace OptionAppraisal.Results;

// A value tree that is made when it is first asked for, and is the same one ever after, whatever thread asks.
internal interface ILaterCriteria
{
    ImmutableArray<CriterionResult> Criteria { get; }

    // What the rule of a leaf read: the same whenever it is asked for.
    ImmutableArray<OperandValue> OperandsOf(Criterion criterion);
}

// The results of gates, made alike.
internal interface ILaterGates
{
    ImmutableArray<GateResult> Gates { get; }
}
