using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Json;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Results;
using OptionAppraisal.Tests.Architecture;
using Shouldly;

namespace OptionAppraisal.Tests.Surroundings;

/// <summary>The worked example, read anew from its files.</summary>
internal static class Hartlepool
{
    public static string Folder { get; } = Repository.PathOf("rules");

    public static AppraisalCase Load() => LoadFrom(Folder);

    /// <summary>The case in a copy of the folder of rules, which is the root of its paths.</summary>
    public static AppraisalCase LoadFrom(string rules) => AppraisalCase.Load(Path.Combine(rules, "hartlepool", "hartlepool.case.yaml"), new LoadOptions { Root = rules });

    /// <summary>The case as of another day.</summary>
    public static AppraisalCase LoadAsOf(DateOnly day) => AppraisalCase.Load(Path.Combine(Folder, "hartlepool", "hartlepool.case.yaml"), new LoadOptions { Root = Folder, AsOf = day });

    /// <summary>The case with a decision of the council at the review point of stage 1, which it waits for as it stands.</summary>
    public static AppraisalCase LoadWith(string councilDecision)
    {
        const string Waiting = " } }\n    on: 2002-05-22";
        var folder = Path.Combine(Folder, "hartlepool");
        var text = File.ReadAllText(Path.Combine(folder, "hartlepool.case.yaml"));
        text.ShouldContain(Waiting);
        var decided = text.Replace(Waiting, $" }}, council: {{ {councilDecision} }} }}\n    on: 2002-05-22", StringComparison.Ordinal);
        return AppraisalCase.Parse(decided, RulePack.Load(Path.Combine(folder, "hartlepool.pack.yaml"), new LoadOptions { Root = Folder }));
    }

    /// <summary>Everything that is published of a result.</summary>
    public static string Published(AppraisalResult result) => AppraisalText.Write(result) + AppraisalJson.Format(result);

    /// <summary>Copies the rules, each document changed as asked.</summary>
    public static void CopyTo(string folder, Func<string, string> change, bool withMark = false)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, change(File.ReadAllText(file)), new System.Text.UTF8Encoding(withMark));
        }
    }
}
