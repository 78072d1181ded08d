using System.Runtime.ExceptionServices;
using NRules;

namespace OptionAppraisal.NRules;

// The firing of a session's rules in waves: rules that fire, then what they concluded goes to the rules that wait for it, all at once.
internal static class Firing
{
    // Conditions are judged as facts go in, so what stops them has to be told there too.
    public static void InsertAll(ISession session, IEnumerable<object> facts)
    {
        try
        {
            session.InsertAll(facts);
        }
        catch (RuleExpressionEvaluationException error) when (error.InnerException is OperationCanceledException cancelled)
        {
            ExceptionDispatchInfo.Throw(cancelled);
        }
    }

    public static void FireAll(ISession session, int most, CancellationToken cancellationToken)
    {
        try
        {
            var left = most;
            do
            {
                left -= session.Fire(left, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                if (left <= 0)
                {
                    throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"the rules fired {most:N0} times and would not end: two of them may set each other off"));
                }
            }
            while (session.PropagateLinked().Any());
        }
        catch (RuleExpressionEvaluationException error) when (error.InnerException is OperationCanceledException cancelled)
        {
            ExceptionDispatchInfo.Throw(cancelled);
        }
    }
}
