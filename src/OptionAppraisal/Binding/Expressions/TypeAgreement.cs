using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Functions;

namespace OptionAppraisal.Binding.Expressions;

/// <summary>Which types go together, and the words for them.</summary>
internal static class TypeAgreement
{
    /// <summary>The type of two things side by side, or null where they do not go together; <c>null</c> and literal numbers take the other's.</summary>
    public static FactType? Unify(FactType a, FactType b) => Typing.Unify(a, b);

    /// <summary>Whether two types that do not go together differ in their units alone.</summary>
    public static bool DifferInUnit(FactType a, FactType b) => (a, b) switch
    {
        (NumberType, NumberType) => true,
        (ListType x, ListType y) => DifferInUnit(x.Element, y.Element),
        _ => false,
    };

    /// <summary>Whether values of the type have an order.</summary>
    public static bool HasOrder(FactType type) => type is NumberType or DateType or TextType or NullType;

    public static bool IsNumber(FactType type) => type is NumberType or NullType;

    public static bool IsText(FactType type) => type is TextType or NullType;

    public static bool IsCondition(FactType type) => type is BooleanType or NullType;

    /// <summary>The type with its article: `a number of GBP/year`, `true or false`, `a list of dates`.</summary>
    public static string Describe(FactType type) => type switch
    {
        NumberType { Unit: { IsNone: false } unit } => $"a number of {unit}",
        NumberType { Unit: null } => "a number",
        NumberType => "a number without unit",
        BooleanType => "true or false",
        ListType { Element: NullType } => "an empty list",
        ListType list => $"a list, each {Describe(list.Element)}",
        ReferenceType reference => $"a record of `{reference.ListId}`",
        ChoiceType choice => $"a choice of {Members(choice)}",
        NullType => "`null`",
        TextType => "a text",
        DateType => "a date",
        _ => "something else",
    };

    /// <summary>The unit of a number, or of the numbers of a list: `in GBP`, `without unit`.</summary>
    public static string InUnit(FactType type) => type switch
    {
        NumberType { Unit: { IsNone: false } unit } => $"in {unit}",
        ListType list => InUnit(list.Element),
        _ => "without unit",
    };

    private static string Members(ChoiceType choice)
    {
        var names = choice.Members.Take(5).Select(m => $"`{m.Id}`").ToList();
        return choice.Members.Length > names.Count ? string.Join(", ", names) + ", ..." : string.Join(", ", names);
    }
}
