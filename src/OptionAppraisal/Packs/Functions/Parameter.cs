using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// A parameter of a fixed type: the plain number type wants no unit, the literal number type takes any, the null type takes anything.
internal readonly record struct Parameter(string Name, FactType Type, bool IsOptional = false)
{
    public static Parameter Text(string name, bool isOptional = false) => new(name, FactType.Text, isOptional);

    public static Parameter Number(string name, bool isOptional = false) => new(name, FactType.LiteralNumber, isOptional);

    public static Parameter PlainNumber(string name, bool isOptional = false) => new(name, FactType.PlainNumber, isOptional);

    public static Parameter Date(string name) => new(name, FactType.Date);

    public static Parameter List(string name) => new(name, Typing.AnyList);
}
