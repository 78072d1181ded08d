namespace OptionAppraisal.Facts;

/// <summary>What a value is.</summary>
public enum ValueKind
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>An exact decimal number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A member of a choice.</summary>
    Choice,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A record of a list of the case.</summary>
    Record,

    /// <summary>A list of values.</summary>
    List,
}
