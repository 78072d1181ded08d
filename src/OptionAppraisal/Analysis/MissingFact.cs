using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Analysis;

/// <summary>A fact or judgement that was not given, in words.</summary>
/// <param name="Path">The path, such as <c>options.joint_unit.annual_cost</c>.</param>
/// <param name="Owner">Whose it is, by title; empty for the case itself.</param>
/// <param name="Fact">What it is, by title, or by its id in words.</param>
/// <param name="Ask">The question that asks for it, or null.</param>
public sealed record MissingFact(string Path, string Owner, string Fact, string? Ask)
{
    /// <summary>The words for a path of a result; a path that names nothing of the case is its own words.</summary>
    public static MissingFact Of(string path, AppraisalCase appraisalCase, RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(appraisalCase);
        ArgumentNullException.ThrowIfNull(pack);
        var names = path.Split('.');
        return names switch
        {
            ["case", var fact] => Named(path, "", fact, pack.Schema.CaseFacts),
            ["options", var option, var fact] => Named(path, OptionTitle(option, appraisalCase), fact, pack.Schema.OptionFacts),
            ["records", var list] => new(path, "", $"the list of {pack.Schema.FindList(list)?.Title ?? InWords(list)}", null),
            ["records", var list, var record, var fact] => OfRecord(path, list, record, fact, appraisalCase, pack),
            ["judgements", var criterion, var option] =>
                new(path, OptionTitle(option, appraisalCase), $"a score for {CriterionTitle(criterion, pack)}", null),
            ["judgements", var criterion, var option, var assessor] =>
                new(path, OptionTitle(option, appraisalCase), $"the score of {AssessorTitle(assessor, appraisalCase)} for {CriterionTitle(criterion, pack)}", null),
            _ => new(path, "", path, null),
        };
    }

    /// <summary>The words for every path, each once, in the order of first mention.</summary>
    public static ImmutableArray<MissingFact> Of(IEnumerable<string> paths, AppraisalResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. paths.Distinct(StringComparer.Ordinal).Select(p => Of(p, result.Case, result.Pack))];
    }

    /// <summary>An id as words: <c>annual_cost</c> reads <c>annual cost</c>.</summary>
    public static string InWords(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Replace('_', ' ');
    }

    private static MissingFact OfRecord(string path, string list, string record, string fact, AppraisalCase appraisalCase, RulePack pack)
    {
        if (pack.Schema.FindList(list) is not { } definition)
        {
            return new(path, "", path, null);
        }

        var found = appraisalCase.RecordsOf(definition)?.FirstOrDefault(r => r.Id == record);
        return Named(path, found?.Title ?? InWords(record), fact, definition.Facts);
    }

    private static MissingFact Named(string path, string owner, string fact, ImmutableArray<FactDefinition> facts)
    {
        var definition = facts.FirstOrDefault(f => f.Id == fact);
        return new(path, owner, definition?.Title ?? InWords(fact), definition?.Ask);
    }

    private static string OptionTitle(string id, AppraisalCase appraisalCase) =>
        appraisalCase.Options.FirstOrDefault(o => o.Id == id)?.Title ?? InWords(id);

    private static string AssessorTitle(string id, AppraisalCase appraisalCase) =>
        appraisalCase.Assessors.FirstOrDefault(a => a.Id == id)?.Title ?? InWords(id);

    private static string CriterionTitle(string id, RulePack pack) => pack.AllCriteria.FirstOrDefault(c => c.Id == id)?.Title ?? InWords(id);
}
