using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// A function of one form whose parameters have fixed types.
internal abstract class FixedFunction : BuiltinFunction
{
    private readonly ImmutableArray<FunctionParameter> _parameters;
    private readonly FactType _result;

    protected FixedFunction(string name, FactType result, string summary, params ReadOnlySpan<FunctionParameter> parameters)
    {
        Name = name;
        Summary = summary;
        _result = result;
        _parameters = [.. parameters];
        Signatures = [Typing.Signature(parameters)];
    }

    public sealed override string Name { get; }

    public sealed override string Summary { get; }

    public sealed override ImmutableArray<FunctionSignature> Signatures { get; }

    public sealed override FactType? TypeOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = Typing.CountProblem(arguments.Length, Signatures);
        for (var i = 0; problem is null && i < arguments.Length; i++)
        {
            problem = Typing.Problem(_parameters[i], arguments[i]);
        }

        return problem is null ? ResultOf(arguments, out problem) : null;
    }

    // The type of the result for arguments that fit.
    protected virtual FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = null;
        return _result;
    }
}
