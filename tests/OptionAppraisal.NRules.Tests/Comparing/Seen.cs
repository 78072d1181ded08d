using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;
using Shouldly;

namespace OptionAppraisal.NRules.Tests.Comparing;

// How often each thing that matters did occur.
internal sealed class Seen
{
    private const int Often = 10;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Pairs { get; private set; }

    public void Note(RulePack pack, AppraisalCase appraisalCase, AppraisalOutcome outcome)
    {
        Pairs++;
        HashSet<string> things = [.. Things(pack).Concat(Things(appraisalCase)), .. outcome.Diagnostics.Where(d => d.IsError).Select(d => $"error {d.Code.Id}")];
        if (outcome.Result is { } result)
        {
            things.UnionWith(result.EarlierStages.Append(result).SelectMany(Things));
        }

        foreach (var thing in things)
        {
            _counts[thing] = _counts.GetValueOrDefault(thing) + 1;
        }
    }

    public void ShouldHave(params string[] things)
    {
        var all = string.Join(", ", _counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}: {c.Value}"));
        things.Where(t => _counts.GetValueOrDefault(t) < Often).ShouldBeEmpty(all);
    }

    private static IEnumerable<string> Things(RulePack pack)
    {
        foreach (var leaf in pack.AllCriteria.Select(c => c.Leaf).OfType<LeafRule>())
        {
            yield return leaf is TableLeaf table ? $"hit policy {table.Table.HitPolicy}" : leaf.GetType().Name.Replace("Leaf", "", StringComparison.Ordinal).ToLowerInvariant();
        }

        if (!pack.Stages.IsEmpty)
        {
            yield return "stages";
        }

        if (pack.Areas is not null)
        {
            yield return "areas";
        }

        if (pack.Parameters.Any(p => !p.Values.IsEmpty))
        {
            yield return "dated parameter";
        }

        if (!pack.Derived.IsEmpty)
        {
            yield return "derived";
        }

        foreach (var kind in PlanBuilder.Build(pack).Rules.SelectMany(r => Kinds.Of(r.Expression)).Distinct())
        {
            yield return kind switch { ExpressionKind.Member => "members", ExpressionKind.DerivedTable => "table that gives a value", _ => $"expression {kind}" };
        }
    }

    private static IEnumerable<string> Things(AppraisalCase appraisalCase)
    {
        if (appraisalCase.Records.Any(l => l is { IsEmpty: false }))
        {
            yield return "records";
        }

        if (!appraisalCase.WeightSets.IsEmpty)
        {
            yield return "weight sets";
        }

        if (!appraisalCase.Judgements.IsEmpty)
        {
            yield return "judgements";
        }

        if (appraisalCase.Baseline is not null)
        {
            yield return "baseline";
        }
    }

    private static IEnumerable<string> Things(AppraisalResult result)
    {
        if (!result.NotInForce.IsEmpty)
        {
            yield return "not in force";
        }

        if (!result.Dissent.IsEmpty)
        {
            yield return "dissent";
        }

        foreach (var finding in result.Findings.Concat(result.Options.SelectMany(o => o.Findings)))
        {
            yield return finding.Outcome == FindingOutcome.Raised ? "finding raised" : "finding not known";
        }

        foreach (var option in result.Options)
        {
            yield return option.Status switch
            {
                OptionStatus.Excluded => "excluded",
                OptionStatus.Unresolved => "unresolved",
                OptionStatus.NotKept => "not kept",
                OptionStatus.ShownOnly => "shown only",
                _ => "eligible",
            };
            foreach (var gate in option.Gates)
            {
                yield return gate.Outcome switch
                {
                    GateOutcome.Pass => "gate passed",
                    GateOutcome.Fail => "gate failed",
                    GateOutcome.Unknown => "gate not known",
                    _ => "gate not applicable",
                };
            }

            foreach (var criterion in option.Criteria.SelectMany(All))
            {
                if (!criterion.Missing.IsEmpty)
                {
                    yield return "missing";
                }

                if (!criterion.Undefined.IsEmpty)
                {
                    yield return "undefined";
                }

                if (criterion.Criterion.Leaf is TableLeaf && criterion.Score is null)
                {
                    yield return "undecided row";
                }
            }
        }
    }

    private static IEnumerable<CriterionResult> All(CriterionResult criterion) => [criterion, .. criterion.Children.SelectMany(All)];
}
