using BenchmarkDotNet.Running;
using OptionAppraisal.NRules.Benchmarks;

return args switch
{
    ["quick", .. var rest] => Quick.Run(rest),
    ["cold", var rows] => Compiling.Cold(int.Parse(rows, CultureInfo.InvariantCulture), byHand: false),
    ["cold", var rows, "by-hand"] => Compiling.Cold(int.Parse(rows, CultureInfo.InvariantCulture), byHand: true),
    ["agree", var root] => Agreement.Check(root),
    _ => RunAll(args),
};

static int RunAll(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Engines).Assembly).Run(args);
    return 0;
}
