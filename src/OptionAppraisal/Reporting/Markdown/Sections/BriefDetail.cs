namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>How much a brief names of what the annexes list.</summary>
/// <param name="Needed">The most facts that the stage lacks: 0 for their number alone, -1 for nothing.</param>
/// <param name="Questions">The most questions that would settle a recommendation.</param>
internal sealed record BriefDetail(int Needed, int Questions)
{
    /// <summary>Whether it says how earlier stages ended.</summary>
    public bool SaysBefore { get; private init; }

    /// <summary>Whether it says who has decided already in this stage.</summary>
    public bool SaysDecided { get; private init; }

    /// <summary>Whether it says what makes no difference where something else does.</summary>
    public bool SaysSame { get; private init; }

    /// <summary>The fullest first: a brief has the first that fits.</summary>
    public static ImmutableArray<BriefDetail> Levels { get; } =
    [
        new(3, 4) { SaysBefore = true, SaysDecided = true, SaysSame = true },
        new(0, 4) { SaysBefore = true, SaysDecided = true, SaysSame = true },
        new(0, 4) { SaysDecided = true, SaysSame = true },
        new(-1, 4) { SaysDecided = true, SaysSame = true },
        new(-1, 2) { SaysDecided = true, SaysSame = true },
        new(-1, 2) { SaysSame = true },
        new(-1, 1) { SaysSame = true },
        new(-1, 1),
    ];
}
