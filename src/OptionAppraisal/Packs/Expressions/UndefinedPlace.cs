using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Packs.Expressions;

/// <summary>An expression that was out of its domain, such as a division by zero.</summary>
/// <param name="Text">The expression as written.</param>
/// <param name="Span">Where it is written.</param>
public sealed record UndefinedPlace(string Text, SourceSpan Span);
