using System.Text.RegularExpressions;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Documentation;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(p => !p.Split('/').Any(part => part is "bin" or "obj" or "TestResults" || part.StartsWith('.'))).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_somewhere(string page)
    {
        var broken = Link().Matches(File.ReadAllText(Repository.PathOf(page))).Select(m => m.Groups["target"].Value)
            .Where(t => !t.Contains("://", StringComparison.Ordinal)).Where(t => !LeadsSomewhere(page, t));

        broken.ShouldBeEmpty();
    }

    private static bool LeadsSomewhere(string page, string target)
    {
        var (path, anchor) = target.Split('#') is [var file, var place] ? (file, place) : (target, "");
        var full = path.Length == 0 ? Repository.PathOf(page) : Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, path);
        return (File.Exists(full) || Directory.Exists(full)) && (anchor.Length == 0 || Heading().Matches(File.ReadAllText(full)).Any(m => Anchor(m.Groups["words"].Value) == anchor));
    }

    private static string Anchor(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<words>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Heading();
}
