using OptionAppraisal.Facts;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// How the bodies stand to each other over one option: whether they are further apart than the limit, their known means, and what keeps it from being known.
internal sealed record Opinion(Truth Dissent, ImmutableArray<BodyMean> Bodies, Gaps? Gaps);
