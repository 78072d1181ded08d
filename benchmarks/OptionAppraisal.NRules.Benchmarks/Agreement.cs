namespace OptionAppraisal.NRules.Benchmarks;

// A first check while the code is worked on: the tests of the shipped packs and of the language, on the back end. The back end's own tests say more.
internal static class Agreement
{
    public static int Check(string root)
    {
        var run = RuleTests.Run([Path.Combine(root, "rules"), Path.Combine(root, "tests", "conformance")], new LoadOptions { Root = root }, new NRulesEngine());
        foreach (var diagnostic in run.Diagnostics)
        {
            Console.WriteLine(diagnostic);
        }

        Console.WriteLine(run.Passed ? "all tests of rules pass on the back end" : "tests of rules FAIL on the back end");
        return run.Passed ? 0 : 1;
    }
}
