using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Tests;

/// <summary>The case that a test makes up, as the document that it would be.</summary>
internal static class MadeUpCase
{
    public const string OptionId = "option";

    public const string BaselineId = "baseline";

    // Both ids are reserved, so that no name in a document can be mistaken for them.
    private static readonly ImmutableArray<string> Ids = [OptionId, BaselineId];

    /// <summary>The keys of a case, each at the place where the test gives it.</summary>
    public static MappingNode Write(ScalarNode id, KeyedMap? given)
    {
        var entries = new List<MappingEntry> { CaseNodes.Entry("case", id) };
        Copy(given, "as_of", "as_of", entries);
        Copy(given, "case", "facts", entries);
        Copy(given, "records", "records", entries);
        entries.Add(CaseNodes.Entry("options", Options(id, given)));
        Copy(given, "assessors", "assessors", entries);
        if (given?.Map("judgements") is { } judgements)
        {
            entries.Add(new MappingEntry(given.Entry("judgements")!.Key, Judgements(judgements)));
        }

        if (given?.Map("decisions") is { } decisions)
        {
            entries.Add(new MappingEntry(given.Entry("decisions")!.Key, Decisions(decisions, given.NodeOf("as_of"))));
        }

        return CaseNodes.Map(entries, given?.Node.Span ?? id.Span);
    }

    /// <summary>Whether a problem is no problem of a made-up case: what is not given is not known.</summary>
    public static bool Allows(Diagnostic problem) =>
        problem.Code == CaseCodes.NoBaseline || problem.Code == CaseCodes.NoArea || (problem.Code == KeyCodes.ReservedWord && problem.Message.EndsWith(" the id of an option", StringComparison.Ordinal));

    private static void Copy(KeyedMap? given, string from, string to, List<MappingEntry> entries)
    {
        if (given?.Entry(from) is { } entry)
        {
            entries.Add(new MappingEntry(CaseNodes.Word(to, entry.Key.Span), entry.Value));
        }
    }

    private static MappingNode Options(ScalarNode id, KeyedMap? given)
    {
        var option = given?.Entry("option");
        var own = Option(option?.Value as MappingNode, id.Span, null, null);
        var options = new List<MappingEntry> { new(CaseNodes.Word(OptionId, option?.Key.Span ?? id.Span), own) };
        if (given?.Entry("baseline") is { } baseline)
        {
            var isTrue = CaseNodes.Word("true", baseline.Key.Span);
            options.Add(new(CaseNodes.Word(BaselineId, baseline.Key.Span), Option(baseline.Value as MappingNode, baseline.Key.Span, isTrue, own.Find("area"))));
        }

        return CaseNodes.Map(options, option?.Value.Span ?? id.Span);
    }

    private static MappingNode Option(MappingNode? written, SourceSpan place, DocumentNode? isBaseline, DocumentNode? area)
    {
        var facts = new List<MappingEntry>();
        foreach (var entry in written?.Entries ?? [])
        {
            switch (entry.Key.Text)
            {
                case "area":
                    area = entry.Value;
                    break;
                case "is_baseline":
                    isBaseline = entry.Value;
                    break;
                default:
                    facts.Add(entry);
                    break;
            }
        }

        var entries = new List<MappingEntry> { CaseNodes.Entry("facts", CaseNodes.Map(facts, written?.Span ?? place)) };
        if (area is not null)
        {
            entries.Add(CaseNodes.Entry("area", area));
        }

        if (isBaseline is not null)
        {
            entries.Add(CaseNodes.Entry("baseline", isBaseline));
        }

        return CaseNodes.Map(entries, written?.Span ?? place);
    }

    // A day that nobody gives is none that a decision could come too late for.
    private static MappingNode Decisions(MappingNode written, DocumentNode? asOf) => CaseNodes.Map(
        written.Entries.Select(e => e.Value is MappingNode stage && stage.Find("on") is null
            ? new MappingEntry(e.Key, CaseNodes.Map([.. stage.Entries, new MappingEntry(CaseNodes.Word("on", e.Key.Span), asOf ?? CaseNodes.Word("0001-01-01", e.Key.Span))], stage.Span))
            : e),
        written.Span);

    // Scores of the option alone need not name it.
    private static MappingNode Judgements(MappingNode written) => CaseNodes.Map(
        written.Entries.Select(e => e.Value is MappingNode { Entries.IsEmpty: false } scores && !scores.Entries.All(s => Ids.Contains(s.Key.Text, StringComparer.Ordinal))
            ? new MappingEntry(e.Key, CaseNodes.Map([new MappingEntry(CaseNodes.Word(OptionId, e.Key.Span), scores)], scores.Span))
            : e),
        written.Span);
}
