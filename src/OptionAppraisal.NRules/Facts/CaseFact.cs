using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Packs;

namespace OptionAppraisal.NRules.Facts;

/// <summary>The case in a session of rules, and the stage that it is in.</summary>
/// <remarks>One a session. Equal by identity, as every fact here: the engine refuses two facts that are equal.</remarks>
public sealed class CaseFact
{
    internal CaseFact(CaseContext context) => Context = context;

    /// <summary>The case as it stands.</summary>
    public AppraisalCase Case => Context.Subjects.Current;

    /// <summary>The stage; null where the pack has none.</summary>
    public Stage? Stage => Context.Stage;

    internal CaseContext Context { get; set; }
}
