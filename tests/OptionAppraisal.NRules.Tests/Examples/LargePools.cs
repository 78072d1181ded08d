using NRules.Fluent.Dsl;
using OptionAppraisal.NRules.Facts;

namespace OptionAppraisal.NRules.Tests.Examples;

/// <summary>A rule about the case as a whole: some option pools more than 5 million.</summary>
public sealed class LargePools : Rule
{
    /// <summary>Matches the case alone, whose options it looks through.</summary>
    public override void Define()
    {
        CaseFact appraisal = null!;

        When().Match(() => appraisal, c => PoolsMuch(c));
        Then().Yield(_ => new NoteWanted("some", 0, 0));
    }

    private static bool PoolsMuch(CaseFact appraisal) => appraisal.Case.Options.Any(o => o.Facts[0].Number > 5_000_000m);
}
