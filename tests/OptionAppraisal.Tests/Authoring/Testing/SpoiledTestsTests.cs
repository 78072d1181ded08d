using OptionAppraisal.Tests.Architecture;
using OptionAppraisal.Tests.Hostile;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Authoring.Testing;

public sealed class SpoiledTestsTests
{
    private static readonly string Source = Repository.PathOf("tests", "OptionAppraisal.Tests", "Authoring", "Testing");

    [Theory]
    [InlineData("sentences", "review", 1)]
    [InlineData("failing", "review", 2)]
    [InlineData("areas", "areas", 3)]
    public void Spoiled_tests_are_told_and_never_throw(string tests, string pack, ulong seed)
    {
        using var folder = new Folder();
        foreach (var name in new[] { $"{pack}.pack.yaml", $"{pack}.case.yaml" })
        {
            folder.Write(name, File.ReadAllText(Path.Combine(Source, name)));
        }

        var text = File.ReadAllText(Path.Combine(Source, $"{tests}.tests.yaml"));
        var random = new SeededRandom(seed);
        for (var i = 0; i < 60; i++)
        {
            var spoiled = Path.Combine(folder.Path, "spoiled.tests.yaml");
            File.WriteAllBytes(spoiled, Mutation.Of(text, random));

            var run = RuleTests.Run([spoiled], new LoadOptions { Root = folder.Path });

            run.Diagnostics.ShouldAllBe(d => d.Span.Path.Length > 0);
            run.Report.Cases.ShouldAllBe(c => c.Outcome == OptionAppraisal.Authoring.Testing.TestOutcome.Passed || c.Differences.Length > 0);
        }
    }
}
