using BenchmarkDotNet.Running;
using OptionAppraisal.Benchmarks;

return args switch
{
    ["quick", .. var rest] => Quick.Run(rest),
    ["cold", var rows] => Cold.Run(int.Parse(rows, CultureInfo.InvariantCulture)),
    _ => RunAll(args),
};

static int RunAll(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(ExactEvaluation).Assembly).Run(args);
    return 0;
}
