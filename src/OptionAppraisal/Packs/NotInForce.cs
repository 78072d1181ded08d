using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs;

/// <summary>Something that is not in force on the day of an appraisal and was left out.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id; of a row the criterion or derived fact and the number of the row, such as <c>economy.2</c>.</param>
/// <param name="InForce">When it is in force, and where that is written.</param>
public sealed record NotInForce(NotInForceKind Kind, string Id, InForce InForce);

/// <summary>The things that may be out of force.</summary>
public enum NotInForceKind
{
    /// <summary>A rule pack; it is applied all the same, with a warning.</summary>
    RulePack,

    /// <summary>A gate.</summary>
    Gate,

    /// <summary>A criterion, with all below it.</summary>
    Criterion,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A finding.</summary>
    Finding,
}
