using System.Globalization;
using System.Text.Json;
using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Json;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Analysis;

public sealed class ElementsExplanationTests
{
    private const string PackText = """
        rule_pack: services
        title: Sharing services
        records:
          services:
            title: Services
            facts:
              cost: { type: number, unit: GBP/year }
              shared: { type: boolean }
              task: { type: text }
              days: { type: list, of: { type: number } }
            derived:
              dear: { value: cost > 1000 }
              slow: { value: "some d in days satisfies d > 2" }
        facts:
          option:
            covers: { type: list, of: { type: reference, to: services } }
            marks: { type: list, of: { type: number } }
        derived:
          option:
            shared_ones: { title: Shared ones, value: "count(covers[shared])" }
            dear_and_shared: { title: Dear and shared, value: "count(covers[dear][shared])" }
            slow_and_shared: { title: Slow and shared, value: "count(covers[slow and shared])" }
            alike: { title: Alike, value: "some s in covers satisfies count(services[task = s.task]) > 1" }
            high: { title: High marks, value: "for m in marks[item > 4] return m * 2" }
        gates:
          all_shared: { title: All are shared, on_fail: show_only, requires: "not(some s in covers satisfies not(s.shared))" }
          no_dear: { title: Each costs little, on_fail: show_only, requires: "every s in covers satisfies s.cost <= 1000 or s.shared" }
        criteria:
          size: { title: Size, weight: 1, bands: { of: shared_ones, rows: [[2, 100], [1, 50]], below: 0 } }
          dear: { title: Dear, weight: 1, bands: { of: dear_and_shared, rows: [[2, 100], [1, 50]], below: 0 } }
          slow: { title: Slow, weight: 1, bands: { of: slow_and_shared, rows: [[1, 100]], below: 0 } }
          table:
            title: Table
            weight: 1
            table:
              rows:
                - { when: "count(covers[cost > 1000]) >= 3 and alike", score: 100 }
                - { when: "count(covers[cost > 1000]) < 3", score: 10 }
                - { otherwise: true, score: 0 }
          marks: { title: Marks, weight: 1, formula: "if count(high) > 1 then 100 else 0" }
        """;

    private const string CaseText = """
        case: services_2002
        title: Services
        rule_pack: services.pack.yaml
        as_of: 2002-06-01
        records:
          services:
            payroll: { title: Payroll, cost: 1500, shared: true, task: pay, days: [1, 3] }
            finance: { title: Finance, cost: 2500, shared: false, task: money, days: [4] }
            estates: { title: Estates, cost: 900, shared: true, task: land, days: [2, 1] }
            pay_desk: { title: Pay desk, cost: 400, task: pay }
        options:
          joint: { title: Joint, facts: { covers: [payroll, finance, estates], marks: [3, 5, 6] } }
          open: { title: Open, facts: { covers: [payroll, pay_desk], marks: [4] } }
          empty: { title: Empty, facts: { covers: [], marks: [null, 5] } }
          bare: { title: Bare }
        """;

    private static readonly AppraisalResult Result = Appraise(CaseText);

    [Fact]
    public void A_filter_says_which_elements_it_chose()
    {
        var elements = Of("joint", "size").Elements.ShouldHaveSingleItem();

        elements.Text.ShouldBe("covers[shared]");
        elements.Kind.ShouldBe(ElementsKind.Filter);
        elements.Elements.Select(e => (e.Value.Record.Id, e.Outcome)).ShouldBe([("payroll", Truth.True), ("finance", Truth.False), ("estates", Truth.True)]);
        (elements.Count, elements.Holding, elements.NotKnown, elements.IsCut).ShouldBe((3, 2, 0, false));
    }

    [Fact]
    public void What_keeps_a_filter_from_being_known_is_named()
    {
        Of("open", "size").Elements.ShouldHaveSingleItem().Elements.Select(e => (e.Value.Record.Id, e.Outcome)).ShouldBe([("payroll", Truth.True), ("pay_desk", Truth.Unknown)]);
        Text("open", "size").ShouldContain("covers[shared]: holds for 1 of 2\n    Holds: Payroll\n    Not known: Pay desk", Case.Sensitive);
    }

    [Fact]
    public void A_filter_of_a_filter_is_told_after_it()
    {
        var elements = Of("joint", "dear").Elements;

        elements.Select(e => e.Text).ShouldBe(["covers[dear]", "covers[dear][shared]"]);
        elements[1].Elements.Select(e => (e.Value.Record.Id, e.Outcome)).ShouldBe([("payroll", Truth.True), ("finance", Truth.False)]);
    }

    [Fact]
    public void A_condition_may_read_what_goes_through_a_list_of_its_own() =>
        Of("joint", "slow").Elements.ShouldHaveSingleItem().Elements.Select(e => e.Outcome).ShouldBe([Truth.True, Truth.False, Truth.False]);

    [Fact]
    public void A_list_that_is_not_known_has_no_elements_to_tell() => Of("bare", "size").Elements.ShouldBeEmpty();

    [Fact]
    public void An_empty_list_says_so() => Text("empty", "size").ShouldContain("covers[shared]: the list is empty");

    [Fact]
    public void A_quantifier_of_a_gate_says_for_whom_it_holds()
    {
        var test = Part("joint", 1).Tests.ShouldHaveSingleItem();
        var elements = test.Elements.ShouldHaveSingleItem();

        test.Outcome.ShouldBe(Truth.False);
        elements.Kind.ShouldBe(ElementsKind.Every);
        elements.Elements.Select(e => e.Outcome).ShouldBe([Truth.True, Truth.False, Truth.True]);
    }

    [Fact]
    public void Every_element_is_asked_also_after_one_that_decides()
    {
        var elements = Part("joint", 0).Tests.ShouldHaveSingleItem().Elements.ShouldHaveSingleItem();

        elements.Kind.ShouldBe(ElementsKind.Some);
        elements.Elements.Select(e => e.Outcome).ShouldBe([Truth.False, Truth.True, Truth.False]);
    }

    [Fact]
    public void A_condition_inside_another_belongs_to_each_of_its_elements_and_is_not_told_apart()
    {
        var alike = Leaf("joint", "table").Values.Single(v => v.Name == "alike");

        alike.Elements.ShouldHaveSingleItem().Elements.Select(e => e.Outcome).ShouldBe([Truth.True, Truth.False, Truth.False]);
    }

    [Fact]
    public void A_test_that_counts_what_a_filter_chose_says_how_far_it_is_from_its_limit()
    {
        var test = Leaf("joint", "table").Rows[0].Tests[0];

        (test.Kind, test.Outcome, test.Distance).ShouldBe((TestKind.AtLeast, Truth.False, 1m));
        test.Elements.ShouldHaveSingleItem().Holding.ShouldBe(2);
        Text("joint", "table").ShouldContain("count(covers[cost > 1000]) is 2, 1 short of at least 3.");
    }

    [Fact]
    public void Elements_may_be_numbers_some_of_them_not_known()
    {
        Text("joint", "marks").ShouldContain("Holds: 5 and 6\n");
        var high = Leaf("empty", "marks").Of!.Operands.Single(v => v.Name == "high").Elements.ShouldHaveSingleItem();
        high.Elements.Select(e => (e.Value.IsKnown, e.Outcome)).ShouldBe([(false, Truth.Unknown), (true, Truth.True)]);
    }

    [Fact]
    public void In_words_ten_are_named_and_the_rest_counted()
    {
        Text("many", "size", Many(12)).ShouldContain("Holds: Service 0, Service 1, Service 2, Service 3, Service 4, Service 5, Service 6, Service 7, Service 8, Service 9 and 2 more");
        Text("many", "size", Many(10)).ShouldContain("Service 8 and Service 9\n");
    }

    [Fact]
    public void As_data_a_thousand_are_told_and_the_rest_said_to_be_cut()
    {
        using var whole = JsonDocument.Parse(ScoreExplanationJson.Format(new Appraiser().Explain(Many(1000), "many", "size")));
        using var cut = JsonDocument.Parse(ScoreExplanationJson.Format(new Appraiser().Explain(Many(1001), "many", "size")));

        var (first, second) = (ElementsOf(whole), ElementsOf(cut));
        (first.GetProperty("of").GetArrayLength(), first.GetProperty("cut").GetBoolean()).ShouldBe((1000, false));
        (second.GetProperty("of").GetArrayLength(), second.GetProperty("cut").GetBoolean()).ShouldBe((1000, true));
        (second.GetProperty("count").GetInt32(), second.GetProperty("holding").GetInt32()).ShouldBe((1001, 1001));
    }

    [Fact]
    public void The_elements_as_data_have_their_value_and_whether_it_holds()
    {
        using var json = JsonDocument.Parse(ScoreExplanationJson.Format(new Appraiser().Explain(Result, "open", "size")));

        var elements = ElementsOf(json);
        elements.GetProperty("asks").GetString().ShouldBe("filter");
        elements.GetProperty("of").GetRawText().Where(c => !char.IsWhiteSpace(c)).ShouldBe("""[{"value":"payroll","holds":true},{"value":"pay_desk","holds":null}]""");
        elements.GetProperty("at").GetString()!.ShouldStartWith("services.pack.yaml:");
    }

    [Fact]
    public void Where_asking_every_element_takes_too_much_work_the_rest_is_explained_all_the_same()
    {
        var explanation = new Appraiser().Explain(Many(2000), "many", "table");

        var table = explanation.Criteria.ShouldHaveSingleItem();
        table.Values.Single(v => v.Name == "alike").Value.Truth.ShouldBe(Truth.True);
        table.Values.Single(v => v.Name == "alike").Elements.ShouldBeEmpty();
        table.Rows.Length.ShouldBe(3);
    }

    private static AppraisalResult Appraise(string text) => new Appraiser().Appraise(AppraisalCase.Parse(text, RulePack.Parse(PackText, "services.pack.yaml")));

    private static AppraisalResult Many(int count)
    {
        var ids = Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        var records = string.Concat(ids.Select(i => $"    s{i}: {{ title: Service {i}, shared: true, task: same }}\n"));
        return Appraise($"case: many\ntitle: Many\nrule_pack: services.pack.yaml\nas_of: 2002-06-01\nrecords:\n  services:\n{records}options:\n  many:\n    title: Many\n    facts: {{ covers: [{string.Join(", ", ids.Select(i => "s" + i))}] }}\n");
    }

    private static JsonElement ElementsOf(JsonDocument json) => json.RootElement.GetProperty("criteria")[0].GetProperty("values")[0].GetProperty("elements")[0];

    private static CriterionExplanation Leaf(string option, string criterion) => new Appraiser().Explain(Result, option, criterion).Criteria.ShouldHaveSingleItem();

    private static ValueExplanation Of(string option, string criterion) => Leaf(option, criterion).Of.ShouldNotBeNull();

    private static ConditionExplanation Part(string option, int gate) => new Appraiser().Explain(Result, option).Gates[gate].Parts.ShouldHaveSingleItem().Condition;

    private static string Text(string option, string criterion, AppraisalResult? result = null) =>
        string.Join('\n', ScoreExplanationText.Write(new Appraiser().Explain(result ?? Result, option, criterion), 300).ToString().Split('\n').Select(l => l.Length > 2 && l.StartsWith("  ", StringComparison.Ordinal) ? l[2..] : l));
}
