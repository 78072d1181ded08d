using System.Collections.Immutable;
using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Packs.Functions;
using OptionAppraisal.Syntax.Expressions;
using OptionAppraisal.Syntax.Yaml;
using PackParameter = OptionAppraisal.Packs.Parameter;

namespace OptionAppraisal.Tests.Binding.Expressions;

/// <summary>A small pack's names, the scopes over them, and short ways to parse and bind.</summary>
internal static class TestNames
{
    private static readonly ExpressionParser Parser = new(FunctionCatalogue.Names, []);

    private static readonly ChoiceType Route = Choice("none", "pooled_budget", "lead_commissioning");

    private static readonly RecordListDefinition Bodies = new("bodies", 0, null,
    [
        Fact("kind", 0, Choice("pct", "council")), Fact("population", 1, Number("people")), Fact("founded", 2, FactType.Date),
        Fact("parent", 3, new ReferenceType("bodies")), Per("holds", 4, FactType.Boolean, "ledger", "codes"),
    ], default);

    private static readonly RecordListDefinition Services = new("services", 1, null,
    [
        Fact("task", 0, Choice("payroll", "estates", "finance")), Fact("provided_by", 1, new ReferenceType("bodies")),
        Fact("annual_cost", 2, Number("GBP/year")), Fact("tags", 3, new ListType(FactType.Text)),
    ], default);

    public static PackNames Names { get; } = MakeNames();

    private static readonly Dictionary<string, NameScope> Scopes = new(StringComparer.Ordinal)
    {
        ["case"] = new(Names, RuleScope.Case),
        ["only"] = new(Names, RuleScope.Case) { IsCaseOnly = true },
        ["option"] = new(Names, RuleScope.Option),
        ["bodies"] = new(Names, RuleScope.RecordOf(Bodies)),
        ["services"] = new(Names, RuleScope.RecordOf(Services)),
        ["finding"] = new(Names, RuleScope.Option) { IsFinding = true },
        ["case finding"] = new(Names, RuleScope.Case) { IsFinding = true },
        ["area option"] = new(MakeNames(Bodies), RuleScope.Option),
        ["area only"] = new(MakeNames(Bodies), RuleScope.Case) { IsCaseOnly = true },
        ["area case"] = new(MakeNames(Bodies), RuleScope.Case),
        ["body finding"] = new(Names, RuleScope.RecordOf(Bodies)) { IsFinding = true },
    };

    public static Expression? Bind(string scope, string text, DiagnosticBag bag, FactType? expected = null) =>
        ExpressionBinder.Bind(Parser.ParseExpression(Scalar(text), bag), Scopes[scope], expected, bag);

    public static Expression? BindCondition(string scope, string text, DiagnosticBag bag) =>
        ExpressionBinder.BindCondition(Parser.ParseExpression(Scalar(text), bag), Scopes[scope], bag);

    public static Expression? BindCell(string scope, string key, string cell, DiagnosticBag bag) =>
        Bind(scope, key, bag) is { } operand ? ExpressionBinder.BindCell(operand, Parser.ParseCell(Scalar(cell), bag), Scopes[scope], bag) : null;

    public static NumberType Number(string unit) => new(Unit.TryParse(unit, out var parsed) ? parsed : Unit.None);

    private static ScalarNode Scalar(string text)
    {
        var source = new SourceText("test", text);
        return new ScalarNode(text, ScalarStyle.Plain, [.. Enumerable.Range(0, text.Length + 1)], source.Span(0, text.Length));
    }

    private static FactDefinition Per(string id, int index, FactType type, params string[] names) =>
        new() { Id = id, Index = index, Type = new ListType(type), Per = new PerMembers([.. names.Select(n => new ChoiceMember(n, null))], null) };

    private static FactDefinition PerRecord(string id, int index, FactType type, string list) =>
        new() { Id = id, Index = index, Type = new ListType(type), Per = new PerMembers([], list) };

    private static FactDefinition Fact(string id, int index, FactType type) => new() { Id = id, Index = index, Type = type };

    private static ChoiceType Choice(params string[] members) => new([.. members.Select(m => new ChoiceMember(m, null))]);

    private static PackNames MakeNames(RecordListDefinition? areas = null)
    {
        ImmutableArray<FactDefinition> ofCase =
        [
            Fact("coterminous", 0, FactType.Boolean), Fact("start", 1, FactType.Date), Fact("place", 2, FactType.Text),
            Fact("region", 3, Choice("north", "south")), Fact("rates", 4, new ListType(FactType.PlainNumber)),
            Fact("population", 5, Number("people")), Fact("estates", 6, FactType.Boolean), Fact("host", 7, new ReferenceType("bodies")),
            Per("reviewed", 8, FactType.Boolean, "infrastructure", "commissioning"),
        ];
        ImmutableArray<FactDefinition> ofOption =
        [
            Fact("legal_route", 0, Route), Fact("annual_cost", 1, Number("GBP/year")), Fact("setup_cost", 2, Number("GBP")),
            Fact("staff", 3, Number("FTE")), Fact("share", 4, Number("ratio")), Fact("agreement", 5, FactType.Boolean),
            Fact("covers", 6, new ListType(new ReferenceType("services"))), Fact("routes", 7, new ListType(Route)),
            Fact("lead", 8, new ReferenceType("bodies")), Fact("signed", 9, FactType.Date), Fact("note", 10, FactType.Text),
            Fact("life", 11, Number("years")), Fact("dates", 12, new ListType(FactType.Date)), Fact("quality", 13, FactType.PlainNumber),
            Fact("costs", 14, new ListType(Number("GBP"))), Fact("answers", 15, new ListType(FactType.Boolean)),
            Fact("fallback", 16, Route), Per("signs", 17, FactType.Boolean, "aims", "staff"), PerRecord("cost_to", 18, Number("GBP/year"), "bodies"),
            Per("led_by", 19, new ReferenceType("bodies"), "finance", "care"), Per("routes_for", 20, Route, "finance", "care"),
        ];
        var saving = Derived("saving_share", RuleScope.Option, 0, Number("ratio"));
        var duplicated = Derived("duplicated", RuleScope.RecordOf(Services), 0, FactType.Boolean);
        var startYear = Derived("start_year", RuleScope.Case, 0, FactType.PlainNumber);
        var circular = new DerivedFact("circular", RuleScope.Option, 1, null, default);
        return new PackNames(
            new FactSchema(ofCase, ofOption, [Bodies, Services]),
            [saving, duplicated, startYear, circular],
            [new PackParameter("rate", null, Number("ratio"), 0.06m, [], default), new PackParameter("budget", null, Number("GBP/year"), 100m, [], default)])
        {
            Criteria = [new CriterionName("economy", false), new CriterionName("local_fit", true)],
            Gates = [new GateName("written_agreement", false), new GateName("boundary", true)],
            BindDerived = _ => false,
            Areas = areas,
        };
    }

    private static DerivedFact Derived(string id, RuleScope scope, int index, FactType type)
    {
        var derived = new DerivedFact(id, scope, index, null, default);
        derived.Bind(new ConstantExpression(Value.Unknown, type, default), type);
        return derived;
    }
}
