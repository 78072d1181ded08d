using System.Diagnostics;

namespace OptionAppraisal.NRules.Benchmarks;

// The same ratios in seconds, for work on the code: rounds of all in turn, the best round of each.
internal static class Quick
{
    private const int Rounds = 400;
    private const int Times = 20;

    public static int Run(string[] policies)
    {
        foreach (var policy in policies.Length == 0 ? ["unique", "first"] : policies)
        {
            var engines = new Engines { HitPolicy = policy };
            engines.Setup();
            Console.WriteLine(policy);
            Compare(
                ("rows by hand", engines.RowsByHand),
                ("rows alone by hand", engines.RowsAloneByHand),
                ("natural by hand", engines.NaturalByHand),
                ("back end", engines.BackEnd),
                ("back end, read", () => engines.BackEndRead()),
                ("exact", engines.Exact),
                ("exact, read", () => engines.ExactRead()));
        }

        var silent = new Publishing { Publishes = false };
        var publishing = new Publishing { Publishes = true };
        silent.Setup();
        publishing.Setup();
        Console.WriteLine("session alone");
        Compare(("publishes nothing", silent.Session), ("publishes", publishing.Session));
        return 0;
    }

    private static void Compare(params (string Name, Func<object> Work)[] sides)
    {
        var best = new double[sides.Length];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < sides.Length; i++)
            {
                best[i] = Math.Min(best[i], Microseconds(sides[i].Work));
            }
        }

        for (var i = 0; i < sides.Length; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            sides[i].Work();
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {sides[i].Name,-20} {best[i],8:F2} us {best[i] / best[0],6:F2} times {allocated / 1024.0,8:F1} KB"));
        }
    }

    private static double Microseconds(Func<object> work)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Times; i++)
        {
            work();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Times;
    }
}
