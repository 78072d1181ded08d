using System.Text;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// Findings: raised, or unknown with what is missing. A list of records that the case leaves out gives one that is unknown: silence must not reassure.
internal static class FindingRaiser
{
    public static ImmutableArray<FindingResult> OfCaseAndRecords(Judging judging)
    {
        if (judging.Plan.Findings.IsEmpty)
        {
            return [];
        }

        var results = ImmutableArray.CreateBuilder<FindingResult>();
        foreach (var finding in judging.Plan.Findings)
        {
            if (!judging.IsOfStage(finding.Finding.Stages))
            {
                continue;
            }

            switch (finding.Finding.Scope.Kind)
            {
                case RuleScopeKind.Case:
                    Raise(judging, finding, Subject.Case, results);
                    break;
                case RuleScopeKind.Record:
                    var list = finding.Finding.Scope.List!;
                    if (judging.Case.RecordsOf(list) is not { } records)
                    {
                        results.Add(OfNoList(judging, finding, list));
                        break;
                    }

                    foreach (var record in records)
                    {
                        Raise(judging, finding, Subject.Of(record), results);
                    }

                    break;
            }
        }

        return results.DrainToImmutable();
    }

    public static ImmutableArray<FindingResult> Of(Judging judging, AppraisalOption option)
    {
        if (judging.Plan.Findings.IsEmpty)
        {
            return [];
        }

        var results = ImmutableArray.CreateBuilder<FindingResult>();
        foreach (var finding in judging.Plan.Findings)
        {
            if (finding.Finding.Scope.Kind == RuleScopeKind.Option && judging.IsOfStage(finding.Finding.Stages))
            {
                Raise(judging, finding, Subject.Of(option), results);
            }
        }

        return results.DrainToImmutable();
    }

    private static void Raise(Judging judging, PlannedFinding finding, Subject subject, ImmutableArray<FindingResult>.Builder results)
    {
        try
        {
            var truth = judging.Session.Judge(finding.When, subject);
            if (truth != Truth.False)
            {
                results.Add(Make(judging, finding, truth, subject));
            }
        }
        catch (JudgingException error) when (Judging.MayGoOn(error))
        {
            judging.Bag.Add(error.Diagnostic);
        }
    }

    private static FindingResult Make(Judging judging, PlannedFinding finding, Truth truth, Subject subject)
    {
        var gaps = new Gaps();
        if (truth == Truth.Unknown)
        {
            judging.Explain(finding.When, subject, gaps);
        }

        var text = new StringBuilder();
        var slots = new OperandValue[finding.Slots.Count(static s => s is not null)];
        var count = 0;
        for (var i = 0; i < finding.Slots.Length; i++)
        {
            if (finding.Slots[i] is not { } rule)
            {
                text.Append(finding.Finding.Says[i].Words);
                continue;
            }

            var value = judging.Session.Conclude(rule, subject);
            slots[count++] = new OperandValue(NameOf(rule), value, rule.Expression.Type, judging.EvidenceOf(rule.Expression, subject));
            text.Append(ValueWording.Format(value, rule.Expression.Type, judging.Plan.Pack.Decimals));
        }

        return new FindingResult(
            finding.Finding,
            truth == Truth.True ? FindingOutcome.Raised : FindingOutcome.Unknown,
            SeverityOf(judging, finding, subject),
            subject.Record,
            text.ToString(),
            new OperandValues(slots),
            gaps.Missing);
    }

    // No record is known, so nothing of one is.
    private static FindingResult OfNoList(Judging judging, PlannedFinding finding, RecordListDefinition list)
    {
        var text = new StringBuilder();
        var slots = new OperandValue[finding.Slots.Count(static s => s is not null)];
        var count = 0;
        for (var i = 0; i < finding.Slots.Length; i++)
        {
            if (finding.Slots[i] is { } rule)
            {
                slots[count++] = new OperandValue(NameOf(rule), default, rule.Expression.Type, null);
                text.Append(ValueWording.Format(default, rule.Expression.Type, judging.Plan.Pack.Decimals));
            }
            else
            {
                text.Append(finding.Finding.Says[i].Words);
            }
        }

        var severity = finding.Finding.Severities is [var first, ..] ? first.Level : FindingSeverity.Medium;
        return new FindingResult(finding.Finding, FindingOutcome.Unknown, severity, null, text.ToString(), new OperandValues(slots), [$"records.{list.Id}"]);
    }

    private static string NameOf(Rule rule) => rule.Operands is [var operand] && operand.Expression == rule.Expression ? operand.Name : rule.Span.Text;

    // Not known counts as true: a risk is not made small by what is not known.
    private static FindingSeverity SeverityOf(Judging judging, PlannedFinding finding, Subject subject)
    {
        for (var i = 0; i < finding.Severities.Length; i++)
        {
            if (finding.Severities[i] is not { } rule || judging.Session.Judge(rule, subject) != Truth.False)
            {
                return finding.Finding.Severities[i].Level;
            }
        }

        return finding.Finding.Severities.IsEmpty ? FindingSeverity.Medium : finding.Finding.Severities[^1].Level;
    }
}
