namespace OptionAppraisal.Tests;

/// <summary>A small generator of pseudo-random numbers for property tests: the same seed, the same numbers, on any machine (SplitMix64).</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong Next64()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number of 0..count-1.</summary>
    public int Next(int count) => (int)(Next64() % (ulong)count);

    /// <summary>A whole number of low..high, both included.</summary>
    public int Next(int low, int high) => low + Next(high - low + 1);

    /// <summary>Whether something of the given chance in a hundred happens.</summary>
    public bool Chance(int percent) => Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    public List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }
}
