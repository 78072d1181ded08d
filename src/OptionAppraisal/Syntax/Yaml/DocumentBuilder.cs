using System.Text;
using OptionAppraisal.Diagnostics;
using YamlDotNet.Core.Events;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>The tree that grows as events come, on an explicit stack.</summary>
internal sealed class DocumentBuilder(SourceText source, DiagnosticBag bag)
{
    private readonly Stack<OpenNode> _open = new();
    private Diagnostic? _unsure;
    private int _nodes;
    private int _documents;

    public DocumentNode? Root { get; private set; }

    /// <summary>Where the last event that was taken ends.</summary>
    public int LastOffset { get; private set; }

    /// <summary>The offsets of the brackets and braces that are open, the innermost first.</summary>
    public IReadOnlyList<int> OpenBrackets => [.. _open.Where(n => n.IsFlow).Select(n => n.Start)];

    /// <summary>Takes the next event; false when reading must stop.</summary>
    public bool Take(ParsingEvent parsed)
    {
        if (_unsure is not null)
        {
            bag.Add(_unsure);
            _unsure = null;
        }

        LastOffset = Math.Max(LastOffset, (int)parsed.End.Index);
        switch (parsed)
        {
            case DocumentStart when _documents++ > 0:
                bag.Add(
                    DocumentCodes.SeveralDocuments,
                    source.Span((int)parsed.Start.Index, 3),
                    "a second document starts here",
                    "put each document in a file of its own");
                return false;
            case AnchorAlias alias:
                var span = source.Span((int)alias.Start.Index, (int)(alias.End.Index - alias.Start.Index));
                bag.Add(
                    DocumentCodes.AliasNotAllowed,
                    span,
                    $"`{span.Text}` repeats something by a YAML alias",
                    $"write it out again; if you mean the text, put it in quotes: `\"{span.Text}\"`");
                return LeaveOut(span);
            case Scalar scalar:
                return Count(scalar) && Attach(ToNode(scalar));
            case MappingStart mapping:
                return Count(mapping) && OpenMapping(mapping);
            case SequenceStart sequence:
                return Count(sequence) && Open(isMapping: false, sequence.Style == SequenceStyle.Flow, (int)sequence.Start.Index);
            case MappingEnd or SequenceEnd:
                return Close((int)parsed.End.Index);
            default:
                return true;
        }
    }

    private bool Count(NodeEvent node)
    {
        var start = (int)node.Start.Index;
        if (!node.Anchor.IsEmpty)
        {
            var anchor = $"&{node.Anchor.Value}";
            bag.Add(
                DocumentCodes.AnchorNotAllowed,
                source.Span(start, anchor.Length),
                $"`{anchor}` is a YAML anchor",
                $"delete it and write things out where they are used; if you mean the text, put it in quotes");
        }

        if (!node.Tag.IsEmpty)
        {
            TagRule.Report(source, start, bag);
        }

        if (++_nodes <= SyntaxLimits.Nodes)
        {
            return true;
        }

        bag.Add(
            DocumentCodes.TooManyNodes,
            source.Span(start, 0),
            string.Create(CultureInfo.InvariantCulture, $"the document holds more than {SyntaxLimits.Nodes} values, lists and maps"),
            TextRules.TooLargeHelp);
        return false;
    }

    private ScalarNode ToNode(Scalar scalar)
    {
        var start = (int)scalar.Start.Index;
        var style = scalar.Style switch
        {
            YamlDotNet.Core.ScalarStyle.SingleQuoted => ScalarStyle.SingleQuoted,
            YamlDotNet.Core.ScalarStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
            YamlDotNet.Core.ScalarStyle.Literal => ScalarStyle.Literal,
            YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Folded,
            _ => ScalarStyle.Plain,
        };
        var (offsets, end) = ScalarMap.Of(source.Text, start, scalar.Value, style);
        end = offsets.IsEmpty ? (int)scalar.End.Index : end;
        var node = new ScalarNode(scalar.Value, style, offsets, source.Span(start, end - start));
        if (scalar.Value.Length > SyntaxLimits.TextBytes / 3 && Encoding.UTF8.GetByteCount(scalar.Value) > SyntaxLimits.TextBytes)
        {
            bag.Add(
                DocumentCodes.TextTooLong,
                source.Span(start, 1),
                string.Create(CultureInfo.InvariantCulture, $"this text is longer than {SyntaxLimits.TextBytes} bytes (64 KiB)"),
                "shorten it, or cite the document that holds it");
        }

        return ValueRules.Check(source, node, bag);
    }

    // A pair that stands in a list without braces, `[a: b]`, comes without a place: it has that of its key.
    private bool OpenMapping(MappingStart mapping)
    {
        var start = (int)mapping.Start.Index;
        var isFlow = mapping.Style == MappingStyle.Flow;
        return isFlow && start == 0 && _open.Count > 0
            ? Open(isMapping: true, isFlow: false, OpenNode.AtItsKey)
            : Open(isMapping: true, isFlow, start);
    }

    private bool Open(bool isMapping, bool isFlow, int start)
    {
        if (_open.Count >= SyntaxLimits.Depth)
        {
            bag.Add(
                DocumentCodes.NestedTooDeeply,
                source.Span(start == OpenNode.AtItsKey ? _open.Peek().Start : start, 1),
                string.Create(CultureInfo.InvariantCulture, $"maps and lists are nested more than {SyntaxLimits.Depth} deep here"),
                "close the brackets that were opened before, or make the document flatter");
            return false;
        }

        var parent = _open.Count > 0 ? _open.Peek() : null;
        _open.Push(new OpenNode(isMapping, isFlow, start, parent?.Key?.Text));
        return true;
    }

    private bool Close(int end)
    {
        var closed = _open.Pop();
        _unsure = closed.Unsure;
        var range = ValueRules.RangeReadAsList(source, closed, _open.Count > 0 ? _open.Peek() : null, bag);
        var slot = closed is { Unsure: not null, Entries.Count: 0 } ? ScalarMap.AsWritten(source, closed.Start, end + 1) : null;
        return Attach(range ?? slot ?? closed.Close(source, end + 1));
    }

    // What an alias repeats is not known here: its entry or item is left out.
    private bool LeaveOut(SourceSpan span)
    {
        if (_open.TryPeek(out var parent) && parent.IsMapping)
        {
            parent.KeyWasRefused = parent.Key is null;
            parent.Key = parent.Key is null ? new ScalarNode("", ScalarStyle.Plain, [], span) : null;
        }

        return true;
    }

    private bool Attach(DocumentNode node)
    {
        if (_open.Count == 0)
        {
            Root ??= node;
            return true;
        }

        var parent = _open.Peek();
        if (!parent.IsMapping)
        {
            if (!SplitRule.IsSplitItem(source, parent, node, bag))
            {
                parent.Items.Add(node);
            }
        }
        else if (parent.Key is null)
        {
            parent.KeyWasRefused = !KeyRules.Accept(source, parent, node, bag);
            parent.HasRefusedKeys |= parent.KeyWasRefused;
            parent.Key = node as ScalarNode ?? new ScalarNode("", ScalarStyle.Plain, [], node.Span);
        }
        else
        {
            if (!parent.KeyWasRefused)
            {
                parent.Entries.Add(new MappingEntry(parent.Key, node));
            }

            parent.Key = null;
        }

        return true;
    }
}
