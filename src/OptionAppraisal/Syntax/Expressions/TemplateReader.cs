using System.Text;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>The text of a finding to words and slots.</summary>
internal sealed class TemplateReader(ExpressionParser parser, ScalarNode scalar, DiagnosticBag bag)
{
    private readonly string _text = scalar.Text;
    private readonly ImmutableArray<TextSegment>.Builder _segments = ImmutableArray.CreateBuilder<TextSegment>();
    private readonly StringBuilder _words = new();
    private int _wordsStart;

    public ImmutableArray<TextSegment> Read()
    {
        for (var at = 0; at < _text.Length;)
        {
            var c = _text[at];
            var isDouble = at + 1 < _text.Length && _text[at + 1] == c;
            if (c is '{' or '}' && isDouble)
            {
                _words.Append(c);
                at += 2;
            }
            else if (c == '{')
            {
                at = ReadSlot(at);
                _wordsStart = at;
            }
            else
            {
                if (c == '}')
                {
                    bag.Add(SyntaxCodes.SlotNotOpened, scalar.SpanOf(at, 1), "`}` closes no slot", "write `}}` for a brace, or `{` before the expression");
                }

                _words.Append(c);
                at++;
            }
        }

        EndWords(_text.Length);
        return _segments.ToImmutable();
    }

    private int ReadSlot(int open)
    {
        EndWords(open);
        var close = EndOfSlot(open + 1);
        if (close < 0)
        {
            bag.Add(SyntaxCodes.SlotNotClosed, scalar.SpanOf(open, 1), "the slot opened here is not closed", "write `}` after the expression, or `{{` for a brace");
            return open + 1;
        }

        var span = scalar.SpanOf(open, close + 1 - open);
        if (_text.AsSpan(open + 1, close - open - 1).Trim().IsEmpty)
        {
            bag.Add(SyntaxCodes.SlotEmpty, span, "a slot is empty", "write the expression whose value stands here, such as `{annual_cost}`");
            return close + 1;
        }

        _segments.Add(new TextSegment("", parser.ParseExpression(scalar, open + 1, close, bag), span));
        return close + 1;
    }

    // The brace that closes a slot: not one inside a text in quotes.
    private int EndOfSlot(int at)
    {
        var inText = false;
        for (; at < _text.Length; at++)
        {
            if (inText && _text[at] == '\\')
            {
                at++;
            }
            else if (_text[at] == '"')
            {
                inText = !inText;
            }
            else if (!inText && _text[at] == '}')
            {
                return at;
            }
            else if (!inText && _text[at] == '{')
            {
                return -1;
            }
        }

        return -1;
    }

    private void EndWords(int end)
    {
        if (_words.Length > 0)
        {
            _segments.Add(new TextSegment(_words.ToString(), null, scalar.SpanOf(_wordsStart, end - _wordsStart)));
            _words.Clear();
        }
    }
}
