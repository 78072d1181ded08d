namespace OptionAppraisal.Binding.Keys;

/// <summary>The kinds of value that a key takes; several may be taken.</summary>
[Flags]
internal enum Shape
{
    None = 0,

    /// <summary>Prose.</summary>
    Text = 1,

    /// <summary>A number of the plain form.</summary>
    Number = 2,

    /// <summary>True or false.</summary>
    Boolean = 4,

    /// <summary>A day.</summary>
    Date = 8,

    /// <summary>An expression or an id: a text that is read later.</summary>
    Expression = 16,

    /// <summary>One of the words of the row.</summary>
    Word = 32,

    /// <summary>A list.</summary>
    List = 64,

    /// <summary>A map.</summary>
    Map = 128,

    /// <summary>A fact's value: anything, also nothing.</summary>
    Value = 256,
}

internal static class ShapeNames
{
    private static readonly ImmutableArray<(Shape Shape, string Name)> Names =
    [
        (Shape.Number, "a number"), (Shape.Boolean, "true or false"), (Shape.Date, "a date"), (Shape.Word, "a word"), (Shape.Text, "a text"),
        (Shape.Expression, "a text"), (Shape.List, "a list"), (Shape.Map, "a map"),
    ];

    /// <summary>The kinds in words: `a text, a list or a map`.</summary>
    public static string Describe(Shape shape)
    {
        var names = Names.Where(n => shape.HasFlag(n.Shape)).Select(n => n.Name).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} or {names[^1]}";
    }
}
