using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NRules;
using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Rules;

/// <summary>Rows, gates, derived facts and findings are concluded by rules of NRules, and by nothing else.</summary>
public sealed class RulesDoTheWorkTests
{
    private static readonly LoadOptions Options = new() { Root = Repository.Root };

    private static readonly Lazy<ImmutableArray<(EvaluationPlan Plan, AppraisalCase Case, string Right)>> Judged = new(Record);

    public static TheoryData<RuleKind> Kinds =>
    [
        RuleKind.Row, RuleKind.GatePart, RuleKind.DerivedValue, RuleKind.FindingRaised, RuleKind.LeafOperand, RuleKind.CriterionApplies, RuleKind.StageReviewers,
    ];

    /// <summary>No name of a type of the exact engine is in the metadata of the assembly.</summary>
    [Fact]
    public void The_exact_engine_is_not_referred_to()
    {
        using var stream = File.OpenRead(typeof(NRulesEngine).Assembly.Location);
        using var file = new PEReader(stream);
        var reader = file.GetMetadataReader();
        var referred = reader.TypeReferences.Select(reader.GetTypeReference).Select(t => $"{reader.GetString(t.Namespace)}.{reader.GetString(t.Name)}").ToList();

        referred.ShouldContain("OptionAppraisal.Evaluation.ExpressionSession");
        referred.Where(t => t.Contains(".Exact", StringComparison.Ordinal)).ShouldBeEmpty();
        typeof(NRulesEngine).Assembly.GetTypes().SelectMany(TypeReferences.Of).Where(t => t.Namespace == "OptionAppraisal.Evaluation.Exact").ShouldBeEmpty();
    }

    /// <summary>Nor may it reach one that the library keeps to itself.</summary>
    [Fact]
    public void The_library_shows_it_no_internals() =>
        typeof(ExpressionSession).Assembly.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>()
            .ShouldNotContain(a => a.AssemblyName == "OptionAppraisal.NRules");

    /// <summary>Without one rule that concluded something, the appraisal comes to something else, or nobody concluded it: whichever rule it is.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_its_rule_a_thing_is_not_concluded(RuleKind kind)
    {
        var dropped = 0;
        foreach (var (plan, appraisalCase, right) in Judged.Value)
        {
            foreach (var name in plan.Rules.Where(r => r.Kind == kind).Select(NameOf).Distinct(StringComparer.Ordinal))
            {
                if (IsMissed(plan, appraisalCase, right, name))
                {
                    dropped++;
                }
            }
        }

        // Not every rule matters to every case: a row that does not hold is not missed.
        dropped.ShouldBeGreaterThan(kind is RuleKind.CriterionApplies or RuleKind.StageReviewers ? 5 : 20, $"{kind}");
    }

    /// <summary>Without any rule no option has a gate or a row.</summary>
    [Fact]
    public void Without_rules_there_is_no_result()
    {
        var without = new ChangedEngine((_, rules) => rules.Take(0));
        var judged = Judged.Value.Where(j => j.Plan.Criteria.Any(c => !c.Rows.IsEmpty) || j.Plan.Gates.Any(g => g.Gate.Scope == RuleScope.Option && g.Gate.Stages.IsEmpty)).ToList();

        judged.Count.ShouldBeGreaterThan(100);
        foreach (var (plan, appraisalCase, _) in judged)
        {
            Should.Throw<InvalidOperationException>(() => AppraisalRun.Run(plan, appraisalCase, without)).Message.ShouldStartWith("no rule ");
        }
    }

    /// <summary>With all but the rules that let subjects in dropped, what is asked first says that no rule concluded it.</summary>
    [Fact]
    public void What_no_rule_concluded_is_said_to_be_so()
    {
        var (plan, appraisalCase, _) = Judged.Value.First(j => !j.Plan.Gates.IsEmpty);
        var without = new ChangedEngine((_, rules) => rules.Where(r => r.Name.StartsWith("subjects.", StringComparison.Ordinal)));

        Should.Throw<InvalidOperationException>(() => AppraisalRun.Run(plan, appraisalCase, without)).Message.ShouldStartWith("no rule concluded ");
    }

    private static bool IsMissed(EvaluationPlan plan, AppraisalCase appraisalCase, string right, string name)
    {
        var without = new ChangedEngine((_, rules) =>
        {
            var all = rules.ToList();
            all.RemoveAll(r => r.Name == name).ShouldBe(1, name);
            return all;
        });
        try
        {
            return OutcomeText.Of(AppraisalRun.Run(plan, appraisalCase, without)) != right;
        }
        catch (Exception error) when ((error is RuleExpressionEvaluationException ? error.InnerException : error) is InvalidOperationException missed)
        {
            missed.Message.ShouldStartWith("no rule concluded ");
            return true;
        }
    }

    // A gate is one rule, whatever its parts.
    private static string NameOf(Rule rule) => rule.Kind == RuleKind.GatePart ? string.Join('.', rule.Path.Split('.').Take(2)) : rule.Path;

    private static ImmutableArray<(EvaluationPlan Plan, AppraisalCase Case, string Right)> Record()
    {
        var engine = new RecordingEngine(Engines.Exact);
        RuleTests.Run([Repository.PathOf("tests", "conformance")], Options, engine).Passed.ShouldBeTrue();
        return [.. engine.Pairs.Select(p => (p.Plan, p.Case, OutcomeText.Of(AppraisalRun.Run(p.Plan, p.Case, Engines.Exact))))];
    }
}
