using System.Collections.Immutable;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Cli;

/// <summary>The library as the commands see it.</summary>
internal sealed class DocumentDoor : IDocumentDoor
{
    private static readonly string[] Endings = [".pack.yaml", ".case.yaml", ".tests.yaml", ".scenarios.yaml"];

    public Appraised Appraise(string casePath, string? root)
    {
        var (appraisalCase, problems) = AppraisalCase.TryLoad(casePath, new LoadOptions { Root = root });
        if (appraisalCase is null)
        {
            return new(null, problems);
        }

        var (result, found) = new Appraiser().TryAppraise(appraisalCase);
        return new(result, Sorted([problems, found]));
    }

    public ImmutableArray<Diagnostic> Check(IReadOnlyList<string> paths, string? root) =>
        Sorted(paths.SelectMany(Files).Distinct(StringComparer.Ordinal).Select(f => Problems(f, new LoadOptions { Root = root })));

    private static ImmutableArray<Diagnostic> Problems(string path, LoadOptions options) =>
        path.EndsWith(".case.yaml", StringComparison.Ordinal) ? AppraisalCase.TryLoad(path, options).Diagnostics : RulePack.TryLoad(path, options).Diagnostics;

    private static ImmutableArray<Diagnostic> Sorted(IEnumerable<ImmutableArray<Diagnostic>> problems)
    {
        var bag = new DiagnosticBag();
        foreach (var some in problems)
        {
            bag.AddRange(some);
        }

        return bag.ToSorted();
    }

    // A folder stands for the documents below it; one without any is left as it is, so that reading it says that it is a folder.
    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var below = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        var files = Directory.EnumerateFiles(path, "*.yaml", below)
            .Where(f => Array.Exists(Endings, e => f.EndsWith(e, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 ? files : [path];
    }
}
