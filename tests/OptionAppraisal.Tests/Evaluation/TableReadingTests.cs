using System.Collections.Immutable;
using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

// The case file: `policy | rows as truth score[@priority] | otherwise | lowest..highest | rows that decide | rows that matter`.
public sealed class TableReadingTests
{
    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Evaluation", "tables.txt")))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                cases.Add(line);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_table_reads_as_worked_by_hand(string line)
    {
        var fields = line.Split('|').Select(f => f.Trim()).ToArray();
        var reading = new TableReading(TableOf(fields), [.. fields[1].Split(' ').Select(r => TruthOf(r[0]))]);
        var count = fields[1].Split(' ').Length;

        if (fields[3] == "error")
        {
            (reading.IsSilent || reading.Second >= 0).ShouldBeTrue();
            var rows = reading.IsSilent ? "" : $"{reading.First + 1} {reading.Second + 1}";
            rows.ShouldBe(fields[4]);
            return;
        }

        $"{PlainNumber.Format(reading.Low)}..{PlainNumber.Format(reading.High)}".ShouldBe(fields[3]);
        var decides = new List<int>();
        var matters = new List<int>();
        for (var i = 0; i <= count; i++)
        {
            if (reading.Decides(i))
            {
                decides.Add(i + 1);
            }

            if (i < count && reading.Matters(i))
            {
                matters.Add(i + 1);
            }
        }

        string.Join(' ', decides).ShouldBe(fields[4]);
        string.Join(' ', matters).ShouldBe(fields[5]);
    }

    private static DecisionTable TableOf(string[] fields)
    {
        var rows = fields[1].Split(' ').Select((text, i) =>
        {
            var parts = text[1..].Split('@');
            return new TableRow(i + 1, null, Read(parts[0]), parts.Length > 1 ? Read(parts[1])!.Value : 0, null, [], default);
        }).ToImmutableArray();
        var otherwise = Read(fields[2]) is { } score ? new TableRow(rows.Length + 1, null, score, 0, null, [], default) : null;
        return new DecisionTable(Enum.Parse<HitPolicy>(fields[0]), rows, otherwise, default);
    }

    private static Truth TruthOf(char letter) => letter switch
    {
        'T' => Truth.True,
        'F' => Truth.False,
        _ => Truth.Unknown,
    };

    private static decimal? Read(string text) => PlainNumber.TryParse(text, out var number) ? number : null;
}
