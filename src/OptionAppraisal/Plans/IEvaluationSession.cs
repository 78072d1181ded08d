using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Plans;

/// <summary>One judging of one case: asked rule by rule, in any order, by one thread.</summary>
/// <remarks>Findings that read conclusions are asked after <see cref="Learn"/>.</remarks>
public interface IEvaluationSession : IDisposable
{
    /// <summary>What a rule concludes for a subject: a truth for conditions, else a value; either may be not known.</summary>
    /// <exception cref="JudgingException">An error at run time, such as an overflow, with its place.</exception>
    Value Conclude(Rule rule, Subject subject);

    /// <summary>What a condition concludes for a subject.</summary>
    /// <exception cref="JudgingException">An error at run time, such as an overflow, with its place.</exception>
    Truth Judge(Rule rule, Subject subject) => Conclude(rule, subject).Truth;

    /// <summary>What the conditions of the rows of a table conclude for a subject, in order.</summary>
    /// <param name="rows">The rules of the rows.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="untilTrue">Whether to stop after the first that is true.</param>
    /// <param name="truths">A place for each row's truth.</param>
    /// <returns>The number of rows judged.</returns>
    /// <exception cref="JudgingException">An error at run time, such as an overflow, with its place.</exception>
    int JudgeRows(ImmutableArray<Rule> rows, Subject subject, bool untilTrue, Span<Truth> truths)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            truths[i] = Judge(rows[i], subject);
            if (untilTrue && truths[i] == Truth.True)
            {
                return i + 1;
            }
        }

        return rows.Length;
    }

    /// <summary>The value of an operand of a rule, for the trace.</summary>
    /// <exception cref="JudgingException">An error at run time.</exception>
    Value Read(Operand operand, Subject subject);

    /// <summary>Why the conclusion of a rule is not known: adds the facts not given and what was out of the domain, in text order.</summary>
    void Explain(Rule rule, Subject subject, Gaps gaps);

    /// <summary>Tells the session the scores, gates and dissent that findings read.</summary>
    void Learn(IConclusions conclusions);
}

/// <summary>Whom a rule is asked about.</summary>
/// <param name="Option">The option, for rules of options; otherwise null.</param>
/// <param name="Record">The record, for rules of records; otherwise null.</param>
public readonly record struct Subject(AppraisalOption? Option, CaseRecord? Record)
{
    /// <summary>The area for which criteria are chosen; that of the option where there is one.</summary>
    public CaseRecord? Area { get; init; } = Option?.Area;

    /// <summary>The case itself.</summary>
    public static Subject Case => default;

    /// <summary>An option.</summary>
    public static Subject Of(AppraisalOption option) => new(option, null);

    /// <summary>The case, for the options of one area.</summary>
    public static Subject OfArea(CaseRecord? area) => new(null, null) { Area = area };

    /// <summary>A record.</summary>
    public static Subject Of(CaseRecord record) => new(null, record);
}

/// <summary>The conclusions of an appraisal that findings read.</summary>
public interface IConclusions
{
    /// <summary>The value of a conclusion for an option (null for a case gate read in the scope of the case or a record).</summary>
    Value ValueOf(ConclusionExpression conclusion, AppraisalOption? option);

    /// <summary>Adds what makes a conclusion not known.</summary>
    void Explain(ConclusionExpression conclusion, AppraisalOption? option, Gaps gaps);
}
