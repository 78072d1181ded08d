namespace OptionAppraisal.Packs.Functions;

// A character of a text is a Unicode code point: one or two code units.
internal static class Characters
{
    public static int Count(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i = Next(text, i))
        {
            count++;
        }

        return count;
    }

    // The place so many characters after another.
    public static int Skip(string text, int place, int count)
    {
        for (; count > 0; count--)
        {
            place = Next(text, place);
        }

        return place;
    }

    private static int Next(string text, int place) =>
        place + 1 < text.Length && char.IsSurrogatePair(text[place], text[place + 1]) ? place + 2 : place + 1;
}
