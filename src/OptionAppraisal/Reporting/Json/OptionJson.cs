using System.Text.Json;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Json;

/// <summary>An option of a result as JSON, with its gates and its scored tree.</summary>
internal sealed class OptionJson(AppraisalResult result)
{
    private readonly DateOnly _day = result.Case.AsOf;

    public void Write(Utf8JsonWriter writer, OptionResult option)
    {
        // What is not scored has no figures, whatever a result may hold.
        var scored = option.Status is not (OptionStatus.Excluded or OptionStatus.NotKept);
        writer.WriteStartObject();
        writer.WriteString("id", option.Option.Id);
        writer.WriteString("title", option.Option.Title);
        writer.WriteString("area", option.Option.Area?.Id);
        writer.WriteString("status", OutcomeNames.Of(option.Status));
        writer.WriteDecimal("rank", option.Rank);
        writer.WriteDecimal("total", scored ? option.Total : null);
        writer.WriteDecimal("lowest", scored ? option.Lowest : null);
        writer.WriteDecimal("highest", scored ? option.Highest : null);
        writer.WriteDecimal("ranked_on", scored ? option.RankedOn : null);
        writer.WriteDecimal("weighted_score", scored ? option.WeightedScore : null);
        writer.WriteDecimal("testimony_share", scored ? option.TestimonyShare : null);
        writer.WriteList("gates", option.Gates, WriteGate);
        writer.WriteList("criteria", scored ? option.Criteria : [], WriteCriterion);
        writer.WriteList("findings", option.Findings, (w, finding) => FindingJson.Write(w, finding, _day));
        if (option.IsKept is { } kept)
        {
            writer.WriteBoolean("kept", kept);
        }

        if (option.LeftIn is { } left)
        {
            writer.WriteString("left_in", left);
        }

        writer.WriteEndObject();
    }

    // The only condition of a gate without named parts is the gate itself: its reason and sources stand there.
    private void WriteGate(Utf8JsonWriter writer, GateResult gate)
    {
        var only = gate.Parts is [{ Part.Id: null } single] ? single.Part : null;
        writer.WriteStartObject();
        writer.WriteString("id", gate.Gate.Id);
        writer.WriteString("outcome", OutcomeNames.Of(gate.Outcome));
        writer.WriteString("because", gate.Gate.Because ?? only?.Because);
        writer.WriteSources(Citations.Join(gate.Gate.Sources, only?.Sources ?? []), _day);
        writer.WriteTexts("missing", gate.Missing);
        writer.WriteList("parts", only is null ? gate.Parts : [], WritePart);
        writer.WriteString("at", gate.Gate.Span.ToString());
        if (gate.StageId is { } stage && stage != result.Stage.Id)
        {
            writer.WriteString("stage", stage);
        }

        writer.WriteEndObject();
    }

    private void WritePart(Utf8JsonWriter writer, GatePartResult part)
    {
        writer.WriteStartObject();
        writer.WriteString("id", part.Part.Id);
        writer.WriteString("outcome", OutcomeNames.Of(part.Outcome));
        writer.WriteString("because", part.Part.Because);
        writer.WriteSources(part.Part.Sources, _day);
        writer.WriteTexts("missing", part.Missing);
        writer.WriteString("at", part.Part.Span.ToString());
        writer.WriteEndObject();
    }

    private void WriteCriterion(Utf8JsonWriter writer, CriterionResult criterion)
    {
        writer.WriteStartObject();
        writer.WriteString("id", criterion.Criterion.Id);
        writer.WriteDecimal("weight", criterion.Weight);
        writer.WriteDecimal("score", criterion.Score);
        writer.WriteDecimal("value", criterion.Value);
        writer.WriteDecimal("lowest", criterion.Lowest);
        writer.WriteDecimal("highest", criterion.Highest);
        writer.WriteDecimal("contribution", criterion.Contribution);
        writer.WriteTexts("missing", criterion.Missing);
        writer.WriteList("undefined", criterion.Undefined, static (w, place) =>
        {
            w.WriteStartObject();
            w.WriteString("text", place.Text);
            w.WriteString("at", place.Span.ToString());
            w.WriteEndObject();
        });
        writer.WriteList("hits", criterion.Hits, static (w, hit) =>
        {
            w.WriteStartObject();
            w.WriteDecimal("row", hit.Row);
            w.WriteString("because", hit.Because);
            w.WriteString("at", hit.Span.ToString());
            w.WriteEndObject();
        });

        // A score rests on the sources of its criterion and of the rows that decide it.
        writer.WriteSources(Citations.Join([criterion.Criterion.Sources, .. criterion.Hits.Select(h => h.Sources)]), _day);
        writer.WriteList("criteria", criterion.Children, WriteCriterion);
        writer.WriteEndObject();
    }
}
