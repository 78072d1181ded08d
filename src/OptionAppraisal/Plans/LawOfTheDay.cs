using System.Runtime.CompilerServices;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Plans;

/// <summary>The pass from a rule pack to what of it is in force on a day; the rest is left out and listed.</summary>
/// <remarks>
/// Dated parameters and sources stay dated: they are read by the day of the case. A row of a table of a derived fact stays too: engines
/// leave it out by the day. Thread-safe; the packs of days between two changes of the law are one object.
/// </remarks>
public static class LawOfTheDay
{
    private static readonly ConditionalWeakTable<RulePack, Eras> Known = [];

    /// <summary>The pack with what is in force on the day of a case; the pack itself where nothing in it is dated.</summary>
    /// <param name="pack">The pack as loaded.</param>
    /// <param name="appraisalCase">The case; where its day is not known the latest law counts.</param>
    public static RulePack On(RulePack pack, AppraisalCase appraisalCase)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(appraisalCase);
        return Known.GetValue(pack, static p => new Eras(p)).On(DayOf(appraisalCase));
    }

    // The day whose law counts for a case: where it is not known, the latest.
    internal static DateOnly DayOf(AppraisalCase appraisalCase) => appraisalCase.IsAsOfKnown ? appraisalCase.AsOf : DateOnly.MaxValue;

    private sealed class Eras
    {
        private readonly RulePack _pack;
        // As numbers of days.
        private readonly int[] _changes;
        private readonly RulePack?[] _ofEra;

        public Eras(RulePack pack)
        {
            _pack = pack;
            _changes = [.. DatesOf(pack).SelectMany(Changes).Distinct().Order()];
            _ofEra = new RulePack[_changes.Length + 1];
        }

        public RulePack On(DateOnly day)
        {
            if (_changes.Length == 0)
            {
                return _pack;
            }

            var era = Array.FindAll(_changes, c => c <= day.DayNumber).Length;
            if (Volatile.Read(ref _ofEra[era]) is { } known)
            {
                return known;
            }

            // Two threads may both make it: the first one stays.
            var made = Reduce(_pack, day);
            return Interlocked.CompareExchange(ref _ofEra[era], made, null) ?? made;
        }

        private static IEnumerable<int> Changes(InForce dates)
        {
            if (dates.From is { } from)
            {
                yield return from.DayNumber;
            }

            if (dates.To is { } to && to < DateOnly.MaxValue)
            {
                yield return to.DayNumber + 1;
            }
        }
    }

    private static IEnumerable<InForce> DatesOf(RulePack pack) =>
        new[] { pack.InForce }
            .Concat(pack.Uses.Select(u => u.InForce))
            .Concat(pack.Gates.Select(g => g.InForce))
            .Concat(pack.AllCriteria.Select(c => c.InForce))
            .Concat(pack.AllCriteria.SelectMany(c => RowsOf(c).Select(r => r.InForce)))
            .Concat(pack.Derived.SelectMany(d => d.Value is DerivedTableExpression table ? table.Rows.Select(r => r.InForce) : []))
            .Concat(pack.Findings.Select(f => f.InForce))
            .OfType<InForce>();

    private static IEnumerable<TableRow> RowsOf(Criterion criterion) =>
        criterion.Leaf is TableLeaf leaf ? leaf.Table.Otherwise is { } otherwise ? leaf.Table.Rows.Append(otherwise) : leaf.Table.Rows : [];

    private static RulePack Reduce(RulePack pack, DateOnly day)
    {
        var left = ImmutableArray.CreateBuilder<NotInForce>();
        Sift(NotInForceKind.RulePack, pack.Uses.Select(u => (u.Id, u.InForce)).Append((pack.Id, pack.InForce)), day, left);
        Sift(NotInForceKind.Gate, pack.Gates.Select(g => (g.Id, g.InForce)), day, left);
        var next = 0;
        var criteria = Reduce(pack.Criteria, day, left, ref next);
        foreach (var derived in pack.Derived)
        {
            if (derived.Value is DerivedTableExpression table)
            {
                Sift(NotInForceKind.Row, table.Rows.Select(r => (NumberOf(derived.Id, r.Number), r.InForce)), day, left);
            }
        }

        Sift(NotInForceKind.Finding, pack.Findings.Select(f => (f.Id, f.InForce)), day, left);
        return left.Count == 0 ? pack : pack.With(
            [.. pack.Gates.Where(g => g.InForce?.Holds(day) != false)],
            criteria,
            [.. pack.Findings.Where(f => f.InForce?.Holds(day) != false)],
            left.ToImmutable());
    }

    private static ImmutableArray<Criterion> Reduce(ImmutableArray<Criterion> siblings, DateOnly day, ImmutableArray<NotInForce>.Builder left, ref int next)
    {
        var kept = ImmutableArray.CreateBuilder<Criterion>(siblings.Length);
        foreach (var criterion in siblings)
        {
            if (criterion.InForce is { } dates && !dates.Holds(day))
            {
                left.Add(new NotInForce(NotInForceKind.Criterion, criterion.Id, dates));
                continue;
            }

            var index = next++;
            var below = Reduce(criterion.Children, day, left, ref next);
            if (!criterion.IsLeaf && below.IsEmpty)
            {
                // A branch of which nothing is in force is itself not there.
                next--;
                continue;
            }

            Sift(NotInForceKind.Row, RowsOf(criterion).Select(r => (NumberOf(criterion.Id, r.Number), r.InForce)), day, left);
            kept.Add(criterion with { Index = index, Children = below, Leaf = Reduce(criterion.Leaf, day) });
        }

        return kept.DrainToImmutable();
    }

    private static LeafRule? Reduce(LeafRule? leaf, DateOnly day) => leaf is TableLeaf table
        ? table with
        {
            Table = table.Table with
            {
                Rows = [.. table.Table.Rows.Where(r => r.InForce?.Holds(day) != false)],
                Otherwise = table.Table.Otherwise is { } otherwise && otherwise.InForce?.Holds(day) != false ? otherwise : null,
            },
        }
        : leaf;

    private static void Sift(NotInForceKind kind, IEnumerable<(string Id, InForce? InForce)> things, DateOnly day, ImmutableArray<NotInForce>.Builder left)
    {
        foreach (var (id, dates) in things)
        {
            if (dates is not null && !dates.Holds(day))
            {
                left.Add(new NotInForce(kind, id, dates));
            }
        }
    }

    private static string NumberOf(string id, int row) => string.Create(CultureInfo.InvariantCulture, $"{id}.{row}");
}
