using OptionAppraisal.Facts;

namespace OptionAppraisal.Binding.Expressions;

/// <summary>A variable in sight while its expression is bound: one of <c>some every for</c>, or the element inside brackets.</summary>
internal sealed record Frame(string Name, bool IsItem, int Slot, FactType Type, Frame? Outer)
{
    public const string Item = "item";
}

/// <summary>The type of what could not be bound: nothing is asked of it, and a word beside it that is a member of some choice is passed over.</summary>
internal sealed record NoType : FactType
{
    public static NoType Instance { get; } = new();
}

/// <summary>What is expected beside a grade: a text, of which four may be written as bare words.</summary>
internal sealed record GradeType : FactType
{
    public static GradeType Instance { get; } = new();
}

/// <summary>What `flatten` expects: a list written out may hold elements and lists of them side by side, and is typed by the elements.</summary>
internal sealed record AnyDepthType : FactType
{
    public static AnyDepthType Instance { get; } = new();
}
