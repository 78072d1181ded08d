using System.Numerics;
using OptionAppraisal.Facts;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Facts;

public sealed class DecimalRoundingTests
{
    // Worked out again with whole numbers of any size.
    [Fact]
    public void A_rounded_number_is_what_whole_numbers_give()
    {
        var random = new Random(2002);
        var bytes = new byte[12];
        for (var i = 0; i < 20_000; i++)
        {
            random.NextBytes(bytes);
            var shift = random.Next(0, 96);
            var digits = new BigInteger(bytes, isUnsigned: true) >> shift;
            var decimals = random.Next(0, 29);
            var number = (decimal)digits * (random.Next(2) == 0 ? -1 : 1) * new decimal(1, 0, 0, isNegative: false, (byte)decimals);
            var scale = random.Next(-29, 29);
            var rounding = (Rounding)random.Next(7);

            var expected = Expected(number, scale, rounding);
            if (expected is { } value)
            {
                DecimalRounding.Round(number, scale, rounding).ShouldBe(value, $"{number} {scale} {rounding}");
            }
            else
            {
                Should.Throw<OverflowException>(() => DecimalRounding.Round(number, scale, rounding));
            }
        }
    }

    private static decimal? Expected(decimal number, int scale, Rounding rounding)
    {
        var digits = Whole(number, 29);
        var step = BigInteger.Pow(10, 29 - scale);
        var floor = BigInteger.Divide(digits, step) - (digits < 0 && digits % step != 0 ? 1 : 0);
        var rest = digits - (floor * step);
        var up = rest != 0 && rounding switch
        {
            Rounding.Floor => false,
            Rounding.Ceiling => true,
            Rounding.Up => digits > 0,
            Rounding.Down => digits < 0,
            _ when rest * 2 != step => rest * 2 > step,
            Rounding.HalfUp => digits > 0,
            Rounding.HalfDown => digits < 0,
            _ => !floor.IsEven,
        };
        var result = (floor + (up ? 1 : 0)) * step;
        return BigInteger.Abs(result) > (BigInteger)decimal.MaxValue * BigInteger.Pow(10, 29) ? null : Decimal(result, 29);
    }

    private static BigInteger Whole(decimal number, int decimals)
    {
        var bits = decimal.GetBits(number);
        var digits = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return digits * BigInteger.Pow(10, decimals - number.Scale) * (number < 0 ? -1 : 1);
    }

    private static decimal Decimal(BigInteger digits, int decimals)
    {
        while (decimals > 0 && digits % 10 == 0)
        {
            digits /= 10;
            decimals--;
        }

        return (decimal)digits * new decimal(1, 0, 0, isNegative: false, (byte)decimals);
    }
}
