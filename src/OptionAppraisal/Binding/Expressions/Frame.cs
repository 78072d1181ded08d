using OptionAppraisal.Facts;

namespace OptionAppraisal.Binding.Expressions;

/// <summary>A variable in sight while its expression is bound: one of <c>some every for</c>, or the element inside brackets.</summary>
internal sealed record Frame(string Name, bool IsItem, int Slot, FactType Type, Frame? Outer)
{
    public const string Item = "item";
}

/// <summary>The type expected beside an expression that could not be bound: names that are not known are then passed over in silence.</summary>
internal sealed record NoType : FactType
{
    public static NoType Instance { get; } = new();
}
