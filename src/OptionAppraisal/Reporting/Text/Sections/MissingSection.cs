using OptionAppraisal.Analysis;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>Every fact and judgement not given that matters somewhere, in words and as its path in the case.</summary>
internal static class MissingSection
{
    public static void Write(ReportContext report)
    {
        var missing = report.Missing(Paths(report.Result));
        if (missing.IsEmpty)
        {
            return;
        }

        var page = report.Page;
        page.Heading("Missing evidence");
        page.Paragraph($"{ReportContext.Count(missing.Length, "fact")} not given that would matter, each with its place in the case file.");
        foreach (var owner in missing.GroupBy(m => m.Owner, StringComparer.Ordinal).OrderBy(g => g.Key.Length > 0))
        {
            page.Blank();
            page.Paragraph(new(owner.Key.Length > 0 ? owner.Key : "The case as a whole", TextRole.Strong));
            foreach (var fact in owner)
            {
                page.Point(ReportContext.Describe(fact, withOwner: false), 0);
                page.Paragraph(new(fact.Path, TextRole.Dim), 1);
            }
        }
    }

    public static IEnumerable<string> Paths(AppraisalResult result) => result.Options.SelectMany(o =>
            o.Gates.SelectMany(g => g.Missing)
                .Concat(o.Criteria.SelectMany(CriterionTree.Leaves).SelectMany(l => l.Missing))
                .Concat(o.Findings.SelectMany(f => f.Missing)))
        .Concat(result.Findings.SelectMany(f => f.Missing));
}
