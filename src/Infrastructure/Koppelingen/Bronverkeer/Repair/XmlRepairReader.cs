using System.Buffers;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer.Repair;

/// <summary>
/// The text of an answer, mended where it is no XML but its meaning is plain, so that one character does not cost a
/// school its whole list: characters that XML forbids, raw or as a reference; entities of HTML (which stay literal: who
/// reads the value decodes them) and a loose <c>&amp;</c>; and what stands before the first element. Text that needs no
/// mending is searched and copied in runs, and costs next to nothing.
/// </summary>
internal sealed class XmlRepairReader(TextReader inner) : TextReader
{
    /// <summary>
    /// Stands for a control character inside a value: XML allows it and no value keeps it, so that who reads the value
    /// can tell of it.
    /// </summary>
    public const char ControlMark = '\u007F';

    private const int BufferSize = 8 * 1024;
    private const int LookAhead = XmlReference.Longest;
    private const int LongestDeclaration = 1024;

    private readonly XmlPlace _place = new();
    private char[] _buffer = ArrayPool<char>.Shared.Rent(BufferSize);
    private readonly char[] _pending = new char[LookAhead];
    private int _start;
    private int _end;
    private int _pendingCount;
    private int _certain;
    private bool _begun;
    private bool _innerEnded;

    /// <summary>What was mended so far.</summary>
    public XmlRepairs Repairs { get; } = new();

    /// <summary>Whether all was read and more was asked for: what is missing then was cut off.</summary>
    public bool Ended { get; private set; }

    private Span<char> Available => _buffer.AsSpan(_start, _end - _start);

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        Begin();
        var written = ReadDirectly(buffer);
        while (written < buffer.Length && (written == 0 || _start < _end || _pendingCount > 0))
        {
            var count = ReadSome(buffer[written..]);
            if (count > 0)
            {
                written += count;
            }
            else if ((Available.Length < LookAhead && !_innerEnded && written > 0) || !Advance())
            {
                break;
            }
        }

        Ended |= written == 0 && buffer.Length > 0;
        return written;
    }

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _buffer.Length > 0)
        {
            // Cleared: what a school sent must not stay behind in the pool.
            ArrayPool<char>.Shared.Return(_buffer, clearArray: true);
            _buffer = [];
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Text goes straight through as long as there is nothing to mend.</summary>
    private int ReadDirectly(Span<char> target)
    {
        if (_start < _end || _pendingCount > 0 || _certain > 0 || _innerEnded || target.IsEmpty)
        {
            return 0;
        }

        var read = target[..inner.Read(target[..Math.Min(target.Length, BufferSize)])];
        var plain = _place.CountPlain(read);
        read[plain..].CopyTo(_buffer);
        (_start, _end, _innerEnded) = (0, read.Length - plain, read.IsEmpty);
        if (plain > 0)
        {
            _place.Pass(read[..plain]);
        }

        return plain;
    }

    /// <summary>What can go out without a further look; 0 when there is none.</summary>
    private int ReadSome(Span<char> target)
    {
        if (_pendingCount > 0)
        {
            var mended = Math.Min(_pendingCount, target.Length);
            _pending.AsSpan(0, mended).CopyTo(target);
            _pending.AsSpan(mended, _pendingCount - mended).CopyTo(_pending);
            _pendingCount -= mended;
            _place.Pass(target[..mended]);
            return mended;
        }

        var text = Available[..Math.Min(Available.Length, target.Length)];
        var plain = _certain > 0 ? Math.Min(_certain, text.Length) : _place.CountPlain(text);
        if (plain > 0)
        {
            text[..plain].CopyTo(target);
            _certain = Math.Max(0, _certain - plain);
            _start += plain;
            _place.Pass(target[..plain]);
        }

        return plain;
    }

    /// <summary>Gets more text, or decides about the character that stands first; false at the end.</summary>
    private bool Advance()
    {
        while (Available.Length < LookAhead && Fill())
        {
        }

        if (Available.IsEmpty)
        {
            return false;
        }

        var text = Available;
        if (_place.CountPlain(text[..1]) == 1)
        {
            return true;
        }

        if (text[0] == '&')
        {
            MendReference(XmlReference.Read(text));
        }
        else if (XmlPlace.IsForbidden(text[0]))
        {
            MendControl(1);
        }
        else
        {
            _certain = _place.Turn(text);
        }

        return true;
    }

    private void MendReference(XmlReference reference)
    {
        switch (reference.Kind)
        {
            case XmlReferenceKind.Good:
                _certain = reference.Length;
                break;
            case XmlReferenceKind.Control:
                MendControl(reference.Length);
                break;
            case XmlReferenceKind.Loose:
                Repairs.AddReference();
                Replace(reference.Length, "&amp;");
                break;
            default:
                Span<char> characters = stackalloc char[2];
                Repairs.AddReference();
                Replace(reference.Length, characters[..reference.Rune.EncodeToUtf16(characters)]);
                break;
        }
    }

    private void MendControl(int length)
    {
        Repairs.AddControl();
        Replace(length, _place.IsInValue(Available[length..]) ? [ControlMark] : []);
    }

    private void Replace(int length, ReadOnlySpan<char> text)
    {
        text.CopyTo(_pending);
        _pendingCount = text.Length;
        _start += length;
        Repairs.Shift(_place.Line, _place.Position + text.Length, length - text.Length);
    }

    // A declaration may tell another version or another set of characters than XmlReader knows; both are settled by now.
    private void Begin()
    {
        if (_begun)
        {
            return;
        }

        _begun = true;
        var (lines, column) = (0, 0);
        while ((_start < _end || Fill()) && IsPassedOver(_buffer[_start]))
        {
            Skip(1);
        }

        while (Available.Length < LongestDeclaration && Fill())
        {
        }

        var end = Available is ['<', '?', 'x', 'm', 'l', var space, ..] && char.IsWhiteSpace(space)
            ? Available[..Math.Min(Available.Length, LongestDeclaration)].IndexOf("?>")
            : -1;
        Skip(end < 0 ? 0 : end + 2);
        Repairs.SkipLines(lines);
        Repairs.Shift(1, 1, column);

        void Skip(int count)
        {
            var skipped = Available[..count];
            var newline = skipped.LastIndexOf('\n');
            lines += skipped.Count('\n');
            column = newline < 0 ? column + count : count - newline - 1;
            _start += count;
        }
    }

    // White space, padding, and a byte order mark, also one that was taken for letters.
    private static bool IsPassedOver(char c) =>
        char.IsWhiteSpace(c) || XmlPlace.IsForbidden(c) || c is '\uFEFF' or 'ï' or '»' or '¿';

    private bool Fill()
    {
        if (_start > 0)
        {
            Available.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        var count = _innerEnded || _end == _buffer.Length ? 0 : inner.Read(_buffer, _end, _buffer.Length - _end);
        _innerEnded |= count == 0 && _end < _buffer.Length;
        _end += count;
        return count > 0;
    }
}
