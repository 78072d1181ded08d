using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Evaluation;

// What the day of an appraisal makes doubtful and does not prevent.
internal static class DayOfTheLaw
{
    public static void Warn(RulePack pack, AppraisalCase appraisalCase, DiagnosticBag bag)
    {
        if (!appraisalCase.IsAsOfKnown)
        {
            return;
        }

        foreach (var item in pack.NotInForce)
        {
            if (item.Kind == NotInForceKind.RulePack)
            {
                var when = item.InForce.From > appraisalCase.AsOf ? $"only from {Day(item.InForce.From.Value)}" : $"only to {Day(item.InForce.To!.Value)}";
                bag.Add(
                    JudgingCodes.PackNotInForce, item.InForce.Span, $"`{item.Id}` is in force {when}, and the appraisal is as of {Day(appraisalCase.AsOf)}",
                    "appraise as of a day on which it is in force, or with rules of that day");
            }
        }

        foreach (var decision in appraisalCase.Decisions)
        {
            if (decision.On > appraisalCase.AsOf)
            {
                bag.Add(
                    JudgingCodes.DecisionNotYetMade, decision.Span,
                    $"the decision of `{decision.Body.Id}` on `{decision.StageId}` is dated {Day(decision.On)}, and not yet made as of {Day(appraisalCase.AsOf)}",
                    "appraise as of a later day to count it");
            }
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
