using System.Globalization;
using System.Text.RegularExpressions;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Surroundings;

/// <summary>The same documents give the same bytes, wherever and by whomever they are appraised.</summary>
public sealed partial class SurroundingsTests
{
    private static readonly Lazy<string> Expected = new(() => Hartlepool.Published(new Appraiser().Appraise(Hartlepool.Load())));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_thread_reaches_neither_figures_nor_reports(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        var published = "";
        var thread = new Thread(() => published = Hartlepool.Published(new Appraiser().Appraise(Hartlepool.Load()))) { CurrentCulture = culture, CurrentUICulture = culture };
        thread.Start();
        thread.Join();

        published.ShouldBe(Expected.Value);
    }

    [Fact]
    public void The_cultures_of_these_tests_differ_from_the_invariant_one()
    {
        1.5m.ToString(CultureInfo.GetCultureInfo("de-DE")).ShouldBe("1,5");
        "i".ToUpper(CultureInfo.GetCultureInfo("tr-TR")).ShouldBe("\u0130");
    }

    [Fact]
    public async Task Many_threads_give_the_bytes_of_one()
    {
        var appraiser = new Appraiser();
        var read = Hartlepool.Load();
        var threads = Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 10).Count(_ => Hartlepool.Published(appraiser.Appraise(read)) != Expected.Value)));

        (await Task.WhenAll(threads)).Sum().ShouldBe(0);
    }

    [Fact]
    public void The_name_of_the_folder_reaches_no_byte()
    {
        using var folder = new Folder();
        var moved = Path.Combine(folder.Path, "Ünïted folder, renamed");
        Hartlepool.CopyTo(moved, text => text);

        Hartlepool.Published(new Appraiser().Appraise(Hartlepool.LoadFrom(moved))).ShouldBe(Expected.Value);
    }

    [Theory]
    [InlineData("\r\n", false)]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    public void Line_ends_and_a_byte_order_mark_change_nothing_but_the_fingerprint_of_the_files(string lineEnd, bool withMark)
    {
        using var folder = new Folder();
        Hartlepool.CopyTo(folder.Path, text => text.ReplaceLineEndings(lineEnd), withMark);

        var published = Hartlepool.Published(new Appraiser().Appraise(Hartlepool.LoadFrom(folder.Path)));

        Fingerprint().Replace(published, "").ShouldBe(Fingerprint().Replace(Expected.Value, ""));
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Fingerprint();
}
