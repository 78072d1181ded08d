namespace OptionAppraisal.Cli;

/// <summary>The lines of a stream of bytes, without their LF; of one that is too long only the beginning is held.</summary>
internal sealed class LineReader(Stream stream, int longest) : IDisposable
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly byte[] _chunk = new byte[64 * 1024];
    private readonly MemoryStream _line = new();
    private int _at;
    private int _end;
    private bool _isFirst = true;
    private bool _isOver;

    /// <summary>Whether another whole line can be read without waiting.</summary>
    public bool HasMore => _chunk.AsSpan(_at, _end - _at).Contains((byte)'\n');

    public bool TryRead(out ReadOnlyMemory<byte> line, out bool isWhole)
    {
        _line.SetLength(0);
        isWhole = true;
        while (true)
        {
            if (_at == _end && !Fill())
            {
                line = Taken();
                return !line.IsEmpty || !isWhole;
            }

            var rest = _chunk.AsSpan(_at, _end - _at);
            var feed = rest.IndexOf((byte)'\n');
            var part = feed < 0 ? rest : rest[..feed];
            _at += feed < 0 ? part.Length : feed + 1;
            isWhole &= _line.Length + part.Length <= longest;
            if (isWhole)
            {
                _line.Write(part);
            }

            if (feed >= 0)
            {
                line = Taken();
                return true;
            }
        }
    }

    public void Dispose() => _line.Dispose();

    private bool Fill()
    {
        if (_isOver)
        {
            return false;
        }

        _at = 0;
        _end = stream.Read(_chunk, 0, _chunk.Length);
        _isOver = _end == 0;
        return !_isOver;
    }

    // A byte order mark is no part of the first line.
    private ReadOnlyMemory<byte> Taken()
    {
        var line = _line.GetBuffer().AsMemory(0, (int)_line.Length);
        var hasMark = _isFirst && line.Span.StartsWith(Mark);
        _isFirst = false;
        return hasMark ? line[Mark.Length..] : line;
    }
}
