using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Conformance;

/// <summary>Nothing of the language is beyond NRules: every kind of expression and of rule is in some pack whose tests both engines pass alike.</summary>
public sealed class KindTests
{
    private static readonly Lazy<ImmutableArray<EvaluationPlan>> Plans = new(Record);

    public static TheoryData<ExpressionKind> Expressions => [.. Enum.GetValues<ExpressionKind>()];

    public static TheoryData<RuleKind> Rules => [.. Enum.GetValues<RuleKind>()];

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Every_kind_of_expression_is_in_a_pack_that_both_engines_run(ExpressionKind kind) =>
        Plans.Value.ShouldContain(p => p.Rules.Any(r => Kinds.Of(r.Expression).Contains(kind)));

    [Theory]
    [MemberData(nameof(Rules))]
    public void So_is_every_kind_of_rule(RuleKind kind) => Plans.Value.ShouldContain(p => p.Rules.Any(r => r.Kind == kind));

    [Fact]
    public void So_is_every_kind_of_leaf() =>
        Plans.Value.SelectMany(p => p.Pack.AllCriteria).Select(c => c.Leaf).OfType<LeafRule>().Select(l => l.GetType()).Distinct().Count()
            .ShouldBe(typeof(LeafRule).Assembly.GetTypes().Count(t => t.IsSubclassOf(typeof(LeafRule))));

    [Fact]
    public void So_is_every_hit_policy() =>
        Plans.Value.SelectMany(p => p.Pack.AllCriteria).Select(c => c.Leaf).OfType<TableLeaf>().Select(l => l.Table.HitPolicy).Distinct().Order().ShouldBe(Enum.GetValues<HitPolicy>());

    // Those of the conformance tests, and the shipped packs, whose tests are run on both engines with the others that are data.
    private static ImmutableArray<EvaluationPlan> Record() =>
    [
        .. Judged.All.Select(j => j.Plan),
        .. DataTests.Files("*.pack.yaml", "rules").Select(f => PlanBuilder.Build(RulePack.Load(Repository.PathOf(f), new LoadOptions { Root = Repository.Root }))),
    ];
}
