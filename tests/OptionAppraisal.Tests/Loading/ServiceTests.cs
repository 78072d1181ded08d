using Microsoft.Extensions.DependencyInjection;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Loading;

public class ServiceTests
{
    private const string Leaf = "criteria:\n  economy: { formula: \"1\" }\n";

    [Fact]
    public void Packs_of_texts_and_folders_are_found_by_id()
    {
        using var folder = new Folder();
        folder.Write("sub/disk.pack.yaml", "rule_pack: on_disk\n" + Leaf);
        var services = new ServiceCollection();
        services.AddOptionAppraisal()
            .AddPack("shared/base", "rule_pack: base\n")
            .AddPack("place/text.pack.yaml", "rule_pack: in_text\nuses: [../shared/base.pack.yaml]\n" + Leaf)
            .AddPacksFromFolder(folder.Path);
        using var provider = services.BuildServiceProvider();

        var catalog = provider.GetRequiredService<RulePackCatalog>();

        catalog.All.Select(p => p.Id).ShouldBe(["base", "in_text", "on_disk"]);
        catalog["in_text"].Uses.ShouldHaveSingleItem().Id.ShouldBe("base");
        catalog.Find("elsewhere").ShouldBeNull();
        Should.Throw<KeyNotFoundException>(() => catalog["elsewhere"]);
        provider.GetRequiredService<Appraiser>().ShouldBeSameAs(provider.GetRequiredService<Appraiser>());
    }

    [Fact]
    public void A_pack_with_errors_is_told_when_the_catalogue_is_resolved()
    {
        var services = new ServiceCollection();
        services.AddOptionAppraisal().AddPack("a", "rule_pack: a\nfoo: 1\n").AddPack("b", "rule_pack: b\nbar: 1\n");
        using var provider = services.BuildServiceProvider();

        Should.Throw<RulePackException>(() => provider.GetRequiredService<RulePackCatalog>()).Diagnostics.Length.ShouldBe(2);
    }

    [Fact]
    public void Two_packs_of_one_id_are_an_error()
    {
        var services = new ServiceCollection();
        services.AddOptionAppraisal().AddPack("a", "rule_pack: same\n");
        services.AddOptionAppraisal().AddPack("b", "rule_pack: same\n");
        using var provider = services.BuildServiceProvider();

        Should.Throw<RulePackException>(() => provider.GetRequiredService<RulePackCatalog>()).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackCodes.DefinedTwice);
    }

    [Fact]
    public void Embedded_packs_find_each_other_by_the_paths_that_they_had_as_files()
    {
        var services = new ServiceCollection();
        services.AddOptionAppraisal().AddEmbeddedPacks(typeof(ServiceTests).Assembly, "OptionAppraisal.Tests.Loading.embedded");
        using var provider = services.BuildServiceProvider();

        var catalog = provider.GetRequiredService<RulePackCatalog>();

        catalog.All.Select(p => p.Id).ShouldBe(["economy", "gate", "place"]);
        catalog["place"].Uses.Select(u => u.Path).ShouldBe(["criteria/economy.pack.yaml", "lead-bodies/2002/gate.pack.yaml"]);
        catalog["gate"].Uses.ShouldHaveSingleItem().Id.ShouldBe("economy");
    }

    [Fact]
    public void An_embedded_pack_is_appraised_with()
    {
        var services = new ServiceCollection();
        services.AddOptionAppraisal().AddEmbeddedPacks(typeof(ServiceTests).Assembly, "OptionAppraisal.Tests.Loading.embedded.");
        using var provider = services.BuildServiceProvider();
        var built = AppraisalCase.For(provider.GetRequiredService<RulePackCatalog>()["place"]).AsOf(new DateOnly(2002, 6, 1)).Assessor("a1")
            .Option("one", facts: f => f.Set("annual_cost", 250000m).Set("staff_consulted", true)).Judgement("fit", "one", "a1", 70)
            .Build();

        // 60 % of the middle between 300,000 and 200,000, and 40 % of 70.
        provider.GetRequiredService<Appraiser>().Appraise(built).Options.ShouldHaveSingleItem().Total.ShouldBe(58m);
    }

    [Fact]
    public void A_resource_that_the_project_named_as_a_path_keeps_it()
    {
        var services = new ServiceCollection();
        services.AddOptionAppraisal().AddEmbeddedPacks(typeof(ServiceTests).Assembly, "as-named");
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<RulePackCatalog>()["economy"].Span.Path.ShouldBe("v1.2/economy.pack.yaml");
    }

    [Theory]
    [InlineData("Nowhere")]
    [InlineData("OptionAppraisal.Tests.Loading.embed")]
    public void An_assembly_without_such_packs_is_refused_and_says_what_it_has(string prefix) =>
        Should.Throw<ArgumentException>(() => new ServiceCollection().AddOptionAppraisal().AddEmbeddedPacks(typeof(ServiceTests).Assembly, prefix))
            .Message.ShouldContain("`OptionAppraisal.Tests.Loading.embedded.criteria.economy.pack.yaml`");
}
