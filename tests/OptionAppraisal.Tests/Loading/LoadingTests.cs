using System.Security.Cryptography;
using System.Text;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Loading;

public class LoadingTests
{
    private const string Leaf = "criteria:\n  economy: { formula: \"1\" }\n";

    [Fact]
    public void A_pack_is_loaded_with_the_packs_it_uses_each_once_and_used_first()
    {
        using var folder = new Folder();
        folder.Write("base.pack.yaml", "rule_pack: base\nparameters:\n  limit: { value: 3 }\n");
        folder.Write("left.pack.yaml", "rule_pack: left\nuses: [base.pack.yaml]\n");
        folder.Write("right.pack.yaml", "rule_pack: right\nuses: [./base.pack.yaml]\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [left.pack.yaml, right.pack.yaml]\n" + Leaf);

        var pack = RulePack.Load(root);

        pack.Uses.Select(u => u.Id).ShouldBe(["base", "left", "right"]);
        pack.Parameters.ShouldHaveSingleItem().Value.ShouldBe(3);
    }

    [Fact]
    public void The_hash_of_a_pack_that_stands_alone_is_that_of_its_file()
    {
        const string text = "rule_pack: root\n" + Leaf;

        RulePack.Parse(text).Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void A_broken_used_pack_does_not_hide_the_problems_of_the_root()
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", "rule_pack: used\nfacts: [oops\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\ncriterias: {}\n");

        var result = RulePack.TryLoad(root);

        result.Value.ShouldBeNull();
        result.Diagnostics.Select(d => d.Span.Path).Distinct(StringComparer.Ordinal).ShouldBe(["root.pack.yaml", "used.pack.yaml"]);
        result.Diagnostics.ShouldContain(d => d.Code == KeyCodes.UnknownKey);
    }

    [Fact]
    public void A_name_that_may_stand_in_a_pack_that_cannot_be_read_is_no_error()
    {
        using var folder = new Folder();
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [missing.pack.yaml]\ncriteria:\n  economy: { formula: elsewhere * 2 }\n");

        RulePack.TryLoad(root).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(FileCodes.NotFound);
    }

    [Fact]
    public void Stages_and_removals_may_name_what_stands_in_a_pack_that_cannot_be_read()
    {
        using var folder = new Folder();
        var root = folder.Write(
            "root.pack.yaml",
            """
            rule_pack: root
            uses: [missing.pack.yaml]
            removes: [gates.elsewhere]
            criteria: { a: { formula: "1" } }
            findings: { f: { kind: risk, severity: low, scope: case, when: "true", says: Told., part_of: elsewhere } }
            stages: { first: { criteria: [a, elsewhere], needs: { case: [elsewhere] } } }
            """);

        RulePack.TryLoad(root).Diagnostics.Select(d => d.Code).ShouldBe([FileCodes.NotFound]);
    }

    [Fact]
    public void A_case_whose_packs_lie_outside_the_root_is_told_that_alone()
    {
        var path = Architecture.Repository.PathOf("rules", "hartlepool", "hartlepool.case.yaml");

        var result = AppraisalCase.TryLoad(path, new LoadOptions { Root = Path.GetDirectoryName(path) });

        result.Diagnostics.Select(d => d.Code).Distinct().ShouldHaveSingleItem().ShouldBe(FileCodes.OutsideRoot);
    }

    [Fact]
    public void A_slip_of_the_pen_is_told_though_a_pack_cannot_be_read()
    {
        using var folder = new Folder();
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [missing.pack.yaml]\nparameters: { elsewhere: { value: 1 } }\ncriteria:\n  economy: { formula: elsewere * 2 }\n");

        RulePack.TryLoad(root).Diagnostics.Select(d => d.Code).ShouldBe([FileCodes.NotFound, ExpressionCodes.UnknownName]);
    }

    [Fact]
    public void The_problems_of_a_case_and_of_its_pack_are_told_together()
    {
        using var folder = new Folder();
        folder.Write("root.pack.yaml", "rule_pack: root\ndecimals: 99\nfacts:\n  option: { cost: { type: number } }\n" + Leaf);
        var path = folder.Write("root.case.yaml", "case: one\nrule_pack: root.pack.yaml\nas_of: 2002-06-01\noptions:\n  a: { facts: { cots: 3 } }\n");

        var result = AppraisalCase.TryLoad(path);

        result.Diagnostics.Select(d => (d.Span.Path, d.Code)).ShouldBe([("root.case.yaml", CaseCodes.UnknownFact), ("root.pack.yaml", KeyCodes.OutOfRange)]);
    }

    [Fact]
    public void A_file_that_is_not_there_is_reported_at_its_first_line()
    {
        var problem = RulePack.TryLoad("nowhere/none.pack.yaml").Diagnostics.ShouldHaveSingleItem();

        problem.ToString().ShouldBe("nowhere/none.pack.yaml:1:1: error OA9001: there is no file `nowhere/none.pack.yaml`");
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_an_error()
    {
        using var folder = new Folder();

        RulePack.TryLoad(folder.Path).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(FileCodes.IsFolder);
    }

    [Fact]
    public void An_empty_file_is_an_error()
    {
        using var folder = new Folder();

        RulePack.TryLoad(folder.Write("a.pack.yaml", "")).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DocumentCodes.EmptyDocument);
    }

    [Fact]
    public void A_link_that_leads_out_of_the_root_is_not_followed()
    {
        using var elsewhere = new Folder();
        using var folder = new Folder();
        var target = elsewhere.Write("secret.pack.yaml", "rule_pack: secret\n");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "used.pack.yaml"), target);
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\n" + Leaf);

        RulePack.TryLoad(root).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(FileCodes.OutsideRoot);
    }

    [Fact]
    public void A_folder_that_is_a_link_out_of_the_root_is_not_followed()
    {
        using var elsewhere = new Folder();
        using var folder = new Folder();
        elsewhere.Write("secret.pack.yaml", "rule_pack: secret\n");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "sub"), elsewhere.Path);
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [sub/secret.pack.yaml]\n" + Leaf);

        RulePack.TryLoad(root).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(FileCodes.OutsideRoot);
    }

    [Fact]
    public void Links_in_a_circle_end()
    {
        using var folder = new Folder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "a.pack.yaml"), Path.Combine(folder.Path, "b.pack.yaml"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "b.pack.yaml"), Path.Combine(folder.Path, "a.pack.yaml"));

        RulePack.TryLoad(Path.Combine(folder.Path, "a.pack.yaml")).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(FileCodes.Unreadable);
    }

    [Fact]
    public void A_pack_reached_through_a_link_inside_the_root_counts_once()
    {
        using var folder = new Folder();
        var target = folder.Write("base.pack.yaml", "rule_pack: base\nparameters:\n  limit: { value: 3 }\n");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "same.pack.yaml"), target);
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [base.pack.yaml, same.pack.yaml]\n" + Leaf);

        RulePack.Load(root).Uses.ShouldHaveSingleItem().Id.ShouldBe("base");
    }

    [Fact]
    public void The_root_folder_decides_how_far_up_paths_may_lead()
    {
        using var folder = new Folder();
        folder.Write("shared/base.pack.yaml", "rule_pack: base\n");
        var root = folder.Write("place/root.pack.yaml", "rule_pack: root\nuses: [../shared/base.pack.yaml]\n" + Leaf);

        RulePack.TryLoad(root).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(FileCodes.OutsideRoot);
        RulePack.Load(root, new LoadOptions { Root = folder.Path }).Span.Path.ShouldBe("place/root.pack.yaml");
    }

    [Fact]
    public void A_file_outside_the_root_folder_is_an_error()
    {
        using var elsewhere = new Folder();
        using var folder = new Folder();

        RulePack.TryLoad(elsewhere.Write("a.pack.yaml", "rule_pack: a\n"), new LoadOptions { Root = folder.Path })
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(FileCodes.OutsideRoot);
    }

    [Fact]
    public void The_sixty_fifth_document_is_one_too_many()
    {
        using var folder = new Folder();
        var used = Enumerable.Range(0, 64).Select(i => $"p{i}.pack.yaml").ToList();
        foreach (var name in used)
        {
            folder.Write(name, $"rule_pack: {name.Split('.')[0]}\n");
        }

        var root = folder.Write("root.pack.yaml", $"rule_pack: root\nuses: [{string.Join(", ", used)}]\n" + Leaf);

        RulePack.TryLoad(root).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(FileCodes.TooManyFiles);
    }

    [Fact]
    public void Documents_together_may_not_be_larger_than_16_MiB()
    {
        using var folder = new Folder();
        var used = Enumerable.Range(0, 17).Select(i => $"p{i}.pack.yaml").ToList();
        foreach (var name in used)
        {
            folder.Write(name, $"rule_pack: {name.Split('.')[0]}\n" + string.Concat(Enumerable.Repeat("# " + new string('x', 997) + "\n", 1040)));
        }

        var root = folder.Write("root.pack.yaml", $"rule_pack: root\nuses: [{string.Join(", ", used)}]\n" + Leaf);

        RulePack.TryLoad(root).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(FileCodes.TooMuchText);
    }

    [Fact]
    public void A_pack_may_stand_in_a_file_of_the_wrong_ending_to_be_told_so()
    {
        using var folder = new Folder();

        RulePack.TryLoad(folder.Write("a.yaml", "rule_pack: a\n" + Leaf)).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(KeyCodes.WrongFirstKey);
    }

    [Fact]
    public void Loading_throws_one_exception_with_every_problem()
    {
        var thrown = Should.Throw<RulePackException>(() => RulePack.Parse("rule_pack: a\nfoo: 1\nbar: 2\n"));

        thrown.Diagnostics.Length.ShouldBe(2);
        thrown.Message.ShouldContain("OA2001");
    }

    [Fact]
    public void Scenario_sets_are_not_in_this_version_where_they_are_named()
    {
        using var folder = new Folder();
        folder.Write("a.pack.yaml", "rule_pack: a\n" + Leaf);
        var scenarios = folder.Write("a.scenarios.yaml", "scenarios: a\n");

        Documents.Check([folder.Path]).Diagnostics.ShouldBeEmpty();
        Documents.Check([scenarios]).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(KeyCodes.NotInThisVersion);
    }

    [Fact]
    public void A_check_of_a_folder_tells_a_problem_of_a_shared_pack_once()
    {
        using var folder = new Folder();
        folder.Write("base.pack.yaml", "rule_pack: base\nfoo: 1\n");
        folder.Write("one.pack.yaml", "rule_pack: one\nuses: [base.pack.yaml]\n" + Leaf);
        folder.Write("two.pack.yaml", "rule_pack: two\nuses: [base.pack.yaml]\n" + Leaf);

        var result = Documents.Check([folder.Path]);

        result.Paths.ShouldBe(["base.pack.yaml", "one.pack.yaml", "two.pack.yaml"]);
        result.Diagnostics.ShouldHaveSingleItem().Span.Path.ShouldBe("base.pack.yaml");
    }

    [Fact]
    public void A_folder_without_documents_is_an_error()
    {
        using var folder = new Folder();

        Documents.Check([folder.Path]).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(FileCodes.NoDocuments);
    }
}
