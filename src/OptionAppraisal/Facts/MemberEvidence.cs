namespace OptionAppraisal.Facts;

/// <summary>What the values of a fact with several members rest on.</summary>
/// <param name="Members">What each rests on, in the order of the members; null where a value was not given.</param>
public sealed record MemberEvidence(ImmutableArray<Evidence?> Members);
