using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.NRules.Facts;

/// <summary>The value of a derived fact, concluded for the case, an option or a record.</summary>
public sealed class DerivedValueFact
{
    internal DerivedValueFact(DerivedFact fact, AppraisalOption? option, CaseRecord? record, Value value)
    {
        Fact = fact;
        Option = option;
        Record = record;
        Value = value;
    }

    /// <summary>The derived fact.</summary>
    public DerivedFact Fact { get; }

    /// <summary>The id of the derived fact.</summary>
    public string Id => Fact.Id;

    /// <summary>The option; null for what is derived of the case or a record.</summary>
    public AppraisalOption? Option { get; }

    /// <summary>The record; null for what is derived of the case or an option.</summary>
    public CaseRecord? Record { get; }

    /// <summary>The value; it may be not known.</summary>
    public Value Value { get; }
}
