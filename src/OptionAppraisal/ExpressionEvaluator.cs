using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Evaluation.Exact;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Functions;
using OptionAppraisal.Plans;
using OptionAppraisal.Syntax;
using OptionAppraisal.Syntax.Expressions;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal;

/// <summary>The evaluator of single expressions of the rule language, outside any rule pack.</summary>
/// <remarks>
/// Thread-safe. It means what the same text means in a pack: typed when read, exact decimals, three truths. There is no appraisal around it:
/// the names in sight are the inputs, of any number of words (the longest known name is meant).
/// </remarks>
public static class ExpressionEvaluator
{
    /// <summary>The path that problems of the expression are told under.</summary>
    public const string Path = "expression";

    private static readonly ExpressionParser WithoutInputs = new(FunctionCatalogue.Names, []);
    private static readonly ExactEngine Engine = new();
    private static readonly RulePack NoPack = new() { Id = Path, Title = Path, Version = "", Sha256 = "", Schema = new FactSchema([], [], []) };
    private static readonly EvaluationPlan NoPlan = PlanBuilder.Build(NoPack);

    /// <summary>Evaluates an expression and gives problems as data.</summary>
    /// <param name="expression">The expression, of at most 4,096 characters.</param>
    /// <param name="inputs">
    /// The values that it may name: numbers, texts, dates, true and false, and lists of one type. Each has the type of its value; one that is not
    /// known is of any type. A name starts with a letter and has letters, digits, <c>_ . / - ' + * ?</c> and single spaces.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A value, which may be not known, or every problem found.</returns>
    /// <exception cref="ArgumentException">An input is a record or a member of a choice.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static ExpressionOutcome TryEvaluate(string expression, IReadOnlyDictionary<string, Value>? inputs = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(expression);
        inputs ??= ImmutableDictionary<string, Value>.Empty;
        var bag = new DiagnosticBag();
        var scalar = Scalar(expression);
        var facts = InputNames.Define(inputs, scalar.Span.Source!.Span(0, 0), bag);
        if (bag.HasErrors)
        {
            return new(null, bag.ToSorted());
        }

        var schema = new FactSchema(facts, [], []);
        var parser = facts.IsEmpty ? WithoutInputs : new ExpressionParser(FunctionCatalogue.Names, [.. facts.Select(f => f.Id)]);
        var scope = new NameScope(new PackNames(schema, [], []), RuleScope.Case) { IsBare = true };
        var bound = ExpressionBinder.Bind(parser.ParseExpression(scalar, bag), scope, null, bag);
        if (bound is null || bag.HasErrors)
        {
            return new(null, bag.ToSorted());
        }

        var rule = new Rule(RuleKind.DerivedValue, 0, Path, RuleScope.Case, bound, SlotCounter.Count(bound), []);
        using var session = Engine.Open(NoPlan, Case(facts, inputs), null, cancellationToken);
        try
        {
            return new(session.Conclude(rule, Subject.Case), bag.ToSorted());
        }
        catch (JudgingException e)
        {
            bag.Add(e.Diagnostic);
            return new(null, bag.ToSorted());
        }
    }

    /// <summary>Evaluates an expression.</summary>
    /// <param name="expression">The expression, of at most 4,096 characters.</param>
    /// <param name="inputs">The values that it may name, as in <see cref="TryEvaluate"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The value, which may be not known.</returns>
    /// <exception cref="AppraisalException">The expression is wrong, or too large a number comes of it: it holds every problem with its place.</exception>
    /// <exception cref="ArgumentException">An input is a record or a member of a choice.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Value Evaluate(string expression, IReadOnlyDictionary<string, Value>? inputs = null, CancellationToken cancellationToken = default)
    {
        var outcome = TryEvaluate(expression, inputs, cancellationToken);
        return outcome.Value ?? throw new AppraisalException(outcome.Diagnostics);
    }

    private static ScalarNode Scalar(string expression)
    {
        var source = new SourceText(Path, expression);
        // One too long is refused before any of its places is asked for, but for its first.
        var places = Enumerable.Range(0, Math.Min(expression.Length, SyntaxLimits.ExpressionLength) + 1).ToImmutableArray();
        return new ScalarNode(expression, ScalarStyle.Plain, places, source.Span(0, expression.Length));
    }

    private static AppraisalCase Case(ImmutableArray<FactDefinition> facts, IReadOnlyDictionary<string, Value> inputs) => new()
    {
        Rules = NoPack,
        Id = Path,
        Title = Path,
        AsOf = DateOnly.MinValue,
        Facts = new FactValues([.. facts.Select(f => inputs[f.Id])], [.. facts.Select(_ => (Evidence?)null)]),
        Records = [],
        Options = [],
        Sha256 = "",
    };
}
