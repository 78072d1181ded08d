using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

/// <summary>A built-in function: name, parameters, typing, body and a line of documentation.</summary>
/// <remarks>
/// A file of this folder holds one function. Bodies are pure and never throw on any values of the types that
/// <see cref="TypeOf"/> accepted, but for <see cref="OverflowException"/>; out of the domain gives not known.
/// </remarks>
public abstract class BuiltinFunction
{
    private const int CharactersForAStep = 8;

    /// <summary>The name as written in expressions; words are parted by one space.</summary>
    public abstract string Name { get; }

    /// <summary>The forms of its parameters, tried in order; a call must fit one.</summary>
    public abstract ImmutableArray<FunctionSignature> Signatures { get; }

    /// <summary>What it gives, in one sentence.</summary>
    public abstract string Summary { get; }

    /// <summary>Whether it asks for knowledge or for text and must be called even when an argument is not known.</summary>
    public virtual bool TakesUnknown => false;

    /// <summary>The type of the result for the types of the arguments, or null with a reason when they do not fit.</summary>
    /// <param name="arguments">The types of the arguments, in the order of the parameters; as many as were given.</param>
    /// <param name="problem">Why they do not fit: lower case, no full stop.</param>
    /// <returns>The type of the result, or null.</returns>
    public abstract FactType? TypeOf(ImmutableArray<FactType> arguments, out string? problem);

    /// <summary>The result for known arguments (lists may hold elements that are not known).</summary>
    /// <param name="arguments">The arguments, as many as were given.</param>
    /// <returns>The result; not known where the arguments are out of the domain.</returns>
    /// <exception cref="OverflowException">A number leaves the range of a decimal, or a list or text its limit.</exception>
    public abstract Value Invoke(ReadOnlySpan<Value> arguments);

    // What a call costs beyond the one step of any expression, for the limit of steps: about 30 ns each.
    internal virtual long Work(ReadOnlySpan<Value> arguments)
    {
        var work = 0L;
        foreach (ref readonly var argument in arguments)
        {
            work += argument.Kind switch
            {
                ValueKind.List => argument.List.Size,
                ValueKind.Text => argument.Text.Length / CharactersForAStep,
                _ => 0,
            };
        }

        return work;
    }

    // Looking for a text in a text may compare all of the one at each place of the other.
    internal static long SearchWork(ReadOnlySpan<Value> arguments) =>
        (long)arguments[0].Text.Length * (arguments[1].Text.Length + CharactersForAStep) / 512;
}
