using OptionAppraisal.Facts;

namespace OptionAppraisal.NRules.Facts;

/// <summary>A record of the case in a session of rules.</summary>
public sealed class RecordFact
{
    internal RecordFact(CaseRecord record) => Record = record;

    /// <summary>The record.</summary>
    public CaseRecord Record { get; }

    /// <summary>The id of its list.</summary>
    public string ListId => Record.List.Id;

    /// <summary>Its id.</summary>
    public string Id => Record.Id;
}
