using System.Text;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Benchmarks.Workloads;

// 8 options judged by 10 decision tables of 4 rows over 2 to 3 facts, 3 gates and 2 derived facts. HandWritten has the same rules in C#.
internal static class TenTables
{
    public static ImmutableArray<Bid> Bids { get; } =
    [
        new("status_quo", 410_000m, 12.5m, 0m, 0.60m, 4m, 2m, false, false, LegalRoute.None),
        new("joint_unit", 352_000m, 10m, 9m, 0.75m, 2m, 5m, true, true, LegalRoute.PooledBudget),
        new("lead_council", 338_500m, 9.5m, 6m, 0.70m, 3m, 4m, true, true, LegalRoute.LeadCommissioning),
        new("lead_trust", 345_250m, 9.75m, 7m, 0.72m, 3m, 3m, true, false, LegalRoute.LeadCommissioning),
        new("shared_payroll", 389_900m, 11m, 3m, 0.64m, 1m, 2m, true, true, LegalRoute.None),
        new("outsourced", 298_000m, 4m, 15m, 0.55m, 5m, 1m, false, true, LegalRoute.None),
        new("regional_hub", 315_750.5m, 6.25m, 18m, 0.81m, 4m, 5m, true, false, LegalRoute.PooledBudget),
        new("staged_merger", 371_000m, 10.5m, 12m, 0.78m, 2m, 4m, true, true, LegalRoute.PooledBudget),
    ];

    public const decimal Budget = 400_000m;

    public const decimal Population = 90_000m;

    public const bool Coterminous = true;

    public static RulePack Pack(string hitPolicy) => RulePack.Parse(PackText(hitPolicy), "ten_tables.pack.yaml");

    public static AppraisalCase Case(RulePack pack) => AppraisalCase.Parse(CaseText(), pack, "ten_tables.case.yaml");

    private static string PackText(string hitPolicy) =>
        $$"""
        rule_pack: ten_tables
        title: Ten tables
        version: 1.0.0
        sources:
          brief: { title: Review brief, year: 2002 }
        facts:
          case:
            coterminous: { type: boolean }
            budget: { type: number, unit: GBP/year, min: 0 }
            population: { type: number, unit: people, min: 1 }
          option:
            annual_cost: { type: number, unit: GBP/year, min: 0 }
            staff: { type: number, unit: FTE, min: 0 }
            months_to_start: { type: number, unit: months, min: 0 }
            satisfaction: { type: number, unit: ratio, min: 0, max: 1 }
            sites: { type: number, min: 0 }
            skills: { type: number, min: 0 }
            shared: { type: boolean }
            agreement: { type: boolean }
            legal_route: { type: choice, of: { none: No new power, pooled_budget: Pooled budget, lead_commissioning: Lead commissioning } }
        derived:
          option:
            saving_share: { unit: ratio, value: "(baseline.annual_cost - annual_cost) / baseline.annual_cost" }
            cost_a_head: { value: annual_cost / population }
        gates:
          affordable: { title: Within the budget, requires: annual_cost <= budget or is_baseline, on_fail: show_only }
          written: { title: The pooled fund has its agreement, applies_when: legal_route = pooled_budget, requires: agreement or shared }
          one_area: { title: One area, applies_when: shared, requires: coterminous, source: brief }
        criteria:
          best_value:
            title: Best value
            weight: 60
            criteria:
              economy: { title: Economy, weight: 30, table: { hit_policy: {{hitPolicy}}, rows: [
                { when: { saving_share: at least 0.15, months_to_start: under 12 }, score: 100, because: Saves 15% within the year, source: brief },
                { when: { saving_share: at least 0.15, months_to_start: at least 12 }, score: 80, because: Saves 15% later },
                { when: { saving_share: 0.05 to under 0.15 }, score: 50, because: Saves 5% },
                { otherwise: true, score: 0 } ] } }
              unit_cost: { title: Cost a head, weight: 20, table: { hit_policy: {{hitPolicy}}, rows: [
                { when: { cost_a_head: under 3.5, staff: under 8 }, score: 90 },
                { when: { cost_a_head: under 3.5, staff: at least 8 }, score: 70 },
                { when: { cost_a_head: 3.5 to under 4.2, staff: under 11 }, score: 45 },
                { otherwise: true, score: 10 } ] } }
              staffing: { title: Staffing, weight: 10, table: { hit_policy: {{hitPolicy}}, rows: [
                { when: { staff: 9 to under 12, skills: at least 4 }, score: 100 },
                { when: { staff: 9 to under 12, skills: under 4 }, score: 60 },
                { when: { staff: under 9, skills: at least 3 }, score: 40 },
                { otherwise: true, score: 20 } ] } }
              speed: { title: Speed, weight: 15, table: { hit_policy: {{hitPolicy}}, rows: [
                { when: { months_to_start: under 6, sites: at most 2 }, score: 100 },
                { when: { months_to_start: under 6, sites: more than 2 }, score: 75 },
                { when: { months_to_start: 6 to under 12, shared: true }, score: 50 },
                { otherwise: true, score: 15 } ] } }
              premises: { title: Premises, weight: 25, table: { hit_policy: {{hitPolicy}}, rows: [
                { when: { sites: at most 2, shared: true, annual_cost: under 380000 }, score: 95 },
                { when: { sites: at most 2, shared: true, annual_cost: at least 380000 }, score: 65 },
                { when: { sites: 3 to 4, shared: true }, score: 35 },
                { otherwise: true, score: 5 } ] } }
          lsp_fit:
            title: Fit with the partnership
            weight: 40
            criteria:
              users: { title: Users, weight: 25, table: { hit_policy: {{hitPolicy}}, rows: [
                { when: { satisfaction: at least 0.75, sites: at most 3 }, score: 100 },
                { when: { satisfaction: at least 0.75, sites: more than 3 }, score: 85 },
                { when: { satisfaction: 0.6 to under 0.75, sites: at most 3 }, score: 55 },
                { otherwise: true, score: 25 } ] } }
              law: { title: Law, weight: 20, table: { hit_policy: {{hitPolicy}}, rows: [
                { when: { legal_route: pooled_budget, agreement: true }, score: 100 },
                { when: { legal_route: lead_commissioning, agreement: true }, score: 80 },
                { when: { legal_route: "pooled_budget, lead_commissioning", agreement: false }, score: 30 },
                { otherwise: true, score: 50 } ] } }
              capacity: { title: Capacity, weight: 20, table: { hit_policy: {{hitPolicy}}, rows: [
                { when: { skills: at least 4, staff: at least 6, coterminous: true }, score: 100 },
                { when: { skills: at least 4, staff: under 6, coterminous: true }, score: 70 },
                { when: { skills: 2 to under 4, coterminous: true }, score: 45 },
                { otherwise: true, score: 20 } ] } }
              disruption: { title: Disruption, weight: 15, table: { hit_policy: {{hitPolicy}}, rows: [
                { when: { months_to_start: at most 3, saving_share: under 0.1 }, score: 100 },
                { when: { months_to_start: more than 3, saving_share: under 0.1, shared: true }, score: 70 },
                { when: { months_to_start: 3 to under 13, saving_share: at least 0.1 }, score: 40 },
                { otherwise: true, score: 10 } ] } }
              resilience: { title: Resilience, weight: 20, table: { hit_policy: {{hitPolicy}}, rows: [
                { when: { staff: at least 10, sites: at least 2, agreement: true }, score: 90 },
                { when: { staff: at least 10, sites: at least 2, agreement: false }, score: 60 },
                { when: { staff: under 10, sites: at least 3, satisfaction: at least 0.7 }, score: 45 },
                { otherwise: true, score: 15 } ] } }
        """;

    private static string CaseText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            case: ten_tables
            title: Ten tables
            rule_pack: ten_tables.pack.yaml
            as_of: 2002-06-01
            facts: { coterminous: {{(Coterminous ? "true" : "false")}}, budget: {{Budget}}, population: {{Population}} }
            options:

            """);
        for (var i = 0; i < Bids.Length; i++)
        {
            var bid = Bids[i];
            var route = bid.Route switch { LegalRoute.None => "none", LegalRoute.PooledBudget => "pooled_budget", _ => "lead_commissioning" };
            text.Append(CultureInfo.InvariantCulture, $$"""
                  {{bid.Id}}: { {{(i == 0 ? "baseline: true, " : "")}}facts: { annual_cost: {{bid.AnnualCost}}, staff: {{bid.Staff}}, months_to_start: {{bid.MonthsToStart}}, satisfaction: {{bid.Satisfaction}}, sites: {{bid.Sites}}, skills: {{bid.Skills}}, shared: {{Yes(bid.Shared)}}, agreement: {{Yes(bid.Agreement)}}, legal_route: {{route}} } }

                """);
        }

        return text.ToString();
    }

    private static string Yes(bool fact) => fact ? "true" : "false";
}
