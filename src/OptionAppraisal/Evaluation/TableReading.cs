using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Evaluation;

// What a decision table comes to, from the truth of its rows alone: bounds, the rows that decide, the rows not known that still matter.
// Hit policies: OMG DMN. T are the rows that hold, U those not known; otherwise joins U where T is empty.
internal readonly ref struct TableReading
{
    private readonly DecisionTable _table;
    private readonly ReadOnlySpan<Truth> _truths;
    private readonly int _best;
    private readonly int _holding;
    private readonly int _open;

    public TableReading(DecisionTable table, ReadOnlySpan<Truth> truths)
    {
        _table = table;
        _truths = truths;
        _best = -1;
        for (var i = 0; i < truths.Length; i++)
        {
            _holding += truths[i] == Truth.True ? 1 : 0;
            _open += truths[i] == Truth.Unknown ? 1 : 0;
            if (truths[i] == Truth.True && (_best < 0 || IsAbove(i, _best)))
            {
                _best = i;
            }
        }

        Second = FindConflict();
        Single = FindSingle();
        if (Second < 0 && !IsSilent)
        {
            (Low, High) = Single is >= 0 and var row ? (ScoreAt(row), ScoreAt(row)) : Bounds();
        }
    }

    // The row that alone decides where every row is known and at most one holds; the count of rows stands for otherwise; -1 where it takes more to say.
    public static int FindOnly(DecisionTable table, ReadOnlySpan<Truth> truths)
    {
        if (table.HitPolicy > HitPolicy.Priority)
        {
            return -1;
        }

        var only = -1;
        for (var i = 0; i < truths.Length; i++)
        {
            if (truths[i] == Truth.False)
            {
                continue;
            }

            if (truths[i] == Truth.Unknown || only >= 0)
            {
                return -1;
            }

            only = i;
        }

        return only >= 0 || table.Otherwise is null ? only : truths.Length;
    }

    // No row holds or could hold, there is no otherwise, and it is not a count.
    public bool IsSilent => _holding == 0 && _open == 0 && _table.Otherwise is null && _table.HitPolicy != HitPolicy.CollectCount;

    // The first row that holds, and another that conflicts with it; -1 for none.
    public int First => _truths.IndexOf(Truth.True);

    // The only row that could decide, where everything is known and one row decides; the count of rows stands for otherwise; -1 for none.
    public int Single { get; }

    public int Second { get; }

    public decimal Low { get; }

    public decimal High { get; }

    public bool IsKnown => Low == High;

    // Whether the truth of a row that is not known could change the score.
    public bool Matters(int row)
    {
        if (IsKnown || _truths[row] != Truth.Unknown)
        {
            return false;
        }

        if (_holding == 0)
        {
            return true;
        }

        return _table.HitPolicy switch
        {
            HitPolicy.CollectSum => Score(row) != 0,
            HitPolicy.CollectMin => Score(row) < High,
            HitPolicy.CollectMax => Score(row) > Low,
            HitPolicy.CollectCount => true,
            _ => IsCandidate(row),
        };
    }

    // Whether a row decides the score; an index of the row's count is the otherwise row.
    public bool Decides(int row)
    {
        var policy = _table.HitPolicy;
        if (row == _truths.Length)
        {
            return IsKnown && _holding == 0 && _table.Otherwise is not null;
        }

        if (policy is HitPolicy.CollectCount or HitPolicy.CollectSum && _holding > 0)
        {
            return _truths[row] == Truth.True;
        }

        if (!IsKnown || policy == HitPolicy.CollectCount)
        {
            return false;
        }

        if (_holding == 0)
        {
            return _truths[row] == Truth.Unknown;
        }

        return _truths[row] == Truth.True && policy switch
        {
            HitPolicy.CollectMin or HitPolicy.CollectMax => Score(row) == Low,
            HitPolicy.Any => true,
            _ => row == _best,
        };
    }

    private int FindSingle() => _open > 0 ? -1
        : _holding == 0 && _table.Otherwise is not null ? _truths.Length
        : _holding > 0 && _table.HitPolicy is (HitPolicy.Unique or HitPolicy.First or HitPolicy.Priority) ? _best
        : -1;

    private int FindConflict()
    {
        if (_holding < 2 || _table.HitPolicy is not (HitPolicy.Unique or HitPolicy.Any))
        {
            return -1;
        }

        for (var i = First + 1; i < _truths.Length; i++)
        {
            if (_truths[i] == Truth.True && (_table.HitPolicy == HitPolicy.Unique || Score(i) != Score(First)))
            {
                return i;
            }
        }

        return -1;
    }

    private (decimal Low, decimal High) Bounds()
    {
        switch (_table.HitPolicy)
        {
            case HitPolicy.CollectCount:
                return (_holding, _holding + _open);
            case HitPolicy.CollectSum:
                return Sums();
        }

        decimal? low = null;
        decimal? high = null;
        for (var i = 0; i < _truths.Length; i++)
        {
            if (IsCandidate(i))
            {
                Widen(Score(i), ref low, ref high);
            }
        }

        if (_holding == 0 && _table.Otherwise is { } otherwise)
        {
            Widen(otherwise.Score!.Value, ref low, ref high);
        }

        return _holding == 0 ? (low!.Value, high!.Value) : _table.HitPolicy switch
        {
            HitPolicy.CollectMin => (low!.Value, ExtremeHolding(least: true)),
            HitPolicy.CollectMax => (ExtremeHolding(least: false), high!.Value),
            _ => (low!.Value, high!.Value),
        };
    }

    // T: the rows above or before it; without T: all that are not known.
    private bool IsCandidate(int row)
    {
        if (_truths[row] == Truth.False)
        {
            return false;
        }

        if (_holding == 0)
        {
            return true;
        }

        return _table.HitPolicy switch
        {
            HitPolicy.First or HitPolicy.Priority => row == _best || IsAbove(row, _best),
            HitPolicy.Unique or HitPolicy.Any => _truths[row] == Truth.True,
            _ => true,
        };
    }

    private (decimal Low, decimal High) Sums()
    {
        decimal sum = 0;
        decimal negative = 0;
        decimal positive = 0;
        decimal? least = null;
        decimal? greatest = null;
        for (var i = 0; i < _truths.Length; i++)
        {
            if (_truths[i] == Truth.True)
            {
                sum += Score(i);
            }
            else if (_truths[i] == Truth.Unknown)
            {
                negative += Math.Min(Score(i), 0);
                positive += Math.Max(Score(i), 0);
                Widen(Score(i), ref least, ref greatest);
            }
        }

        if (_holding > 0)
        {
            return (sum + negative, sum + positive);
        }

        // One row or more must hold, or otherwise alone.
        decimal? low = least is null ? null : negative < 0 ? negative : least;
        decimal? high = greatest is null ? null : positive > 0 ? positive : greatest;
        if (_table.Otherwise is { } otherwise)
        {
            Widen(otherwise.Score!.Value, ref low, ref high);
        }

        return (low!.Value, high!.Value);
    }

    private decimal ExtremeHolding(bool least)
    {
        decimal? low = null;
        decimal? high = null;
        for (var i = 0; i < _truths.Length; i++)
        {
            if (_truths[i] == Truth.True)
            {
                Widen(Score(i), ref low, ref high);
            }
        }

        return least ? low!.Value : high!.Value;
    }

    private bool IsAbove(int row, int other) =>
        _table.HitPolicy == HitPolicy.Priority && _table.Rows[row].Priority != _table.Rows[other].Priority
            ? _table.Rows[row].Priority > _table.Rows[other].Priority
            : row < other;

    private decimal ScoreAt(int row) => row == _truths.Length ? _table.Otherwise!.Score!.Value : Score(row);

    private decimal Score(int row) => _table.Rows[row].Score ?? 0;

    private static void Widen(decimal score, ref decimal? low, ref decimal? high)
    {
        low = low is null ? score : Math.Min(low.Value, score);
        high = high is null ? score : Math.Max(high.Value, score);
    }
}
