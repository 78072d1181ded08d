namespace OptionAppraisal.Facts;

/// <summary>The rules that a case was read for.</summary>
public interface IRuleSet
{
    /// <summary>The id of the rule pack.</summary>
    string Id { get; }

    /// <summary>The facts that it asks for.</summary>
    FactSchema Schema { get; }
}
