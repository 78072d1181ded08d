using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

// Facts with a value for each of several names or records, and how good the evidence of facts is.
public sealed class MemberTests
{
    private const string Facts = """
        rule_pack: example
        records:
          bodies: { facts: { size: { type: number, unit: people }, agrees: { type: boolean, per: [aims, staff] } } }
          services: { facts: { run_by: { type: reference, to: bodies } } }
        facts:
          case:
            reviewed: { type: boolean, per: [buildings, buying] }
          option:
            agreement: { type: boolean, per: { aims: The aims, staff: The staff, term: The term } }
            cost_to: { type: number, unit: GBP/year, per: bodies, min: 0, default: 10 }
            gain_to: { type: number, unit: GBP/year, per: bodies }
            cost: { type: number, unit: GBP/year }
            host: { type: reference, to: bodies }
            leads: { type: reference, to: bodies, per: services }

        """;

    private const string Records = "records: { bodies: { pct: { size: 3 }, council: { agrees: { aims: true } } }, services: { payroll: { run_by: pct }, estates: {} } }";

    [Theory]
    [InlineData("agreement.aims", "agreement: { aims: true }", "pass")]
    [InlineData("agreement.aims", "agreement: { aims: false }", "fail")]
    [InlineData("agreement.staff", "agreement: { aims: true }", "unknown options.o.agreement.staff")]
    [InlineData("agreement.staff", "", "unknown options.o.agreement.staff")]
    [InlineData("all(agreement)", "agreement: { aims: true, term: true }", "unknown options.o.agreement.staff")]
    [InlineData("all(agreement)", "agreement: { aims: true, term: false }", "fail")]
    [InlineData("any(agreement)", "agreement: { term: true }", "pass")]
    [InlineData("count(agreement[item]) > 1", "agreement: { aims: true, staff: true, term: false }", "pass")]
    [InlineData("count(agreement[item]) > 1", "agreement: { aims: true, staff: }", "unknown options.o.agreement.staff options.o.agreement.term")]
    [InlineData("every a in agreement satisfies known(a)", "agreement: { aims: true }", "fail")]
    [InlineData("known(agreement.staff)", "agreement: { aims: true }", "fail")]
    [InlineData("agreement[2]", "agreement: { aims: true }", "unknown options.o.agreement.staff")]
    [InlineData("agreement[2]", "agreement: { staff: true }", "pass")]
    public void A_member_of_names_is_asked_alone_or_together(string condition, string facts, string wanted) => Gate(condition, facts).ShouldBe(wanted);

    [Theory]
    [InlineData("cost_to[host] = 10", "host: pct", "pass")]
    [InlineData("cost_to[host] = 7", "host: council, cost_to: { council: 7 }", "pass")]
    [InlineData("cost_to[host] = 7", "host: council, cost_to: { council: }", "unknown options.o.cost_to.council")]
    [InlineData("cost_to[host] = 7", "cost_to: { council: }", "unknown options.o.host")]
    [InlineData("sum(cost_to) = 17", "cost_to: { council: 7 }", "pass")]
    [InlineData("sum(gain_to) = 17", "gain_to: { council: 7 }", "unknown options.o.gain_to.pct")]
    [InlineData("sum(gain_to) = 17", "gain_to:", "unknown options.o.gain_to.pct options.o.gain_to.council")]
    [InlineData("every b in bodies satisfies gain_to[b] > 0", "gain_to: { pct: 1 }", "unknown options.o.gain_to.council")]
    [InlineData("some b in bodies satisfies gain_to[b] > 0 and b.size > 2", "gain_to: { pct: 1 }", "pass")]
    [InlineData("gain_to[host] > baseline.gain_to[host]", "host: pct, gain_to: { pct: 1 }", "unknown options.now.gain_to.pct")]
    [InlineData("gain_to[services[1].run_by] = 4", "gain_to: { pct: 4 }", "pass")]
    [InlineData("gain_to[leads[services[2]]] = 4", "gain_to: { pct: 4 }, leads: { estates: pct }", "pass")]
    [InlineData("gain_to[leads[services[2]]] = 4", "gain_to: { pct: 4 }", "unknown options.o.leads.estates")]
    [InlineData("bodies[2].agrees.aims", "", "pass")]
    [InlineData("bodies[2].agrees.staff", "", "unknown records.bodies.council.agrees.staff")]
    [InlineData("all(bodies.agrees.aims)", "", "unknown records.bodies.pct.agrees.aims")]
    [InlineData("host.agrees.aims", "host: pct", "unknown records.bodies.pct.agrees.aims")]
    [InlineData("host.agrees.aims", "", "unknown options.o.host")]
    [InlineData("reviewed.buying", "", "unknown case.reviewed.buying")]
    public void A_member_of_records_is_chosen_by_its_record(string condition, string facts, string wanted) => Gate(condition, facts).ShouldBe(wanted);

    [Fact]
    public void Where_its_record_list_is_left_out_a_fact_is_not_known_and_the_list_is_missing()
    {
        Gate("sum(cost_to) > 1", "", records: "").ShouldBe("unknown records.bodies");
        Gate("cost_to[host] > 1", "", records: "").ShouldBe("unknown options.o.host");
        Gate("some b in bodies satisfies cost_to[b] > 1", "", records: "").ShouldBe("unknown records.bodies");
    }

    [Fact]
    public void Where_its_record_list_is_empty_a_fact_is_an_empty_list()
    {
        Gate("count(cost_to) = 0", "", records: "records: { bodies: {} }").ShouldBe("pass");
        Gate("all(bodies.agrees.aims)", "", records: "records: { bodies: {} }").ShouldBe("pass");
    }

    [Theory]
    [InlineData("grade(cost) = testimony", "cost: { value: 4, grade: testimony }", "pass")]
    [InlineData("grade(cost) = testimony", "cost: { value: 4, grade: document }", "fail")]
    [InlineData("grade(cost) = testimony", "cost: 4", "unknown options.o.cost")]
    [InlineData("grade(cost) = testimony", "", "unknown options.o.cost")]
    [InlineData("grade(baseline.cost) = estimate", "", "pass")]
    [InlineData("grade(agreement.aims) = measured", "agreement: { aims: { value: true, grade: measured } }", "pass")]
    [InlineData("grade(agreement.aims) = measured", "agreement: { aims: true }", "unknown options.o.agreement.aims")]
    [InlineData("grade(cost_to[host]) = estimate", "host: pct, cost_to: { pct: { value: 4, grade: estimate } }", "pass")]
    [InlineData("grade(cost_to[host]) = estimate", "cost_to: { pct: { value: 4, grade: estimate } }", "unknown options.o.host")]
    [InlineData("grade(host.size) = estimate", "host: pct", "unknown records.bodies.pct.size")]
    [InlineData("some b in bodies satisfies grade(cost_to[b]) in (testimony, estimate)", "cost_to: { council: { value: 4, grade: estimate } }", "pass")]
    [InlineData("not(known(grade(cost)))", "cost: 4", "pass")]
    public void A_grade_is_that_of_the_evidence_of_a_fact(string condition, string facts, string wanted) => Gate(condition, facts).ShouldBe(wanted);

    [Fact]
    public void The_evidence_of_the_case_grades_members_too()
    {
        Gate("grade(agreement.aims) = estimate and not(known(grade(agreement.staff)))", "agreement: { aims: true }", head: "evidence: { grade: estimate }").ShouldBe("pass");
    }

    [Theory]
    [InlineData("agreement.aims", 0, 1)]
    [InlineData("agreement.staff", 1, 0)]
    [InlineData("all(agreement)", 1, 1)]
    [InlineData("cost_to[host] > 1", 1, 0)]
    [InlineData("some b in bodies satisfies cost_to[b] > 1", 1, 0)]
    [InlineData("grade(agreement.staff) = testimony", 1, 0)]
    public void The_share_of_testimony_is_that_of_the_members_read(string condition, int ofFirst, int ofSecond)
    {
        var result = Appraise(
            $"criteria: {{ c: {{ weight: 1, formula: 'if {condition} then 1 else 0' }} }}",
            "agreement: { aims: true, staff: { value: true, grade: testimony } }, host: pct, cost_to: { pct: { value: 4, grade: testimony } }",
            other: "agreement: { aims: { value: true, grade: testimony } }, host: council");

        result.Options[1].TestimonyShare.ShouldBe(ofFirst);
        result.Options[2].TestimonyShare.ShouldBe(ofSecond);
    }

    [Fact]
    public void A_trace_names_members_as_they_are_written()
    {
        var result = Appraise(
            "criteria: { c: { weight: 1, table: { hit_policy: first, rows: [{ when: { agreement.aims: true, baseline.agreement.term: true, 'cost': at least 3 }, score: 1 }, { when: 'cost_to[host] > 1 and grade(cost) = testimony and some b in bodies satisfies gain_to[b] > 3', score: 2 }, { otherwise: true, score: 3 }] } } }",
            "agreement: { aims: { value: true, note: seen } }");

        var operands = result.Options[1].Criteria[0].Operands;
        operands.Select(o => o.Name).ShouldBe(["agreement.aims", "baseline.agreement.term", "cost", "cost_to[host]", "grade(cost)", "bodies", "gain_to"]);
        operands[0].Value.ShouldBe(Value.True);
        operands[0].Evidence.ShouldNotBeNull().Note.ShouldBe("seen");
    }

    [Fact]
    public void A_pack_that_compares_with_a_member_of_the_baseline_needs_one() =>
        RulePack.Parse(Facts + "criteria: { c: { weight: 1, formula: 'if baseline.agreement.aims then 1 else 0' } }").NeedsBaseline.ShouldBeTrue();

    private static string Gate(string condition, string facts, string records = Records, string head = "")
    {
        var result = Appraise($"gates: {{ g: {{ requires: '{condition}' }} }}\ncriteria: {{ c: {{ weight: 1, formula: 1 }} }}", facts, records: records, head: head);
        var gate = result.Options[1].Gates[0];
        return gate.Outcome == GateOutcome.Unknown ? $"unknown {string.Join(' ', gate.Missing)}" : gate.Outcome.ToString().ToLowerInvariant();
    }

    private static AppraisalResult Appraise(string rules, string facts, string other = "", string records = Records, string head = "")
    {
        var pack = RulePack.Parse(Facts + rules);
        var read = AppraisalCase.Parse(
            $$"""
            case: test
            rule_pack: example.pack.yaml
            as_of: 2002-06-01
            {{head}}
            {{records}}
            options:
              now: { baseline: true, facts: { cost: { value: 1, grade: estimate } } }
              o: { facts: { {{facts}} } }
              p: { facts: { {{other}} } }
            """,
            pack);
        return new Appraiser().Appraise(read);
    }
}
