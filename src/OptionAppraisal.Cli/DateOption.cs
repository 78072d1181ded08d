using System.CommandLine;
using System.Globalization;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Cli;

/// <summary><c>--as-of DATE</c>: the day of the appraisal, whatever the case says.</summary>
internal static class DateOption
{
    public static Option<DateOnly?> Create() => new("--as-of")
    {
        Description = "The day of the appraisal, such as 2005-04-01, whatever the case says: law and parameters of that day.",
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens is [{ Value: var written }] ? written : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"`{DiagnosticPrinter.Escape(text)}` is not a day of the calendar: write `--as-of` as `2005-04-01`");
            return null;
        },
    };
}
