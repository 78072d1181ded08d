namespace OptionAppraisal.Packs.Functions;

/// <summary>The parameters of one form of a function.</summary>
/// <param name="Parameters">The names of the parameters, in order, as used by named arguments.</param>
/// <param name="Required">How many of them must be given.</param>
/// <param name="IsVariadic">Whether the last parameter takes any further arguments.</param>
public sealed record FunctionSignature(ImmutableArray<string> Parameters, int Required, bool IsVariadic = false);
