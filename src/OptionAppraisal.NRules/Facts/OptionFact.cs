using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Subjects;

namespace OptionAppraisal.NRules.Facts;

/// <summary>An option of the case in a session of rules.</summary>
public sealed class OptionFact
{
    internal OptionFact(CaseContext context, AppraisalOption option)
    {
        Context = context;
        Option = option;
    }

    /// <summary>The option as it stands.</summary>
    public AppraisalOption Option { get; private set; }

    /// <summary>Its id.</summary>
    public string Id => Option.Id;

    /// <summary>The baseline of its area, which may be the option itself; null where there is none.</summary>
    public AppraisalOption? Baseline => Context.Case.BaselineOf(Option.Area);

    /// <summary>The value of one of its facts; it may be not known.</summary>
    /// <exception cref="ArgumentException">The pack has no such fact of options.</exception>
    public Value ValueOf(string factId)
    {
        var facts = Context.Plan.Pack.Schema.OptionFacts;
        var fact = facts.FirstOrDefault(f => string.Equals(f.Id, factId, StringComparison.Ordinal));
        return fact is not null ? Option.Facts[fact] : throw new ArgumentException($"unknown fact of options `{factId}`: {Suggestion.Help(factId, facts.Select(f => f.Id), "facts of options")}", nameof(factId));
    }

    /// <summary>The value of one of its facts as a number, in the unit of the fact; null where it is not known.</summary>
    /// <exception cref="ArgumentException">The pack has no such fact of options, or it is no number.</exception>
    public decimal? Number(string factId) => ValueOf(factId) switch
    {
        { Kind: ValueKind.Number } number => number.Number,
        { IsUnknown: true } => null,
        _ => throw new ArgumentException($"the fact `{factId}` is no number", nameof(factId)),
    };

    internal CaseContext Context { get; private set; }

    internal void Change(CaseContext context, AppraisalOption option)
    {
        Context = context;
        Option = option;
    }
}
