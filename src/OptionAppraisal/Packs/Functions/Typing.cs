using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// How types of arguments meet, and the words for those that do not.
internal static class Typing
{
    // A list of anything: the null type meets any element.
    public static ListType AnyList { get; } = new(FactType.Null);

    public static FunctionSignature Signature(params ReadOnlySpan<FunctionParameter> parameters)
    {
        var names = ImmutableArray.CreateBuilder<string>(parameters.Length);
        var required = 0;
        foreach (var parameter in parameters)
        {
            names.Add(parameter.Name);
            required += parameter.IsOptional ? 0 : 1;
        }

        return new(names.MoveToImmutable(), required);
    }

    // The type that two types have in common: a literal takes the other's unit, null meets any; or null where they have none.
    public static FactType? Unify(FactType left, FactType right) => (left, right) switch
    {
        (NullType, _) => right,
        (_, NullType) => left,
        (NumberType { Unit: null }, NumberType) => right,
        (NumberType, NumberType { Unit: null }) => left,
        (ListType a, ListType b) => Unify(a.Element, b.Element) is { } element ? new ListType(element) : null,
        _ => left.Equals(right) ? left : null,
    };

    // The common type of elements given one by one; null with the reason where they have none.
    public static FactType? UnifyAll(ReadOnlySpan<FactType> types, out string? problem)
    {
        problem = null;
        FactType common = FactType.Null;
        foreach (var type in types)
        {
            if (Unify(common, type) is not { } unified)
            {
                problem = Difference(common, type);
                return null;
            }

            common = unified;
        }

        return common;
    }

    // The element type of a list, or the common type of elements given one by one.
    public static FactType? Elements(ImmutableArray<FactType> arguments, out string? problem)
    {
        if (arguments is [ListType list])
        {
            problem = null;
            return list.Element;
        }

        problem = arguments.IsEmpty ? "it needs a list or elements" : null;
        return problem is null ? UnifyAll(arguments.AsSpan(), out problem) : null;
    }

    // The common unit of numbers.
    public static FactType? SameUnit(ImmutableArray<FactType> arguments, out string? problem)
    {
        var common = UnifyAll(arguments.AsSpan(), out problem);
        return common is NullType ? FactType.LiteralNumber : common;
    }

    // The type of the list that is the first argument.
    public static FactType SameList(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = null;
        return arguments[0] is ListType list ? list : AnyList;
    }

    // The type of a list that takes in an element.
    public static FactType? WithElement(FactType list, FactType element, out string? problem)
    {
        var own = list is ListType { Element: var type } ? type : FactType.Null;
        return UnifyAll([own, element], out problem) is { } common ? new ListType(common) : null;
    }

    public static string Difference(FactType left, FactType right) => (left, right) switch
    {
        (NumberType a, NumberType b) => $"{Named(a.Unit)} and {Named(b.Unit)} are different units, and nothing converts",
        (ListType a, ListType b) => $"the elements differ: {Difference(a.Element, b.Element)}",
        (ChoiceType, ChoiceType) => "the choices have different members",
        _ => $"{left} and {right} do not go together",
    };

    public static string? Problem(FunctionParameter parameter, FactType argument)
    {
        if (argument is NullType)
        {
            return null;
        }

        var fits = parameter.Type switch
        {
            NullType => true,
            NumberType { Unit: null } => argument is NumberType,
            NumberType => argument is NumberType { Unit: null or { IsNone: true } },
            ListType => argument is ListType,
            var type => type.Equals(argument),
        };
        return fits ? null : $"`{parameter.Name}` must be {Wanted(parameter.Type)}, not {Given(argument)}";
    }

    // The reason where no form of a function takes so many arguments.
    public static string? CountProblem(int count, ImmutableArray<FunctionSignature> signatures)
    {
        foreach (var signature in signatures)
        {
            if (count >= signature.Required && (signature.IsVariadic || count <= signature.Parameters.Length))
            {
                return null;
            }
        }

        return $"it does not take {count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? "argument" : "arguments")}";
    }

    // The reason where values of a type have no order.
    public static string? OrderProblem(FactType type) => type is NumberType or TextType or DateType or NullType
        ? null
        : $"it takes numbers, texts or dates, not {Given(type)}";

    public static string Given(FactType type) => type switch
    {
        NumberType or TextType or DateType or ReferenceType or ListType => $"a {type}",
        ChoiceType => "a choice",
        BooleanType => "true or false",
        _ => type.ToString(),
    };

    private static string Named(Unit? unit) => unit is null or { Symbol: "" } ? "no unit" : $"`{unit}`";

    private static string Wanted(FactType type) => type switch
    {
        NumberType { Unit: null } => "a number",
        NumberType => "a number without unit",
        ListType => "a list",
        _ => Given(type),
    };
}
