using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The days on which a pack, a rule or a row is in force.</summary>
internal static class InForceReader
{
    /// <summary>The days under `in_force:`; null where nothing is said, or, with a problem, where it is wrong.</summary>
    public static InForce? Read(KeyedMap owner, DiagnosticBag bag)
    {
        if (owner.Entry("in_force") is not { } entry || KeyedMap.Read(entry.Value, PackTables.InForce, entry.Key.Span, bag) is not { } map)
        {
            return null;
        }

        var (from, to) = (map.Date("from"), map.Date("to"));
        if (map.Node.Find("from") is null && map.Node.Find("to") is null)
        {
            bag.Add(PackCodes.DaysInForce, entry.Key.Span, "`in_force` says neither from when nor until when", "write `in_force: { from: 2000-04-01 }`, with `to` or either alone, or take it out");
            return null;
        }

        if (from > to)
        {
            bag.Add(PackCodes.DaysInForce, map.SpanOf("to"), $"`to` is before `from` of {Day(from.Value)}", "write the earlier day as `from`; both days are in force", map.SpanOf("from"));
            return null;
        }

        // One end that could not be read was reported: the other alone would mean something else.
        return (from is null && map.Node.Find("from") is not null) || (to is null && map.Node.Find("to") is not null) ? null : new InForce(from, to, entry.Key.Span);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
