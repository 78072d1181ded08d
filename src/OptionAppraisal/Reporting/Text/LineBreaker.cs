using System.Text;

namespace OptionAppraisal.Reporting.Text;

/// <summary>Breaks prose into lines at spaces; a word that is wider than a line is cut.</summary>
internal static class LineBreaker
{
    public static List<List<TextRun>> Break(Phrase phrase, int width)
    {
        var lines = new List<List<TextRun>> { new() };
        var used = 0;
        foreach (var word in Words(phrase))
        {
            var wide = DisplayWidth.Of(word);
            if (used > 0 && used + 1 + wide > width)
            {
                lines.Add([]);
                used = 0;
            }

            if (used > 0)
            {
                var previous = lines[^1][^1];
                Append(lines[^1], new(" ", previous.Role == word[0].Role ? previous.Role : TextRole.Plain));
                used++;
            }

            foreach (var piece in word.SelectMany(r => Cut(r, width)))
            {
                var piecewide = DisplayWidth.Of(piece.Text);
                if (used > 0 && used + piecewide > width)
                {
                    lines.Add([]);
                    used = 0;
                }

                Append(lines[^1], piece);
                used += piecewide;
            }
        }

        return lines;
    }

    // A word may change its role inside: the full stop after a bold name.
    private static IEnumerable<List<TextRun>> Words(Phrase phrase)
    {
        var word = new List<TextRun>();
        foreach (var run in phrase.Runs)
        {
            var start = 0;
            for (var i = 0; i <= run.Text.Length; i++)
            {
                if (i < run.Text.Length && run.Text[i] != ' ')
                {
                    continue;
                }

                if (i > start)
                {
                    word.Add(run with { Text = run.Text[start..i] });
                }

                if (i < run.Text.Length && word.Count > 0)
                {
                    yield return word;
                    word = [];
                }

                start = i + 1;
            }
        }

        if (word.Count > 0)
        {
            yield return word;
        }
    }

    private static IEnumerable<TextRun> Cut(TextRun run, int width)
    {
        if (DisplayWidth.Of(run.Text) <= width)
        {
            yield return run;
            yield break;
        }

        var piece = new StringBuilder();
        var used = 0;
        foreach (var rune in run.Text.EnumerateRunes())
        {
            var wide = DisplayWidth.Of(rune);
            if (used + wide > width && used > 0)
            {
                yield return run with { Text = piece.ToString() };
                piece.Clear();
                used = 0;
            }

            piece.Append(rune.ToString());
            used += wide;
        }

        yield return run with { Text = piece.ToString() };
    }

    private static void Append(List<TextRun> line, TextRun run)
    {
        if (line.Count > 0 && line[^1].Role == run.Role)
        {
            line[^1] = line[^1] with { Text = line[^1].Text + run.Text };
        }
        else
        {
            line.Add(run);
        }
    }
}
