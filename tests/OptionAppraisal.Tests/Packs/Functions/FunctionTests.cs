using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Functions;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Packs.Functions;

public sealed class FunctionTests
{
    public static TheoryData<string> Values =>
    [
        .. CallReader.Lines("numbers.cases.txt"),
        .. CallReader.Lines("texts.cases.txt"),
        .. CallReader.Lines("dates.cases.txt"),
        .. CallReader.Lines("lists.cases.txt"),
    ];

    public static TheoryData<string> Types => [.. CallReader.Lines("types.cases.txt")];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_call_gives_the_value_of_its_case(string line)
    {
        var reader = new CallReader(line);
        var (name, arguments) = reader.Call(r => r.Value());
        var function = Find(name);

        var type = function.TypeOf([.. arguments.Select(TypeOf)], out var refused);
        refused.ShouldBeNull();

        if (reader.Problem() is { } problem)
        {
            Should.Throw<OverflowException>(() => Invoke(function, arguments)).Message.ShouldBe(problem);
            return;
        }

        var expected = reader.Value();
        var actual = Invoke(function, arguments);
        actual.ToString().ShouldBe(expected.ToString());
        actual.ShouldBe(expected);
        Typing.Unify(type!, TypeOf(actual)).ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_call_has_the_type_of_its_case(string line)
    {
        var reader = new CallReader(line);
        var (name, arguments) = reader.Call(r => r.Type());
        var expected = reader.Problem();

        var type = Find(name).TypeOf([.. arguments], out var problem);

        problem.ShouldBe(expected);
        type.ShouldBe(expected is null ? reader.Type() : null);
    }

    // As the language calls it: with something not known only where the function takes that.
    private static Value Invoke(BuiltinFunction function, List<Value> arguments) =>
        function.TakesUnknown || arguments.TrueForAll(a => a.IsKnown) ? function.Invoke([.. arguments]) : Value.Unknown;

    private static BuiltinFunction Find(string name) =>
        name == ".." ? FunctionCatalogue.WholeNumbers : FunctionCatalogue.Find(name) ?? throw new InvalidOperationException(name);

    private static FactType TypeOf(Value value) => value.Kind switch
    {
        ValueKind.Number => FactType.LiteralNumber,
        ValueKind.Boolean => FactType.Boolean,
        ValueKind.Text => FactType.Text,
        ValueKind.Date => FactType.Date,
        ValueKind.Choice => new ChoiceType([new("a", null), new("b", null)]),
        ValueKind.List => new ListType(value.List.Select(TypeOf).Aggregate((FactType)FactType.Null, (a, b) => Typing.Unify(a, b)!)),
        _ => FactType.Null,
    };
}
