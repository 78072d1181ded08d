namespace OptionAppraisal.Facts;

/// <summary>The three answers to a condition.</summary>
/// <remarks>Source: the truth tables of FEEL (OMG DMN), with not known for null.</remarks>
public enum Truth
{
    /// <summary>Not known: what decides it was not given.</summary>
    Unknown = 0,

    /// <summary>False.</summary>
    False = 1,

    /// <summary>True.</summary>
    True = 2,
}
