using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Cases;

/// <summary>What bodies decided at the review points of stages.</summary>
/// <param name="bound">The rules, with their stages.</param>
/// <param name="records">The records of the case, of which some decide.</param>
/// <param name="asOf">The day after which no decision is made yet; null where any day will do.</param>
/// <param name="bag">Collects what is wrong.</param>
internal sealed class DecisionReader(BoundPack bound, RecordReader records, DateOnly? asOf, DiagnosticBag bag)
{
    private readonly ImmutableArray<BodyDecision>.Builder _decisions = ImmutableArray.CreateBuilder<BodyDecision>();

    public ImmutableArray<BodyDecision> Read(MappingNode? decisions)
    {
        foreach (var entry in decisions?.Entries ?? [])
        {
            ReadStage(entry);
        }

        return _decisions.ToImmutable();
    }

    /// <summary>The list whose records decide at the end of a stage; null where nobody does.</summary>
    public static string? Reviewers(Stage stage) => stage.ReviewBy?.Type is ListType { Element: ReferenceType { ListId: var listId } } ? listId : null;

    private void ReadStage(MappingEntry entry)
    {
        var stage = Stage(entry.Key);
        var map = KeyedMap.Read(entry.Value, CaseTables.Decisions, entry.Key.Span, bag);
        var day = map?.Date("on");
        foreach (var ofBody in map?.Map("by")?.Entries ?? [])
        {
            var body = stage is not null && Reviewers(stage) is { } list ? records.Find(list, ofBody.Key) : null;
            var (decision, because, own) = Decision(ofBody);
            if ((own?.Day ?? day) is not { } on)
            {
                if (!map!.Node.Entries.Any(e => e.Key.Text == "on") && own is null)
                {
                    bag.Add(
                        KeyCodes.MissingKey, ofBody.Key.Span, $"the decision of `{Scalars.Short(ofBody.Key)}` has no day",
                        "add `on:` beside `by`, the day of all the decisions, or to this one: `{ decision: proceed, on: 2002-05-20 }`");
                }

                continue;
            }

            CheckDay(on, own?.Span ?? map!.SpanOf("on"), ofBody.Key);
            if (stage is not null && body is not null && decision is { } its)
            {
                _decisions.Add(new BodyDecision(stage.Id, body, its, because, on, ofBody.Key.Span));
            }
        }
    }

    private Stage? Stage(ScalarNode id)
    {
        var pack = bound.Pack;
        var stage = pack.Stages.FirstOrDefault(s => string.Equals(s.Id, id.Text, StringComparison.Ordinal));
        if (stage is null)
        {
            bag.Add(
                CaseCodes.UnknownStage, id.Span, $"unknown stage `{Scalars.Short(id)}`",
                pack.Stages.IsEmpty ? $"`{pack.Id}` has no stages: take the decisions out" : Suggestion.Help(id.Text, pack.Stages.Select(s => s.Id), "stages"));
        }
        else if (stage.ReviewBy is null && !bound.Broken.Contains(stage.Id))
        {
            bag.Add(
                CaseCodes.NotReviewed, id.Span, $"nobody decides at the end of the stage `{stage.Id}`",
                $"take its decisions out, or say in the rule pack who reviews it: `review_by: bodies`", stage.Span);
        }

        return stage;
    }

    private (Decision? Decision, string? Because, (DateOnly? Day, SourceSpan Span)? On) Decision(MappingEntry entry)
    {
        if (entry.Value is not MappingNode)
        {
            return (Word(entry.Value, entry.Key), null, null);
        }

        var map = KeyedMap.Read(entry.Value, CaseTables.Decision, entry.Key.Span, bag);
        return (OfWord(map?.Text("decision")), map?.Text("because"), map is not null && map.Node.Find("on") is { } on ? (map.Date("on"), on.Span) : null);
    }

    private Decision? Word(DocumentNode node, ScalarNode body)
    {
        if (node is not ScalarNode { IsEmpty: true })
        {
            return OfWord(Scalars.Word(node, CaseTables.DecisionWords, bag));
        }

        bag.Add(KeyCodes.NoValue, body.Span, $"the decision of `{Scalars.Short(body)}` has no value", "write what it decided, or take it out where it has not decided");
        return null;
    }

    private static Decision? OfWord(string? word) => word switch
    {
        "proceed" => Facts.Decision.Proceed,
        "proceed_with_changes" => Facts.Decision.ProceedWithChanges,
        "defer" => Facts.Decision.Defer,
        "stop" => Facts.Decision.Stop,
        _ => null,
    };

    private void CheckDay(DateOnly on, SourceSpan span, ScalarNode body)
    {
        if (on > asOf)
        {
            bag.Add(
                CaseCodes.NotYetMade, span, $"the decision of `{Scalars.Short(body)}` of {InWords(on)} is not yet made on {InWords(asOf.Value)}, the day of the appraisal",
                "take the decision out, or appraise on a later day: `as_of`");
        }
    }

    private static string InWords(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
