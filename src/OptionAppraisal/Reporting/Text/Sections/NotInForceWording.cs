using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>What is not in force on the day of the case, and when it is.</summary>
internal static class NotInForceWording
{
    /// <summary>What kind of thing it is, with its id.</summary>
    public static string KindOf(NotInForce item) => item.Kind switch
    {
        NotInForceKind.RulePack => "Rule pack",
        NotInForceKind.Gate => "Requirement",
        NotInForceKind.Criterion => "Criterion",
        NotInForceKind.Row => "Row",
        _ => "Finding",
    };

    /// <summary>When it is in force: <c>from 1 April 2000 to 28 February 2007</c>.</summary>
    public static string When(NotInForce item) => item.InForce switch
    {
        { From: { } from, To: { } to } => $"in force from {ValueWording.Date(from)} to {ValueWording.Date(to)}",
        { From: { } from } => $"in force from {ValueWording.Date(from)}",
        { To: { } to } => $"in force until {ValueWording.Date(to)}",
        _ => "",
    };

    /// <summary>What that means: a pack counts all the same.</summary>
    public static string Effect(NotInForce item) => item.Kind == NotInForceKind.RulePack ? "applied all the same" : "left out";
}
