using System.Diagnostics;
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
        var start = Stopwatch.GetTimestamp();
        var plan = PlanBuilder.Build(RulePack.Parse(text));
        var time = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F1} ms, {plan.Rules.Length} rules"));
        return 0;
    }
}
