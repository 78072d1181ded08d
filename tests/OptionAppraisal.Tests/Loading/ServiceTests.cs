using Microsoft.Extensions.DependencyInjection;
using OptionAppraisal.Diagnostics;
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
    public void An_assembly_without_such_packs_is_refused() =>
        Should.Throw<ArgumentException>(() => new ServiceCollection().AddOptionAppraisal().AddEmbeddedPacks(typeof(ServiceTests).Assembly, "Nowhere"));
}
