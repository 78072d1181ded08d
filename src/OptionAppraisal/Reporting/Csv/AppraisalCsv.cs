using System.Text;
using OptionAppraisal.Facts;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Csv;

/// <summary>An appraisal as a table for a spreadsheet: one row an option and leaf, the options in the order of the case.</summary>
/// <remarks>
/// RFC 4180 with LF, UTF-8. An option that is not scored has one row without a criterion. Figures are exact, without thousands separators;
/// what is not known is empty between its bounds. A text that a spreadsheet would take for a formula gets a leading apostrophe.
/// </remarks>
public static class AppraisalCsv
{
    /// <summary>The names of the columns, in order.</summary>
    public static ImmutableArray<string> Header { get; } =
    [
        "case", "as_of", "rule_pack", "rule_pack_version", "stage", "area", "option", "option_title", "status", "rank", "total", "total_lowest", "total_highest", "ranked_on",
        "failed_gates", "unknown_gates", "criterion", "criterion_title", "branch", "weight", "score", "score_lowest", "score_highest", "value", "contribution", "rows", "because", "missing", "sources",
    ];

    /// <summary>The table of a result.</summary>
    public static string Write(AppraisalResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder();
        text.AppendJoin(',', Header).Append('\n');
        foreach (var option in result.Options)
        {
            var start = StartOf(result, option);
            if (option.Criteria.IsEmpty)
            {
                start.Fill(Header.Length).WriteTo(text);
            }

            foreach (var criterion in option.Criteria)
            {
                Write(criterion, "", start, text);
            }
        }

        return text.ToString();
    }

    private static CsvRow StartOf(AppraisalResult result, OptionResult option)
    {
        var (appraisalCase, pack) = (result.Case, result.Pack);
        var row = new CsvRow();
        row.Text(appraisalCase.Id).Text(appraisalCase.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Text(pack.Id).Text(pack.Version).Text(result.Stage.Id ?? "");
        row.Text(option.Option.Area?.Id ?? "").Text(option.Option.Id).Text(option.Option.Title).Text(OutcomeNames.Of(option.Status));
        return row.Number(option.Rank).Number(option.Total).Number(option.Lowest).Number(option.Highest).Number(option.RankedOn)
            .Texts(option.Gates.Where(g => g.Outcome == GateOutcome.Fail).Select(g => g.Gate.Id))
            .Texts(option.Gates.Where(g => g.Outcome == GateOutcome.Unknown).Select(g => g.Gate.Id));
    }

    private static void Write(CriterionResult node, string branch, CsvRow start, StringBuilder text)
    {
        if (!node.Criterion.IsLeaf)
        {
            var below = branch.Length > 0 ? $"{branch}/{node.Criterion.Id}" : node.Criterion.Id;
            foreach (var child in node.Children)
            {
                Write(child, below, start, text);
            }

            return;
        }

        start.Copy().Text(node.Criterion.Id).Text(node.Criterion.Title).Text(branch)
            .Number(node.Weight).Number(node.Score).Number(node.Lowest).Number(node.Highest).Number(node.Value).Number(node.Contribution)
            .Texts(node.Hits.Select(h => h.Row.ToString(CultureInfo.InvariantCulture)))
            .Texts(node.Hits.Select(h => h.Because).OfType<string>().Distinct(StringComparer.Ordinal))
            .Texts(node.Missing)
            .Texts(Citations.Join([node.Criterion.Sources, .. node.Hits.Select(h => h.Sources)]).Select(Cite))
            .WriteTo(text);
    }

    private static string Cite(SourceReference reference) => reference.At is { } at ? $"{reference.Source.Id} ({at})" : reference.Source.Id;
}
