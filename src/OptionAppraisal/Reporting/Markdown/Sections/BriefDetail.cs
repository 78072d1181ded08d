namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>How much a brief names of what the annexes list.</summary>
/// <param name="Needed">The most facts that the stage lacks: 0 for their number alone, -1 for nothing.</param>
/// <param name="Questions">The most questions that would settle a recommendation.</param>
/// <param name="SaysSame">Whether it says what makes no difference where something else does.</param>
internal sealed record BriefDetail(int Needed, int Questions, bool SaysSame)
{
    /// <summary>The fullest first: a brief has the first that fits.</summary>
    public static ImmutableArray<BriefDetail> Levels { get; } = [new(3, 4, true), new(0, 4, true), new(0, 2, true), new(0, 1, true), new(-1, 1, true), new(-1, 1, false)];
}
