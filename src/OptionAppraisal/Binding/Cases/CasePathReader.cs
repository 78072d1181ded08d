using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Cases;

/// <summary>Paths such as `options.joint_unit.annual_cost`, read against a case and its rules.</summary>
/// <param name="appraisalCase">The case.</param>
/// <param name="pack">Its rules.</param>
/// <param name="bag">Collects what is wrong.</param>
internal sealed class CasePathReader(AppraisalCase appraisalCase, RulePack pack, DiagnosticBag bag)
{
    private static readonly ImmutableArray<string> Roots = ["case", "options", "records", "parameters", "judgements", "weights", "decisions"];

    /// <summary>The place that a path names; null, with a problem at the part that is wrong.</summary>
    public CasePath? Read(ScalarNode path)
    {
        var parts = PathPart.Split(path);
        return parts[0].Text switch
        {
            "case" when Has(path, parts, 2, 3, "case.FACT") => Fact(path, parts[1..], pack.Schema.CaseFacts, FactOwner.Case, null, null),
            "options" when Has(path, parts, 3, 4, "options.ID.FACT") => Option(parts[1]) is { } option
                ? Fact(path, parts[2..], pack.Schema.OptionFacts, FactOwner.Option, option, null)
                : null,
            "records" when Has(path, parts, 4, 5, "records.LIST.ID.FACT") => Record(parts[1], parts[2]) is { } record
                ? Fact(path, parts[3..], record.List.Facts, new FactOwner(RuleScopeKind.Record, record.List.Id), null, record)
                : null,
            "parameters" when Has(path, parts, 2, 2, "parameters.ID") => Parameter(path, parts[1]),
            "judgements" when Has(path, parts, 3, 4, "judgements.CRITERION.OPTION") => Judgement(path, parts),
            "weights" when Has(path, parts, 2, 2, "weights.CRITERION") => Weight(path, parts[1]),
            "decisions" when Has(path, parts, 3, 3, "decisions.STAGE.BODY") => Decision(path, parts),
            var root when Roots.Contains(root, StringComparer.Ordinal) => null,
            _ => Unrooted(path, parts),
        };
    }

    private CasePath? Unrooted(ScalarNode path, ImmutableArray<PathPart> parts)
    {
        var first = parts[0];
        var help = pack.Schema.CaseFacts.Any(f => f.Id == first.Text) ? $"`{first.Text}` is a fact of the case: write `case.{first.Text}`"
            : pack.Schema.OptionFacts.Any(f => f.Id == first.Text) ? $"`{first.Text}` is a fact of options: write `options.ID.{first.Text}` with the id of one"
            : appraisalCase.Options.Any(o => o.Id == first.Text) ? $"`{first.Text}` is an option: write `options.{first.Text}.FACT` with a fact of it"
            : pack.Parameters.Any(p => p.Id == first.Text) ? $"`{first.Text}` is a parameter: write `parameters.{first.Text}`"
            : Suggestion.Nearest(first.Text, Roots) is { } near ? $"did you mean `{near}`?"
            : "write `case.FACT`, `options.ID.FACT`, `records.LIST.ID.FACT`, `parameters.ID`, `judgements.CRITERION.OPTION`, `weights.CRITERION` or `decisions.STAGE.BODY`";
        bag.Add(CaseCodes.BadPath, first.Span, $"`{Scalars.Short(path)}` is not a path of a case", help);
        return null;
    }

    // A part that stands empty, too few parts or too many.
    private bool Has(ScalarNode path, ImmutableArray<PathPart> parts, int least, int most, string form)
    {
        if (parts.FirstOrDefault(p => p.Text.Length == 0) is { } empty)
        {
            bag.Add(CaseCodes.BadPath, empty.Span, $"a part of the path `{Scalars.Short(path)}` is empty", $"write `{form}`, one point between two parts");
            return false;
        }

        if (parts.Length >= least && parts.Length <= most)
        {
            return true;
        }

        var place = parts.Length > most ? parts[most].Span : path.SpanOf(0, path.Text.Length);
        bag.Add(CaseCodes.BadPath, place, $"the path `{Scalars.Short(path)}` has too {(parts.Length > most ? "many" : "few")} parts", $"write `{form}`");
        return false;
    }

    private FactPath? Fact(ScalarNode path, ImmutableArray<PathPart> parts, ImmutableArray<FactDefinition> facts, FactOwner owner, AppraisalOption? option, CaseRecord? record)
    {
        var name = parts[0];
        if (facts.FirstOrDefault(f => string.Equals(f.Id, name.Text, StringComparison.Ordinal)) is not { } fact)
        {
            ReportUnknown(name, facts, owner);
            return null;
        }

        var found = new FactPath(path.Text, fact, option, record, path.Span);
        if (parts.Length == 1)
        {
            return found;
        }

        if (fact.Per is not { } per)
        {
            bag.Add(CaseCodes.BadPath, parts[1].Span, $"`{fact.Id}` has one value and no members", $"take `.{Short(parts[1])}` out", fact.Span);
            return null;
        }

        var members = per.ListId is null ? [.. per.Names.Select(n => n.Id)] : RecordIds(per.ListId);
        var at = members.IndexOf(parts[1].Text, StringComparer.Ordinal);
        if (at >= 0)
        {
            return found with { Member = at };
        }

        bag.Add(CaseCodes.UnknownFactMember, parts[1].Span, $"`{fact.Id}` has no `{Short(parts[1])}`", Suggestion.Help(parts[1].Text, members, "members"), fact.Span);
        return null;
    }

    private void ReportUnknown(PathPart name, ImmutableArray<FactDefinition> facts, FactOwner owner)
    {
        if (pack.Derived.FirstOrDefault(d => d.Id == name.Text && d.Scope.Kind == owner.Kind && d.Scope.List?.Id == owner.ListId) is { } derived)
        {
            bag.Add(CaseCodes.DerivedGiven, name.Span, $"`{name.Text}` follows from other facts and is not given", "name the facts that it follows from instead", derived.Span);
            return;
        }

        bag.Add(CaseCodes.UnknownFact, name.Span, $"unknown fact `{Short(name)}` of {owner}", Suggestion.Help(name.Text, facts.Select(f => f.Id), "facts"));
    }

    private AppraisalOption? Option(PathPart id)
    {
        var option = appraisalCase.Options.FirstOrDefault(o => string.Equals(o.Id, id.Text, StringComparison.Ordinal));
        if (option is null)
        {
            bag.Add(CaseCodes.UnknownOption, id.Span, $"unknown option `{Short(id)}`", Suggestion.Help(id.Text, appraisalCase.Options.Select(o => o.Id), "options"));
        }

        return option;
    }

    private CaseRecord? Record(PathPart listId, PathPart id)
    {
        if (pack.Schema.FindList(listId.Text) is { } list)
        {
            return Record(list, id);
        }

        bag.Add(
            CaseCodes.UnknownRecordList, listId.Span, $"unknown record list `{Short(listId)}`", Suggestion.Help(listId.Text, pack.Schema.RecordLists.Select(l => l.Id), "record lists"));
        return null;
    }

    private CaseRecord? Record(RecordListDefinition list, PathPart id)
    {
        var records = appraisalCase.RecordsOf(list);
        var record = records?.FirstOrDefault(r => string.Equals(r.Id, id.Text, StringComparison.Ordinal));
        if (record is null)
        {
            var help = records is { } known ? Suggestion.Help(id.Text, known.Select(r => r.Id), $"records of `{list.Id}`") : $"the case leaves out `{list.Id}`: add it below `records` there";
            bag.Add(CaseCodes.UnknownRecord, id.Span, $"`{Short(id)}` is not one of `{list.Id}`", help);
        }

        return record;
    }

    private ParameterPath? Parameter(ScalarNode path, PathPart id)
    {
        if (pack.Parameters.Any(p => string.Equals(p.Id, id.Text, StringComparison.Ordinal)))
        {
            return new ParameterPath(path.Text, id.Text, path.Span);
        }

        bag.Add(CaseCodes.UnknownParameter, id.Span, $"unknown parameter `{Short(id)}`", Suggestion.Help(id.Text, pack.Parameters.Select(p => p.Id), "parameters"));
        return null;
    }

    private WeightPath? Weight(ScalarNode path, PathPart id)
    {
        if (pack.AllCriteria.Any(c => string.Equals(c.Id, id.Text, StringComparison.Ordinal)))
        {
            return new WeightPath(path.Text, id.Text, path.Span);
        }

        bag.Add(CaseCodes.UnknownCriterion, id.Span, $"unknown criterion `{Short(id)}`", Suggestion.Help(id.Text, pack.AllCriteria.Select(c => c.Id), "criteria"));
        return null;
    }

    private JudgementPath? Judgement(ScalarNode path, ImmutableArray<PathPart> parts)
    {
        var id = parts[1];
        var criterion = pack.AllCriteria.FirstOrDefault(c => string.Equals(c.Id, id.Text, StringComparison.Ordinal));
        if (criterion is not { Leaf: JudgedLeaf })
        {
            bag.Add(
                CaseCodes.NotJudged, id.Span, criterion is null ? $"unknown criterion `{Short(id)}`" : $"`{id.Text}` is not judged by people",
                Suggestion.Help(criterion is null ? id.Text : "", pack.AllCriteria.Where(c => c.Leaf is JudgedLeaf).Select(c => c.Id), "judged criteria"), criterion?.Span);
            return null;
        }

        if (Option(parts[2]) is not { } option)
        {
            return null;
        }

        if (parts.Length == 3)
        {
            return new JudgementPath(path.Text, criterion.Id, option, null, path.Span);
        }

        if (appraisalCase.Assessors.FirstOrDefault(a => string.Equals(a.Id, parts[3].Text, StringComparison.Ordinal)) is { } assessor)
        {
            return new JudgementPath(path.Text, criterion.Id, option, assessor, path.Span);
        }

        bag.Add(CaseCodes.UnknownAssessor, parts[3].Span, $"unknown assessor `{Short(parts[3])}`", Suggestion.Help(parts[3].Text, appraisalCase.Assessors.Select(a => a.Id), "assessors"));
        return null;
    }

    private DecisionPath? Decision(ScalarNode path, ImmutableArray<PathPart> parts)
    {
        var id = parts[1];
        if (pack.Stages.FirstOrDefault(s => string.Equals(s.Id, id.Text, StringComparison.Ordinal)) is not { } stage)
        {
            bag.Add(CaseCodes.UnknownStage, id.Span, $"unknown stage `{Short(id)}`", Suggestion.Help(id.Text, pack.Stages.Select(s => s.Id), "stages"));
            return null;
        }

        if (DecisionReader.Reviewers(stage) is not { } listId || pack.Schema.FindList(listId) is not { } list)
        {
            bag.Add(CaseCodes.NotReviewed, id.Span, $"nobody decides at the end of the stage `{stage.Id}`", "name a stage that has `review_by`", stage.Span);
            return null;
        }

        return Record(list, parts[2]) is { } body ? new DecisionPath(path.Text, stage.Id, body, path.Span) : null;
    }

    private ImmutableArray<string> RecordIds(string listId) =>
        pack.Schema.FindList(listId) is { } list && appraisalCase.RecordsOf(list) is { } records ? [.. records.Select(r => r.Id)] : [];

    private static string Short(PathPart part) => part.Text.Length <= 60 ? part.Text : string.Concat(part.Text.AsSpan(0, 57), "...");
}

/// <summary>A part of a path, between points.</summary>
internal sealed record PathPart(string Text, SourceSpan Span)
{
    public static ImmutableArray<PathPart> Split(ScalarNode path)
    {
        var parts = ImmutableArray.CreateBuilder<PathPart>();
        var start = 0;
        foreach (var text in path.Text.Split('.'))
        {
            parts.Add(new PathPart(text, path.SpanOf(start, Math.Max(1, text.Length))));
            start += text.Length + 1;
        }

        return parts.ToImmutable();
    }
}
