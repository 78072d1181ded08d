using BenchmarkDotNet.Attributes;
using OptionAppraisal.Benchmarks.Workloads;
using OptionAppraisal.Facts;
using OptionAppraisal.Results;

namespace OptionAppraisal.Benchmarks;

/// <summary>The question: how many times hand-written decimal C# does an exact appraisal take, its whole trace included?</summary>
[MemoryDiagnoser]
public class ExactEvaluation
{
    private readonly Appraiser _appraiser = new();
    private readonly ImmutableArray<Bid> _bids = TenTables.Bids;
    private AppraisalCase _case = null!;

    /// <summary>The hit policy of the tables; their rows exclude each other, so both give the same scores.</summary>
    [Params("unique", "first")]
    public string HitPolicy { get; set; } = "unique";

    /// <summary>Reads the case and makes sure that both give the same totals and ranks.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _case = TenTables.Case(TenTables.Pack(HitPolicy));
        var standings = HandWritten.Appraise(_bids, TenTables.Budget, TenTables.Population, TenTables.Coterminous);
        foreach (var option in Exact().Options)
        {
            var standing = standings[option.Option.Index];
            if (option.Total != standing.Total || (option.Rank ?? 0) != standing.Rank)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{option.Option.Id}: {option.Total}, rank {option.Rank}, but by hand {standing.Total}, rank {standing.Rank}"));
            }
        }
    }

    /// <summary>The yardstick.</summary>
    [Benchmark(Baseline = true)]
    public object ByHand() => HandWritten.Appraise(_bids, TenTables.Budget, TenTables.Population, TenTables.Coterminous);

    /// <summary>An appraisal: statuses, gates, totals, ranks, dominance, recommendation; the trace is there to be read, and nobody reads it.</summary>
    [Benchmark]
    public AppraisalResult Exact() => _appraiser.Appraise(_case);

    /// <summary>An appraisal of which every gate, criterion, deciding row and value read is looked at.</summary>
    [Benchmark]
    public int ExactWithTrace() => Trace.Read(_appraiser.Appraise(_case));
}
