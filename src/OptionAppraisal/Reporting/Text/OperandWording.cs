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
    public static string Describe(OperandValues operands, ReportContext report)
    {
        var parts = new string[operands.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Describe(operands[i], report);
        }

        return string.Join("; ", parts);
    }

    private static string Describe(OperandValue operand, ReportContext report)
    {
        var text = $"{TitleOf(operand.Name, report.Pack)}: {Words(operand.Value, operand.Type, report)}";
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

    /// <summary>A value in words; a long list by the number of its elements, because the names would hide what it is about.</summary>
    public static string Words(Value value, FactType type, ReportContext report)
    {
        if (value.Kind == ValueKind.List && value.List.Count > MostItems)
        {
            var what = type is ListType { Element: ReferenceType reference } ? MissingFact.InWords(reference.ListId) : "values";
            return $"{value.List.Count.ToString(CultureInfo.InvariantCulture)} {what}";
        }

        return ValueWording.Format(value, type, report.Pack.Decimals);
    }

    // Names are those of rules: a fact or derived fact of the option, of the baseline, of the case, or a parameter.
    private static string TitleOf(string name, RulePack pack)
    {
        if (name is "is_baseline" or "as_of" or "stage" or "area")
        {
            return name switch { "as_of" => "Day of the appraisal", "stage" => "Stage", "area" => "Area", _ => "Is the baseline" };
        }

        if (name.StartsWith("baseline.", StringComparison.Ordinal))
        {
            return $"{TitleOf(name["baseline.".Length..], pack)} of the baseline";
        }

        // The value of one of several: `agreement.aims`.
        if (name.Split('.') is [var whole, var member]
            && pack.Schema.OptionFacts.Concat(pack.Schema.CaseFacts).FirstOrDefault(f => f.Id == whole)?.Per is { } per && per.IndexOf(member) is >= 0 and var place)
        {
            return $"{TitleOf(whole, pack)}, {per.Names[place].Title ?? MissingFact.InWords(member)}";
        }

        var title = pack.Schema.OptionFacts.FirstOrDefault(f => f.Id == name)?.Title
            ?? pack.Derived.FirstOrDefault(d => d.Id == name && d.Scope.Kind == RuleScopeKind.Option)?.Title
            ?? pack.Schema.CaseFacts.FirstOrDefault(f => f.Id == name)?.Title
            ?? pack.Derived.FirstOrDefault(d => d.Id == name)?.Title
            ?? pack.Parameters.FirstOrDefault(p => p.Id == name)?.Title;
        return title ?? ReportContext.Capital(MissingFact.InWords(name));
    }
}
