namespace OptionAppraisal.Binding.Keys;

/// <summary>A key of a map of the language: the row from which the binder reads, and from which schema and reference are made.</summary>
internal sealed record KeyRow(string Key, Shape Shape, string Doc)
{
    /// <summary>Whether the map is wrong without it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it is reserved for a later version.</summary>
    public bool Later { get; init; }

    /// <summary>Whether an empty value or `null` is as good as leaving it out.</summary>
    public bool TakesNothing { get; init; }

    /// <summary>What holds where it is left out, in words; null where nothing does.</summary>
    public string? Default { get; init; }

    /// <summary>The words that it takes, for <see cref="Shape.Word"/>.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The name of the table that its map follows, or null.</summary>
    public string? Table { get; init; }

    /// <summary>Whether the table is that of each entry of the map or item of the list, not of the map itself.</summary>
    public bool OfEach { get; init; }
}

/// <summary>The keys of one map of the language.</summary>
internal sealed record KeyTable(string Name, ImmutableArray<KeyRow> Rows)
{
    public KeyRow? Find(string key)
    {
        foreach (var row in Rows)
        {
            if (string.Equals(row.Key, key, StringComparison.Ordinal))
            {
                return row;
            }
        }

        return null;
    }
}
