using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using Shouldly;

namespace OptionAppraisal.Tests.Binding.Cases;

/// <summary>A case of a few lines for a pack with areas, stages and weights, and what is said of it.</summary>
internal static class CaseText
{
    public static RulePack Pack { get; } = RulePack.Parse("""
        rule_pack: example
        areas: workstreams
        sources: { brief: { title: The brief } }
        parameters: { limit: { value: 3 } }
        records:
          bodies: { facts: { is_partner: { type: boolean }, population: { type: number, unit: people } } }
          workstreams: {}
        facts:
          case:
            coterminous: { type: boolean }
            reviewed: { type: boolean, per: [services, commissioning] }
          option:
            cost: { type: number, unit: GBP, min: 0, default: 5 }
            route: { type: text }
            agreement: { type: boolean, per: [aims, staff, duration] }
            cost_to: { type: number, unit: GBP, per: bodies }
        derived:
          option: { saving: { unit: GBP, value: "baseline.cost - cost" } }
        criteria:
          value:
            weight: 60
            criteria:
              economy: { weight: 1, table: { rows: [{ when: { saving: at least 10 }, score: 100 }, { otherwise: true, score: 0 }] } }
              fit: { weight: 3, judged: true }
          duty: { weight: 40, formula: "50" }
        stages:
          diagnostic: { criteria: [value], review_by: "bodies[is_partner]" }
          check_point: { criteria: [duty] }
          detailed: { review_by: bodies }
        """);

    private const string Around = """
        case: example_case
        rule_pack: example.pack.yaml
        as_of: 2002-06-01
        records:
          bodies: { pct: {}, council: {} }
          workstreams: { payroll: {}, learning_disability: {} }

        """;

    private const string Options = "options: { now: { area: payroll, baseline: true, facts: { cost: 100 } }, joint: { area: payroll, facts: { cost: 80 } } }\n";

    public static LoadResult<AppraisalCase> Try(string body, RulePack? pack = null) =>
        AppraisalCase.TryParse(Around + (body.Contains("options:", StringComparison.Ordinal) ? "" : Options) + body + "\n", pack ?? Pack);

    public static AppraisalCase Read(string body, RulePack? pack = null)
    {
        var result = Try(body, pack);
        result.Diagnostics.ShouldBeEmpty(DiagnosticPrinter.Print(result.Diagnostics));
        return result.Value.ShouldNotBeNull();
    }

    // The one problem of a case: its code, the text at its place, what is wrong and what to do.
    public static void ShouldTell(string body, string code, string at, string message, string help)
    {
        var problem = Try(body).Diagnostics.ShouldHaveSingleItem();
        (problem.Code.Id, problem.Span.Text, problem.Message, problem.Help).ShouldBe((code, at, message, help));
    }
}
