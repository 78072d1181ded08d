using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using OptionAppraisal.Benchmarks.Workloads;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Benchmarks;

/// <summary>The question: what do loading, binding and planning a pack cost when the code is warm?</summary>
[MemoryDiagnoser]
public class Loading
{
    private string _text = "";

    /// <summary>The rows of the pack.</summary>
    [Params(50, 500)]
    public int Rows { get; set; }

    /// <summary>Writes the pack.</summary>
    [GlobalSetup]
    public void Setup() => _text = ManyRows.PackText(Rows);

    /// <summary>Text to plan.</summary>
    [Benchmark]
    public EvaluationPlan LoadBindAndPlan() => PlanBuilder.Build(RulePack.Parse(_text));
}

/// <summary>The same question for the first time in a process: each launch runs it once.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 10, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
[MemoryDiagnoser]
public class ColdLoading
{
    private string _text = "";

    /// <summary>The rows of the pack.</summary>
    [Params(50, 500)]
    public int Rows { get; set; }

    /// <summary>Writes the pack; nothing of the library is touched.</summary>
    [GlobalSetup]
    public void Setup() => _text = ManyRows.PackText(Rows);

    /// <summary>Text to plan.</summary>
    [Benchmark]
    public EvaluationPlan LoadBindAndPlan() => PlanBuilder.Build(RulePack.Parse(_text));
}
