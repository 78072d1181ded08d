using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Packs;

namespace OptionAppraisal.NRules.Facts;

/// <summary>The case in a session of rules, and the stage that it is in.</summary>
/// <remarks>One a session, updated with every change of the case. Equal by identity, as every fact here: the engine refuses two facts that are equal.</remarks>
public sealed class CaseFact
{
    private readonly CaseEntry _entry;

    internal CaseFact(CaseEntry entry) => _entry = entry;

    /// <summary>The case as it stands.</summary>
    public AppraisalCase Case => _entry.Context.Subjects.Current;

    /// <summary>The stage; null where the pack has none.</summary>
    public Stage? Stage => _entry.Context.Stage;
}
