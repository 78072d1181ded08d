namespace OptionAppraisal.Facts;

/// <summary>A unit of measure: a product of words with whole exponents, such as <c>GBP/year</c>.</summary>
/// <remarks>
/// Nothing converts. No unit, <c>ratio</c> and any product that cancels out are the same dimension; <c>year</c> is <c>years</c>.
/// Equality is of dimension: <see cref="Ratio"/> equals <see cref="None"/>, though it prints as a percentage. Immutable.
/// </remarks>
public sealed class Unit : IEquatable<Unit>
{
    private readonly ImmutableArray<Factor> _factors;

    private Unit(string symbol, ImmutableArray<Factor> factors)
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

        var factors = new List<Factor>();
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
        var factors = new List<Factor>();
        foreach (var (word, exponent) in _factors)
        {
            if (exponent % 2 != 0)
            {
                return null;
            }

            factors.Add(new Factor(word, exponent / 2));
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
            hash.Add(factor.Word, StringComparer.Ordinal);
            hash.Add(factor.Exponent);
        }

        return hash.ToHashCode();
    }

    /// <summary>The unit for a message: its symbol, or <c>no unit</c>.</summary>
    public override string ToString() => Symbol.Length == 0 ? "no unit" : Symbol;

    private Unit Combine(Unit other, int sign)
    {
        var factors = new List<Factor>(_factors);
        foreach (var (word, exponent) in other._factors)
        {
            Multiply(factors, word, sign * exponent);
        }

        return Make(factors);
    }

    // Factors stay in the order of their words.
    private static void Multiply(List<Factor> factors, string word, int exponent)
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

        var at = 0;
        while (at < factors.Count && string.CompareOrdinal(factors[at].Word, word) < 0)
        {
            at++;
        }

        if (at == factors.Count || !string.Equals(factors[at].Word, word, StringComparison.Ordinal))
        {
            factors.Insert(at, new Factor(word, exponent));
        }
        else if (factors[at].Exponent + exponent is var sum and not 0)
        {
            factors[at] = new Factor(word, sum);
        }
        else
        {
            factors.RemoveAt(at);
        }
    }

    private static Unit Make(List<Factor> factors)
    {
        if (factors.Count == 0)
        {
            return None;
        }

        var above = string.Join('*', factors.Where(f => f.Exponent > 0).SelectMany(f => Enumerable.Repeat(f.Word, f.Exponent)));
        var below = string.Concat(factors.Where(f => f.Exponent < 0).SelectMany(f => Enumerable.Repeat("/" + (f.Word == "years" ? "year" : f.Word), -f.Exponent)));
        return new Unit((above.Length == 0 ? "1" : above) + below, [.. factors]);
    }

    // A word and its exponent. A class: code over classes is compiled ahead in the platform, and units are among the first things read.
    private sealed record Factor(string Word, int Exponent);
}
