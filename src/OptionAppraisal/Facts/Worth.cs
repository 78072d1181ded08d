namespace OptionAppraisal.Facts;

// The value of what is not a fact as given: worked out once, kept, and referred to.
internal sealed class Worth(Value value)
{
    public readonly Value Value = value;

    // As of a fact: a number or a Boolean nearly.
    public readonly double Near = value.Near;

    public static Worth True { get; } = new(Value.True);

    public static Worth False { get; } = new(Value.False);
}
