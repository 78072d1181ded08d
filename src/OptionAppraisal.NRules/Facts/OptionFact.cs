using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Subjects;

namespace OptionAppraisal.NRules.Facts;

/// <summary>An option of the case in a session of rules.</summary>
public sealed class OptionFact
{
    internal OptionFact(CaseContext context, AppraisalOption option)
    {
        Context = context;
        Option = option;
    }

    /// <summary>The option as it stands.</summary>
    public AppraisalOption Option { get; private set; }

    /// <summary>Its id.</summary>
    public string Id => Option.Id;

    /// <summary>The baseline of its area, which may be the option itself; null where there is none.</summary>
    public AppraisalOption? Baseline => Context.Case.BaselineOf(Option.Area);

    internal CaseContext Context { get; private set; }

    // Whether its derived facts may read those of another option.
    internal bool LooksAtAnother => Baseline is { } baseline && !ReferenceEquals(baseline, Option);

    internal void Change(CaseContext context, AppraisalOption option)
    {
        Context = context;
        Option = option;
    }
}
