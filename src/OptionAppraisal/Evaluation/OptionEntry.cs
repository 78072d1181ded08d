using OptionAppraisal.Facts;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// What a stage is told of an option: how its gates came out before, and in which stage it left, if it did.
internal sealed record OptionEntry(GateVerdict[] Verdicts, OptionStatus? Left, string? LeftIn)
{
    // An option that comes to the first stage.
    public static OptionEntry First { get; } = new([], null, null);
}

// What a stage is told: of each option, and how the gates of the case came out before.
internal sealed record StageEntry(OptionEntry[] Options, GateVerdict[] CaseGates)
{
    // The first stage, or the only one.
    public static StageEntry Of(AppraisalCase appraisalCase)
    {
        var options = new OptionEntry[appraisalCase.Options.Length];
        Array.Fill(options, OptionEntry.First);
        return new StageEntry(options, []);
    }
}
