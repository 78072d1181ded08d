using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Binding.Cases;

/// <summary>Cases: a document becomes typed data for a rule pack. The passes, in order.</summary>
internal static class CaseBinder
{
    /// <summary>Binds a case. What is wrong is reported; the case is sound only where nothing was.</summary>
    /// <param name="keys">The keys of the document.</param>
    /// <param name="bytes">The bytes of the document, for the hash.</param>
    /// <param name="bound">The rule pack, with the names in it that are wrong and were reported there.</param>
    /// <param name="asOf">The day of the appraisal, whatever the case says; null for the day of the case.</param>
    /// <param name="bag">Collects what is wrong.</param>
    public static AppraisalCase Bind(KeyedMap keys, ReadOnlyMemory<byte> bytes, BoundPack bound, DateOnly? asOf, DiagnosticBag bag)
    {
        var pack = bound.Pack;
        if (keys.Scalar("case") is { } id)
        {
            Identifiers.Check(id, IdRole.Other, bag);
        }

        var sources = pack.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);
        SourceBinder.Bind(keys.Map("sources"), sources, bag);
        var records = RecordReader.Declare(keys, pack.Schema, bound.Broken, bag);
        var facts = new FactReader(bound, sources, EvidenceDefault.Read(keys, sources, bag), new TypedValues(bag, records.Find), records, bag);
        var ofCase = facts.Read(keys.Map("facts"), pack.Schema.CaseFacts, FactOwner.Case);
        records.Fill(facts);
        var options = OptionReader.Read(keys, bound, records, facts, bag);
        var assessors = JudgementReader.Assessors(keys, pack.Schema, records, bag);
        var ownDay = keys.Date("as_of");
        return new AppraisalCase
        {
            Rules = pack,
            Id = keys.Text("case") ?? "",
            Title = keys.Text("title") ?? keys.Text("case") ?? "",
            AsOf = asOf ?? ownDay ?? DateOnly.MinValue,
            Facts = ofCase,
            Records = records.All,
            Options = options,
            Assessors = assessors,
            Judgements = JudgementReader.Judgements(keys, bound, options, assessors, bag),
            WeightSets = WeightSetReader.Read(keys.Map("weight_sets"), bound, bag),
            Decisions = new DecisionReader(bound, records, asOf is null ? ownDay : null, bag).Read(keys.Map("decisions")),
            Sources = [.. sources.Values.Skip(pack.Sources.Length)],
            Sha256 = Sha256Text.Of([bytes]),
            Span = keys.SpanOf("case"),
        };
    }
}
