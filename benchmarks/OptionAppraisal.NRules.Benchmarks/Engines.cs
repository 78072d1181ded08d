using BenchmarkDotNet.Attributes;
using OptionAppraisal.Benchmarks.Workloads;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Benchmarks.ByHand;
using OptionAppraisal.Results;

namespace OptionAppraisal.NRules.Benchmarks;

/// <summary>The question: what does an appraisal cost on NRules, with traces, not known and bounds, against the exact evaluator and against rules written by hand for NRules?</summary>
[MemoryDiagnoser]
public class Engines
{
    private readonly Appraiser _exact = new();
    private readonly Appraiser _backEnd = new(new NRulesEngine());
    private readonly Exclusive _rows = new(otherwiseIsARule: true);
    private readonly Exclusive _rowsAlone = new(otherwiseIsARule: false);
    private readonly Natural _natural = new();
    private AppraisalCase _case = null!;

    /// <summary>The hit policy of the tables; their rows exclude each other, so both give the same scores.</summary>
    [Params("unique", "first")]
    public string HitPolicy { get; set; } = "unique";

    /// <summary>Reads the case and makes sure that all give the same totals and ranks.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _case = TenTables.Case(TenTables.Pack(HitPolicy));
        var expected = HandWritten.Appraise(TenTables.Bids, TenTables.Budget, TenTables.Population, TenTables.Coterminous);
        Compare("the exact evaluator", expected, Standings(Exact()));
        Compare("the back end", expected, Standings(BackEnd()));
        Compare("rows as rules", expected, (Standing[])RowsByHand());
        Compare("rows as rules, `otherwise` none", expected, (Standing[])RowsAloneByHand());
        Compare("the natural way", expected, (Standing[])NaturalByHand());
        if (BackEndRead() != ExactRead())
        {
            throw new InvalidOperationException("the traces of the back end and of the exact evaluator differ in size");
        }
    }

    /// <summary>The yardstick: a rule for each row, exclusive by one condition; no traces, nothing not known, no bounds.</summary>
    [Benchmark(Baseline = true)]
    public object RowsByHand() => _rows.Appraise();

    /// <summary>The same without a rule for `otherwise`: every table starts with that score.</summary>
    [Benchmark]
    public object RowsAloneByHand() => _rowsAlone.Appraise();

    /// <summary>The first row that holds, by priority and by no row before it having scored.</summary>
    [Benchmark]
    public object NaturalByHand() => _natural.Appraise();

    /// <summary>The back end; the trace is there to be read, and nobody reads it.</summary>
    [Benchmark]
    public AppraisalResult BackEnd() => _backEnd.Appraise(_case);

    /// <summary>The back end with all of its trace read.</summary>
    [Benchmark]
    public int BackEndRead() => Trace.Read(_backEnd.Appraise(_case));

    /// <summary>The exact evaluator, its trace unread.</summary>
    [Benchmark]
    public AppraisalResult Exact() => _exact.Appraise(_case);

    /// <summary>The exact evaluator with all of its trace read.</summary>
    [Benchmark]
    public int ExactRead() => Trace.Read(_exact.Appraise(_case));

    private static Standing[] Standings(AppraisalResult result) =>
        [.. result.Options.Select(o => new Standing { IsRanked = o.Rank is not null, Total = o.Total ?? 0m, Rank = o.Rank ?? 0 })];

    private static void Compare(string whose, Standing[] expected, Standing[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            if (actual[i].Total != expected[i].Total || actual[i].Rank != expected[i].Rank)
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{whose}, option {i}: {actual[i].Total}, rank {actual[i].Rank}, but by hand {expected[i].Total}, rank {expected[i].Rank}"));
            }
        }
    }
}
