using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Packs.Functions;
using OptionAppraisal.Syntax.Expressions;

namespace OptionAppraisal.Binding.Expressions;

// Calls: the two that are syntax (`not`, `known`), those that come later, and the catalogue's.
internal sealed partial class BindingPass
{
    private static readonly ImmutableArray<string> Later =
    [
        "mode", "product", "split", "replace", "matches", "stddev", "time", "duration", "date and time", "years and months duration",
        "context", "get value", "get entries",
    ];

    private Expression? Call(CallSyntax syntax, FactType? expected)
    {
        var name = syntax.Function.Name;
        if (name is "not" or "known")
        {
            return Question(syntax, name == "not");
        }

        if (name is "grade")
        {
            return Grade(syntax);
        }

        if (Later.Contains(name, StringComparer.Ordinal))
        {
            return Report(ExpressionCodes.NotInThisVersion, syntax.Function.Span, $"the function `{name}` is not in this version", "leave it out");
        }

        if (FunctionCatalogue.Find(name) is not { } function)
        {
            BindAll(syntax.Arguments, NoType.Instance);
            var help = Find(name).Sight != Sight.None
                ? $"`{name}` is a fact or variable: write it without brackets"
                : Suggestion.Help(name, [.. FunctionCatalogue.Names, "not", "known", "grade"], "functions");
            return Report(ExpressionCodes.UnknownFunction, syntax.Function.Span, $"there is no function `{name}`", help);
        }

        if (InOrder(syntax, function) is not { } written)
        {
            BindAll(syntax.Arguments, NoType.Instance);
            return null;
        }

        if (expected is AnyDepthType anyDepth && function.Name == "append")
        {
            return AppendedAtAnyDepth(syntax, function, written, anyDepth);
        }

        return Arguments(written, function.Name == "flatten" ? AnyDepthType.Instance : null) is { } arguments ? Invocation(syntax, function, arguments) : null;
    }

    /// <summary>`flatten(append(xs, ys))`: where depth does not matter, a list may be added beside elements.</summary>
    private Expression? AppendedAtAnyDepth(CallSyntax syntax, BuiltinFunction function, ImmutableArray<SyntaxNode> written, AnyDepthType anyDepth)
    {
        if (Arguments(written, anyDepth) is not { } arguments)
        {
            return null;
        }

        var element = arguments[0].Type is ListType list ? list.Element : null;
        for (var i = 1; i < arguments.Length && element is not null; i++)
        {
            element = Together(element, arguments[i].Type, true);
        }

        // What still does not go together is reported as for any other list.
        return element is null ? Invocation(syntax, function, arguments) : Made(new CallExpression(function, arguments.AsSpan(), new ListType(element), syntax.Span));
    }

    private Expression? Invocation(CallSyntax syntax, BuiltinFunction function, ImmutableArray<Expression> arguments)
    {
        if (function.TypeOf([.. arguments.Select(a => a.Type)], out var problem) is { } type)
        {
            return Made(new CallExpression(function is Flatten ? Flatten.Of(arguments[0].Type) : function, arguments.AsSpan(), type, syntax.Span));
        }

        return Report(
            ExpressionCodes.WrongArgumentType,
            syntax.Span,
            $"`{function.Name}` does not take {(arguments is [var only] ? Quote(only.Span) : "these arguments")}: {problem ?? "the types do not fit"}",
            $"its form is {Forms(function)}");
    }

    private Expression? Question(CallSyntax syntax, bool isNot)
    {
        var name = syntax.Function.Name;
        if (syntax.Arguments is not [var argument])
        {
            BindAll(syntax.Arguments, NoType.Instance);
            return Report(
                ExpressionCodes.WrongArgumentCount,
                syntax.Span,
                $"`{name}` takes one argument, not {Count(syntax.Arguments.Length)}",
                isNot ? "several tests may stand in `not(...)` in a cell alone" : "ask of each: `known(a) and known(b)`");
        }

        if (argument.Name is { } named && !(isNot && named.Name == "negand"))
        {
            Bind(argument.Value, NoType.Instance);
            return Report(ExpressionCodes.WrongArgumentName, named.Span, $"`{name}` has no argument `{named.Name}`", $"write `{name}(...)` without a name");
        }

        if (isNot)
        {
            return Condition(argument.Value) is { } condition ? Made(new NotExpression(condition, syntax.Span)) : null;
        }

        return Bind(argument.Value) is { } operand ? Asked(operand, true, syntax.Span) : null;
    }

    private void BindAll(ImmutableArray<ArgumentSyntax> arguments, FactType? expected)
    {
        foreach (var argument in arguments)
        {
            Bind(argument.Value, expected);
        }
    }

    /// <summary>The arguments in the order of the function's parameters, or null where they do not fit a form of it.</summary>
    private ImmutableArray<SyntaxNode>? InOrder(CallSyntax syntax, BuiltinFunction function)
    {
        var named = syntax.Arguments.Count(a => a.Name is not null);
        if (named == 0)
        {
            var count = syntax.Arguments.Length;
            if (function.Signatures.Any(s => count >= s.Required && (s.IsVariadic || count <= s.Parameters.Length)))
            {
                return [.. syntax.Arguments.Select(a => a.Value)];
            }

            Report(
                ExpressionCodes.WrongArgumentCount,
                syntax.Span,
                $"`{function.Name}` does not take {(count == 1 ? "1 argument" : $"{Count(count)} arguments")}",
                $"its form is {Forms(function)}");
            return null;
        }

        if (named < syntax.Arguments.Length)
        {
            Report(
                ExpressionCodes.WrongArgumentName,
                syntax.Arguments.First(a => a.Name is null).Span,
                "arguments with and without a name cannot stand together",
                $"name all or none; the form is {Forms(function)}");
            return null;
        }

        return Named(syntax, function);
    }

    private ImmutableArray<SyntaxNode>? Named(CallSyntax syntax, BuiltinFunction function)
    {
        var given = new Dictionary<string, SyntaxNode>(StringComparer.Ordinal);
        var known = function.Signatures.SelectMany(s => s.Parameters).ToList();
        var good = true;
        foreach (var argument in syntax.Arguments)
        {
            var name = argument.Name!.Name;
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                Report(ExpressionCodes.WrongArgumentName, argument.Name.Span, $"`{function.Name}` has no argument `{name}`", Suggestion.Help(name, known, "arguments"));
                good = false;
            }
            else if (!given.TryAdd(name, argument.Value))
            {
                Report(ExpressionCodes.WrongArgumentName, argument.Name.Span, $"the argument `{name}` is given twice", "give it once");
                good = false;
            }
        }

        if (!good)
        {
            return null;
        }

        foreach (var signature in function.Signatures)
        {
            // Arguments are passed in order, so a later one needs those before it.
            if (given.Count >= signature.Required
                && given.Count <= signature.Parameters.Length
                && signature.Parameters.Take(given.Count).All(given.ContainsKey))
            {
                return [.. signature.Parameters.Take(given.Count).Select(p => given[p])];
            }
        }

        Report(ExpressionCodes.WrongArgumentCount, syntax.Span, $"these arguments of `{function.Name}` do not make up a call", $"its form is {Forms(function)}");
        return null;
    }

    // A bare word is a member of the choice that another argument is, or is a list of.
    private ImmutableArray<Expression>? Arguments(ImmutableArray<SyntaxNode> written, AnyDepthType? depth)
    {
        var bound = new Expression?[written.Length];
        for (var i = 0; i < written.Length; i++)
        {
            bound[i] = WaitsForChoice(written[i]) && written.Length > 1 ? null : Bind(written[i], depth);
        }

        var failed = Enumerable.Range(0, written.Length).Any(i => bound[i] is null && !WaitsForChoice(written[i]));
        var choice = bound.Select(b => ChoiceOf(b?.Type)).FirstOrDefault(c => c is not null);
        for (var i = 0; i < written.Length; i++)
        {
            if (bound[i] is null && written.Length > 1 && WaitsForChoice(written[i]))
            {
                FactType? expected = choice is null ? null : written[i] is ListSyntax ? new ListType(choice) : choice;
                bound[i] = Bind(written[i], failed && expected is null ? NoType.Instance : expected);
            }
            else if (bound[i]?.Type is not ChoiceType && IsAlike(written[i], choice))
            {
                bound[i] = null;
            }
        }

        return bound.Any(b => b is null) ? null : [.. bound.Select(b => b!)];
    }

    private static ChoiceType? ChoiceOf(FactType? type) => type switch
    {
        ChoiceType choice => choice,
        ListType list => ChoiceOf(list.Element),
        _ => null,
    };

    private static string Forms(BuiltinFunction function) => string.Join(" or ", function.Signatures.Select(s => $"`{function.Name}({Form(s)})`"));

    private static string Form(FunctionSignature signature)
    {
        var words = signature.Parameters.Select((p, i) => i < signature.Required ? p : $"{p}?");
        return string.Join(", ", words) + (signature.IsVariadic ? ", ..." : "");
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
