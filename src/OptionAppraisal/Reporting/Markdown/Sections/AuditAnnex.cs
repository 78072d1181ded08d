using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>What an auditor needs to replay it: versions and hashes of everything that was read.</summary>
internal static class AuditAnnex
{
    public static void Write(MarkdownPage page, ReportContext report)
    {
        var pack = report.Pack;
        page.Paragraph("The same files give the same result on any machine. These are the SHA-256 hashes of what was read.");
        page.Table(["What", "Version", "SHA-256"],
        [
            [$"Case {Code(report.Case.Id)}", "", Code(report.Case.Sha256)],
            [$"Rule pack {Code(pack.Id)}, with the packs it uses", Escape(pack.Version), Code(pack.Sha256)],
            .. pack.Uses.Select(u => (string[])[$"Used pack {Code(u.Id)}", Escape(u.Version), Code(u.Sha256)]),
        ]);
        if (report.Result.NotInForce.IsEmpty)
        {
            return;
        }

        page.Paragraph($"Not in force on {ValueWording.Date(report.Case.AsOf)}:");
        page.Table(["What", "Id", "When", "Effect", "Place in the rules"], report.Result.NotInForce.Select(n => new[]
        {
            NotInForceWording.KindOf(n), Code(n.Id), NotInForceWording.When(n), NotInForceWording.Effect(n), Code(n.InForce.Span.ToString()),
        }));
    }
}
