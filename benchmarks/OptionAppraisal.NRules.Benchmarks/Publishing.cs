using BenchmarkDotNet.Attributes;
using NRules;
using OptionAppraisal.Benchmarks.Workloads;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Benchmarks;

/// <summary>The question: what does it cost that rules leave what they conclude as facts, for an application's own rules? The session alone, without the result.</summary>
[MemoryDiagnoser]
public class Publishing
{
    private AppraisalCase _case = null!;
    private RulePackRepository _rules = null!;
    private ISessionFactory _factory = null!;

    /// <summary>Whether rules publish.</summary>
    [Params(false, true)]
    public bool Publishes { get; set; }

    /// <summary>Reads the case and compiles the rules.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var pack = TenTables.Pack("unique");
        _case = TenTables.Case(pack);
        _rules = new RulePackRepository(PlanBuilder.Build(pack), Publishes);
        _factory = new RuleCompiler().Compile(_rules.GetRuleSets());
    }

    /// <summary>A session, from the facts of the case to the last rule that fires.</summary>
    [Benchmark]
    public ISession Session()
    {
        var subjects = new KnownSubjects(_rules.Layout, _case);
        var context = new CaseContext(_rules.Plan, _rules.Layout, _case, null, subjects, default);
        var session = _factory.CreateSession();
        session.AutoPropagateLinkedFacts = false;
        if (Publishes)
        {
            session.InsertAll(new SessionFacts(context).All);
            Firing.FireAll(session, int.MaxValue, default);
        }
        else
        {
            new WholeCase(context).Judge(session, int.MaxValue, default);
        }

        return session;
    }
}
