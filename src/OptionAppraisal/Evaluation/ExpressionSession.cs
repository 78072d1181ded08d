using System.Diagnostics.CodeAnalysis;
using OptionAppraisal.Evaluation.Exact;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation;

/// <summary>The values of a plan's expressions over a case, for engines that decide by themselves which rules to judge, and when.</summary>
/// <remarks>
/// It works out no derived fact: those that an expression reads come from the engine. For one thread at a time. Steps count against the
/// limit of the appraisal, as those of the exact engine do.
/// </remarks>
[SuppressMessage("Reliability", "CA1001", Justification = "The session inside holds nothing beyond memory.")]
public sealed class ExpressionSession : ICountsSteps
{
    private readonly ExactSession _session;

    /// <summary>A session for one stage of one case.</summary>
    /// <param name="plan">The plan that the rules are of.</param>
    /// <param name="appraisalCase">The case.</param>
    /// <param name="stage">The stage; null where the pack has none.</param>
    /// <param name="derived">The derived facts that expressions read.</param>
    /// <param name="cancellationToken">Stops long work; looked at every few thousand steps.</param>
    public ExpressionSession(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, IDerivedFacts derived, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(appraisalCase);
        ArgumentNullException.ThrowIfNull(derived);
        _session = new ExactSession(ExactPlan.Of(plan), appraisalCase, stage, derived, cancellationToken);
    }

    /// <inheritdoc/>
    public long Spent => _session.Spent;

    /// <inheritdoc/>
    public void Spend(long steps) => _session.Spend(steps);

    /// <summary>The value of the expression of a rule for a subject; it may be not known.</summary>
    /// <exception cref="JudgingException">An error at run time, such as an overflow, with its place.</exception>
    public Value Evaluate(Rule rule, Subject subject)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return _session.Conclude(rule, subject);
    }

    /// <summary>The truth of the condition of a rule for a subject.</summary>
    /// <exception cref="JudgingException">An error at run time, such as an overflow, with its place.</exception>
    public Truth Judge(Rule rule, Subject subject)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return _session.Judge(rule, subject);
    }

    /// <summary>The value of an expression that is part of a rule's, for a subject; it may be not known.</summary>
    /// <param name="part">The part; it binds no variable of what it stands in.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="subject">The subject.</param>
    /// <exception cref="JudgingException">An error at run time, such as an overflow, with its place.</exception>
    public Value Evaluate(Expression part, Rule rule, Subject subject)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(rule);
        return _session.Read(new Operand("", part) { Slots = rule.Slots }, subject);
    }

    /// <summary>The value of an operand of a rule, for the trace.</summary>
    /// <exception cref="JudgingException">An error at run time.</exception>
    public Value Read(Operand operand, Subject subject)
    {
        ArgumentNullException.ThrowIfNull(operand);
        return _session.Read(operand, subject);
    }

    /// <summary>Why the value of a rule's expression is not known: adds the facts not given and what was out of the domain, in text order.</summary>
    public void Explain(Rule rule, Subject subject, Gaps gaps)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(gaps);
        _session.Explain(rule, subject, gaps);
    }

    /// <summary>Tells the session the scores, gates and dissent that findings read.</summary>
    public void Learn(IConclusions conclusions) => _session.Learn(conclusions);
}
