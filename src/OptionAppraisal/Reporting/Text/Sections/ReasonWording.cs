using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>The reason for the score of a leaf: the row's own words, what it read, its sources, and what is missing.</summary>
internal static class ReasonWording
{
    public static Phrase Describe(CriterionResult leaf, ReportContext report)
    {
        var parts = new List<string>();
        if (Because(leaf) is { Length: > 0 } because)
        {
            parts.Add(because.TrimEnd('.'));
        }

        if (leaf.Bodies.Length > 0)
        {
            parts.Add($"Judged: {BodyWording.Means(leaf.Bodies, report)}");
        }
        else if (OperandWording.Describe(leaf.Operands, report) is { Length: > 0 } read)
        {
            parts.Add(ReportContext.Capital(read));
        }

        var reason = new Phrase(string.Join(". ", parts), TextRole.Dim);
        if (report.Sources.Cite(Citations.Join([leaf.Criterion.Sources, .. leaf.Hits.Select(h => h.Sources)])) is { Length: > 0 } sources)
        {
            reason.Add(reason.IsEmpty ? "Source " + sources : " " + sources, TextRole.Dim);
        }

        return Gaps(leaf, report, reason);
    }

    // A score that is not known has no rows that decide it: its criterion's own words would read as a reason, so they stay away.
    private static string Because(CriterionResult leaf)
    {
        var rows = leaf.Hits.Select(h => h.Because ?? Row(h, leaf.Criterion.Leaf)).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return rows.Count > 0 ? string.Join("; ", rows) : leaf.Score is null ? "" : leaf.Criterion.Because ?? How(leaf.Criterion.Leaf);
    }

    private static string Row(RowHit hit, LeafRule? leaf) => leaf switch
    {
        // The value that it read says which level.
        LevelsLeaf => "",
        BandsLeaf bands => hit.Row > bands.Rows.Length ? "Below the lowest band" : $"Band {hit.Row.ToString(CultureInfo.InvariantCulture)} of {bands.Rows.Length.ToString(CultureInfo.InvariantCulture)}",
        TableLeaf { Table.Otherwise: { } otherwise } when otherwise.Number == hit.Row => "None of the other rows holds",
        _ => $"Row {hit.Row.ToString(CultureInfo.InvariantCulture)} of its table",
    };

    private static string How(LeafRule? leaf) => leaf switch
    {
        CurveLeaf => "Read off its curve",
        LinearLeaf => "In proportion between worst and best",
        FormulaLeaf => "By formula",
        _ => "",
    };

    private static Phrase Gaps(CriterionResult leaf, ReportContext report, Phrase reason)
    {
        var gaps = report.Missing(leaf.Missing).Select(m => m.Owner.Length > 0 ? $"{m.Fact} ({m.Owner})" : m.Fact)
            .Concat(leaf.Undefined.Select(u => $"\"{u.Text}\" has no value for these figures ({u.Span})")).ToList();
        if (gaps.Count == 0)
        {
            return leaf.Score is null && reason.IsEmpty ? reason.Add("Not known", TextRole.Warning) : reason;
        }

        return reason.Add(reason.IsEmpty ? "" : ". ").Add($"Not known: {string.Join("; ", gaps)}", TextRole.Warning);
    }
}
