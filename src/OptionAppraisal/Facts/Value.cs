namespace OptionAppraisal.Facts;

/// <summary>A value of a fact or an expression; the default value is not known.</summary>
/// <remarks>
/// Immutable. Numbers are exact decimals without unit (units belong to types). Equality is of content: 1.0 equals 1.00, two not-known
/// values are equal as data (comparison inside expressions follows three-valued logic instead), records are equal by identity.
/// </remarks>
public readonly struct Value : IEquatable<Value>
{
    private readonly decimal _number;
    private readonly object? _object;
    private readonly int _bits;

    private Value(ValueKind kind, decimal number, int bits, object? @object)
    {
        Kind = kind;
        _number = number;
        _bits = bits;
        _object = @object;
    }

    /// <summary>Not known.</summary>
    public static Value Unknown => default;

    /// <summary>True.</summary>
    public static Value True => new(ValueKind.Boolean, 0, 1, null);

    /// <summary>False.</summary>
    public static Value False => new(ValueKind.Boolean, 0, 0, null);

    /// <summary>What the value is.</summary>
    public ValueKind Kind { get; }

    /// <summary>Whether the value is known.</summary>
    public bool IsKnown => Kind != ValueKind.Unknown;

    /// <summary>Whether the value is not known.</summary>
    public bool IsUnknown => Kind == ValueKind.Unknown;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">It is not a number.</exception>
    public decimal Number => Kind == ValueKind.Number ? _number : throw Wrong(ValueKind.Number);

    /// <summary>The truth of a Boolean or of not known.</summary>
    /// <exception cref="InvalidOperationException">It is neither.</exception>
    public Truth Truth => Kind switch
    {
        ValueKind.Boolean => _bits == 1 ? Truth.True : Truth.False,
        ValueKind.Unknown => Truth.Unknown,
        _ => throw Wrong(ValueKind.Boolean),
    };

    /// <summary>The text, or the member of a choice.</summary>
    /// <exception cref="InvalidOperationException">It is neither.</exception>
    public string Text => Kind is ValueKind.Text or ValueKind.Choice ? (string)_object! : throw Wrong(ValueKind.Text);

    /// <summary>The day.</summary>
    /// <exception cref="InvalidOperationException">It is not a date.</exception>
    public DateOnly Date => Kind == ValueKind.Date ? DateOnly.FromDayNumber(_bits) : throw Wrong(ValueKind.Date);

    /// <summary>The record.</summary>
    /// <exception cref="InvalidOperationException">It is not a record.</exception>
    public CaseRecord Record => Kind == ValueKind.Record ? (CaseRecord)_object! : throw Wrong(ValueKind.Record);

    /// <summary>The elements of a list, in order; elements may be not known.</summary>
    /// <exception cref="InvalidOperationException">It is not a list.</exception>
    public ValueList List => Kind == ValueKind.List ? (ValueList)_object! : throw Wrong(ValueKind.List);

    /// <summary>A number.</summary>
    public static Value Of(decimal number) => new(ValueKind.Number, number, 0, null);

    /// <summary>True or false.</summary>
    public static Value Of(bool boolean) => new(ValueKind.Boolean, 0, boolean ? 1 : 0, null);

    /// <summary>A truth: true, false, or not known.</summary>
    public static Value Of(Truth truth) => truth == Truth.Unknown ? default : Of(truth == Truth.True);

    /// <summary>A text.</summary>
    public static Value Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(ValueKind.Text, 0, 0, text);
    }

    /// <summary>A day.</summary>
    public static Value Of(DateOnly date) => new(ValueKind.Date, 0, date.DayNumber, null);

    /// <summary>A record.</summary>
    public static Value Of(CaseRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(ValueKind.Record, 0, 0, record);
    }

    /// <summary>A list.</summary>
    public static Value Of(ValueList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new(ValueKind.List, 0, 0, list);
    }

    /// <summary>A list of the given elements.</summary>
    public static Value ListOf(params ReadOnlySpan<Value> items) => Of(new ValueList([.. items]));

    /// <summary>A member of a choice, by its id.</summary>
    public static Value ChoiceOf(string member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return new(ValueKind.Choice, 0, 0, member);
    }

    /// <inheritdoc/>
    public bool Equals(Value other)
    {
        if (Kind != other.Kind)
        {
            return false;
        }

        return Kind switch
        {
            ValueKind.Unknown => true,
            ValueKind.Number => _number == other._number,
            ValueKind.Boolean or ValueKind.Date => _bits == other._bits,
            ValueKind.Text or ValueKind.Choice => string.Equals((string)_object!, (string)other._object!, StringComparison.Ordinal),
            ValueKind.List => ((ValueList)_object!).Equals((ValueList)other._object!),
            _ => ReferenceEquals(_object, other._object),
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        ValueKind.Number => _number.GetHashCode(),
        ValueKind.Text or ValueKind.Choice => StringComparer.Ordinal.GetHashCode((string)_object!),
        ValueKind.Record or ValueKind.List => _object!.GetHashCode(),
        _ => HashCode.Combine(Kind, _bits),
    };

    /// <summary>Whether two values have the same content.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>Whether two values differ in content.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>The plain text of the value, without unit or title; <c>not known</c> where it is not known.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Unknown => "not known",
        ValueKind.Number => PlainNumber.Format(_number),
        ValueKind.Boolean => _bits == 1 ? "true" : "false",
        ValueKind.Text or ValueKind.Choice => (string)_object!,
        ValueKind.Date => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ValueKind.Record => ((CaseRecord)_object!).Id,
        _ => $"[{string.Join(", ", (ValueList)_object!)}]",
    };

    // The order of two numbers, which both must be; without copying them.
    internal static int CompareNumbers(in Value left, in Value right) => decimal.Compare(left._number, right._number);

    // The order of a number, which it must be, and another.
    internal int CompareTo(decimal other) => decimal.Compare(_number, other);

    // A number as the double nearest to it or next to that, a Boolean as 1 or 0; no number for what is neither.
    internal double Near => Kind switch
    {
        ValueKind.Number => (double)_number,
        ValueKind.Boolean => _bits,
        _ => double.NaN,
    };

    // Whether a Boolean, which it must be, is true.
    internal bool IsTrue => _bits == 1;

    private InvalidOperationException Wrong(ValueKind wanted) => new($"the value is {Kind}, not {wanted}");
}
