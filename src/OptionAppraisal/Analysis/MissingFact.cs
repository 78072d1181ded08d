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
    /// <summary>The one of several that a value is missing for, by title; null for a single value.</summary>
    public string? Member { get; init; }

    /// <summary>The words for a path of a result; a path that names nothing of the case is its own words.</summary>
    public static MissingFact Of(string path, AppraisalCase appraisalCase, RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(appraisalCase);
        ArgumentNullException.ThrowIfNull(pack);
        var names = path.Split('.');
        return names switch
        {
            ["case", var fact] => NamedOrDerived(path, "", fact, pack.Schema.CaseFacts, pack),
            ["options", var option, var fact] => NamedOrDerived(path, OptionTitle(option, appraisalCase), fact, pack.Schema.OptionFacts, pack),
            ["records", var list] => new(path, "", $"the list of {pack.Schema.FindList(list)?.Title ?? InWords(list)}", null),
            ["case", var fact, var member] => OfMember(path, "", fact, member, pack.Schema.CaseFacts, appraisalCase, pack),
            ["options", var option, var fact, var member] => OfMember(path, OptionTitle(option, appraisalCase), fact, member, pack.Schema.OptionFacts, appraisalCase, pack),
            ["records", var list, var record, var fact, var member] when pack.Schema.FindList(list) is { } definition =>
                OfMember(path, RecordTitle(record, definition, appraisalCase), fact, member, definition.Facts, appraisalCase, pack),
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

        return Named(path, RecordTitle(record, definition, appraisalCase), fact, definition.Facts);
    }

    // A value for one of several: `agreement: aims`.
    private static MissingFact OfMember(
        string path, string owner, string fact, string member, ImmutableArray<FactDefinition> facts, AppraisalCase appraisalCase, RulePack pack)
    {
        var whole = Named(path, owner, fact, facts);
        var per = facts.FirstOrDefault(f => f.Id == fact)?.Per;
        var title = per?.ListId is { } id && pack.Schema.FindList(id) is { } list
            ? RecordTitle(member, list, appraisalCase)
            : per?.Names.FirstOrDefault(n => n.Id == member)?.Title ?? InWords(member);
        return whole with { Fact = $"{whole.Fact}: {title}", Member = title };
    }

    private static string RecordTitle(string id, RecordListDefinition list, AppraisalCase appraisalCase) =>
        appraisalCase.RecordsOf(list)?.FirstOrDefault(r => r.Id == id)?.Title ?? InWords(id);

    // A stage may need a derived fact.
    private static MissingFact NamedOrDerived(string path, string owner, string fact, ImmutableArray<FactDefinition> facts, RulePack pack) =>
        !facts.Any(f => f.Id == fact) && pack.Derived.FirstOrDefault(d => d.Id == fact)?.Title is { } title ? new(path, owner, title, null) : Named(path, owner, fact, facts);

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
