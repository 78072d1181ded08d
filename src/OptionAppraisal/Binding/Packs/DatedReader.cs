using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The entries of dated `values:`.</summary>
internal static class DatedReader
{
    /// <summary>The entries with the day from which each holds, days rising; what is no day is reported and left out.</summary>
    public static ImmutableArray<DatedEntry> Read(MappingEntry values, DiagnosticBag bag)
    {
        if (values.Value is not MappingNode map)
        {
            return [];
        }

        if (map.IsEmpty)
        {
            bag.Add(PackCodes.Nothing, values.Key.Span, "`values` has no days", "write what holds from each day on: `values: { 2000-04-01: ... }`");
        }

        var dated = ImmutableArray.CreateBuilder<DatedEntry>();
        foreach (var entry in map.Entries)
        {
            if (Scalars.Date(entry.Key, bag) is { } day)
            {
                dated.Add(new DatedEntry(day, entry));
            }
        }

        dated.Sort(static (a, b) => a.From.CompareTo(b.From));
        return dated.ToImmutable();
    }
}

/// <summary>What holds from a day on.</summary>
internal sealed record DatedEntry(DateOnly From, MappingEntry Entry);
