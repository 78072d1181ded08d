using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Cli;

/// <summary>The library as the commands see it.</summary>
internal sealed class DocumentDoor : IDocumentDoor
{
    public Appraised Appraise(CaseRequest request)
    {
        var (appraisalCase, problems) = AppraisalCase.TryLoad(request.Path, new LoadOptions { Root = request.Root, AsOf = request.AsOf });
        if (appraisalCase is null)
        {
            return new(null, problems);
        }

        var (result, found) = new Appraiser().TryAppraise(appraisalCase, request.StageId);
        var bag = new DiagnosticBag();
        bag.AddRange(problems);
        bag.AddRange(found);
        return new(result, bag.ToSorted());
    }

    public CheckResult Check(IReadOnlyList<string> paths, string? root) => Documents.Check(paths, new LoadOptions { Root = root });

    public TestRun Test(IReadOnlyList<string> paths, string? root) => RuleTests.Run(paths, new LoadOptions { Root = root });
}
