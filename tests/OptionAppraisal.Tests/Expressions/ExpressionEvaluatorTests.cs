using System.Globalization;
using System.Text.Json;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Functions;
using OptionAppraisal.Reporting.Json;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Expressions;

public sealed class ExpressionEvaluatorTests
{
    public static TheoryData<string> Cases => [.. Lines("expressions.cases.txt")];

    public static TheoryData<string> NamedCases => [.. Lines("named.cases.txt")];

    [Theory]
    [MemberData(nameof(Cases))]
    [MemberData(nameof(NamedCases))]
    public void An_expression_gives_its_value_or_its_problem(string line)
    {
        var arrow = line.LastIndexOf(" => ", StringComparison.Ordinal);
        var (left, wanted) = (line[..arrow], line[(arrow + 4)..]);
        var bar = left[0] == '{' ? left.IndexOf(" | ", StringComparison.Ordinal) : -1;
        var bag = new DiagnosticBag();
        var inputs = bar < 0 ? [] : Inputs(left[..bar], bag);

        var (value, problems) = bag.HasErrors ? new(null, bag.ToSorted()) : ExpressionEvaluator.TryEvaluate(bar < 0 ? left : left[(bar + 3)..], inputs);

        if (wanted[0] == '!')
        {
            value.ShouldBeNull();
            problems[0].Code.Id.ShouldBe(wanted[2..]);
        }
        else
        {
            problems.ShouldBeEmpty();
            ShouldBeNear(value!.Value, Read(wanted));
        }
    }

    [Fact]
    public void Every_parameter_of_every_function_has_its_case()
    {
        var lines = Lines("named.cases.txt").ToList();
        foreach (var function in FunctionCatalogue.All)
        {
            foreach (var parameter in function.Signatures.SelectMany(s => s.Parameters))
            {
                lines.ShouldContain(
                    l => l.StartsWith(function.Name + "(", StringComparison.Ordinal) && l.Contains(parameter + ": ", StringComparison.Ordinal),
                    $"{function.Name} {parameter}");
            }
        }
    }

    [Fact]
    public void Every_function_takes_an_input_that_is_not_known_for_each_of_its_arguments()
    {
        var inputs = new Dictionary<string, Value>(StringComparer.Ordinal) { ["x"] = Value.Unknown };
        foreach (var function in FunctionCatalogue.All)
        {
            foreach (var signature in function.Signatures)
            {
                var call = $"{function.Name}({string.Join(", ", signature.Parameters.Select(_ => "x"))})";
                ExpressionEvaluator.TryEvaluate(call, inputs).Value.ShouldBe(Value.Unknown, call);
            }
        }
    }

    [Fact]
    public void A_problem_has_its_place_in_the_expression()
    {
        var problem = ExpressionEvaluator.TryEvaluate("1 +\n  nonsense").Diagnostics.ShouldHaveSingleItem();

        problem.ToString().ShouldStartWith("expression:2:3: error OA3001: ");
    }

    [Fact]
    public void All_problems_are_told() => ExpressionEvaluator.TryEvaluate("nonsense + sum()").Diagnostics.Length.ShouldBe(2);

    [Fact]
    public void An_expression_that_is_too_long_is_refused_at_its_start() =>
        ExpressionEvaluator.TryEvaluate(new string('1', 1_000_000)).Diagnostics.ShouldHaveSingleItem().ToString().ShouldStartWith("expression:1:1: error OA1501");

    [Fact]
    public void An_expression_that_takes_too_much_work_is_an_error() =>
        ExpressionEvaluator.TryEvaluate("count(for x in 1..10000 return count(for y in 1..10000 return x + y))").Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(JudgingCodes.TooMuchWork);

    [Theory]
    [InlineData('(')]
    [InlineData('[')]
    [InlineData('-')]
    public void Deep_nesting_is_an_error(char sign) => ExpressionEvaluator.TryEvaluate(new string(sign, 4000)).Succeeded.ShouldBeFalse();

    [Fact]
    public void Evaluate_throws_what_TryEvaluate_tells() =>
        Should.Throw<AppraisalException>(() => ExpressionEvaluator.Evaluate("1 / 0")).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(ExpressionCodes.ConstantOutOfDomain);

    [Fact]
    public void What_is_not_known_is_a_value()
    {
        var outcome = ExpressionEvaluator.TryEvaluate("x + 1", new Dictionary<string, Value>(StringComparer.Ordinal) { ["x"] = Value.Unknown });

        outcome.Succeeded.ShouldBeTrue();
        outcome.Value!.Value.IsUnknown.ShouldBeTrue();
    }

    [Fact]
    public void A_choice_is_no_input() =>
        Should.Throw<ArgumentException>(() => ExpressionEvaluator.Evaluate("x", new Dictionary<string, Value>(StringComparer.Ordinal) { ["x"] = Value.ChoiceOf("a") }));

    [Fact]
    public void Long_work_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => ExpressionEvaluator.Evaluate("count(for x in 1..10000 return x)", null, stop.Token));
    }

    [Fact]
    public void The_culture_changes_nothing()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            ExpressionEvaluator.Evaluate("upper case(\"i\") + string(1.5)").Text.ShouldBe("I1.5");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

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
