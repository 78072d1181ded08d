using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>What is wrong where YAML cannot be read on, in the author's terms, with a line that can be read.</summary>
/// <remarks>A repair is shown only after the repaired document was read past the place: the help can be followed as it stands.</remarks>
internal static class YamlFault
{
    private const int MostTries = 16;

    private const int MostCharactersRead = 2_000_000;

    /// <summary>Reports the fault, and what else is wrong once it is repaired.</summary>
    /// <param name="source">The document.</param>
    /// <param name="place">Where the parser gave up, or -1.</param>
    /// <param name="tabFrom">Where to look for a tab that the parser refused without its place, or -1.</param>
    /// <param name="openBrackets">The offsets of the brackets that are open, the innermost first.</param>
    /// <param name="bag">Where the problems go.</param>
    /// <param name="faultsLeft">How many faults may still be explained in this document.</param>
    public static void Report(SourceText source, int place, int tabFrom, IReadOnlyList<int> openBrackets, DiagnosticBag bag, int faultsLeft)
    {
        // The parser gives no place where brackets stay open: the innermost open one is the best there is.
        var at = place >= 0 ? place : openBrackets.Count > 0 ? openBrackets[0] : source.Text.Length;
        if (LineFaults.Tab(source, tabFrom >= 0 ? tabFrom : at, tabFrom >= 0 ? source.LineCount : 1) is { } tab)
        {
            bag.Add(tab);
            return;
        }

        var tries = Math.Clamp(MostCharactersRead / Math.Max(1, source.Text.Length), 2, MostTries);
        var seen = new HashSet<Repair>();
        foreach (var fault in Guesses(source, at, openBrackets))
        {
            if (!seen.Add(fault.Repair))
            {
                continue;
            }

            if (tries-- == 0)
            {
                break;
            }

            if (Reads(source, at, fault.Repair))
            {
                bag.Add(fault.Code, fault.Span, fault.Message, fault.Help(source));
                ReadOn(source, fault.Repair, bag, faultsLeft);
                return;
            }
        }

        bag.Add(LineFaults.Unexplained(source, at, openBrackets));
    }

    // The line of the fault first; the line before it is often where the mistake is, but guesses there are easily wrong.
    private static IEnumerable<YamlGuess> Guesses(SourceText source, int at, IReadOnlyList<int> openBrackets)
    {
        var line = source.PositionOf(at).Line;
        var before = LineFaults.LineBefore(source, line);
        var lines = openBrackets.Take(2).Select(b => source.PositionOf(b).Line).Prepend(line).Distinct().ToList();
        return ValueFaults.Candidates(source, at, lines, openBrackets)
            .Concat(LineFaults.Colons(source, lines))
            .Concat(LineFaults.Colons(source, [before]).Where(g => g.Repair.Replacement == " "))
            .Concat(LineFaults.Indents(source, line))
            .Concat(ValueFaults.Candidates(source, at, [before], []))
            .Concat(LineFaults.Colons(source, [before]));
    }

    // What else is wrong is found in the repaired text, and told at its place in the text as it stands.
    private static void ReadOn(SourceText source, Repair repair, DiagnosticBag bag, int faultsLeft)
    {
        if (faultsLeft <= 1 || source.Text.Length > MostCharactersRead / MostTries)
        {
            return;
        }

        var found = new DiagnosticBag();
        DocumentReader.Read(new SourceText(source.Path, repair.Apply(source.Text)), found, faultsLeft - 1);
        foreach (var diagnostic in found.ToSorted())
        {
            bag.Add(diagnostic with { Span = Moved(source, diagnostic.Span, repair), First = diagnostic.First is { } first ? Moved(source, first, repair) : null });
        }
    }

    private static SourceSpan Moved(SourceText source, SourceSpan span, Repair repair)
    {
        var start = MovedOffset(span.StartOffset, repair);
        return source.Span(start, MovedOffset(span.EndOffset, repair) - start);
    }

    private static int MovedOffset(int offset, Repair repair)
    {
        var endOfReplacement = repair.Start + repair.Replacement.Length;
        return offset <= repair.Start ? offset
            : offset >= endOfReplacement ? offset - endOfReplacement + repair.End
            : Math.Min(offset, repair.End);
    }

    private static bool Reads(SourceText source, int at, Repair repair)
    {
        var repaired = new SourceText(source.Path, repair.Apply(source.Text));
        var found = new DiagnosticBag();
        DocumentReader.Read(repaired, found, faultsLeft: 0);
        var lineOfRepair = repaired.PositionOf(repair.Start).Line;
        var moved = at + repair.Replacement.Length - (repair.End - repair.Start);
        foreach (var diagnostic in found.ToSorted())
        {
            if (diagnostic.Span.Start.Line == lineOfRepair
                || (diagnostic.Code == DocumentCodes.NotReadable && diagnostic.Span.StartOffset <= Math.Max(at, moved)))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A guess at what was done wrong, and the repair that would prove it.</summary>
internal sealed record YamlGuess(DiagnosticCode Code, SourceSpan Span, string Message, Repair Repair, string HelpBefore = "put it in quotes: ")
{
    public string Help(SourceText source) => $"{HelpBefore}`{Repair.Line(source)}`";
}
