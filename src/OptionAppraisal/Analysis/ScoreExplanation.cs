using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Analysis;

/// <summary>Why an option scored as it did: from the total to leaf, row and fact, with what nearly held and what is missing.</summary>
/// <remarks>
/// Immutable. It is read from a result and from the rules asked once more, so that every engine explains alike; it never changes a figure.
/// An excluded option has gates and no criteria, because it is not scored.
/// </remarks>
public sealed record ScoreExplanation
{
    /// <summary>How many derived facts deep values are unfolded where nobody says otherwise.</summary>
    public const int DefaultDepth = 8;

    /// <summary>The result that is explained; for an option that left in an earlier stage that of this stage.</summary>
    public required AppraisalResult Result { get; init; }

    /// <summary>The option.</summary>
    public required OptionResult Option { get; init; }

    /// <summary>The option in the result that was asked about, where it had left in an earlier stage; otherwise null.</summary>
    public OptionResult? Final { get; init; }

    /// <summary>The one criterion that was asked about, or null for all of the option.</summary>
    public CriterionResult? Criterion { get; init; }

    /// <summary>The gates, part by part; empty where one criterion was asked about.</summary>
    public required ImmutableArray<GateExplanation> Gates { get; init; }

    /// <summary>The criteria: the top of the tree, or the one asked about.</summary>
    public required ImmutableArray<CriterionExplanation> Criteria { get; init; }

    /// <summary>The explanation of an option.</summary>
    /// <param name="result">The result.</param>
    /// <param name="optionId">The option.</param>
    /// <param name="criterionId">One criterion, leaf or branch; null for all of the option.</param>
    /// <param name="plan">The plan of the result's pack.</param>
    /// <param name="engine">The engine that is asked.</param>
    /// <param name="depth">How many derived facts deep values are unfolded, 0 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The result has no such option, or the pack no such criterion.</exception>
    public static ScoreExplanation Of(
        AppraisalResult result, string optionId, string? criterionId, EvaluationPlan plan, IEvaluationEngine engine, int depth = DefaultDepth, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(engine);
        var option = result.Options.FirstOrDefault(o => o.Option.Id == optionId)
            ?? throw new ArgumentException($"the case has no option {optionId}", nameof(optionId));
        if (criterionId is not null && !result.Pack.AllCriteria.Any(c => c.Id == criterionId))
        {
            throw new ArgumentException($"the rules have no criterion {criterionId}", nameof(criterionId));
        }

        // An option that left before is explained in the stage in which it left.
        var final = option;
        if (result.EarlierStages.FirstOrDefault(e => e.Stage.Id == final.LeftIn) is { } stage && stage.Options.FirstOrDefault(o => o.Option.Id == optionId) is { } before)
        {
            (result, option) = (stage, before);
        }

        depth = Math.Max(0, depth);
        using var session = engine.Open(plan, result.Case, result.Stage.Stage, cancellationToken);
        using var spare = engine.Open(plan, result.Case, result.Stage.Stage, cancellationToken);
        var explainer = new Explaining.OptionExplainer(result, option, plan, session, spare, depth);
        return explainer.Explain(criterionId, GateOf) with { Final = ReferenceEquals(final, option) ? null : final };

        GateExplanation GateOf(GateResult gate)
        {
            if (gate.StageId == result.Stage.Id || result.EarlierStages.FirstOrDefault(e => e.Stage.Id == gate.StageId) is not { } judged)
            {
                return explainer.Explain(gate);
            }

            using var then = engine.Open(plan, result.Case, judged.Stage.Stage, cancellationToken);
            using var thenSpare = engine.Open(plan, result.Case, judged.Stage.Stage, cancellationToken);
            return new Explaining.OptionExplainer(judged, judged.Options.First(o => o.Option.Id == optionId), plan, then, thenSpare, depth).Explain(gate);
        }
    }
}

/// <summary>Why a gate came out as it did.</summary>
/// <param name="Result">The outcome.</param>
/// <param name="Applies">What decides whether it applies; null for always.</param>
/// <param name="Parts">Its parts, in order.</param>
public sealed record GateExplanation(GateResult Result, ConditionExplanation? Applies, ImmutableArray<GatePartExplanation> Parts);

/// <summary>Why a part of a gate came out as it did.</summary>
/// <param name="Result">The outcome.</param>
/// <param name="Condition">What it asks.</param>
public sealed record GatePartExplanation(GatePartResult Result, ConditionExplanation Condition);

/// <summary>A condition with its tests and what they read.</summary>
/// <param name="Text">The condition as written.</param>
/// <param name="At">Where it is written.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="Tests">The tests that must all hold.</param>
/// <param name="Values">The values that they read, each once, in text order.</param>
public sealed record ConditionExplanation(string Text, SourceSpan At, Truth Outcome, ImmutableArray<TestExplanation> Tests, ImmutableArray<ValueExplanation> Values);

/// <summary>Why a criterion scored as it did.</summary>
/// <param name="Result">The score with its bounds, its share and what is missing.</param>
/// <param name="Of">The value that bands, levels, a curve or a line look up, or the expression of a formula; otherwise null.</param>
/// <param name="Values">What the rows of a table read, each once, in text order; otherwise empty.</param>
/// <param name="Rows">The rows of a table, the bands or the levels; otherwise empty.</param>
/// <param name="Line">The straight stretch that a curve or a line is read off; otherwise null.</param>
/// <param name="Bodies">For a judged criterion the scores by body; otherwise empty.</param>
/// <param name="Children">The criteria below a branch.</param>
public sealed record CriterionExplanation(
    CriterionResult Result,
    ValueExplanation? Of,
    ImmutableArray<ValueExplanation> Values,
    ImmutableArray<RowExplanation> Rows,
    LineExplanation? Line,
    ImmutableArray<BodyExplanation> Bodies,
    ImmutableArray<CriterionExplanation> Children);
