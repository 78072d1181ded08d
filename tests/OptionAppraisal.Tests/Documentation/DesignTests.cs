using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Documentation;

public sealed class DesignTests
{
    [Fact]
    public void The_table_of_layers_is_the_one_that_is_held()
    {
        var documented = MarkdownDocument.TableRows("docs/design.md", "folder", "may import", "why it is a room of its own")
            .Where(r => r[0] != "(root)")
            .SelectMany(r => r[0].Split(", ").Select(folder => $"{folder}: {(r[1] == "nothing of ours" ? "" : r[1])}"));

        documented.ShouldBe(LayeringTests.Allowed.Select(a => $"{a.Key}: {string.Join(", ", a.Value)}"), ignoreOrder: true);
    }
}
