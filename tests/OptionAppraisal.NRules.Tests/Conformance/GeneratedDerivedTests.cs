using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.Packs;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Conformance;

/// <summary>Derived facts that rest on each other, made at random, the same on every run, on both engines.</summary>
public sealed class GeneratedDerivedTests
{
    [Fact]
    public void Both_engines_agree_on_derived_facts_that_rest_on_each_other()
    {
        var seen = new Seen();
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new RandomDerived(seed);
            var pack = RulePack.Parse(random.Pack);
            var appraisalCase = AppraisalCase.Parse(random.Case, pack);
            seen.Note(pack, appraisalCase, Engines.ShouldAgree(appraisalCase, $"seed {seed}\n{random.Pack}\n{random.Case}"));
        }

        seen.ShouldHave(
            "missing", "undefined", "table that gives a value", "error OA6001", "error OA6002", "error OA6003", "baseline", "records", "expression Derived", "finding raised", "finding not known",
            "gate failed", "gate not known");
    }
}
