using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Evaluation;

// A session that keeps what it worked out, so that it can be had again without asking.
internal interface IKeepsDerived
{
    // A derived fact of an option; null where it was not worked out yet.
    Worth? Kept(DerivedFact fact, AppraisalOption option);
}
