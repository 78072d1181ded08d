using OptionAppraisal.Facts;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Facts;

public sealed class DecimalMathematicsTests
{
    public static TheoryData<string> References =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Facts", "reference.cases.txt")).Where(line => line[0] != '#')];

    [Theory]
    [MemberData(nameof(References))]
    public void A_result_is_the_reference_value_to_15_digits(string line)
    {
        var parts = line.Split('(', ')');
        var arguments = parts[1].Split(", ").Select(Number).ToArray();
        var expected = parts[2][4..];

        if (expected == "!")
        {
            Should.Throw<OverflowException>(() => Call(parts[0], arguments));
            return;
        }

        PlainNumber.Format(Call(parts[0], arguments)!.Value).ShouldBe(expected);
    }

    [Theory]
    [InlineData("2", "10", "1024")]
    [InlineData("10", "-2", "0.01")]
    [InlineData("4", "0.5", "2")]
    [InlineData("4", "-0.5", "0.5")]
    [InlineData("8", "-1", "0.125")]
    [InlineData("0.125", "-1", "8")]
    [InlineData("32", "0.2", "2")]
    [InlineData("32", "-0.4", "0.25")]
    [InlineData("1.035", "2", "1.071225")]
    [InlineData("1.035", "9", "1.362897353257122881654296875")]
    [InlineData("0.5", "28", "0.0000000037252902984619140625")]
    [InlineData("2", "95", "39614081257132168796771975168")]
    [InlineData("10", "28", "10000000000000000000000000000")]
    [InlineData("10", "-28", "0.0000000000000000000000000001")]
    [InlineData("-2", "3", "-8")]
    [InlineData("-2", "4", "16")]
    [InlineData("-2", "-1", "-0.5")]
    [InlineData("-1", "79228162514264337593543950335", "-1")]
    [InlineData("-1", "-10000000000000000000000000000", "1")]
    [InlineData("1", "0.3333333333", "1")]
    [InlineData("0", "0", "1")]
    [InlineData("5", "0", "1")]
    [InlineData("0", "2.5", "0")]
    [InlineData("1000", "0", "1")]
    [InlineData("1000", "1", "1000")]
    [InlineData("79228162514264337593543950335", "1", "79228162514264337593543950335")]
    [InlineData("152415765279684", "1.5", "1881675960266558605752")]
    [InlineData("152415765279684", "0.5", "12345678")]
    [InlineData("1.21", "2.5", "1.61051")]
    [InlineData("0.5", "79228162514264337593543950335", "0")]
    [InlineData("2", "-79228162514264337593543950335", "0")]
    [InlineData("0.1", "29", "0")]
    public void A_power_that_a_decimal_holds_is_exact(string number, string exponent, string expected) =>
        PlainNumber.Format(DecimalMathematics.Power(Number(number), Number(exponent))!.Value).ShouldBe(expected);

    [Theory]
    [InlineData("0", "-1")]
    [InlineData("0", "-0.5")]
    [InlineData("-1", "0.5")]
    [InlineData("-8", "-0.2")]
    public void A_power_out_of_the_domain_is_null(string number, string exponent) =>
        DecimalMathematics.Power(Number(number), Number(exponent)).ShouldBeNull();

    [Fact]
    public void A_power_that_is_beyond_a_decimal_until_it_is_rounded_is_given_rounded() =>
        DecimalMathematics.Power(2, 96).ShouldBe(79228162514264300000000000000m);

    [Theory]
    [InlineData("10", "29")]
    [InlineData("2", "97")]
    [InlineData("-2", "97")]
    [InlineData("0.5", "-97")]
    [InlineData("2", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "-79228162514264337593543950335")]
    [InlineData("79228162514264337593543950335", "1.00001")]
    public void A_power_beyond_a_decimal_overflows(string number, string exponent) =>
        Should.Throw<OverflowException>(() => DecimalMathematics.Power(Number(number), Number(exponent)));

    [Fact]
    public void A_root_and_a_logarithm_out_of_the_domain_are_null()
    {
        DecimalMathematics.Sqrt(-1).ShouldBeNull();
        DecimalMathematics.Sqrt(decimal.MinValue).ShouldBeNull();
        DecimalMathematics.Log(0).ShouldBeNull();
        DecimalMathematics.Log(-1).ShouldBeNull();
    }

    [Fact]
    public void The_extremes_of_a_decimal_end()
    {
        DecimalMathematics.Exp(decimal.MinValue).ShouldBe(0);
        Should.Throw<OverflowException>(() => DecimalMathematics.Exp(decimal.MaxValue));
        DecimalMathematics.Sqrt(decimal.MaxValue).ShouldBe(281474976710656m);
        DecimalMathematics.Log(decimal.MaxValue).ShouldBe(66.5421293337547m);
    }

    [Fact]
    public void The_square_of_a_number_of_14_digits_has_that_number_as_its_root()
    {
        var random = new Random(2002);
        for (var i = 0; i < 2000; i++)
        {
            var root = Random(random, 14, 14);
            DecimalMathematics.Sqrt(root * root).ShouldBe(root);
        }
    }

    [Fact]
    public void The_square_of_a_root_is_the_number_to_14_digits()
    {
        var random = new Random(2003);
        for (var i = 0; i < 2000; i++)
        {
            var number = Random(random, 28, 10);
            var root = DecimalMathematics.Sqrt(number)!.Value;
            Math.Abs((root * root / number) - 1).ShouldBeLessThan(0.000_000_000_000_02m);
        }
    }

    [Fact]
    public void The_exponential_of_a_logarithm_is_the_number_to_13_digits()
    {
        var random = new Random(2004);
        for (var i = 0; i < 2000; i++)
        {
            var number = Random(random, 20, 10);
            var back = DecimalMathematics.Exp(DecimalMathematics.Log(number)!.Value);
            Math.Abs((back / number) - 1).ShouldBeLessThan(0.000_000_000_000_1m);
        }
    }

    [Fact]
    public void Roots_exponentials_and_logarithms_never_fall_where_numbers_rise()
    {
        var random = new Random(2005);
        var numbers = Enumerable.Range(0, 3000).Select(_ => Random(random, 6, 5)).Where(n => n < 60).Order().ToArray();
        for (var i = 1; i < numbers.Length; i++)
        {
            var (low, high) = (numbers[i - 1], numbers[i]);
            DecimalMathematics.Sqrt(high)!.Value.ShouldBeGreaterThanOrEqualTo(DecimalMathematics.Sqrt(low)!.Value);
            DecimalMathematics.Log(high)!.Value.ShouldBeGreaterThanOrEqualTo(DecimalMathematics.Log(low)!.Value);
            DecimalMathematics.Exp(high).ShouldBeGreaterThanOrEqualTo(DecimalMathematics.Exp(low));
            DecimalMathematics.Power(high, 0.7m)!.Value.ShouldBeGreaterThanOrEqualTo(DecimalMathematics.Power(low, 0.7m)!.Value);
        }
    }

    [Fact]
    public void A_sum_of_exponents_multiplies_the_powers_to_13_digits()
    {
        var random = new Random(2006);
        for (var i = 0; i < 1000; i++)
        {
            var number = Random(random, 5, 3);
            var (a, b) = (random.Next(-300, 300) / 100m, random.Next(-300, 300) / 100m);
            var product = DecimalMathematics.Power(number, a)!.Value * DecimalMathematics.Power(number, b)!.Value;
            if (product > 0.000_000_1m)
            {
                Math.Abs((DecimalMathematics.Power(number, a + b)!.Value / product) - 1).ShouldBeLessThan(0.000_000_000_000_1m);
            }
        }
    }

    // Up to so many digits, and at least some of them after the point.
    private static decimal Random(Random random, int digits, int decimals)
    {
        var number = 0m;
        for (var i = random.Next(1, digits + 1); i > 0; i--)
        {
            number = (number * 10) + random.Next(1, 10);
        }

        return number * new decimal(1, 0, 0, isNegative: false, (byte)random.Next(0, decimals + 1));
    }

    private static decimal? Call(string name, decimal[] arguments) => name switch
    {
        "sqrt" => DecimalMathematics.Sqrt(arguments[0]),
        "exp" => DecimalMathematics.Exp(arguments[0]),
        "log" => DecimalMathematics.Log(arguments[0]),
        _ => DecimalMathematics.Power(arguments[0], arguments[1]),
    };

    private static decimal Number(string text) => PlainNumber.TryParse(text, out var number) ? number : throw new FormatException(text);
}
