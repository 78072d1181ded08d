using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using OptionAppraisal.Tests.Evaluation;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Plans;

public sealed class PlanBuilderTests
{
    private readonly Sketch _sketch = new();

    [Fact]
    public void Every_rule_knows_its_place_and_has_a_path_of_its_own()
    {
        _sketch.Derive("d", RuleScope.Option, _sketch.OfOption("x"));
        _sketch.Gates.Add(Write.Gate("g", Write.Truth(true), Write.Truth(true)));
        _sketch.Criteria.Add(Write.Branch(
            "b",
            1,
            Write.Leaf("t", Write.Table(HitPolicy.Unique, 0, (Write.Truth(true), 1, 0), (Write.Truth(false), 2, 0))),
            Write.Leaf("f", Write.Formula(Write.Number(1)))));
        _sketch.Findings.Add(Write.Finding("r", Write.Truth(true), says: [new TextPart("x", null), new TextPart("", Write.Number(1))]));
        var plan = PlanBuilder.Build(_sketch.Pack());

        plan.Rules.Select(r => r.Path).ShouldBe([
            "derived.option.d", "gates.g.applies_when", "gates.g.requires", "criteria.t.row 1", "criteria.t.row 2", "criteria.f.formula", "findings.r.when", "findings.r.says 2",
        ]);
        plan.Rules.Select(r => r.Index).ShouldBe(Enumerable.Range(0, 8));
    }

    [Fact]
    public void Operands_are_the_names_read_each_once_in_text_order()
    {
        var list = _sketch.DefineList("bodies", ("population", FactType.PlainNumber));
        var lead = _sketch.OfOption("lead", new ReferenceType("bodies"));
        var cost = _sketch.OfOption("cost");
        var condition = Write.And(
            Write.Compare(cost, ComparisonOperator.Less, _sketch.OfBaseline("cost")),
            Write.AtLeast(cost, 1),
            Write.AtLeast(Sketch.OfRecord(lead, list, "population"), 1),
            Write.Some(new RecordListExpression(list, default), Write.AtLeast(Sketch.OfRecord(Write.Local(0, lead.Type), list, "population"), 1)));
        _sketch.Gates.Add(Write.Gate("g", condition));

        PlanBuilder.Build(_sketch.Pack()).Rules[0].Operands.Select(o => o.Name).ShouldBe(["cost", "baseline.cost", "lead.population", "bodies"]);
    }

    [Fact]
    public void Slots_are_as_many_as_nested_variables()
    {
        var numbers = Write.ListOf(Write.Number(1));
        _sketch.Gates.Add(Write.Gate("g", Write.Some(numbers, Write.Some(numbers, Write.Truth(true), slot: 1))));
        _sketch.Gates.Add(Write.Gate("h", Write.Truth(true)));
        PlanBuilder.Build(_sketch.Pack()).Rules.Select(r => r.Slots).ShouldBe([2, 0]);
    }

    [Fact]
    public void A_table_reads_what_its_rows_read()
    {
        var x = _sketch.OfOption("x");
        _sketch.Criteria.Add(Write.Leaf("t", Write.Table(HitPolicy.First, 0, (Write.AtLeast(x, 1), 1, 0), (Write.And(Write.AtLeast(x, 0), Write.AtLeast(_sketch.OfOption("y"), 0)), 2, 0))));
        PlanBuilder.Build(_sketch.Pack()).Criteria[0].Reads.Select(o => o.Name).ShouldBe(["x", "y"]);
    }
}
