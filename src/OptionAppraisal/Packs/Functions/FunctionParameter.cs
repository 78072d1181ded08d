using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// A parameter of a fixed type: the plain number type wants no unit, the literal number type takes any, the null type takes anything.
internal sealed record FunctionParameter(string Name, FactType Type, bool IsOptional = false)
{
    public static FunctionParameter Text(string name, bool isOptional = false) => new(name, FactType.Text, isOptional);

    public static FunctionParameter Number(string name, bool isOptional = false) => new(name, FactType.LiteralNumber, isOptional);

    public static FunctionParameter PlainNumber(string name, bool isOptional = false) => new(name, FactType.PlainNumber, isOptional);

    public static FunctionParameter Date(string name) => new(name, FactType.Date);

    public static FunctionParameter List(string name) => new(name, Typing.AnyList);
}
