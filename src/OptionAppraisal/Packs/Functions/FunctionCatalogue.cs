namespace OptionAppraisal.Packs.Functions;

/// <summary>The built-in functions that expressions may call.</summary>
/// <remarks>A closed table in the order of the names. Thread-safe; a function is made when it is first asked for.</remarks>
public static class FunctionCatalogue
{
    // In ordinal order, which the search needs.
    private static readonly (string Name, Func<BuiltinFunction> Make)[] Table =
    [
        ("abs", static () => new Abs()),
        ("all", static () => new All()),
        ("any", static () => new Any()),
        ("append", static () => new Append()),
        ("ceiling", static () => new Ceiling()),
        ("concatenate", static () => new Concatenate()),
        ("contains", static () => new Contains()),
        ("count", static () => new Count()),
        ("date", static () => new DateOf()),
        ("day of week", static () => new DayOfWeek()),
        ("day of year", static () => new DayOfYear()),
        ("decimal", static () => new DecimalPlaces()),
        ("distinct values", static () => new DistinctValues()),
        ("ends with", static () => new EndsWith()),
        ("even", static () => new Even()),
        ("exp", static () => new Exp()),
        ("flatten", static () => new Flatten()),
        ("floor", static () => new Floor()),
        ("index of", static () => new IndexOf()),
        ("insert before", static () => new InsertBefore()),
        ("list contains", static () => new ListContains()),
        ("log", static () => new Log()),
        ("lower case", static () => new LowerCase()),
        ("max", static () => new Max()),
        ("mean", static () => new Mean()),
        ("median", static () => new Median()),
        ("min", static () => new Min()),
        ("modulo", static () => new Modulo()),
        ("month of year", static () => new MonthOfYear()),
        ("months_between", static () => new MonthsBetween()),
        ("number", static () => new NumberOf()),
        ("odd", static () => new Odd()),
        ("remove", static () => new Remove()),
        ("reverse", static () => new Reverse()),
        ("round down", static () => new RoundDown()),
        ("round half down", static () => new RoundHalfDown()),
        ("round half up", static () => new RoundHalfUp()),
        ("round up", static () => new RoundUp()),
        ("sort", static () => new Sort()),
        ("sqrt", static () => new Sqrt()),
        ("starts with", static () => new StartsWith()),
        ("string", static () => new StringOf()),
        ("string join", static () => new StringJoin()),
        ("string length", static () => new StringLength()),
        ("sublist", static () => new Sublist()),
        ("substring", static () => new Substring()),
        ("substring after", static () => new SubstringAfter()),
        ("substring before", static () => new SubstringBefore()),
        ("sum", static () => new Sum()),
        ("union", static () => new Union()),
        ("upper case", static () => new UpperCase()),
        ("week of year", static () => new WeekOfYear()),
    ];

    private static readonly BuiltinFunction?[] Made = new BuiltinFunction?[Table.Length];

    /// <summary>The names, in ordinal order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.Select(entry => entry.Name)];

    /// <summary>The functions, in the order of their names.</summary>
    public static ImmutableArray<BuiltinFunction> All => [.. Enumerable.Range(0, Table.Length).Select(At)];

    // Lists the whole numbers of `for i in a..b`.
    internal static BuiltinFunction WholeNumbers { get; } = new WholeNumbers();

    /// <summary>The function of a name, or null where there is none.</summary>
    /// <param name="name">The name, its words parted by one space.</param>
    public static BuiltinFunction? Find(string name)
    {
        var index = Names.BinarySearch(name, StringComparer.Ordinal);
        return index < 0 ? null : At(index);
    }

    private static BuiltinFunction At(int index)
    {
        if (Volatile.Read(ref Made[index]) is { } made)
        {
            return made;
        }

        var function = Table[index].Make();
        return Interlocked.CompareExchange(ref Made[index], function, null) ?? function;
    }
}
