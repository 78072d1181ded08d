using NRules.RuleModel;
using OptionAppraisal.NRules.Tests.Conformance;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Rules;

/// <summary>The shipped packs as rules: how many, and what they say about themselves.</summary>
public sealed class RulePackRepositoryTests
{
    public static TheoryData<string> Packs => [.. DataTests.Files("*.pack.yaml", "rules")];

    [Theory]
    [MemberData(nameof(Packs))]
    public void There_is_a_rule_for_each_row_gate_derived_fact_and_finding(string document)
    {
        var (pack, rules) = Load(document);
        var plan = PlanBuilder.Build(pack);
        var rows = pack.AllCriteria.Select(c => c.Leaf).OfType<TableLeaf>().Sum(l => l.Table.Rows.Length + (l.Table.Otherwise is null ? 0 : 1));

        rules.Count.ShouldBeGreaterThanOrEqualTo(rows + pack.Gates.Length + pack.Derived.Length + pack.Findings.Length);

        // Whatever a plan concludes has its rule; the parts of a gate and the words of a finding go with it.
        var names = rules.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        plan.Rules.Where(r => r.Kind is RuleKind.Row or RuleKind.DerivedValue or RuleKind.FindingRaised or RuleKind.LeafOperand or RuleKind.CriterionApplies or RuleKind.StageReviewers)
            .Select(r => r.Path).Concat(pack.Gates.Select(g => $"gates.{g.Id}")).Where(n => !names.Contains(n)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Each_rule_has_its_own_name_the_pack_as_a_tag_and_its_place(string document)
    {
        var (pack, rules) = Load(document);

        rules.Select(r => r.Name).Distinct(StringComparer.Ordinal).Count().ShouldBe(rules.Count);
        rules.ShouldAllBe(r => r.Tags.Contains(pack.Id));
        foreach (var rule in rules.Where(r => !r.Name.StartsWith("subjects.", StringComparison.Ordinal)))
        {
            PlaceOf(rule).ShouldMatch(@"^.+\.pack\.yaml:\d+:\d+$", rule.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_rules_of_a_criterion_have_it_as_a_tag_and_rules_of_what_has_sources_have_them(string document)
    {
        var (pack, rules) = Load(document);
        var byName = rules.ToDictionary(r => r.Name, StringComparer.Ordinal);
        foreach (var criterion in pack.AllCriteria)
        {
            rules.Where(r => r.Name.StartsWith($"criteria.{criterion.Id}.", StringComparison.Ordinal)).ShouldAllBe(r => r.Tags.Contains(criterion.Id));
            if (criterion.Leaf is not TableLeaf { Table: var table })
            {
                continue;
            }

            foreach (var row in table.Rows.Concat(table.Otherwise is { } otherwise ? [otherwise] : []))
            {
                var rule = byName[$"criteria.{criterion.Id}.row {row.Number}"];
                PlaceOf(rule).ShouldBe($"{row.Span.Path}:{row.Span.Start.Line}:{row.Span.Start.Column}");
                var sources = row.Sources.IsEmpty ? criterion.Sources : row.Sources;
                rule.Properties.Any(p => p.Name == RulePackRepository.SourceProperty).ShouldBe(!sources.IsEmpty, rule.Name);
                sources.ShouldAllBe(s => $"{rule.Properties[RulePackRepository.SourceProperty]}".Contains(s.Source.Title));
            }
        }

        foreach (var gate in pack.Gates.Where(g => !g.Sources.IsEmpty))
        {
            byName[$"gates.{gate.Id}"].Properties[RulePackRepository.SourceProperty].ShouldNotBeNull();
        }
    }

    private static string PlaceOf(IRuleDefinition rule) => $"{rule.Properties[RulePackRepository.PlaceProperty]}";

    private static (RulePack Pack, List<IRuleDefinition> Rules) Load(string document)
    {
        var pack = RulePack.Load(Repository.PathOf(document), new LoadOptions { Root = Repository.Root });
        return (pack, [.. new RulePackRepository(pack).GetRuleSets().Single().Rules]);
    }
}
