using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text;

/// <summary>The words for what a rule read: the title of the name and the value, with what it rests on.</summary>
internal static class OperandWording
{
    private const int MostItems = 5;

    /// <summary>Operands in a line: <c>saving 14.1%; annual cost £352,000 a year [3]</c>; empty for none.</summary>
    public static string Describe(IEnumerable<OperandValue> operands, ReportContext report) => string.Join("; ", operands.Select(o => Describe(o, report)));

    private static string Describe(OperandValue operand, ReportContext report)
    {
        var text = $"{TitleOf(operand.Name, report.Pack)}: {Words(operand, report)}";
        if (operand.Evidence is not { } evidence)
        {
            return text;
        }

        if (evidence is { Low: { } low, High: { } high })
        {
            text += $" (range {ValueWording.Format(Value.Of(low), operand.Type, report.Pack.Decimals)} to {ValueWording.Format(Value.Of(high), operand.Type, report.Pack.Decimals)})";
        }

        if (evidence.Grade == EvidenceGrade.Testimony)
        {
            text += " (told, not measured)";
        }

        var sources = report.Sources.Cite(evidence.Sources);
        return sources.Length > 0 ? $"{text} {sources}" : text;
    }

    // A long list would hide what it is about.
    private static string Words(OperandValue operand, ReportContext report)
    {
        if (operand.Value.Kind == ValueKind.List && operand.Value.List is { Count: > MostItems } list && operand.Type is ListType type)
        {
            var first = list.Take(MostItems - 1).Select(v => ValueWording.Format(v, type.Element, report.Pack.Decimals));
            return $"{string.Join(", ", first)} and {(list.Count - MostItems + 1).ToString(CultureInfo.InvariantCulture)} more";
        }

        return ValueWording.Format(operand.Value, operand.Type, report.Pack.Decimals);
    }

    // Names are those of rules: a fact or derived fact of the option, of the baseline, of the case, or a parameter.
    private static string TitleOf(string name, RulePack pack)
    {
        if (name.StartsWith("baseline.", StringComparison.Ordinal))
        {
            return $"{TitleOf(name["baseline.".Length..], pack)} of the baseline";
        }

        var title = pack.Schema.OptionFacts.FirstOrDefault(f => f.Id == name)?.Title
            ?? pack.Derived.FirstOrDefault(d => d.Id == name && d.Scope.Kind == RuleScopeKind.Option)?.Title
            ?? pack.Schema.CaseFacts.FirstOrDefault(f => f.Id == name)?.Title
            ?? pack.Derived.FirstOrDefault(d => d.Id == name)?.Title
            ?? pack.Parameters.FirstOrDefault(p => p.Id == name)?.Title;
        return title ?? MissingFact.InWords(name);
    }
}
