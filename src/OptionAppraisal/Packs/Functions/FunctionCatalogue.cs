namespace OptionAppraisal.Packs.Functions;

/// <summary>The built-in functions that expressions may call.</summary>
/// <remarks>A closed table in the order of the names. Thread-safe; a function is made when it is first asked for.</remarks>
public static class FunctionCatalogue
{
    // In ordinal order, which the search needs.
    private static readonly Entry[] Table =
    [
        new("abs", static () => new Abs()),
        new("all", static () => new All()),
        new("any", static () => new Any()),
        new("append", static () => new Append()),
        new("ceiling", static () => new Ceiling()),
        new("concatenate", static () => new Concatenate()),
        new("contains", static () => new Contains()),
        new("count", static () => new Count()),
        new("date", static () => new DateOf()),
        new("day of week", static () => new DayOfWeek()),
        new("day of year", static () => new DayOfYear()),
        new("decimal", static () => new DecimalPlaces()),
        new("distinct values", static () => new DistinctValues()),
        new("ends with", static () => new EndsWith()),
        new("even", static () => new Even()),
        new("exp", static () => new Exp()),
        new("flatten", static () => new Flatten()),
        new("floor", static () => new Floor()),
        new("index of", static () => new IndexOf()),
        new("insert before", static () => new InsertBefore()),
        new("list contains", static () => new ListContains()),
        new("log", static () => new Log()),
        new("lower case", static () => new LowerCase()),
        new("max", static () => new Max()),
        new("mean", static () => new Mean()),
        new("median", static () => new Median()),
        new("min", static () => new Min()),
        new("modulo", static () => new Modulo()),
        new("month of year", static () => new MonthOfYear()),
        new("months_between", static () => new MonthsBetween()),
        new("number", static () => new NumberOf()),
        new("odd", static () => new Odd()),
        new("remove", static () => new Remove()),
        new("reverse", static () => new Reverse()),
        new("round down", static () => new RoundDown()),
        new("round half down", static () => new RoundHalfDown()),
        new("round half up", static () => new RoundHalfUp()),
        new("round up", static () => new RoundUp()),
        new("sort", static () => new Sort()),
        new("sqrt", static () => new Sqrt()),
        new("starts with", static () => new StartsWith()),
        new("string", static () => new StringOf()),
        new("string join", static () => new StringJoin()),
        new("string length", static () => new StringLength()),
        new("sublist", static () => new Sublist()),
        new("substring", static () => new Substring()),
        new("substring after", static () => new SubstringAfter()),
        new("substring before", static () => new SubstringBefore()),
        new("sum", static () => new Sum()),
        new("union", static () => new Union()),
        new("upper case", static () => new UpperCase()),
        new("week of year", static () => new WeekOfYear()),
    ];

    private static readonly BuiltinFunction?[] Made = new BuiltinFunction?[Table.Length];

    /// <summary>The names, in ordinal order.</summary>
    public static ImmutableArray<string> Names { get; } = ImmutableArray.Create(Array.ConvertAll(Table, static entry => entry.Name));

    /// <summary>The functions, in the order of their names.</summary>
    public static ImmutableArray<BuiltinFunction> All => [.. Enumerable.Range(0, Table.Length).Select(At)];

    // Lists the whole numbers of `for i in a..b`.
    internal static BuiltinFunction WholeNumbers { get; } = new WholeNumbers();

    // Lists the days of `for d in a..b`.
    internal static BuiltinFunction Days { get; } = new Days();

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

    private readonly struct Entry(string name, Func<BuiltinFunction> make)
    {
        public string Name { get; } = name;

        public Func<BuiltinFunction> Make { get; } = make;
    }
}
