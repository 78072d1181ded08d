using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Cases;

/// <summary>The people who score, and their scores.</summary>
internal static class JudgementReader
{
    public static ImmutableArray<Assessor> Assessors(KeyedMap keys, FactSchema schema, RecordReader records, DiagnosticBag bag)
    {
        var assessors = ImmutableArray.CreateBuilder<Assessor>();
        var bodies = schema.FindList("bodies");
        foreach (var entry in keys.Map("assessors")?.Entries ?? [])
        {
            Identifiers.Check(entry.Key, IdRole.Other, bag);
            var map = entry.Value is ScalarNode { IsEmpty: true } ? null : KeyedMap.Read(entry.Value, CaseTables.Assessor, entry.Key.Span, bag);
            if (map?.Scalar("body") is { } body)
            {
                if (bodies is null)
                {
                    Identifiers.Check(body, IdRole.Other, bag);
                }
                else
                {
                    records.Find(bodies.Id, body);
                }
            }

            assessors.Add(new Assessor(assessors.Count, entry.Key.Text, map?.Text("title") ?? entry.Key.Text, map?.Text("body"), entry.Key.Span));
        }

        return assessors.ToImmutable();
    }

    public static ImmutableArray<JudgedScore> Judgements(
        KeyedMap keys, BoundPack bound, ImmutableArray<AppraisalOption> options, ImmutableArray<Assessor> assessors, DiagnosticBag bag)
    {
        var scores = ImmutableArray.CreateBuilder<JudgedScore>();
        var criteria = bound.Pack.AllCriteria;
        foreach (var ofCriterion in keys.Map("judgements")?.Entries ?? [])
        {
            var id = ofCriterion.Key;
            var criterion = criteria.FirstOrDefault(c => c.Id == id.Text);
            if (criterion is null && bound.RemovedCriterion(id.Text) is { } removed)
            {
                bag.Add(CaseCodes.NotJudged, id.Span, $"the criterion `{id.Text}` {removed.Words}", $"take its scores out, or keep it: {removed.Place}");
            }
            else if (criterion is not { Leaf: JudgedLeaf } && !bound.Broken.Contains(id.Text))
            {
                var judged = criteria.Where(c => c.Leaf is JudgedLeaf).Select(c => c.Id);
                bag.Add(
                    CaseCodes.NotJudged, id.Span, criterion is null ? $"unknown criterion `{Scalars.Short(id)}`" : $"`{id.Text}` is not judged by people",
                    bag.Suggest(criterion is null ? id.Text : "", judged, "judged criteria"), criterion?.Span);
            }

            foreach (var ofOption in Entries(ofCriterion, "scores by option", bag))
            {
                if (!options.Any(o => o.Id == ofOption.Key.Text))
                {
                    bag.Add(
                        CaseCodes.UnknownOption, ofOption.Key.Span, $"unknown option `{Scalars.Short(ofOption.Key)}`", bag.Suggest(ofOption.Key.Text, options.Select(o => o.Id), "options"));
                }

                foreach (var ofAssessor in Entries(ofOption, "scores by assessor", bag))
                {
                    if (!assessors.Any(a => a.Id == ofAssessor.Key.Text))
                    {
                        bag.Add(
                            CaseCodes.UnknownAssessor, ofAssessor.Key.Span, $"unknown assessor `{Scalars.Short(ofAssessor.Key)}`",
                            assessors.IsEmpty ? "add them: `assessors: { a1: { body: ... } }`" : bag.Suggest(ofAssessor.Key.Text, assessors.Select(a => a.Id), "assessors"));
                    }

                    var (score, because) = Score(ofAssessor, ofOption.Key, criterion, bag);
                    scores.Add(new JudgedScore(id.Text, ofOption.Key.Text, ofAssessor.Key.Text, score, because, ofAssessor.Key.Span));
                }
            }
        }

        return scores.ToImmutable();
    }

    private static ImmutableArray<MappingEntry> Entries(MappingEntry owner, string wanted, DiagnosticBag bag)
    {
        switch (owner.Value)
        {
            case MappingNode map:
                return map.Entries;
            case ScalarNode { IsEmpty: true }:
                return [];
            default:
                bag.Add(KeyCodes.WrongKind, owner.Value.Span, $"expected {wanted}, found {owner.Value.Describe}", "write `judgements: { its_criterion: { its_option: { its_assessor: 40 } } }`");
                return [];
        }
    }

    private static (decimal? Score, string? Because) Score(MappingEntry entry, ScalarNode option, Criterion? criterion, DiagnosticBag bag)
    {
        if (entry.Value is not MappingNode)
        {
            var plain = Checked(entry.Value, criterion, bag);
            if (plain is not null)
            {
                CheckReason(entry, entry.Value, option, null, criterion, bag);
            }

            return (plain, null);
        }

        var map = KeyedMap.Read(entry.Value, CaseTables.Score, entry.Key.Span, bag);
        var because = map?.Text("because");
        if (map?.NodeOf("score") is not { } node)
        {
            return (null, because);
        }

        var score = Checked(node, criterion, bag);
        if (score is not null)
        {
            CheckReason(entry, node, option, because, criterion, bag);
        }

        return (score, because);
    }

    // What is not known needs no reason.
    private static void CheckReason(MappingEntry entry, DocumentNode score, ScalarNode option, string? because, Criterion? criterion, DiagnosticBag bag)
    {
        if (criterion is { Leaf: JudgedLeaf { RequiresReasons: true } } && score is ScalarNode { IsEmpty: false } given && string.IsNullOrWhiteSpace(because))
        {
            bag.Add(
                CaseCodes.NoReason, given.Span, $"`{Scalars.Short(entry.Key)}` scores `{Scalars.Short(option)}` on `{criterion.Id}` without a reason, and `{criterion.Id}` requires one",
                $"say why: `{{ score: {Scalars.Short(given)}, because: ... }}`", criterion.Leaf.Span);
        }
    }

    private static decimal? Checked(DocumentNode node, Criterion? criterion, DiagnosticBag bag)
    {
        if (node is ScalarNode { IsEmpty: true } || Scalars.Number(node, bag) is not { } score)
        {
            return null;
        }

        if (criterion is { Leaf: JudgedLeaf } && !criterion.Scale.Holds(score))
        {
            bag.Add(
                CaseCodes.ScoreOffScale, node.Span, $"the score {PlainNumber.Format(score)} is off the scale of `{criterion.Id}`, {LeafBinder.InWords(criterion.Scale)}",
                "write a score on the scale", criterion.Span);
            return null;
        }

        return score;
    }
}
