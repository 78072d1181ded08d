using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>A stretch of a template: plain words, or a slot that an expression fills.</summary>
internal sealed record TextSegment(string Words, SyntaxNode? Slot, SourceSpan Span);
