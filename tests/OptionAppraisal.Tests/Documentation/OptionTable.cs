using System.Globalization;
using OptionAppraisal.Results;

namespace OptionAppraisal.Tests.Documentation;

/// <summary>The table of options that the page of a place has: title, status and total.</summary>
internal static class OptionTable
{
    private static readonly string[] Places = ["", "**first**", "second", "third", "fourth", "fifth", "sixth"];

    /// <summary>What a page tells.</summary>
    public static IEnumerable<string> Told(string page, params string[] heads) => MarkdownDocument.TableRows(page, heads).Select(r => $"{r[0]}: {r[1]} {r[2]}".TrimEnd());

    /// <summary>What a result says, written alike.</summary>
    public static IEnumerable<string> Of(AppraisalResult result) => result.Options.Select(o => $"{o.Option.Title}: {Status(o)} {Total(o)}".TrimEnd());

    private static string Status(OptionResult option) => option.Status switch
    {
        OptionStatus.Eligible => Places[option.Rank!.Value],
        OptionStatus.ShownOnly => "shown only",
        OptionStatus.Unresolved => "unresolved",
        OptionStatus.NotKept => "not kept",
        _ => "excluded",
    };

    private static string Total(OptionResult option) => (option.Total, option.Lowest) switch
    {
        ({ } total, _) => Shown(total),
        (null, { } lowest) => $"{Shown(lowest)} to {Shown(option.Highest!.Value)}",
        _ => "",
    };

    private static string Shown(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
