using OptionAppraisal.Binding.Cases;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Binding.Packs;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Tests;

/// <summary>The changes of a case by path: in its document, and of figures of the rule pack.</summary>
internal sealed class CaseChanges(BoundPack bound, DiagnosticBag bag)
{
    private readonly ImmutableSortedDictionary<string, decimal>.Builder _parameters = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
    private readonly ImmutableSortedDictionary<string, decimal>.Builder _weights = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);

    /// <summary>What is tried out in place of figures of the pack.</summary>
    public CaseVariation Variation => new(_parameters.ToImmutable(), _weights.ToImmutable());

    /// <summary>Whether a problem is no problem of a changed case: a score that is tried out by path needs no reason.</summary>
    public static bool Allows(Diagnostic problem, SourceSpan owner) => problem.Code == CaseCodes.NoReason && problem.Span.Path != owner.Path;

    /// <summary>The document with the changes; what leads nowhere is reported at its path.</summary>
    /// <param name="document">The document.</param>
    /// <param name="before">The case that it is without the changes.</param>
    /// <param name="changes">New values by path.</param>
    public MappingNode Apply(MappingNode document, AppraisalCase before, MappingNode? changes)
    {
        var paths = new CasePathReader(before, bound.Pack, bag);
        foreach (var change in changes?.Entries ?? [])
        {
            if (change.Key.Text == "as_of")
            {
                bag.Add(CaseCodes.BadPath, change.Key.Span, "`as_of` is not a path of a case", "write `as_of` beside `from`");
            }
            else if (paths.Read(change.Key) is not null)
            {
                document = Apply(document, [.. PathPart.Split(change.Key).Select(p => CaseNodes.Word(p.Text, p.Span))], change.Value);
            }
        }

        return document;
    }

    public void SetParameter(ScalarNode id, DocumentNode value)
    {
        if (Knows(id, bound.Pack.Parameters.Select(p => p.Id), CaseCodes.UnknownParameter, "parameter", "parameters") && Scalars.Number(value, bag) is { } number)
        {
            _parameters[id.Text] = number;
        }
    }

    public void SetWeight(ScalarNode id, DocumentNode value)
    {
        if (!Knows(id, bound.Pack.AllCriteria.Select(c => c.Id), CaseCodes.UnknownCriterion, "criterion", "criteria") || Scalars.Number(value, bag) is not { } number)
        {
            return;
        }

        if (number < 0)
        {
            bag.Add(PackCodes.NegativeWeight, value.Span, $"the weight {PlainNumber.Format(number)} is negative", "write a weight of zero or more");
            return;
        }

        _weights[id.Text] = number;
    }

    private MappingNode Apply(MappingNode document, ImmutableArray<ScalarNode> path, DocumentNode value)
    {
        switch (path)
        {
            case [{ Text: "case" }, var fact, .. var member]:
                return CaseNodes.Set(document, [Key("facts", fact), fact, .. member], value);
            case [{ Text: "options" } root, var option, var fact, .. var member]:
                return CaseNodes.Set(document, [root, option, Key("facts", fact), fact, .. member], value);
            case [{ Text: "parameters" }, var parameter]:
                SetParameter(parameter, value);
                return document;
            case [{ Text: "weights" }, var criterion]:
                SetWeight(criterion, value);
                return document;
            case [{ Text: "judgements" } root, var criterion, var option]:
                return CaseNodes.Set(document, [root, criterion, option], Scores(document, criterion, option, value));
            case [{ Text: "judgements" }, var criterion, var option, var assessor]:
                return CaseNodes.Set(document, path.AsSpan(), Score(CaseNodes.Find(document, "judgements", criterion.Text, option.Text, assessor.Text), value));
            case [{ Text: "decisions" } root, var stage, var body]:
                return Decide(document, root, stage, body, value);
            default:
                return CaseNodes.Set(document, path.AsSpan(), value);
        }
    }

    // A number alone leaves the reason that the case has.
    private static DocumentNode Score(DocumentNode? before, DocumentNode value) => value is ScalarNode && before is MappingNode map && map.Find("because") is not null
        ? CaseNodes.Set(map, [CaseNodes.Word("score", value.Span)], value)
        : value;

    // One number is the score of everybody who scores; a map changes the scores of those it names.
    private static MappingNode Scores(MappingNode document, ScalarNode criterion, ScalarNode option, DocumentNode value)
    {
        var before = CaseNodes.Find(document, "judgements", criterion.Text, option.Text) as MappingNode;
        if (value is MappingNode changed)
        {
            var after = before;
            foreach (var score in changed.Entries)
            {
                after = CaseNodes.Set(after, [score.Key], Score(before?.Find(score.Key.Text), score.Value));
            }

            return after ?? changed;
        }

        var assessors = before?.Entries ?? (CaseNodes.Find(document, "assessors") as MappingNode)?.Entries ?? [];
        return CaseNodes.Map(assessors.Select(a => new MappingEntry(CaseNodes.Word(a.Key.Text, criterion.Span), Score(before?.Find(a.Key.Text), value))), value.Span);
    }

    // An empty decision is none; one without a day, in a stage without one, is made on the day of the appraisal.
    private static MappingNode Decide(MappingNode document, ScalarNode root, ScalarNode stage, ScalarNode body, DocumentNode value)
    {
        var by = Key("by", body);
        if (value is ScalarNode { IsEmpty: true })
        {
            return CaseNodes.Find(document, "decisions", stage.Text, "by") is MappingNode all ? CaseNodes.Set(document, [root, stage, by], CaseNodes.Without(all, body.Text)) : document;
        }

        if (value is ScalarNode && CaseNodes.Find(document, "decisions", stage.Text, "on") is null && CaseNodes.Find(document, "as_of") is { } day)
        {
            value = CaseNodes.Map([CaseNodes.Entry("decision", value), new MappingEntry(Key("on", body), day)], value.Span);
        }

        return CaseNodes.Set(document, [root, stage, by, body], value);
    }

    private static ScalarNode Key(string text, ScalarNode at) => CaseNodes.Word(text, at.Span);

    private bool Knows(ScalarNode id, IEnumerable<string> known, DiagnosticCode code, string kind, string kinds)
    {
        if (known.Contains(id.Text, StringComparer.Ordinal))
        {
            return true;
        }

        if (!bound.Broken.Contains(id.Text))
        {
            bag.Add(code, id.Span, $"unknown {kind} `{Scalars.Short(id)}`", Suggestion.Help(id.Text, known, kinds));
        }

        return false;
    }
}
