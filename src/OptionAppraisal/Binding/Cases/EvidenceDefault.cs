using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Binding.Cases;

/// <summary>What the facts of a case rest on that say nothing themselves.</summary>
internal sealed record EvidenceDefault(EvidenceGrade? Grade, ImmutableArray<SourceReference> Sources, string? Note)
{
    public static EvidenceDefault None { get; } = new(null, [], null);

    public static EvidenceDefault Read(KeyedMap keys, IReadOnlyDictionary<string, Source> sources, DiagnosticBag bag) =>
        keys.Entry("evidence") is { } entry && KeyedMap.Read(entry.Value, CaseTables.Evidence, entry.Key.Span, bag) is { } map
            ? new EvidenceDefault(GradeOf(map), SourceBinder.References(map.NodeOf("source"), sources, bag), map.Text("note"))
            : None;

    public static EvidenceGrade? GradeOf(KeyedMap map) => map.Text("grade") switch
    {
        "measured" => EvidenceGrade.Measured,
        "document" => EvidenceGrade.Document,
        "estimate" => EvidenceGrade.Estimate,
        "testimony" => EvidenceGrade.Testimony,
        _ => null,
    };
}
