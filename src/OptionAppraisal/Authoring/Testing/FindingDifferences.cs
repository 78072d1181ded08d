using OptionAppraisal.Binding.Tests;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting;
using OptionAppraisal.Results;

namespace OptionAppraisal.Authoring.Testing;

/// <summary>Findings raised or unknown, against those expected: one difference a finding.</summary>
internal static class FindingDifferences
{
    public static IEnumerable<TestDifference> Of(OptionExpectations expected, ImmutableArray<FindingResult> found, AppraisalResult result, RulePack law, AppraisalCase appraisalCase, Func<Finding, CaseRecord?, string> whyNot)
    {
        var look = new Look(expected.Prefix, found, result, law, appraisalCase, whyNot);
        return look.Exactly("findings", expected.Findings, FindingOutcome.Raised)
            .Concat(look.Said("findings", expected.Findings, FindingOutcome.Raised))
            .Concat(look.Among("findings_include", expected.Included))
            .Concat(look.Said("findings_include", expected.Included, FindingOutcome.Raised))
            .Concat(look.Neither("findings_exclude", expected.Excluded))
            .Concat(look.Exactly("unknown_findings", expected.Unknown, FindingOutcome.Unknown))
            .Concat(look.Said("unknown_findings", expected.Unknown, FindingOutcome.Unknown));
    }

    private sealed class Look(string prefix, ImmutableArray<FindingResult> found, AppraisalResult result, RulePack law, AppraisalCase appraisalCase, Func<Finding, CaseRecord?, string> whyNot)
    {
        public IEnumerable<TestDifference> Exactly(string key, Mention<ImmutableArray<FindingMention>>? wanted, FindingOutcome outcome)
        {
            if (wanted is null)
            {
                yield break;
            }

            var mentions = wanted.Value;
            foreach (var finding in mentions.Select(m => m.Finding).Concat(found.Where(f => f.Outcome == outcome).Select(f => f.Finding)).DistinctBy(f => f.Id, StringComparer.Ordinal))
            {
                var named = mentions.Where(m => m.Finding.Id == finding.Id).ToList();
                var there = found.Where(f => f.Finding.Id == finding.Id && f.Outcome == outcome).ToList();
                var isSame = named.Exists(m => m.Records is null)
                    ? there.Count > 0
                    : named.SelectMany(m => m.Records!.Value).ToHashSet().SetEquals(there.Select(f => f.Record).OfType<CaseRecord>()) && there.TrueForAll(f => f.Record is not null);
                if (!isSame)
                {
                    yield return new($"{prefix}{key}.{finding.Id}", Show(named, Word(outcome)), Show(finding), Because(finding, named));
                }
            }
        }

        public IEnumerable<TestDifference> Among(string key, Mention<ImmutableArray<FindingMention>>? wanted)
        {
            foreach (var mention in wanted?.Value ?? [])
            {
                var raised = found.Where(f => f.Finding.Id == mention.Finding.Id && f.Outcome == FindingOutcome.Raised).ToList();
                if (mention.Records is { } records ? !records.All(r => raised.Exists(f => ReferenceEquals(f.Record, r))) : raised.Count == 0)
                {
                    yield return new($"{prefix}{key}.{mention.Finding.Id}", Show([mention], "raised"), Show(mention.Finding), Because(mention.Finding, [mention]));
                }
            }
        }

        // That it is there at all is looked at apart.
        public IEnumerable<TestDifference> Said(string key, Mention<ImmutableArray<FindingMention>>? wanted, FindingOutcome outcome)
        {
            foreach (var mention in wanted?.Value ?? [])
            {
                foreach (var there in found.Where(f => f.Finding.Id == mention.Finding.Id && f.Outcome == outcome && (mention.Records is not { } records || records.Contains(f.Record!))))
                {
                    var path = $"{prefix}{key}.{mention.Finding.Id}{(there.Record is { } record ? $".{record.Id}" : "")}";
                    if (mention.Severity is { } severity && severity != there.Severity)
                    {
                        yield return new($"{path}.severity", OutcomeNames.Of(severity), OutcomeNames.Of(there.Severity), Reasons.OfFinding(there));
                    }

                    if (mention.Says is { } says && !string.Equals(says, there.Text, StringComparison.Ordinal))
                    {
                        yield return new($"{path}.says", says, there.Text, Reasons.OfFinding(there));
                    }
                }
            }
        }

        // Where a list of records is left out, its findings are unknown of any record.
        public IEnumerable<TestDifference> Neither(string key, Mention<ImmutableArray<FindingMention>>? wanted)
        {
            foreach (var mention in wanted?.Value ?? [])
            {
                if (found.Any(f => f.Finding.Id == mention.Finding.Id && (mention.Records is not { } records || f.Record is null || records.Contains(f.Record))))
                {
                    yield return new($"{prefix}{key}.{mention.Finding.Id}", Show([mention], "neither raised nor unknown"), Show(mention.Finding), Because(mention.Finding, [mention]));
                }
            }
        }

        private static string Word(FindingOutcome outcome) => outcome == FindingOutcome.Raised ? "raised" : "unknown";

        private static string Show(List<FindingMention> mentions, string word) =>
            mentions.Count == 0 ? $"not {word}"
            : mentions.Exists(m => m.Records is null) ? word
            : $"{word} for {Reasons.List([.. mentions.SelectMany(m => m.Records!.Value).Select(r => r.Id)])}";

        private string Show(Finding finding)
        {
            var words = found.Where(f => f.Finding.Id == finding.Id).GroupBy(f => f.Outcome).OrderBy(g => g.Key).Select(g => g.All(f => f.Record is null)
                ? Word(g.Key)
                : $"{Word(g.Key)} for {Reasons.List([.. g.Select(f => f.Record!.Id)])}");
            return string.Join(", ", words.DefaultIfEmpty("not raised"));
        }

        private string Because(Finding finding, List<FindingMention> named)
        {
            var there = found.Where(f => f.Finding.Id == finding.Id).ToList();
            if (there.Count > 0)
            {
                return string.Join("; ", there.Select(Reasons.OfFinding).Distinct(StringComparer.Ordinal));
            }

            return law.Findings.All(f => f.Id != finding.Id) ? Reasons.NotInForce(appraisalCase)
                : !finding.Stages.IsEmpty && result.Stage.Id is { } stage && !finding.Stages.Contains(stage, StringComparer.Ordinal) ? Reasons.NotInStage(finding.Stages, result.Stage)
                : whyNot(finding, named.SelectMany(m => m.Records ?? []).FirstOrDefault());
        }
    }
}
