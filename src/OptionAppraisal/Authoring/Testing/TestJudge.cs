using OptionAppraisal.Analysis.Explaining;
using OptionAppraisal.Authoring.Coverage;
using OptionAppraisal.Binding.Tests;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using OptionAppraisal.Reporting;
using OptionAppraisal.Results;

namespace OptionAppraisal.Authoring.Testing;

/// <summary>The pass from a test to what it came to.</summary>
internal sealed class TestJudge
{
    private readonly BoundTest _test;
    private readonly Answers _answers;
    private readonly List<TestDifference> _differences = [];
    private readonly List<Diagnostic> _problems = [];
    private readonly CoverageRecorder? _reached;

    private TestJudge(BoundTest test, IEvaluationEngine engine, CoverageRecorder? reached, CancellationToken cancellationToken)
    {
        _test = test;
        _reached = reached;
        _answers = new Answers(test.Given!, test.Expected!, engine, cancellationToken);
    }

    private GivenCase Given => _test.Given!;

    private Expectations Expected => _test.Expected!;

    /// <summary>Judges a test.</summary>
    /// <param name="test">The test.</param>
    /// <param name="engine">The engine that judges the rules.</param>
    /// <param name="reached">Is told what the test reaches; null where nobody wants to know.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static (TestOutcome Outcome, ImmutableArray<TestDifference> Differences) Judge(BoundTest test, IEvaluationEngine engine, CoverageRecorder? reached, CancellationToken cancellationToken)
    {
        // What cannot even be read is not appraised.
        if (test.Expected!.Error is { } error && test.Given!.Problems.Any(p => p.Code.Id == error.Value))
        {
            return (TestOutcome.Passed, []);
        }

        var judge = new TestJudge(test, engine, reached, cancellationToken);
        judge.Judge();
        var outcome = judge._problems.Count > 0 ? TestOutcome.Error : judge._differences.Count > 0 ? TestOutcome.Failed : TestOutcome.Passed;
        return (outcome, [.. judge._differences]);
    }

    /// <summary>A problem that nobody expected, as a difference.</summary>
    public static TestDifference OfProblem(Diagnostic problem) => new("error", "none", $"{problem.Code.Id}: {problem.Message}", $"at {problem.Span}{(problem.Help is { } help ? $"; {help}" : "")}");

    private void Judge()
    {
        JudgeAll();
        if (Expected.Error is not { } error)
        {
            return;
        }

        // What could not be judged for the error expected is as it should be.
        var found = _problems.Find(p => p.Code.Id == error.Value);
        _differences.RemoveAll(d => d.Path == "error");
        if (found is null)
        {
            var first = _problems.FirstOrDefault();
            Differ("error", error.Value, first is null ? "none" : $"{first.Code.Id}: {first.Message}", first is null ? "the case was read and judged without errors" : $"at {first.Span}");
        }

        _problems.Clear();
    }

    private void JudgeAll()
    {
        if (Expected.IsOfTheWhole && _answers.Whole is { Result: null } failed)
        {
            Fail(failed);
            return;
        }

        if (Given.Stage is { } stage && _answers.Whole is { Result: { } result } && _answers.LookedAt is null)
        {
            Differ("stage", stage.Id, result.Stage.Id ?? "none", $"the appraisal did not get so far: {Reasons.OfEnding(result.Stage)}");
            return;
        }

        foreach (var ofOption in Expected.Options)
        {
            JudgeScores(ofOption);
            JudgeDerived(ofOption);
            JudgeGates(ofOption);
            JudgeFindings(ofOption);
            if (_answers.LookedAt is { } whole && ofOption.Option is not null)
            {
                JudgeFigures(ofOption, whole, ResultOf(whole, ofOption));
            }
        }

        if (_answers.LookedAt is { } all)
        {
            JudgeEnding(all);
            _reached?.Add(Expected, all);
        }
    }

    private void JudgeScores(OptionExpectations expected)
    {
        foreach (var (criterion, wanted) in expected.Scores)
        {
            var path = $"{expected.Prefix}scores.{criterion.Id}";
            if (_answers.Law.AllCriteria.All(c => c.Id != criterion.Id))
            {
                Differ(path, wanted.Text, "none", Reasons.NotInForce(Given.Case));
                continue;
            }

            var answer = _answers.ForScore(criterion);
            if (answer.Result is not { } result)
            {
                // Of one criterion alone, that no weight is left only says that it does not apply.
                if (answer.Problems.All(p => p.Code == JudgingCodes.NoWeightLeft))
                {
                    Differ(path, wanted.Text, "none", string.Join("; ", answer.Problems.Select(p => p.Message)));
                }
                else
                {
                    Fail(answer);
                }

                continue;
            }

            var option = ResultOf(result, expected)!;
            if (Reasons.Find(option.Criteria, criterion.Id) is not { } scored)
            {
                Differ(path, wanted.Text, "none", Reasons.NotScored(option, result));
                continue;
            }

            _reached?.Add(scored);
            if (!wanted.Holds(ValueOf(scored.Score), scored.Lowest, scored.Highest))
            {
                Differ(path, wanted.Text, Show(scored.Score, scored.Lowest, scored.Highest), Reasons.OfScore(scored));
            }
        }
    }

    private void JudgeDerived(OptionExpectations expected)
    {
        if (expected.Derived.IsEmpty)
        {
            return;
        }

        var (plan, session) = _answers.Open();
        using (session)
        {
            foreach (var wanted in expected.Derived)
            {
                var rule = plan.Derived.First(d => ReferenceEquals(d.Fact, wanted.Fact)).Rule;
                var subject = wanted.Record is { } record ? Subject.Of(record) : wanted.Fact.Scope.Kind == RuleScopeKind.Option ? Subject.Of(expected.Option!) : Subject.Case;
                try
                {
                    var value = Published(session.Conclude(rule, subject));
                    if (_reached is not null && wanted.Fact.Value is DerivedTableExpression table && DerivedTableReading.RowOf(table, Given.Case, e => ReadAlone(session, e, subject)) is { } row)
                    {
                        _reached.Add(wanted.Fact, row);
                    }

                    if (!wanted.Expected.Holds(value, null, null))
                    {
                        Differ($"{expected.Prefix}derived.{wanted.Path}", wanted.Expected.Text, Reasons.Show(value), Reasons.OfRule(session, rule, subject, value.IsUnknown));
                    }
                }
                catch (JudgingException error)
                {
                    Fail(new Answer(null, [error.Diagnostic]));
                }
            }
        }
    }

    private void JudgeGates(OptionExpectations expected)
    {
        if (expected.Gates.IsEmpty)
        {
            return;
        }

        var answer = _answers.ForGates();
        if (answer.Result is not { } result)
        {
            Fail(answer);
            return;
        }

        // A gate of the case speaks for every option.
        var gates = (ResultOf(result, expected) ?? result.Options.FirstOrDefault())?.Gates ?? [];
        foreach (var (gate, outcome) in expected.Gates)
        {
            var path = $"{expected.Prefix}gates.{gate.Id}";
            if (gates.LastOrDefault(g => g.Gate.Id == gate.Id) is not { } judged)
            {
                Differ(path, outcome, "none", _answers.Law.Gates.Any(g => g.Id == gate.Id) ? Reasons.NotInStage(gate.Stages, result.Stage) : Reasons.NotInForce(Given.Case));
            }
            else if (OutcomeNames.Of(judged.Outcome) is var actual && actual == outcome)
            {
                _reached?.Add(judged);
            }
            else
            {
                Differ(path, outcome, actual, Reasons.OfGate(judged));
            }
        }
    }

    private void JudgeFindings(OptionExpectations expected)
    {
        if (!expected.IsOfAllFindings && !expected.Mentions.Any())
        {
            return;
        }

        var answer = _answers.ForFindings();
        if (answer.Result is not { } result)
        {
            Fail(answer);
            return;
        }

        ImmutableArray<FindingResult> found = [.. expected.IsTop ? result.Findings : [], .. ResultOf(result, expected)?.Findings ?? []];
        _reached?.Add(expected, found, result);
        _differences.AddRange(FindingDifferences.Of(expected, found, result, _answers.Law, Given.Case, (finding, record) => WhyNot(finding, record, expected.Option)));
    }

    // Conclusions that a finding reads are not asked for again: they stand in the result.
    private string WhyNot(Finding finding, CaseRecord? record, AppraisalOption? option)
    {
        var said = $"`{finding.When.Span.Text}` at {finding.When.Span} is false";
        if (finding.Scope.Kind == RuleScopeKind.Record && record is null)
        {
            return $"{said} of every record";
        }

        var (plan, session) = _answers.Open();
        using (session)
        {
            var rule = plan.Findings.First(f => f.Finding.Id == finding.Id).When;
            var subject = finding.Scope.Kind switch
            {
                RuleScopeKind.Record => Subject.Of(record!),
                RuleScopeKind.Option => Subject.Of(option!),
                _ => Subject.Case,
            };
            var read = rule.Operands.Where(o => o.Expression is not ConclusionExpression).Select(o => $"{o.Name} is {Reasons.Show(session.Read(o, subject))}");
            return string.Join("; ", read.Prepend(said));
        }
    }

    private void JudgeFigures(OptionExpectations expected, AppraisalResult result, OptionResult? option)
    {
        if (option is null)
        {
            return;
        }

        if (expected.Total is { } total && !(option.Lowest is { } lowest ? total.Holds(ValueOf(option.Total), lowest, option.Highest) : total.Exactly is { IsUnknown: true }))
        {
            Differ($"{expected.Prefix}total", total.Text, option.Lowest is { } low ? Show(option.Total, low, option.Highest ?? low) : "none", option.Lowest is null ? Reasons.NotScored(option, result) : Reasons.OfCriteria(option.Criteria));
        }

        if (expected.Status is { } status && OutcomeNames.Of(option.Status) is var actual && actual != status.Value)
        {
            Differ($"{expected.Prefix}status", status.Value, actual, Reasons.OfStatus(option));
        }

        if (expected.Rank is { } rank && rank.Value != option.Rank)
        {
            Differ($"{expected.Prefix}rank", Show(rank.Value), Show(option.Rank), Reasons.OfRank(option, result));
        }
    }

    private void JudgeEnding(AppraisalResult result)
    {
        foreach (var wanted in Expected.Recommendations)
        {
            var path = wanted.Area is null ? "recommendation" : $"recommendation.{wanted.Area}";
            var given = result.Recommendations.FirstOrDefault(r => wanted.Area is null || r.Area == wanted.Area);
            if (given?.Option?.Id != wanted.OptionId)
            {
                Differ(path, wanted.OptionId ?? "none", given?.Option?.Id ?? "none", given?.Reason ?? "");
            }
        }

        foreach (var wanted in Expected.Settlements)
        {
            var path = wanted.Area is null ? "settled" : $"settled.{wanted.Area}";
            if (result.Recommendations.FirstOrDefault(r => wanted.Area is null || r.Area == wanted.Area) is { } given && given.Settled != wanted.IsSettled)
            {
                Differ(path, Show(wanted.IsSettled), Show(given.Settled), Reasons.OfSettlement(result, given));
            }
        }

        var stage = result.Stage;
        if (Expected.Stage is { } last && stage.Id != last.Value)
        {
            Differ("stage", last.Value, stage.Id ?? "none", Reasons.OfEnding(stage));
        }

        var ended = Reasons.NameOf(stage.Ended);
        if (Expected.Ended is { } ending && ended != ending.Value)
        {
            Differ("ended", ending.Value, ended, Reasons.OfEnding(stage));
        }

        ImmutableArray<string> waiting = stage.Ended == StageEnding.Waiting ? stage.By : [];
        if (Expected.WaitingFor is { } bodies && !bodies.Value.ToHashSet(StringComparer.Ordinal).SetEquals(waiting))
        {
            Differ("waiting_for", Reasons.List(bodies.Value), Reasons.List(waiting), Reasons.OfEnding(stage));
        }
    }

    private static Truth ReadAlone(IEvaluationSession session, Expression expression, Subject subject) =>
        session.Read(new Operand(expression.Span.Text, expression) { Slots = SlotCounter.Count(expression) }, subject).Truth;

    private static OptionResult? ResultOf(AppraisalResult result, OptionExpectations expected) => result.Options.FirstOrDefault(o => o.Option.Id == expected.Option?.Id);

    private void Differ(string path, string expected, string actual, string because)
    {
        // No path leads to a baseline or a day that a test left out.
        if (Given.IsMadeUp && actual.StartsWith("unknown", StringComparison.Ordinal) && !because.Contains("not given: ", StringComparison.Ordinal) && !because.Contains("out of its domain: ", StringComparison.Ordinal))
        {
            var left = new[] { Given.Case.Baseline is null ? "`baseline`" : null, Given.Case.IsAsOfKnown ? null : "`as_of`" }.OfType<string>();
            because = string.Join("; not given: ", new[] { because, string.Join(", ", left) }.Where(t => t.Length > 0));
        }

        _differences.Add(new TestDifference(path, expected, actual, because));
    }

    private void Fail(Answer answer)
    {
        foreach (var problem in answer.Problems.Where(p => !_problems.Contains(p)))
        {
            _problems.Add(problem);
            _differences.Add(OfProblem(problem));
        }
    }

    // What is not exact is compared as results give it.
    private static Value Published(Value value) => value.Kind == ValueKind.Number ? Value.Of(PlainNumber.Publish(value.Number)) : value;

    private static Value ValueOf(decimal? number) => number is { } known ? Value.Of(known) : Value.Unknown;

    private static string Show(bool isSo) => isSo ? "true" : "false";

    private static string Show(int? rank) => rank?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private static string Show(decimal? number, decimal lowest, decimal highest) =>
        number is { } known ? PlainNumber.Format(known) : $"unknown, {PlainNumber.Format(lowest)} to {PlainNumber.Format(highest)}";
}
