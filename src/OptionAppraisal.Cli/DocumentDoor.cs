using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Cli;

/// <summary>The library as the commands see it.</summary>
internal sealed class DocumentDoor : IDocumentDoor
{
    public Appraised Appraise(string casePath, string? root)
    {
        var (appraisalCase, problems) = AppraisalCase.TryLoad(casePath, new LoadOptions { Root = root });
        if (appraisalCase is null)
        {
            return new(null, problems);
        }

        var (result, found) = new Appraiser().TryAppraise(appraisalCase);
        var bag = new DiagnosticBag();
        bag.AddRange(problems);
        bag.AddRange(found);
        return new(result, bag.ToSorted());
    }

    public CheckResult Check(IReadOnlyList<string> paths, string? root) => Documents.Check(paths, new LoadOptions { Root = root });
}
