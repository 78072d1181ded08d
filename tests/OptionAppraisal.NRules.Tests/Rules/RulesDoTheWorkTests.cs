using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NRules;
using NRules.Diagnostics;
using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.NRules.Tests.Conformance;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Rules;

/// <summary>Rows, gates, derived facts and findings are concluded by rules of NRules, and by nothing else.</summary>
public sealed class RulesDoTheWorkTests
{
    // A rule that fired is tried to be missed in so many of the cases where it did.
    private const int MostCases = 5;

    // A row behind one that holds, and a finding that reads a gate of a later stage: they fire, and nobody asks.
    private static readonly string[] NeverAsked = ["asked: criteria.row.row 2", "stages: findings.gate_of_later.when"];

    // The rules of each pack that fired, with the cases where they did.
    private static readonly Lazy<ImmutableArray<(string Pack, string Name, ImmutableArray<Judged> Cases)>> Fired = new(Record);

    // How the names of one kind of rule begin and what else is in them, and how many rules of it fire at least.
    public static TheoryData<string, string, int> Kinds => new()
    {
        { "criteria.", ".row ", 30 },
        { "criteria.", ".applies_when", 1 },
        { "criteria.", "", 60 },
        { "gates.", "", 15 },
        { "derived.", "", 40 },
        { "derived.", ".row ", 8 },
        { "findings.", "", 10 },
        { "stages.", "", 4 },
    };

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

    /// <summary>Each rule that fires over the conformance tests is missed somewhere: without it a case comes to something else, or a thing is not concluded.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_its_rule_a_thing_is_not_concluded(string beginning, string part, int atLeast)
    {
        var rules = Fired.Value.Where(r => r.Name.StartsWith(beginning, StringComparison.Ordinal) && r.Name.Contains(part, StringComparison.Ordinal)).ToList();

        rules.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        rules.Where(r => !r.Cases.Any(c => IsMissed(c, r.Name))).Select(r => $"{r.Pack}: {r.Name}").Except(NeverAsked, StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>Without any rule no gate has an outcome.</summary>
    [Fact]
    public void Without_rules_there_is_no_result()
    {
        var without = new ChangedEngine((_, rules) => rules.Take(0));
        var judged = Judged.All.Where(j => j.Plan.Gates.Any(g => g.Gate.Scope == RuleScope.Option && g.Gate.Stages.IsEmpty)).ToList();

        judged.Count.ShouldBeGreaterThan(50);
        foreach (var (plan, appraisalCase, _) in judged)
        {
            Should.Throw<InvalidOperationException>(() => AppraisalRun.Run(plan, appraisalCase, without)).Message.ShouldStartWith("no rule ");
        }
    }

    /// <summary>With all but the rules that let subjects in dropped, what is asked first says that no rule concluded it.</summary>
    [Fact]
    public void What_no_rule_concluded_is_said_to_be_so()
    {
        var (plan, appraisalCase, _) = Judged.All.First(j => !j.Plan.Gates.IsEmpty);
        var without = new ChangedEngine((_, rules) => rules.Where(r => r.Name.StartsWith("subjects.", StringComparison.Ordinal)));

        Should.Throw<InvalidOperationException>(() => AppraisalRun.Run(plan, appraisalCase, without)).Message.ShouldStartWith("no rule concluded ");
    }

    private static ImmutableArray<(string Pack, string Name, ImmutableArray<Judged> Cases)> Record()
    {
        var fired = new Dictionary<(string Pack, string Name), List<Judged>>();
        var engine = new ChangedEngine((_, rules) => rules);
        foreach (var judged in Judged.All)
        {
            var events = engine.RulesOf(judged.Plan).Factory.Events;
            var names = new HashSet<string>(StringComparer.Ordinal);
            void Note(object? sender, AgendaEventArgs e) => names.Add(e.Rule.Name);
            events.RuleFiredEvent += Note;
            AppraisalRun.Run(judged.Plan, judged.Case, engine);
            events.RuleFiredEvent -= Note;
            foreach (var name in names)
            {
                var key = (judged.Plan.Pack.Id, name);
                var cases = fired.TryGetValue(key, out var known) ? known : fired[key] = [];
                cases.Add(judged);
            }
        }

        // From both ends: the first and the last documents ask for different things.
        return [.. fired.Select(f => (f.Key.Pack, f.Key.Name, f.Value.Take(MostCases).Concat(f.Value.Skip(MostCases).TakeLast(MostCases)).ToImmutableArray()))];
    }

    private static bool IsMissed(Judged judged, string name)
    {
        var without = new ChangedEngine((_, rules) =>
        {
            var all = rules.ToList();
            all.RemoveAll(r => r.Name == name).ShouldBe(1, name);
            return all;
        });
        try
        {
            return OutcomeText.Of(AppraisalRun.Run(judged.Plan, judged.Case, without)) != judged.Right
                || DerivedOf(judged, without) != DerivedOf(judged, Engines.Exact);
        }
        catch (Exception error) when ((error is RuleExpressionEvaluationException ? error.InnerException : error) is InvalidOperationException missed)
        {
            missed.Message.ShouldStartWith("no rule concluded ");
            return true;
        }
    }

    // Derived facts that no other rule reads are asked for by tests alone.
    private static string DerivedOf(Judged judged, IEvaluationEngine engine)
    {
        using var session = engine.Open(judged.Plan, judged.Case, judged.Plan.Stages.IsEmpty ? null : judged.Plan.Stages[0].Stage, CancellationToken.None);
        return string.Join('\n', judged.Plan.Derived.SelectMany(d => SubjectsOf(d.Fact.Scope, judged.Case), (d, s) => ValueOf(session, d.Rule, s)));
    }

    private static string ValueOf(IEvaluationSession session, Rule rule, Subject subject)
    {
        try
        {
            return $"{session.Conclude(rule, subject)}";
        }
        catch (JudgingException error)
        {
            return $"{error.Diagnostic}";
        }
    }

    private static IEnumerable<Subject> SubjectsOf(RuleScope scope, AppraisalCase appraisalCase) => scope.Kind switch
    {
        RuleScopeKind.Option => appraisalCase.Options.Select(Subject.Of),
        RuleScopeKind.Record => (appraisalCase.RecordsOf(scope.List!) ?? []).Select(Subject.Of),
        _ => [Subject.Case],
    };
}
