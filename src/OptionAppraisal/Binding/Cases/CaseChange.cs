using System.Collections.Frozen;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Cases;

/// <summary>A change of facts of a case that was read before: a document that says only what is different.</summary>
internal sealed class CaseChange(AppraisalCase appraisalCase, ReadOnlyMemory<byte> bytes, DiagnosticBag bag)
{
    private readonly RulePack _pack = (RulePack)appraisalCase.Rules;

    /// <summary>The case with other facts of its own.</summary>
    public AppraisalCase OfCase(MappingNode facts) =>
        appraisalCase.Changed(Reader().Read(facts, _pack.Schema.CaseFacts, FactOwner.Case, appraisalCase.Facts), appraisalCase.Options, Sha256());

    /// <summary>The case with other facts of an option; everything else is the same objects.</summary>
    public AppraisalCase OfOption(AppraisalOption option, MappingNode facts)
    {
        var changed = option with { Facts = Reader().Read(facts, _pack.Schema.OptionFacts, FactOwner.Option, option.Facts) };
        return appraisalCase.Changed(appraisalCase.Facts, appraisalCase.Options.SetItem(option.Index, changed), Sha256());
    }

    private FactReader Reader()
    {
        var records = RecordReader.Of(appraisalCase, _pack.Schema, bag);
        var sources = _pack.Sources.Concat(appraisalCase.Sources).ToDictionary(s => s.Id, StringComparer.Ordinal);
        return new FactReader(new BoundPack(_pack, FrozenSet<string>.Empty), sources, EvidenceDefault.None, new TypedValues(bag, records.Find), records, bag);
    }

    // Of what the case was read from, and of the change.
    private string Sha256() => Sha256Text.Of([System.Text.Encoding.UTF8.GetBytes(appraisalCase.Sha256), bytes]);
}
