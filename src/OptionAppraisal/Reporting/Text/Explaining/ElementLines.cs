using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Text.Explaining;

/// <summary>The elements that a filter or a quantifier went through, by what its condition came to: a line each for those it holds for, the others, and those not known.</summary>
internal static class ElementLines
{
    private const int MostListed = 10;

    public static void Write(ReportContext report, ImmutableArray<ElementsExplanation> all, int level)
    {
        foreach (var elements in all)
        {
            var shown = elements.Count == 0 ? "the list is empty" : $"holds for {Number(elements.Holding)} of {Number(elements.Count)}";
            report.Page.Paragraph(new Phrase($"{elements.Text}: {shown}", TextRole.Dim), level);
            Group(report, elements, "Holds", Truth.True, elements.Holding, level + 1);
            Group(report, elements, "Does not hold", Truth.False, elements.Count - elements.Holding - elements.NotKnown, level + 1);
            Group(report, elements, "Not known", Truth.Unknown, elements.NotKnown, level + 1);
        }
    }

    private static void Group(ReportContext report, ElementsExplanation elements, string heading, Truth outcome, int count, int level)
    {
        if (count == 0)
        {
            return;
        }

        var words = elements.Elements.Where(e => e.Outcome == outcome).Take(MostListed).Select(e => OperandWording.Words(e.Value, elements.Type, report)).ToList();
        var left = count - words.Count;
        var listed = words.Count == 0 ? Number(left) : left == 0 ? ValueWording.Join(words) : $"{string.Join(", ", words)} and {Number(left)} more";
        report.Page.Paragraph($"{heading}: {listed}", level);
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
