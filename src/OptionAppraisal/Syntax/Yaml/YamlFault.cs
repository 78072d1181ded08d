using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>What is wrong where YAML cannot be read on, in the author's terms, with a line that can be read.</summary>
/// <remarks>A repair is shown only after the repaired document was read past the place: the help can be followed as it stands.</remarks>
internal static class YamlFault
{
    private const int MostTries = 24;

    private const int MostCharactersRead = 2_000_000;

    public static void Report(SourceText source, int place, IReadOnlyList<int> openBrackets, DiagnosticBag bag, int faultsLeft)
    {
        // The parser gives no place where brackets stay open: the innermost open one is the best there is.
        var at = place >= 0 ? place : openBrackets.Count > 0 ? openBrackets[0] : source.Text.Length;
        if (LineFaults.Tab(source, at) is { } tab)
        {
            bag.Add(tab);
            return;
        }

        var tries = Math.Clamp(MostCharactersRead / Math.Max(1, source.Text.Length), 2, MostTries);
        var seen = new HashSet<Repair>();
        foreach (var fault in ValueFaults.Candidates(source, at, openBrackets).Concat(LineFaults.Candidates(source, at, openBrackets)))
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
