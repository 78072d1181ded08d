using System.Collections.Immutable;
using OptionAppraisal.Binding.Cases;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Syntax.Yaml;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Cases;

public class CasePathTests
{
    private static readonly AppraisalCase Case = CaseText.Read("assessors: { a1: {}, a2: {} }");

    private static (CasePath? Path, ImmutableArray<Diagnostic> Problems) Read(string path)
    {
        var bag = new DiagnosticBag();
        var document = (MappingNode)DocumentReader.Read(new SourceText("a.tests.yaml", $"\"{path}\": 1\n"), bag)!;
        var read = new CasePathReader(Case, CaseText.Pack, bag).Read(document.Entries[0].Key);
        return (read, bag.ToSorted());
    }

    private static T Found<T>(string path)
        where T : CasePath
    {
        var (read, problems) = Read(path);
        problems.ShouldBeEmpty(DiagnosticPrinter.Print(problems));
        read.ShouldNotBeNull().Text.ShouldBe(path);
        return read.ShouldBeOfType<T>();
    }

    [Theory]
    [InlineData("case.coterminous", "coterminous", null, null, null)]
    [InlineData("case.reviewed.commissioning", "reviewed", null, null, 1)]
    [InlineData("options.joint.cost", "cost", "joint", null, null)]
    [InlineData("options.now.agreement", "agreement", "now", null, null)]
    [InlineData("options.now.agreement.duration", "agreement", "now", null, 2)]
    [InlineData("options.now.cost_to.council", "cost_to", "now", null, 1)]
    [InlineData("records.bodies.pct.population", "population", null, "pct", null)]
    public void A_path_names_a_fact_with_its_owner_and_member(string path, string fact, string? option, string? record, int? member)
    {
        var found = Found<FactPath>(path);

        (found.Fact.Id, found.Option?.Id, found.Record?.Id, found.Member).ShouldBe((fact, option, record, member));
    }

    [Fact]
    public void A_path_names_a_parameter() => Found<ParameterPath>("parameters.limit").ParameterId.ShouldBe("limit");

    [Fact]
    public void A_path_names_a_weight_of_a_branch_or_a_leaf()
    {
        Found<WeightPath>("weights.value").CriterionId.ShouldBe("value");
        Found<WeightPath>("weights.fit").CriterionId.ShouldBe("fit");
    }

    [Fact]
    public void A_path_names_the_judgements_of_all_assessors_or_of_one()
    {
        var all = Found<JudgementPath>("judgements.fit.joint");
        (all.CriterionId, all.Option.Id, all.Assessor).ShouldBe(("fit", "joint", null));
        Found<JudgementPath>("judgements.fit.joint.a2").Assessor!.Id.ShouldBe("a2");
    }

    [Fact]
    public void A_path_names_the_decision_of_a_body()
    {
        var found = Found<DecisionPath>("decisions.diagnostic.council");
        (found.StageId, found.Body.Id).ShouldBe(("diagnostic", "council"));
    }

    [Theory]
    [InlineData("case.coterminus", "OA5001", "coterminus", "unknown fact `coterminus` of the case", "did you mean `coterminous`?")]
    [InlineData("options.jiont.cost", "OA5010", "jiont", "unknown option `jiont`", "did you mean `joint`?")]
    [InlineData("options.joint.cots", "OA5001", "cots", "unknown fact `cots` of an option", "did you mean `cost`?")]
    [InlineData("options.joint.saving", "OA5014", "saving", "`saving` follows from other facts and is not given", "name the facts that it follows from instead")]
    [InlineData("options.joint.agreement.aimes", "OA5030", "aimes", "`agreement` has no `aimes`", "did you mean `aims`?")]
    [InlineData("options.joint.cost_to.counsil", "OA5030", "counsil", "`cost_to` has no `counsil`", "did you mean `council`?")]
    [InlineData("options.joint.cost.pct", "OA5024", "pct", "`cost` has one value and no members", "take `.pct` out")]
    [InlineData("options.joint", "OA5024", "options.joint", "the path `options.joint` has too few parts", "write `options.ID.FACT`")]
    [InlineData("parameters.limit.value", "OA5024", "value", "the path `parameters.limit.value` has too many parts", "write `parameters.ID`")]
    [InlineData("case..cost", "OA5024", ".", "a part of the path `case..cost` is empty", "write `case.FACT`, one point between two parts")]
    [InlineData("records.body.pct.population", "OA5005", "body", "unknown record list `body`", "the record lists here are `bodies`, `workstreams`")]
    [InlineData("records.bodies.pect.population", "OA5002", "pect", "`pect` is not one of `bodies`", "did you mean `pct`?")]
    [InlineData("parameters.limits", "OA5025", "limits", "unknown parameter `limits`", "did you mean `limit`?")]
    [InlineData("judgements.economy.joint", "OA5009", "economy", "`economy` is not judged by people", "the judged criteria here are `fit`")]
    [InlineData("judgements.fit.joint.a3", "OA5011", "a3", "unknown assessor `a3`", "did you mean `a1`?")]
    [InlineData("weights.valeu", "OA5019", "valeu", "unknown criterion `valeu`", "did you mean `value`?")]
    [InlineData("decisions.detaled.pct", "OA5021", "detaled", "unknown stage `detaled`", "did you mean `detailed`?")]
    [InlineData("decisions.check_point.pct", "OA5022", "check_point", "nobody decides at the end of the stage `check_point`", "name a stage that has `review_by`")]
    [InlineData("decisions.detailed.police", "OA5002", "police", "`police` is not one of `bodies`", "the records of `bodies` here are `pct`, `council`")]
    [InlineData("option.joint.cost", "OA5024", "option", "`option.joint.cost` is not a path of a case", "did you mean `options`?")]
    [InlineData("coterminous", "OA5024", "coterminous", "`coterminous` is not a path of a case", "`coterminous` is a fact of the case: write `case.coterminous`")]
    [InlineData("cost", "OA5024", "cost", "`cost` is not a path of a case", "`cost` is a fact of options: write `options.ID.cost` with the id of one")]
    [InlineData("joint.cost", "OA5024", "joint", "`joint.cost` is not a path of a case", "`joint` is an option: write `options.joint.FACT` with a fact of it")]
    [InlineData("limit", "OA5024", "limit", "`limit` is not a path of a case", "`limit` is a parameter: write `parameters.limit`")]
    public void A_path_that_leads_nowhere_is_told_at_the_part_that_is_wrong(string path, string code, string at, string message, string help)
    {
        var (read, problems) = Read(path);

        read.ShouldBeNull();
        var problem = problems.ShouldHaveSingleItem();
        (problem.Code.Id, problem.Span.Text, problem.Message, problem.Help).ShouldBe((code, at, message, help));
    }
}
