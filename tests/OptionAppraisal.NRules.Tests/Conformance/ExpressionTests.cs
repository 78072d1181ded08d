using System.Text.Json;
using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Packs.Functions;
using OptionAppraisal.Plans;
using OptionAppraisal.Reporting.Json;
using OptionAppraisal.Syntax.Expressions;
using OptionAppraisal.Syntax.Yaml;
using OptionAppraisal.Tests.Evaluation;
using Shouldly;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Conformance;

/// <summary>The expressions of the library's case files, each as rules of a scratch pack.</summary>
public sealed class ExpressionTests
{
    public static TheoryData<string> Cases => [.. Lines("expressions.cases.txt"), .. Lines("named.cases.txt")];

    /// <summary>A derived fact of the case and of its option, and where it is a condition a gate and a row and a finding too.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void As_a_rule_an_expression_gives_its_value_on_both_engines(string line)
    {
        var arrow = line.LastIndexOf(" => ", StringComparison.Ordinal);
        var (left, wanted) = (line[..arrow], line[(arrow + 4)..]);
        var bar = left[0] == '{' ? left.IndexOf(" | ", StringComparison.Ordinal) : -1;
        var bag = new DiagnosticBag();
        var inputs = bar < 0 ? [] : Inputs(left[..bar], bag);
        if (bag.HasErrors || Bind(bar < 0 ? left : left[(bar + 3)..], inputs, bag) is not var (expression, facts) || bag.HasErrors)
        {
            bag.ToSorted()[0].Code.Id.ShouldBe(wanted[2..]);
            return;
        }

        var pack = Scratch(expression, facts);
        var plan = PlanBuilder.Build(pack);
        var appraisalCase = CaseOf(pack, facts, inputs);
        Engines.ShouldAgree(plan, appraisalCase, line);

        using var session = PairedEngine.Shared.Open(plan, appraisalCase, null, CancellationToken.None);
        foreach (var (derived, subject) in plan.Derived.Zip([Subject.Case, Subject.Of(appraisalCase.Options[0])]))
        {
            if (wanted[0] == '!')
            {
                Should.Throw<JudgingException>(() => session.Conclude(derived.Rule, subject)).Diagnostic.Code.Id.ShouldBe(wanted[2..]);
                continue;
            }

            ShouldBeNear(session.Conclude(derived.Rule, subject), Read(wanted));
            session.Explain(derived.Rule, subject, new Gaps());
        }
    }

    private static (Expression Expression, ImmutableArray<FactDefinition> Facts)? Bind(string text, Dictionary<string, Value> inputs, DiagnosticBag bag)
    {
        var source = new SourceText("expression", text);
        var scalar = new ScalarNode(text, ScalarStyle.Plain, [.. Enumerable.Range(0, text.Length + 1)], source.Span(0, text.Length));
        var facts = InputNames.Define(inputs, source.Span(0, 0), bag);
        if (bag.HasErrors)
        {
            return null;
        }

        var scope = new NameScope(new PackNames(new FactSchema(facts, [], []), [], []), RuleScope.Case) { IsBare = true };
        var bound = ExpressionBinder.Bind(new ExpressionParser(FunctionCatalogue.Names, [.. facts.Select(f => f.Id)]).ParseExpression(scalar, bag), scope, null, bag);
        return bound is null ? null : (bound, facts);
    }

    private static RulePack Scratch(Expression expression, ImmutableArray<FactDefinition> facts)
    {
        var ofCase = new DerivedFact("of_case", RuleScope.Case, 0, null, expression.Span);
        ofCase.Bind(expression, expression.Type);
        var ofOption = new DerivedFact("of_option", RuleScope.Option, 0, null, expression.Span);
        ofOption.Bind(expression, expression.Type);
        var condition = expression.Type is BooleanType ? expression : Write.Known(expression);
        var read = new DerivedExpression(ofOption, ofBaseline: false, expression.Span);
        return new RulePack
        {
            Id = "scratch",
            Title = "Scratch",
            Version = "1",
            Sha256 = "",
            Schema = new FactSchema(facts, [], []),
            Derived = [ofCase, ofOption],
            Gates =
            [
                Write.Gate("of_case", condition, scope: RuleScope.Case, onFail: GateFailure.ShowOnly),
                Write.Gate("of_option", expression.Type is BooleanType ? read : Write.Known(read), onFail: GateFailure.ShowOnly),
            ],
            Criteria = [Write.Leaf("row", Write.Table(HitPolicy.First, 5, (condition, 60, 0), (Write.Not(condition), 40, 0)))],
            Findings = [Write.Finding("raised", condition, says: [new TextPart("", expression)])],
        };
    }

    private static AppraisalCase CaseOf(RulePack pack, ImmutableArray<FactDefinition> facts, Dictionary<string, Value> inputs) => new()
    {
        Rules = pack,
        Id = "scratch",
        Title = "Scratch",
        AsOf = DateOnly.MinValue,
        Facts = new FactValues([.. facts.Select(f => inputs[f.Id])], [.. facts.Select(_ => (Evidence?)null)]),
        Records = [],
        Options = [new AppraisalOption(0, "only", "Only", false, new FactValues([], []), default)],
        Sha256 = "",
    };

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Expressions", file)).Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal));

    private static Dictionary<string, Value> Inputs(string json, DiagnosticBag bag)
    {
        var inputs = new Dictionary<string, Value>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (ValueJson.Read(property.Value, property.Name, bag) is { } value)
            {
                inputs.Add(property.Name, value);
            }
        }

        return inputs;
    }

    private static Value Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ValueJson.Read(document.RootElement, "wanted", new DiagnosticBag())!.Value;
    }

    // Roots and powers are given to 15 digits.
    private static void ShouldBeNear(Value value, Value wanted)
    {
        if (value.Kind == ValueKind.Number && wanted.Kind == ValueKind.Number)
        {
            Math.Abs(value.Number - wanted.Number).ShouldBeLessThanOrEqualTo(0.0000000000001m);
        }
        else
        {
            value.ShouldBe(wanted);
        }
    }
}
