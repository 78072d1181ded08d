using System.Text;

namespace OptionAppraisal.Benchmarks.Workloads;

// A pack of decision tables of ten rows each, over two facts a row, as long as asked for.
internal static class ManyRows
{
    private const int RowsATable = 10;

    public static string PackText(int rows)
    {
        var text = new StringBuilder("""
            rule_pack: many_rows
            title: Many rows
            version: 1.0.0
            facts:
              option:
                annual_cost: { type: number, unit: GBP/year, min: 0 }
                staff: { type: number, unit: FTE, min: 0 }
                shared: { type: boolean }
                route: { type: choice, of: [none, pooled, lead] }
            derived:
              option:
                cost_a_post: { value: annual_cost / staff }
            criteria:

            """);
        for (var table = 0; table < rows / RowsATable; table++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  table_{table}:\n    title: Table {table}\n    weight: 10\n    table:\n      hit_policy: first\n      rows:\n");
            for (var row = 0; row < RowsATable - 1; row++)
            {
                text.Append(CultureInfo.InvariantCulture, $"        - {{ when: {{ {Cells(table, row)} }}, score: {100 - (row * 10)}, because: Row {row + 1} of table {table} }}\n");
            }

            text.Append("        - { otherwise: true, score: 0 }\n");
        }

        return text.ToString();
    }

    private static string Cells(int table, int row) => (row % 3) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"annual_cost: at least {400_000 - (row * 1_000) - table}, staff: {row} to under {row + 5}"),
        1 => string.Create(CultureInfo.InvariantCulture, $"cost_a_post: under {20_000 + (row * 500) + table}, shared: true"),
        _ => string.Create(CultureInfo.InvariantCulture, $"route: \"pooled, lead\", staff: more than {row}"),
    };
}
