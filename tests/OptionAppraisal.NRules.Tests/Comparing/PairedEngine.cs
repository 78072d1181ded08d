using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Tests.Comparing;

// Both engines at once: every answer must be the same, and is then given as NRules gave it.
internal sealed class PairedEngine : IEvaluationEngine
{
    private long _answers;

    public static PairedEngine Shared { get; } = new();

    public string Name => "both";

    public long Answers => Interlocked.Read(ref _answers);

    public IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken) =>
        new Session(this, Engines.Exact.Open(plan, appraisalCase, stage, cancellationToken), Engines.Rules.Open(plan, appraisalCase, stage, cancellationToken));

    private sealed class Session(PairedEngine owner, IEvaluationSession exact, IEvaluationSession rules) : IEvaluationSession, ICountsSteps
    {
        public long Spent => ((ICountsSteps)rules).Spent;

        public void Spend(long steps)
        {
            ((ICountsSteps)exact).Spend(steps);
            ((ICountsSteps)rules).Spend(steps);
        }

        public Value Conclude(Rule rule, Subject subject) =>
            Same(rule.Path, subject, () => exact.Conclude(rule, subject), () => rules.Conclude(rule, subject));

        public Truth Judge(Rule rule, Subject subject) =>
            Same(rule.Path, subject, () => exact.Judge(rule, subject), () => rules.Judge(rule, subject));

        public int JudgeRows(ImmutableArray<Rule> rows, Subject subject, bool untilTrue, Span<Truth> truths)
        {
            var room = truths.Length;
            var all = Same(rows.IsEmpty ? "no rows" : rows[0].Path, subject, () => Rows(exact, rows, subject, untilTrue, room), () => Rows(rules, rows, subject, untilTrue, room));
            all.AsSpan().CopyTo(truths);
            return all.Length;
        }

        public Value Read(Operand operand, Subject subject) =>
            Same(operand.Name, subject, () => exact.Read(operand, subject), () => rules.Read(operand, subject));

        public void Explain(Rule rule, Subject subject, Gaps gaps) => gaps.AddRange(Same(rule.Path, subject, () => Gaps(exact, rule, subject), () => Gaps(rules, rule, subject)).Gaps);

        public void Learn(IConclusions conclusions)
        {
            exact.Learn(conclusions);
            rules.Learn(conclusions);
        }

        public void Dispose()
        {
            exact.Dispose();
            rules.Dispose();
        }

        private static Truths Rows(IEvaluationSession session, ImmutableArray<Rule> rows, Subject subject, bool untilTrue, int room)
        {
            var truths = new Truth[room];
            return new Truths(truths[..session.JudgeRows(rows, subject, untilTrue, truths)]);
        }

        private static Found Gaps(IEvaluationSession session, Rule rule, Subject subject)
        {
            var gaps = new Gaps();
            session.Explain(rule, subject, gaps);
            return new Found(gaps);
        }

        private T Same<T>(string path, Subject subject, Func<T> first, Func<T> second)
        {
            Interlocked.Increment(ref owner._answers);
            var (one, error) = Try(first);
            var (two, otherError) = Try(second);
            if (!IsSame(error, otherError) || !EqualityComparer<T>.Default.Equals(one!, two!))
            {
                throw new EnginesDifferException($"{path} of {subject.Option?.Id ?? subject.Record?.Id ?? "the case"}: exact {(object?)error ?? one}, NRules {(object?)otherError ?? two}");
            }

            return error is null ? two! : throw new JudgingException(error);
        }

        // The last step that was one too many depends on what was worked out before it.
        private static bool IsSame(Diagnostic? one, Diagnostic? two) => one == two || (one?.Code == JudgingCodes.TooMuchWork && two?.Code == JudgingCodes.TooMuchWork);

        private static (T? Answer, Diagnostic? Error) Try<T>(Func<T> ask)
        {
            try
            {
                return (ask(), null);
            }
            catch (JudgingException error)
            {
                return (default, error.Diagnostic);
            }
        }
    }

    private sealed class Truths(Truth[] of) : IEquatable<Truths>
    {
        public int Length => of.Length;

        public ReadOnlySpan<Truth> AsSpan() => of;

        public bool Equals(Truths? other) => other is not null && of.AsSpan().SequenceEqual(other.AsSpan());

        public override bool Equals(object? obj) => Equals(obj as Truths);

        public override int GetHashCode() => of.Length;

        public override string ToString() => string.Join(", ", of);
    }

    private sealed class Found(Gaps gaps) : IEquatable<Found>
    {
        public Gaps Gaps => gaps;

        public bool Equals(Found? other) => other is not null && ToString() == other.ToString();

        public override bool Equals(object? obj) => Equals(obj as Found);

        public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

        public override string ToString() => string.Join(", ", gaps.Missing.Concat(gaps.Undefined.Select(u => $"{u.Span}: {u.Text}")));
    }
}

// Two engines gave different answers.
internal sealed class EnginesDifferException(string message) : Exception(message);
