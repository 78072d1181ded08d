namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>What an auditor needs to replay it: versions and hashes of everything that was read.</summary>
internal static class AuditSection
{
    public static void Write(ReportContext report)
    {
        var (page, pack) = (report.Page, report.Pack);
        page.Heading("For the auditor");
        page.Paragraph("The same files give the same result on any machine. These are the SHA-256 hashes of what was read.");
        page.Blank();
        Entry(report, $"Case {report.Case.Id}", report.Case.Sha256);
        Entry(report, $"Rule pack {Named(pack.Id, pack.Version)}, with the packs it uses", pack.Sha256);
        foreach (var used in pack.Uses)
        {
            Entry(report, $"Used pack {Named(used.Id, used.Version)}", used.Sha256);
        }
    }

    private static string Named(string id, string version) => version.Length > 0 ? $"{id}, version {version}" : id;

    private static void Entry(ReportContext report, string what, string hash)
    {
        report.Page.Paragraph(what);
        report.Page.Paragraph(new(hash, TextRole.Dim), 1);
    }
}
