using System.Collections.Immutable;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Packs.Functions;

namespace OptionAppraisal.Tests.Evaluation;

// Expressions and rules written in code, each with its own small place.
internal static class Write
{
    private static int s_line;

    public static SourceSpan Place(string text)
    {
        var line = Interlocked.Increment(ref s_line) % 50;
        return new SourceSpan(new SourceText("test.pack.yaml", new string('\n', line) + text), line, text.Length);
    }

    public static Expression Number(decimal number) => new ConstantExpression(Value.Of(number), FactType.LiteralNumber, Place(PlainNumber.Format(number)));

    public static Expression Truth(bool? truth) => new ConstantExpression(truth is { } t ? Value.Of(t) : Value.Unknown, FactType.Boolean, Place($"{truth}"));

    public static Expression Null(FactType type) => new ConstantExpression(Value.Unknown, type, Place("null"));

    public static Expression Text(string text) => new ConstantExpression(Value.Of(text), FactType.Text, Place($"\"{text}\""));

    public static Expression Choice(string member, FactType type) => new ConstantExpression(Value.ChoiceOf(member), type, Place(member));

    public static Expression Compare(Expression left, ComparisonOperator comparison, Expression right) =>
        new ComparisonExpression(comparison, left, right, Place($"{left} {comparison} {right}"));

    public static Expression AtLeast(Expression left, decimal right) => Compare(left, ComparisonOperator.GreaterOrEqual, Number(right));

    public static Expression Equal(Expression left, decimal right) => Compare(left, ComparisonOperator.Equal, Number(right));

    public static Expression And(params Expression[] operands) => new LogicalExpression(true, operands, Place(string.Join(" and ", operands.Select(o => $"{o}"))));

    public static Expression Or(params Expression[] operands) => new LogicalExpression(false, operands, Place(string.Join(" or ", operands.Select(o => $"{o}"))));

    public static Expression Not(Expression operand) => new NotExpression(operand, Place($"not({operand})"));

    public static Expression Known(Expression operand) => new NullTestExpression(operand, true, Place($"known({operand})"));

    public static Expression If(Expression condition, Expression then, Expression @else) => new IfExpression(condition, then, @else, then.Type, Place($"if {condition} then {then} else {@else}"));

    public static Expression Arithmetic(Expression left, ArithmeticOperator arithmetic, Expression right) =>
        new ArithmeticExpression(arithmetic, left, right, left.Type, Place($"{left} {arithmetic} {right}"));

    public static Expression Divide(Expression left, Expression right) => Arithmetic(left, ArithmeticOperator.Divide, right);

    public static Expression Call(string function, params Expression[] arguments)
    {
        var found = FunctionCatalogue.Find(function) ?? throw new ArgumentException("no such function", nameof(function));
        var type = found.TypeOf([.. arguments.Select(a => a.Type)], out var problem) ?? throw new ArgumentException(problem, nameof(arguments));
        return new CallExpression(found, arguments, type, Place($"{function}({string.Join(", ", arguments.Select(a => $"{a}"))})"));
    }

    public static Expression ListOf(params Expression[] items) => new ListExpression(items, new ListType(items.Length == 0 ? FactType.Null : items[0].Type), Place($"[{string.Join(", ", items.Select(i => $"{i}"))}]"));

    public static Expression Local(int slot, FactType type) => new LocalExpression(slot, $"x{slot}", type, Place($"x{slot}"));

    public static Expression Some(Expression list, Expression condition, int slot = 0) => new QuantifiedExpression(false, slot, list, condition, Place($"some x in {list} satisfies {condition}"));

    public static Expression Every(Expression list, Expression condition, int slot = 0) => new QuantifiedExpression(true, slot, list, condition, Place($"every x in {list} satisfies {condition}"));

    public static Expression Filter(Expression list, Expression condition, int slot = 0) => new FilterExpression(slot, list, condition, Place($"{list}[{condition}]"));

    public static Expression For(Expression list, Expression body, int slot = 0, bool flattens = false) =>
        new ForExpression(slot, list, body, flattens, flattens ? body.Type : new ListType(body.Type), Place($"for x in {list} return {body}"));

    public static Expression Index(Expression list, Expression index) => new IndexExpression(list, index, ((ListType)list.Type).Element, Place($"{list}[{index}]"));

    public static Criterion Leaf(string id, LeafRule rule, decimal weight = 1, Scale? scale = null, Expression? appliesWhen = null) =>
        new() { Id = id, Index = 0, Title = id, Weight = weight, WeightMethod = WeightMethod.Direct, Leaf = rule, Scale = scale ?? Scale.Default, AppliesWhen = appliesWhen, Span = Place(id) };

    public static Criterion Branch(string id, decimal weight, params Criterion[] children) =>
        new() { Id = id, Index = 0, Title = id, Weight = weight, WeightMethod = WeightMethod.Direct, Children = [.. children], Span = Place(id) };

    public static LeafRule Formula(Expression score) => new FormulaLeaf(score, Place("formula"));

    public static LeafRule Linear(Expression of, LinearEnd worst, LinearEnd best) => new LinearLeaf(of, worst, best, Place("linear"));

    public static LinearEnd At(decimal number) => new(LinearEndKind.Number, number);

    public static LinearEnd Lowest { get; } = new(LinearEndKind.Lowest, 0);

    public static LinearEnd Highest { get; } = new(LinearEndKind.Highest, 0);

    public static LeafRule Bands(Expression of, decimal below, params (decimal AtLeast, decimal Score)[] rows) =>
        new BandsLeaf(of, [.. rows.Select(r => new Band(r.AtLeast, r.Score, null, [], Place("band")))], below, Place("bands"));

    public static LeafRule Levels(Expression of, params (string Member, decimal Score)[] scores) =>
        new LevelsLeaf(of, [.. scores.Select(s => new Level(s.Member, s.Score, Place("level")))], Place("levels"));

    public static LeafRule Curve(Expression of, params (decimal X, decimal Score)[] points) =>
        new CurveLeaf(of, [.. points.Select(p => new CurvePoint(p.X, p.Score))], Place("curve"));

    public static LeafRule Judged(BodyCombination combine = BodyCombination.MeanOfBodies) => new JudgedLeaf([], combine, Place("judged"));

    public static LeafRule Table(HitPolicy policy, decimal? otherwise, params (Expression When, decimal Score, decimal Priority)[] rows)
    {
        var made = rows.Select((r, i) => new TableRow(i + 1, r.When, policy == HitPolicy.CollectCount ? null : r.Score, r.Priority, $"row {i + 1}", [], Place($"row {i + 1}"))).ToImmutableArray();
        var last = otherwise is { } score ? new TableRow(rows.Length + 1, null, score, 0, "otherwise", [], Place("otherwise")) : null;
        return new TableLeaf(new DecisionTable(policy, made, last, Place("table")), Place("table"));
    }

    public static Gate Gate(string id, Expression requires, Expression? appliesWhen = null, GateFailure onFail = GateFailure.Exclude, RuleScope? scope = null) =>
        new(id, id, scope ?? RuleScope.Option, appliesWhen, [new GatePart(null, requires, null, [], requires.Span)], onFail, null, [], Place(id));

    public static Finding Finding(string id, Expression when, RuleScope? scope = null, ImmutableArray<TextPart>? says = null, ImmutableArray<SeverityRule>? severities = null) =>
        new(id, FindingKind.Risk, severities ?? [new SeverityRule(FindingSeverity.Medium, null)], scope ?? RuleScope.Option, when, says ?? [new TextPart(id, null)], [], Place(id));
}
