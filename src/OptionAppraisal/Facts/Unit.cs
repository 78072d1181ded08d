namespace OptionAppraisal.Facts;

/// <summary>A unit of measure: a product of words with whole exponents, such as <c>GBP/year</c>.</summary>
/// <remarks>
/// Nothing converts. No unit, <c>ratio</c> and any product that cancels out are the same dimension; <c>year</c> is <c>years</c>.
/// Equality is of dimension: <see cref="Ratio"/> equals <see cref="None"/>, though it prints as a percentage. Immutable.
/// </remarks>
public sealed class Unit : IEquatable<Unit>
{
    private readonly ImmutableArray<KeyValuePair<string, int>> _factors;

    private Unit(string symbol, ImmutableArray<KeyValuePair<string, int>> factors)
    {
        Symbol = symbol;
        _factors = factors;
    }

    /// <summary>No unit.</summary>
    public static Unit None { get; } = new("", []);

    /// <summary>A share: without dimension, printed as a percentage.</summary>
    public static Unit Ratio { get; } = new("ratio", []);

    /// <summary>The unit as written or made: <c>GBP/year</c>; empty for no unit.</summary>
    public string Symbol { get; }

    /// <summary>Whether it is without dimension.</summary>
    public bool IsNone => _factors.IsEmpty;

    /// <summary>Reads a unit: words joined by <c>*</c> and <c>/</c>.</summary>
    /// <param name="text">Such as <c>GBP/year</c>, <c>FTE</c>, <c>ratio</c>.</param>
    /// <param name="unit">The unit.</param>
    /// <returns>Whether the text is a unit.</returns>
    public static bool TryParse(string text, out Unit unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        unit = None;
        if (string.Equals(text, "ratio", StringComparison.Ordinal))
        {
            unit = Ratio;
            return true;
        }

        var factors = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var sign = 1;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('*' or '/'))
            {
                continue;
            }

            var word = text[start..i];
            if (word.Length == 0 || !char.IsLetter(word[0]) || !word.All(c => char.IsLetterOrDigit(c) || c == '_'))
            {
                return false;
            }

            Multiply(factors, word, sign);
            sign = i < text.Length && text[i] == '/' ? -1 : 1;
            start = i + 1;
        }

        unit = Make(factors);
        unit = unit.IsNone ? None : new Unit(text, unit._factors);
        return true;
    }

    /// <summary>The product of two units.</summary>
    public Unit Times(Unit other) => Combine(other, 1);

    /// <summary>The quotient of two units.</summary>
    public Unit Per(Unit other) => Combine(other, -1);

    /// <summary>The square root, or null where an exponent is odd.</summary>
    public Unit? Root()
    {
        if (_factors.Any(f => f.Value % 2 != 0))
        {
            return null;
        }

        var factors = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, exponent) in _factors)
        {
            factors[word] = exponent / 2;
        }

        return Make(factors);
    }

    /// <inheritdoc/>
    public bool Equals(Unit? other) => other is not null && _factors.AsSpan().SequenceEqual(other._factors.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var factor in _factors)
        {
            hash.Add(factor.Key, StringComparer.Ordinal);
            hash.Add(factor.Value);
        }

        return hash.ToHashCode();
    }

    /// <summary>The unit for a message: its symbol, or <c>no unit</c>.</summary>
    public override string ToString() => Symbol.Length == 0 ? "no unit" : Symbol;

    private Unit Combine(Unit other, int sign)
    {
        var factors = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, exponent) in _factors)
        {
            factors[word] = exponent;
        }

        foreach (var (word, exponent) in other._factors)
        {
            Multiply(factors, word, sign * exponent);
        }

        return Make(factors);
    }

    private static void Multiply(SortedDictionary<string, int> factors, string word, int exponent)
    {
        word = word switch
        {
            "year" => "years",
            "month" => "months",
            _ => word,
        };
        if (string.Equals(word, "ratio", StringComparison.Ordinal))
        {
            return;
        }

        factors[word] = factors.GetValueOrDefault(word) + exponent;
        if (factors[word] == 0)
        {
            factors.Remove(word);
        }
    }

    private static Unit Make(SortedDictionary<string, int> factors)
    {
        if (factors.Count == 0)
        {
            return None;
        }

        var above = string.Join('*', factors.Where(f => f.Value > 0).SelectMany(f => Enumerable.Repeat(f.Key, f.Value)));
        var below = string.Concat(factors.Where(f => f.Value < 0).SelectMany(f => Enumerable.Repeat("/" + (f.Key == "years" ? "year" : f.Key), -f.Value)));
        return new Unit((above.Length == 0 ? "1" : above) + below, [.. factors]);
    }
}
