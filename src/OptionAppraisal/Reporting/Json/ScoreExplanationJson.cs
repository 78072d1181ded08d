using System.Text;
using System.Text.Json;
using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Json;

/// <summary>An explanation as JSON: the same content as the text, keys in a fixed order.</summary>
/// <remarks>Written as <see cref="AppraisalJson"/> is. Values are coded as <see cref="ValueJson"/> does it.</remarks>
public static class ScoreExplanationJson
{
    /// <summary>The JSON of an explanation as text.</summary>
    public static string Format(ScoreExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return Encoding.UTF8.GetString(JsonText.Write(writer => new Content(explanation.Result.Case.AsOf).Write(writer, explanation)));
    }

    // Sources are those in force on a day.
    private sealed class Content(DateOnly day)
    {
        public void Write(Utf8JsonWriter writer, ScoreExplanation explanation)
        {
            var (option, final) = (explanation.Option, explanation.Final ?? explanation.Option);
            writer.WriteStartObject();
            writer.WriteString("case", explanation.Result.Case.Id);
            writer.WriteString("as_of", explanation.Result.Case.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteString("option", option.Option.Id);
            writer.WriteString("title", option.Option.Title);
            writer.WriteString("status", OutcomeNames.Of(final.Status));
            if (explanation.Result.Stage.Id is { } stage)
            {
                writer.WriteString("stage", stage);
                writer.WriteString("left_in", final.LeftIn);
            }

            writer.WriteDecimal("rank", option.Rank);
            writer.WriteDecimal("total", option.Total);
            writer.WriteDecimal("lowest", option.Lowest);
            writer.WriteDecimal("highest", option.Highest);
            writer.WriteDecimal("ranked_on", option.RankedOn);
            writer.WriteList("gates", explanation.Gates, WriteGate);
            writer.WriteList("criteria", explanation.Criteria, WriteCriterion);
            writer.WriteEndObject();
        }

        private void WriteGate(Utf8JsonWriter writer, GateExplanation gate)
        {
            writer.WriteStartObject();
            writer.WriteString("id", gate.Result.Gate.Id);
            writer.WriteString("title", gate.Result.Gate.Title);
            writer.WriteString("outcome", OutcomeNames.Of(gate.Result.Outcome));
            writer.WriteSources(gate.Result.Gate.Sources, day);
            writer.WritePropertyName("applies");
            if (gate.Applies is { } applies)
            {
                writer.WriteStartObject();
                WriteCondition(writer, applies);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteNullValue();
            }

            writer.WriteList("parts", gate.Parts, (w, part) =>
            {
                w.WriteStartObject();
                w.WriteString("id", part.Result.Part.Id);
                w.WriteString("outcome", OutcomeNames.Of(part.Result.Outcome));
                w.WriteString("because", part.Result.Part.Because);
                w.WriteTexts("missing", part.Result.Missing);
                w.WriteSources(part.Result.Part.Sources, day);
                WriteCondition(w, part.Condition);
                w.WriteEndObject();
            });
            writer.WriteString("at", gate.Result.Gate.Span.ToString());
            writer.WriteEndObject();
        }

        private void WriteCondition(Utf8JsonWriter writer, ConditionExplanation condition)
        {
            writer.WriteString("text", condition.Text);
            WriteTruth(writer, "holds", condition.Outcome);
            writer.WriteList("tests", condition.Tests, WriteTest);
            writer.WriteList("values", condition.Values, WriteValue);
            writer.WriteString("at", condition.At.ToString());
        }

        private void WriteCriterion(Utf8JsonWriter writer, CriterionExplanation criterion)
        {
            var result = criterion.Result;
            writer.WriteStartObject();
            writer.WriteString("id", result.Criterion.Id);
            writer.WriteString("title", result.Criterion.Title);
            writer.WriteDecimal("weight", result.Weight);
            writer.WriteDecimal("score", result.Score);
            writer.WriteDecimal("value", result.Value);
            writer.WriteDecimal("lowest", result.Lowest);
            writer.WriteDecimal("highest", result.Highest);
            writer.WriteDecimal("contribution", result.Contribution);
            writer.WriteTexts("missing", result.Missing);
            writer.WriteList("undefined", result.Undefined, static (w, place) =>
            {
                w.WriteStartObject();
                w.WriteString("text", place.Text);
                w.WriteString("at", place.Span.ToString());
                w.WriteEndObject();
            });
            writer.WriteSources(result.Criterion.Sources, day);
            writer.WriteList("values", criterion.Of is { } of ? [of] : criterion.Values, WriteValue);
            writer.WriteList("rows", criterion.Rows, WriteRow);
            WriteLine(writer, criterion.Line);
            writer.WriteList("bodies", criterion.Bodies, WriteBody);
            writer.WriteList("criteria", criterion.Children, WriteCriterion);
            writer.WriteString("at", result.Criterion.Span.ToString());
            writer.WriteEndObject();
        }

        private void WriteRow(Utf8JsonWriter writer, RowExplanation row)
        {
            writer.WriteStartObject();
            writer.WriteDecimal("row", row.Row);
            writer.WriteString("outcome", row.Outcome switch
            {
                RowOutcome.Holds => "holds",
                RowOutcome.DoesNotHold => "does_not_hold",
                RowOutcome.NotKnown => "unknown",
                RowOutcome.NotAsked => "not_asked",
                _ => "otherwise",
            });
            writer.WriteBoolean("decides", row.Decides);
            writer.WriteBoolean("nearly", row.Nearly);
            writer.WriteDecimal("score", row.Score);
            writer.WriteString("because", row.Because);
            writer.WriteList("tests", row.Tests, WriteTest);
            writer.WriteSources(row.Sources, day);
            writer.WriteString("at", row.At.ToString());
            writer.WriteEndObject();
        }

        private static void WriteTest(Utf8JsonWriter writer, TestExplanation test)
        {
            writer.WriteStartObject();
            writer.WriteString("text", test.Text);
            WriteTruth(writer, "holds", test.Outcome);
            writer.WriteString("name", test.Name.Length > 0 ? test.Name : null);
            writer.WritePropertyName("value");
            ValueJson.Write(writer, test.Value);
            writer.WriteString("asks", test.Kind switch
            {
                TestKind.AtLeast => "at_least",
                TestKind.MoreThan => "more_than",
                TestKind.AtMost => "at_most",
                TestKind.Under => "under",
                TestKind.Between => "between",
                TestKind.Is => "is",
                TestKind.IsNot => "is_not",
                TestKind.OneOf => "one_of",
                TestKind.NoneOf => "none_of",
                TestKind.Known => "known",
                TestKind.NotKnown => "not_known",
                _ => "condition",
            });
            writer.WriteList("limits", test.Limits, ValueJson.Write);
            writer.WriteDecimal("distance", test.Distance);
            WriteElements(writer, test.Elements);
            writer.WriteString("at", test.At.ToString());
            writer.WriteEndObject();
        }

        private void WriteValue(Utf8JsonWriter writer, ValueExplanation value)
        {
            writer.WriteStartObject();
            writer.WriteString("name", value.Name);
            writer.WriteString("title", value.Title);
            writer.WritePropertyName("value");
            ValueJson.Write(writer, value.Value);
            writer.WriteString("unit", value.Type is NumberType { Unit.Symbol: { Length: > 0 } symbol } ? symbol : null);
            writer.WriteString("path", value.Path);
            writer.WriteString("expression", value.Expression);
            writer.WriteDecimal("low", value.Evidence?.Low);
            writer.WriteDecimal("high", value.Evidence?.High);
            writer.WriteString("grade", value.Evidence?.Grade switch
            {
                EvidenceGrade.Measured => "measured",
                EvidenceGrade.Document => "document",
                EvidenceGrade.Estimate => "estimate",
                EvidenceGrade.Testimony => "testimony",
                _ => null,
            });
            writer.WriteString("note", value.Evidence?.Note);
            writer.WriteSources(value.Sources, day);
            WriteElements(writer, value.Elements);
            writer.WriteList("values", value.Operands, WriteValue);
            writer.WriteString("at", value.At.ToString());
            writer.WriteEndObject();
        }

        // Only where there are any: most values and tests go through no list.
        private static void WriteElements(Utf8JsonWriter writer, ImmutableArray<ElementsExplanation> all)
        {
            if (all.IsEmpty)
            {
                return;
            }

            writer.WriteList("elements", all, static (w, elements) =>
            {
                w.WriteStartObject();
                w.WriteString("text", elements.Text);
                w.WriteString("asks", elements.Kind switch { ElementsKind.Some => "some", ElementsKind.Every => "every", _ => "filter" });
                w.WriteDecimal("count", elements.Count);
                w.WriteDecimal("holding", elements.Holding);
                w.WriteDecimal("unknown", elements.NotKnown);
                w.WriteBoolean("cut", elements.IsCut);
                w.WriteList("of", elements.Elements, static (inner, element) =>
                {
                    inner.WriteStartObject();
                    inner.WritePropertyName("value");
                    ValueJson.Write(inner, element.Value);
                    WriteTruth(inner, "holds", element.Outcome);
                    inner.WriteEndObject();
                });
                w.WriteString("at", elements.At.ToString());
                w.WriteEndObject();
            });
        }

        private static void WriteLine(Utf8JsonWriter writer, LineExplanation? line)
        {
            writer.WritePropertyName("line");
            if (line is null)
            {
                writer.WriteNullValue();
                return;
            }

            writer.WriteStartObject();
            writer.WriteDecimal("x", line.X);
            writer.WriteDecimal("from_x", line.FromX);
            writer.WriteDecimal("from_score", line.FromScore);
            writer.WriteDecimal("to_x", line.ToX);
            writer.WriteDecimal("to_score", line.ToScore);
            writer.WriteEndObject();
        }

        private static void WriteBody(Utf8JsonWriter writer, BodyExplanation body)
        {
            writer.WriteStartObject();
            writer.WriteString("body", body.BodyId.Length > 0 ? body.BodyId : null);
            writer.WriteDecimal("mean", body.Mean);
            writer.WriteList("scores", body.Scores, static (w, score) =>
            {
                w.WriteStartObject();
                w.WriteString("assessor", score.Assessor.Id);
                w.WriteString("title", score.Assessor.Title);
                w.WriteDecimal("score", score.Score);
                w.WriteString("because", score.Because);
                w.WriteString("at", score.At.ToString());
                w.WriteEndObject();
            });
            writer.WriteEndObject();
        }

        private static void WriteTruth(Utf8JsonWriter writer, string name, Truth? truth)
        {
            if (truth is Truth.True or Truth.False)
            {
                writer.WriteBoolean(name, truth == Truth.True);
            }
            else
            {
                writer.WriteNull(name);
            }
        }
    }
}
