using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using NRules;
using OptionAppraisal.Benchmarks.Workloads;
using OptionAppraisal.NRules.Benchmarks.ByHand;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Benchmarks;

/// <summary>The question: what does NRules take to compile the rules of a pack, against reading, binding and planning it?</summary>
[MemoryDiagnoser]
public class Compiling
{
    private string _text = "";
    private EvaluationPlan _plan = null!;

    /// <summary>The rows of the pack.</summary>
    [Params(50, 500)]
    public int Rows { get; set; }

    /// <summary>Writes and plans the pack.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _text = ManyRows.PackText(Rows);
        _plan = LoadBindAndPlan();
    }

    /// <summary>Text to plan.</summary>
    [Benchmark(Baseline = true)]
    public EvaluationPlan LoadBindAndPlan() => PlanBuilder.Build(RulePack.Parse(_text));

    /// <summary>Plan to compiled rules.</summary>
    [Benchmark]
    public ISessionFactory Compile() => Compile(_plan);

    /// <summary>The same rows as rules by hand in the natural way, from the fluent builder to compiled rules.</summary>
    [Benchmark]
    public ISessionFactory CompileByHand() => ManyRules.Compile(Rows);

    // The first time in a process, by a stopwatch.
    internal static int Cold(int rows, bool byHand)
    {
        var text = ManyRows.PackText(rows);
        var start = Stopwatch.GetTimestamp();
        var plan = PlanBuilder.Build(RulePack.Parse(text));
        var loading = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        if (byHand)
        {
            ManyRules.Compile(rows);
        }
        else
        {
            Compile(plan);
        }

        var compiling = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows} rows: load, bind and plan {loading.TotalMilliseconds:F0} ms, {(byHand ? "compile rules by hand" : "compile")} {compiling.TotalMilliseconds:F0} ms, {compiling / loading:F1} times"));
        return 0;
    }

    private static ISessionFactory Compile(EvaluationPlan plan) => new RuleCompiler().Compile(new RulePackRepository(plan, publishes: false).GetRuleSets());
}
