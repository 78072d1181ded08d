using OptionAppraisal.Tests.Documentation;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Architecture;

/// <summary>The README is true: its commands stand where readers look, and its code compiles as it is.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("dotnet run --project src/OptionAppraisal.Cli -- appraise rules/hartlepool/hartlepool.case.yaml")]
    [InlineData("dotnet test")]
    public void A_command_stands_on_a_line_of_its_own_in_a_code_block(string command)
    {
        CodeBlocks("sh").Concat(CodeBlocks("")).SelectMany(b => b.Split('\n')).ShouldContain(command);
    }

    [Fact]
    public void Every_C_sharp_block_compiles_against_the_library()
    {
        var blocks = CodeBlocks("csharp").ToList();
        blocks.ShouldNotBeEmpty();
        for (var i = 0; i < blocks.Count; i++)
        {
            Compile(blocks[i]).ShouldBe("", $"block {i + 1}:\n{blocks[i]}");
        }
    }

    [Fact]
    public void A_block_that_does_not_compile_is_told()
    {
        Compile("System.Console.WriteLine(OptionAppraisal.NoSuchThing.X);").ShouldContain("NoSuchThing");
    }

    private static IEnumerable<string> CodeBlocks(string language) => MarkdownDocument.CodeBlocks("README.md", language);

    private static string Compile(string code)
    {
        using var folder = new Folder();
        return Compiler.Compile(code, folder.Path);
    }
}
