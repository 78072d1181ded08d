using OptionAppraisal.Facts;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Subjects;

// What the rules of a session concluded, as the library asks for it.
internal static class Conclusion
{
    public static Value Of(RuleLayout layout, KnownSubjects subjects, Rule rule, Subject subject)
    {
        var place = layout.PlaceOf(rule);
        switch (rule.Kind)
        {
            case RuleKind.Row:
                return Value.Of(OptionOf(subjects, subject).Concluded(place));
            case RuleKind.CriterionApplies:
                return subjects.Case!.OfArea(subject.Area)[place].Value;
            case RuleKind.FindingRaised:
                // A finding whose rule did not fire is not raised.
                return subjects.Of(subject)[place] is { IsGiven: true } raised ? raised.Value : Value.False;
            default:
                return subjects.Of(subject)[place] is { IsGiven: true } answer ? answer.Value : throw new InvalidOperationException($"no rule concluded {rule.Path}");
        }
    }

    public static int OfRows(RuleLayout layout, KnownSubjects subjects, ImmutableArray<Rule> rows, Subject subject, bool untilTrue, Span<Truth> truths)
    {
        var option = OptionOf(subjects, subject);
        for (var i = 0; i < rows.Length; i++)
        {
            truths[i] = option.Concluded(layout.PlaceOf(rows[i]));
            if (untilTrue && truths[i] == Truth.True)
            {
                return i + 1;
            }
        }

        return rows.Length;
    }

    private static OptionSubject OptionOf(KnownSubjects subjects, Subject subject) =>
        subject.Option is { } option ? (OptionSubject)subjects.Of(Subject.Of(option)) : throw new ArgumentException("rows are about options", nameof(subject));
}
