using System.Collections.Immutable;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Functions;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Packs.Functions;

public sealed class FunctionCatalogueTests
{
    private const string Promised =
        "sum min max count mean median abs floor ceiling decimal|round up|round down|round half up|round half down|modulo sqrt exp log odd even all any|"
        + "list contains|append concatenate|distinct values|union flatten reverse sort sublist|index of|insert before|remove|string length|upper case|"
        + "lower case|contains|starts with|ends with|substring|substring before|substring after|string join|number string date|day of year|day of week|"
        + "month of year|week of year|months_between";

    private static readonly string[] OfTwoWords =
        ["round up", "round down", "round half up", "round half down", "list contains", "distinct values", "index of", "insert before", "string length",
         "upper case", "lower case", "starts with", "ends with", "substring before", "substring after", "string join", "day of year", "day of week",
         "month of year", "week of year"];

    [Fact]
    public void The_names_are_those_of_the_language_in_order()
    {
        var promised = Promised.Split('|').SelectMany(part => OfTwoWords.Contains(part, StringComparer.Ordinal) ? [part] : part.Split(' '));
        FunctionCatalogue.Names.ShouldBe(promised.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_function_is_found_by_its_own_name_once_made()
    {
        foreach (var function in FunctionCatalogue.All)
        {
            FunctionCatalogue.Find(function.Name).ShouldBeSameAs(function);
        }

        FunctionCatalogue.All.Select(f => f.Name).ShouldBe(FunctionCatalogue.Names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Sum")]
    [InlineData("..")]
    [InlineData("known")]
    [InlineData("not")]
    [InlineData("grade")]
    [InlineData("round  up")]
    public void Another_name_is_not_found(string name) => FunctionCatalogue.Find(name).ShouldBeNull();

    [Fact]
    public void Each_function_says_what_it_gives_in_one_sentence()
    {
        foreach (var function in FunctionCatalogue.All)
        {
            function.Summary.ShouldEndWith(".");
            char.IsUpper(function.Summary[0]).ShouldBeTrue(function.Name);
            function.Summary.Length.ShouldBeLessThan(160, function.Name);
        }
    }

    [Theory]
    [InlineData("substring", "string,start position,length", 2)]
    [InlineData("decimal", "n,scale", 2)]
    [InlineData("floor", "n,scale", 1)]
    [InlineData("abs", "n", 1)]
    [InlineData("sqrt", "number", 1)]
    [InlineData("modulo", "dividend,divisor", 2)]
    [InlineData("list contains", "list,element", 2)]
    [InlineData("index of", "list,match", 2)]
    [InlineData("insert before", "list,position,newItem", 3)]
    [InlineData("sublist", "list,start position,length", 2)]
    [InlineData("string join", "list,delimiter", 1)]
    [InlineData("substring before", "string,match", 2)]
    [InlineData("day of week", "date", 1)]
    [InlineData("months_between", "from,to", 2)]
    [InlineData("number", "from", 1)]
    [InlineData("date", "from", 1)]
    [InlineData("sum", "list", 1)]
    public void Parameters_have_the_names_of_FEEL(string name, string parameters, int required)
    {
        var signature = FunctionCatalogue.Find(name)!.Signatures[0];
        string.Join(',', signature.Parameters).ShouldBe(parameters);
        signature.Required.ShouldBe(required);
    }

    [Fact]
    public void Dates_and_numbers_have_a_form_of_three_parameters()
    {
        FunctionCatalogue.Find("date")!.Signatures[1].Parameters.ShouldBe(["year", "month", "day"]);
        FunctionCatalogue.Find("number")!.Signatures[1].Parameters.ShouldBe(["from", "grouping separator", "decimal separator"]);
    }

    [Fact]
    public void Lists_of_more_than_ten_thousand_elements_overflow()
    {
        var full = Value.Of(new ValueList([.. Enumerable.Range(1, 10_000).Select(i => Value.Of((decimal)i))]));
        var one = Value.ListOf(Value.True);

        Overflows("append", full, Value.True);
        Overflows("insert before", full, Value.Of(1m), Value.True);
        Overflows("concatenate", full, one);
        Overflows("union", full, full);
        Overflows("flatten", Value.ListOf(full, one));
        FunctionCatalogue.WholeNumbers.Invoke([Value.Of(10_000m), Value.Of(1m)]).List.Count.ShouldBe(10_000);
    }

    [Fact]
    public void Texts_of_more_than_65536_characters_overflow()
    {
        var half = Value.Of(new string('a', 32_768));

        Find("string join").Invoke([Value.ListOf(half, half)]).Text.Length.ShouldBe(65_536);
        Overflows("string join", Value.ListOf(half, half), Value.Of("-"));
    }

    // Whatever the types let through gives a value or an overflow, and a value that fits the type.
    [Fact]
    public void No_function_fails_on_arguments_of_types_that_it_takes()
    {
        var random = new Random(2002);
        var calls = 0;
        foreach (var function in FunctionCatalogue.All.Append(FunctionCatalogue.WholeNumbers))
        {
            for (var i = 0; i < 4000; i++)
            {
                var types = Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomType(random)).ToImmutableArray();
                if (function.TypeOf(types, out var problem) is not { } type)
                {
                    problem.ShouldNotBeNullOrEmpty();
                    continue;
                }

                problem.ShouldBeNull();
                var arguments = types.Select(t => RandomValue(random, t, function.TakesUnknown)).ToArray();
                try
                {
                    Fits(function.Invoke(arguments), type).ShouldBeTrue(function.Name);
                }
                catch (OverflowException overflow)
                {
                    overflow.Message.ShouldNotBeNullOrEmpty();
                }

                calls++;
            }
        }

        calls.ShouldBeGreaterThan(10_000);
    }

    private static BuiltinFunction Find(string name) => FunctionCatalogue.Find(name)!;

    private static void Overflows(string name, params Value[] arguments) =>
        Should.Throw<OverflowException>(() => Find(name).Invoke(arguments), name);

    private static FactType RandomType(Random random) => random.Next(9) switch
    {
        0 or 1 => FactType.LiteralNumber,
        2 => FactType.PlainNumber,
        3 => FactType.Text,
        4 => FactType.Boolean,
        5 => FactType.Date,
        6 => new ListType(FactType.LiteralNumber),
        7 => new ListType(FactType.Text),
        _ => new ListType(RandomType(random)),
    };

    private static Value RandomValue(Random random, FactType type, bool mayBeUnknown) =>
        mayBeUnknown && random.Next(5) == 0 ? Value.Unknown : type switch
        {
            NumberType => Value.Of(random.Next(6) switch
            {
                0 => decimal.MaxValue,
                1 => decimal.MinValue,
                2 => 0.0000000000000000000000000001m,
                3 => random.Next(-9, 9) / 4m,
                _ => random.Next(-3, 6),
            }),
            TextType => Value.Of(random.Next(4) switch { 0 => "", 1 => "1,5", 2 => "2002-02-30", _ => "\ud83d\ud83d\udc0ea" }),
            BooleanType => Value.Of(random.Next(2) == 0),
            DateType => Value.Of(random.Next(3) switch { 0 => DateOnly.MinValue, 1 => DateOnly.MaxValue, _ => new DateOnly(2004, 2, 29) }),
            ListType list => Value.Of(new ValueList([.. Enumerable.Range(0, random.Next(4)).Select(_ => RandomValue(random, list.Element, mayBeUnknown: true))])),
            _ => Value.Unknown,
        };

    private static bool Fits(Value value, FactType type) => value.IsUnknown || type switch
    {
        NumberType => value.Kind == ValueKind.Number,
        TextType => value.Kind == ValueKind.Text,
        BooleanType => value.Kind == ValueKind.Boolean,
        DateType => value.Kind == ValueKind.Date,
        ListType list => value.Kind == ValueKind.List && value.List.All(item => Fits(item, list.Element)),
        _ => false,
    };
}
