using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Packs;

public class PackBinderTests
{
    private const string Cost = "facts:\n  option:\n    cost: { type: number, unit: GBP, min: 0 }\n";

    [Fact]
    public void Derived_facts_stand_after_those_they_use()
    {
        var pack = RulePack.Parse("rule_pack: p\n" + Cost + """
            derived:
              option:
                last: { value: middle + 1 }
                middle: { value: first_one * 2 }
                first_one: { unit: ratio, value: cost / cost }
            """);

        pack.Derived.Select(d => d.Id).ShouldBe(["first_one", "middle", "last"]);
        pack.Derived[0].Type.ShouldBe(new NumberType(Unit.Ratio));
        pack.Derived[0].Index.ShouldBe(2);
    }

    [Fact]
    public void A_circle_is_printed_once()
    {
        var result = RulePack.TryParse("rule_pack: p\nderived:\n  case:\n    a: { value: b + 1 }\n    b: { value: c + 1 }\n    c: { value: a + 1 }\n    d: { value: a + 1 }\n");

        result.Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("derived facts in a circle: a -> b -> c -> a");
    }

    [Fact]
    public void A_chain_of_thousands_of_derived_facts_is_bound()
    {
        var chain = string.Concat(Enumerable.Range(0, 3000).Select(i => $"    f{i}: {{ value: f{i + 1} + 1 }}\n"));

        RulePack.Parse($"rule_pack: p\nderived:\n  case:\n{chain}    f3000: {{ value: 1 }}\n").Derived.Length.ShouldBe(3001);
    }

    [Fact]
    public void A_circle_of_thousands_of_derived_facts_ends()
    {
        var chain = string.Concat(Enumerable.Range(0, 3000).Select(i => $"    f{i}: {{ value: f{(i + 1) % 3000} + 1 }}\n"));

        RulePack.TryParse($"rule_pack: p\nderived:\n  case:\n{chain}").Diagnostics.ShouldContain(d => d.Code == PackCodes.Circle);
    }

    [Fact]
    public void Facts_of_two_packs_that_agree_are_one_fact_and_the_first_title_wins()
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", "rule_pack: used\nfacts:\n  option:\n    cost: { type: number, unit: GBP/year, title: First }\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\nfacts:\n  option:\n    cost: { type: number, unit: GBP/years, title: Second }\n");

        RulePack.Load(root).Schema.OptionFacts.ShouldHaveSingleItem().Title.ShouldBe("First");
    }

    [Fact]
    public void The_facts_of_a_record_list_in_two_packs_are_joined()
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", "rule_pack: used\nrecords:\n  bodies: { title: Bodies, facts: { kind: { type: text } } }\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\nrecords:\n  bodies: { facts: { size: { type: number } } }\n");

        var list = RulePack.Load(root).Schema.RecordLists.ShouldHaveSingleItem();

        list.Title.ShouldBe("Bodies");
        list.Facts.Select(f => (f.Id, f.Index)).ShouldBe([("kind", 0), ("size", 1)]);
    }

    [Fact]
    public void An_error_of_two_places_stands_at_the_later_and_names_the_first()
    {
        var result = RulePack.TryParse("rule_pack: p\n" + Cost + "parameters:\n  cost: { unit: GBP, value: 3 }\n");

        var problem = result.Diagnostics.ShouldHaveSingleItem();
        problem.Span.Start.Line.ShouldBe(6);
        problem.First!.Value.Start.Line.ShouldBe(4);
    }

    [Fact]
    public void A_record_may_have_a_fact_named_like_one_of_options() =>
        RulePack.TryParse("rule_pack: p\nrecords:\n  services: { facts: { cost: { type: number } } }\n" + Cost).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void A_pack_that_reads_the_baseline_needs_one()
    {
        RulePack.Parse("rule_pack: p\n" + Cost + "derived:\n  option: { saving: { value: baseline.cost - cost } }\n").NeedsBaseline.ShouldBeTrue();
        RulePack.Parse("rule_pack: p\n" + Cost).NeedsBaseline.ShouldBeFalse();
    }

    [Fact]
    public void What_uses_a_fact_that_is_wrong_is_no_further_error() =>
        RulePack.TryParse("rule_pack: p\nfacts:\n  option: { cost: { type: numbr } }\ncriteria:\n  economy: { formula: cost * 2 }\n")
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackCodes.UnknownType);

    [Fact]
    public void The_settings_of_the_root_alone_count()
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", "rule_pack: used\nwhen_unknown: leave_out\ndecimals: 5\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\nwhen_unknown: midpoint\n");

        var pack = RulePack.Load(root);

        pack.WhenUnknown.ShouldBe(WhenUnknown.Midpoint);
        pack.Decimals.ShouldBe(1);
    }

    [Fact]
    public void Severities_stand_strongest_first_whatever_the_order_of_the_file()
    {
        var pack = RulePack.Parse("rule_pack: p\n" + Cost + """
            findings:
              dear:
                kind: risk
                severity: { otherwise: low, medium: cost > 10, high: cost > 100 }
                when: cost > 1
                says: "It costs {cost}."
            """);

        pack.Findings[0].Severities.Select(s => s.Level).ShouldBe([FindingSeverity.High, FindingSeverity.Medium, FindingSeverity.Low]);
        pack.Findings[0].Says.Length.ShouldBe(3);
        pack.Findings[0].Scope.ShouldBe(RuleScope.Option);
    }

    [Fact]
    public void Rows_of_a_sum_may_lie_off_the_scale_and_below_zero() =>
        RulePack.TryParse("rule_pack: p\n" + Cost + """
            criteria:
              economy:
                table:
                  hit_policy: collect_sum
                  rows:
                    - { when: { cost: at least 10 }, score: -20 }
                    - { when: { cost: "-" }, score: 70 }
            """).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void All_problems_of_a_table_are_told_in_one_run()
    {
        var result = RulePack.TryParse("rule_pack: p\n" + Cost + """
            criteria:
              economy:
                table:
                  rows:
                    - { when: { costs: 3 }, score: 10 }
                    - { when: { cost: true }, scor: 10 }
                    - { score: 200 }
            """);

        result.Diagnostics.Select(d => d.Span.Start.Line).Distinct().ShouldBe([9, 10, 11]);
        result.Diagnostics.ShouldAllBe(d => d.IsError);
    }

    [Fact]
    public void A_criterion_applies_by_facts_of_the_case_only()
    {
        RulePack.TryParse("rule_pack: p\nfacts:\n  case: { urban: { type: boolean } }\ncriteria:\n  economy: { applies_when: urban, formula: \"1\" }\n").Diagnostics.ShouldBeEmpty();
        RulePack.TryParse("rule_pack: p\n" + Cost + "criteria:\n  economy: { applies_when: cost > 3, formula: \"1\" }\n").Diagnostics.ShouldHaveSingleItem();
    }
}
