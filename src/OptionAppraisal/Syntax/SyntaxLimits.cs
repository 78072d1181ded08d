namespace OptionAppraisal.Syntax;

/// <summary>The limits that keep hostile and mistaken documents from costing time or memory.</summary>
internal static class SyntaxLimits
{
    public const int DocumentBytes = 1024 * 1024;

    public const int TextBytes = 64 * 1024;

    public const int Depth = 64;

    public const int Nodes = 50_000;

    public const int ExpressionLength = 4096;

    /// <summary>The height of an expression tree: every later step may recurse over it.</summary>
    public const int ExpressionHeight = 200;
}
