using System.Diagnostics;
using System.Runtime;
using OptionAppraisal.Benchmarks.Workloads;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Benchmarks;

// The first load of a process, by a stopwatch: one figure a run, in milliseconds. Nothing of the library was touched before.
internal static class Cold
{
    public static int Run(int rows)
    {
        var text = ManyRows.PackText(rows);
        var compiled = JitInfo.GetCompiledMethodCount();
        var compiling = JitInfo.GetCompilationTime();
        var start = Stopwatch.GetTimestamp();
        var plan = PlanBuilder.Build(RulePack.Parse(text));
        var time = Stopwatch.GetElapsedTime(start);
        compiled = JitInfo.GetCompiledMethodCount() - compiled;
        compiling = JitInfo.GetCompilationTime() - compiling;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows} rows, {plan.Rules.Length} rules: {time.TotalMilliseconds:F1} ms, of which compiling {compiled} methods {compiling.TotalMilliseconds:F1} ms"));
        return 0;
    }
}
