using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Json;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Results;
using OptionAppraisal.Tests.Architecture;

namespace OptionAppraisal.Tests.Surroundings;

/// <summary>The worked example, read anew from its files.</summary>
internal static class Hartlepool
{
    public static string Folder { get; } = Repository.PathOf("rules");

    public static AppraisalCase Load() => LoadFrom(Folder);

    /// <summary>The case in a copy of the folder of rules, which is the root of its paths.</summary>
    public static AppraisalCase LoadFrom(string rules) => AppraisalCase.Load(Path.Combine(rules, "hartlepool", "hartlepool.case.yaml"), new LoadOptions { Root = rules });

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
