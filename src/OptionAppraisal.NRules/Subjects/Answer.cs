using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Subjects;

// What a rule concluded about a subject: a value, or the error that it ended in, which is told when somebody asks.
internal readonly struct Answer
{
    private readonly Value _value;
    private readonly JudgingException? _error;

    private Answer(Value value, JudgingException? error, bool isGiven = true)
    {
        _value = value;
        _error = error;
        IsGiven = isGiven;
    }

    // Whether its rule has fired; what a condition found out before that is held back.
    public bool IsGiven { get; }

    public Answer HeldBack => new(_value, _error, isGiven: false);

    public Answer Given => new(_value, _error);

    public bool IsError => _error is not null;

    public Value Value => _error is null ? _value : throw new JudgingException(_error.Diagnostic);

    // An error counts as not known where only the outcome is looked at.
    public Truth Truth => _error is null ? _value.Truth : Truth.Unknown;

    public static Answer To(Rule rule, JudgedSubject subject)
    {
        try
        {
            return new Answer(subject.Context.Expressions.Evaluate(rule, subject.Subject), null);
        }
        catch (JudgingException error)
        {
            return new Answer(default, error);
        }
    }

    // What a part of a rule's expression comes to.
    public static Answer To(Expression part, Rule rule, JudgedSubject subject)
    {
        try
        {
            return new Answer(subject.Context.Expressions.Evaluate(part, rule, subject.Subject), null);
        }
        catch (JudgingException error)
        {
            return new Answer(default, error);
        }
    }

    public static Answer ToCondition(Rule rule, JudgedSubject subject)
    {
        try
        {
            return new Answer(Value.Of(subject.Context.Expressions.Judge(rule, subject.Subject)), null);
        }
        catch (JudgingException error)
        {
            return new Answer(default, error);
        }
    }
}
