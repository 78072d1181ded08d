using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.NRules.Tests.Examples;

/// <summary>A small pack and case for the examples: a pooled budget, a gate on its agreement, two scores, a finding.</summary>
internal static class PartnershipPack
{
    public static RulePack Load() => RulePack.Parse(
        """
        rule_pack: partnership
        title: A partnership
        version: 1.0.0
        sources:
          brief: { title: Review brief, year: 2002 }
        facts:
          option:
            pool: { type: number, unit: GBP/year, min: 0 }
            agreement: { type: boolean }
            annual_cost: { type: number, unit: GBP/year, min: 0 }
        derived:
          option:
            saving: { unit: ratio, value: "(baseline.annual_cost - annual_cost) / baseline.annual_cost" }
        gates:
          pool_has_an_agreement: { title: The pooled fund has its agreement, applies_when: pool > 0, requires: agreement, source: brief, because: A pooled fund needs a written agreement }
        criteria:
          economy:
            title: Economy
            weight: 60
            source: brief
            table:
              rows:
                - { when: { saving: "< 0.05" }, score: 20, because: It saves little }
                - { when: { saving: ">= 0.05" }, score: 80, because: It saves a twentieth or more }
          pooling:
            title: Pooling
            weight: 40
            source: brief
            curve: { of: pool, points: [[0, 0], [8000000, 100]] }
        findings:
          first_but_unagreed:
            kind: risk
            severity: high
            scope: option
            when: scores.economy >= 80 and gates.pool_has_an_agreement = null
            says: "It saves {saving}, and its agreement is not settled."
            source: brief
        """,
        "partnership.pack.yaml");

    public static AppraisalCase CaseFor(RulePack pack) => AppraisalCase.Parse(
        """
        case: place
        rule_pack: partnership.pack.yaml
        as_of: 2002-06-01
        options:
          as_now: { title: As now, baseline: true, facts: { pool: 0, agreement: false, annual_cost: 10000000 } }
          small_pool: { title: A small pool, facts: { pool: 2000000, agreement: true, annual_cost: 9800000 } }
          large_pool: { title: A large pool, facts: { pool: 6000000, agreement: true, annual_cost: 9000000 } }
        """,
        pack,
        "place.case.yaml");
}
