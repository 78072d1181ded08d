using System.Diagnostics;
using OptionAppraisal.Benchmarks.Workloads;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Benchmarks;

// Ratios in seconds instead of minutes, for the work on the code: rounds of both sides in turn, the best round of each, so that a busy
// machine does as little harm as it can. Figures to be quoted come from the benchmarks.
internal static class Quick
{
    private const int Rounds = 1_000;
    private const int LoadingRounds = 60;

    public static int Run(string[] policies)
    {
        foreach (var policy in policies.Length == 0 ? ["unique", "first"] : policies)
        {
            Compare(policy);
        }

        foreach (var rows in policies.Length == 0 ? [50, 500] : (int[])[])
        {
            Load(rows);
        }

        return 0;
    }

    private static void Compare(string policy)
    {
        var benchmark = new ExactEvaluation { HitPolicy = policy };
        benchmark.Setup();
        var byHand = double.MaxValue;
        var exact = double.MaxValue;
        var read = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            byHand = Math.Min(byHand, Microseconds(() => benchmark.ByHand(), 200));
            exact = Math.Min(exact, Microseconds(() => benchmark.Exact(), 40));
            read = Math.Min(read, Microseconds(() => benchmark.ExactWithTrace(), 40));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        benchmark.Exact();
        var between = GC.GetAllocatedBytesForCurrentThread();
        benchmark.ExactWithTrace();
        var after = GC.GetAllocatedBytesForCurrentThread();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{policy}: by hand {byHand:F2} us; exact {exact:F2} us, {exact / byHand:F2} times, {between - before} bytes; trace read {read:F2} us, {read / byHand:F2} times, {after - between} bytes"));
    }

    private static void Load(int rows)
    {
        var text = ManyRows.PackText(rows);
        var best = double.MaxValue;
        for (var round = 0; round < LoadingRounds; round++)
        {
            best = Math.Min(best, Microseconds(() => PlanBuilder.Build(RulePack.Parse(text)), 1));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows: {best / 1_000:F2} ms warm"));
    }

    private static double Microseconds(Func<object> work, int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            work();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / times;
    }
}
