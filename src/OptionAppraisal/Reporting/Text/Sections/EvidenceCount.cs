using OptionAppraisal.Facts;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>How many facts were given, and how many of them carry a note or a grade.</summary>
/// <param name="Given">The facts given in the case, with a value.</param>
/// <param name="Grades">The number of facts of each grade that occurs, the weakest first.</param>
/// <param name="Notes">The number of facts with each note (as far as its first semicolon), the most frequent first; ties in the order of first mention.</param>
internal sealed record EvidenceCount(int Given, ImmutableArray<GradeCount> Grades, ImmutableArray<NoteCount> Notes)
{
    private static readonly ImmutableArray<EvidenceGrade> WeakestFirst =
        [EvidenceGrade.Testimony, EvidenceGrade.Estimate, EvidenceGrade.Document, EvidenceGrade.Measured];

    public static EvidenceCount Of(AppraisalResult result)
    {
        var all = AllEvidence(result).ToList();
        return new(
            all.Count,
            [.. WeakestFirst.Select(g => new GradeCount(g, all.Count(e => e.Grade == g))).Where(g => g.Count > 0)],
            [.. all.Where(e => !string.IsNullOrWhiteSpace(e.Note)).GroupBy(e => Mark(e.Note!), StringComparer.Ordinal)
                .Select(g => new NoteCount(g.Key, g.Count())).OrderByDescending(n => n.Count)]);
    }

    /// <summary>A part of all facts as the start of a sentence: <c>3 of the 20 facts given are</c>.</summary>
    public static string Share(int count, int all) => count == all
        ? $"all {Plain(all)} facts given are"
        : $"{Plain(count)} of the {Plain(all)} facts given {(count == 1 ? "is" : "are")}";

    private static string Plain(int count) => count.ToString(CultureInfo.InvariantCulture);

    // A note may go on after its mark: "illustrative; the brief gives no figure".
    private static string Mark(string note) => note.Split(';')[0].Trim();

    private static IEnumerable<Evidence> AllEvidence(AppraisalResult result)
    {
        var (appraisalCase, schema) = (result.Case, result.Pack.Schema);
        var records = schema.RecordLists.SelectMany(l => appraisalCase.RecordsOf(l) ?? []);
        return Of(appraisalCase.Facts, schema.CaseFacts)
            .Concat(appraisalCase.Options.SelectMany(o => Of(o.Facts, schema.OptionFacts)))
            .Concat(records.SelectMany(r => Of(r.Facts, r.List.Facts)));
    }

    private static IEnumerable<Evidence> Of(FactValues values, ImmutableArray<FactDefinition> facts) =>
        facts.Where(f => values[f].IsKnown).SelectMany(values.AllEvidenceOf);
}

/// <summary>How many facts have a grade.</summary>
internal sealed record GradeCount(EvidenceGrade Grade, int Count);

/// <summary>How many facts have a note.</summary>
internal sealed record NoteCount(string Note, int Count);
