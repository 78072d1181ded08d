using System.Text;
using System.Text.Json;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Json;

/// <summary>An appraisal as JSON: the published contract, keys in their published order.</summary>
/// <remarks>UTF-8 without byte order mark, two spaces, LF, ended by LF. Numbers have no exponent, no trailing zeros, no <c>-0</c>. Same result, same bytes.</remarks>
public static class AppraisalJson
{
    /// <summary>The JSON of a result as text.</summary>
    public static string Format(AppraisalResult result) => Encoding.UTF8.GetString(ToUtf8(result));

    /// <summary>The JSON of a result as UTF-8 bytes.</summary>
    public static byte[] ToUtf8(AppraisalResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return JsonText.Write(writer => Write(writer, result));
    }

    private static void Write(Utf8JsonWriter writer, AppraisalResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("case", result.Case.Id);
        writer.WriteString("as_of", result.Case.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WritePropertyName("rule_pack");
        WritePack(writer, result.Pack);
        writer.WritePropertyName("stage");
        WriteStage(writer, result.Stage);
        writer.WriteList("recommendations", result.Recommendations, WriteRecommendation);
        writer.WriteList("options", result.Options, new OptionJson(result).Write);
        writer.WriteList("findings", result.Findings, (w, finding) => FindingJson.Write(w, finding, result.Case.AsOf));
        writer.WriteList("not_in_force", result.NotInForce, WriteNotInForce);
        writer.WriteList("weight_sets", result.WeightSets, static (w, set) => WriteRanking(w, "id", set.WeightSet.Id, set.Options));
        writer.WriteList("dominance", result.Dominance, WriteDominance);
        writer.WriteList("dissent", result.Dissent, WriteDissent);
        if (!result.BodyViews.IsEmpty)
        {
            writer.WriteList("body_views", result.BodyViews, static (w, view) => WriteRanking(w, "body", view.BodyId.Length > 0 ? view.BodyId : null, view.Options));
        }

        writer.WriteEndObject();
    }

    private static void WritePack(Utf8JsonWriter writer, RulePack pack)
    {
        writer.WriteStartObject();
        writer.WriteString("id", pack.Id);
        writer.WriteString("version", pack.Version);
        writer.WriteString("sha256", pack.Sha256);
        writer.WriteList("uses", pack.Uses, static (w, used) =>
        {
            w.WriteStartObject();
            w.WriteString("id", used.Id);
            w.WriteString("version", used.Version);
            w.WriteString("sha256", used.Sha256);
            w.WriteString("path", used.Path);
            w.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void WriteStage(Utf8JsonWriter writer, StageResult stage)
    {
        writer.WriteStartObject();
        writer.WriteString("id", stage.Id);
        writer.WriteString("ended", OutcomeNames.Of(stage.Ended));
        writer.WriteTexts("by", stage.By);
        writer.WriteTexts("incomplete", stage.Incomplete);
        writer.WriteEndObject();
    }

    private static void WriteRecommendation(Utf8JsonWriter writer, Recommendation recommendation)
    {
        writer.WriteStartObject();
        writer.WriteString("area", recommendation.Area);
        writer.WriteString("option", recommendation.Option?.Id);
        writer.WriteString("reason", recommendation.Reason);
        writer.WriteBoolean("settled", recommendation.Settled);
        writer.WriteEndObject();
    }

    private static void WriteNotInForce(Utf8JsonWriter writer, NotInForce item)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", OutcomeNames.Of(item.Kind));
        writer.WriteString("id", item.Id);
        writer.WriteString("at", item.InForce.Span.ToString());
        writer.WriteEndObject();
    }

    // A ranking beside the one that counts: by one weight set, or by the judgements of one body.
    private static void WriteRanking(Utf8JsonWriter writer, string key, string? id, ImmutableArray<RankedOption> options)
    {
        writer.WriteStartObject();
        writer.WriteString(key, id);
        writer.WriteList("options", options, static (w, option) =>
        {
            w.WriteStartObject();
            w.WriteString("id", option.Option.Id);
            w.WriteDecimal("rank", option.Rank);
            w.WriteDecimal("total", option.Total);
            w.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void WriteDominance(Utf8JsonWriter writer, DominancePair pair)
    {
        writer.WriteStartObject();
        writer.WriteString("option", pair.Option.Id);
        writer.WriteString("dominates", pair.Dominates.Id);
        writer.WriteEndObject();
    }

    private static void WriteDissent(Utf8JsonWriter writer, DissentResult dissent)
    {
        writer.WriteStartObject();
        writer.WriteString("criterion", dissent.Criterion.Id);
        writer.WriteString("option", dissent.Option.Id);
        writer.WriteStartObject("bodies");
        foreach (var body in dissent.Bodies)
        {
            writer.WriteDecimal(body.BodyId, body.Value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
