namespace Kurve.Numo.Infrastructure.Koppelingen.Xlsx;

/// <summary>Markup is larger than a workbook needs.</summary>
internal sealed class MarkeringTeGrootException() : Exception("Markup of a workbook is too large.");

/// <summary>
/// Passes XML on and refuses a tag, comment or other markup that is larger than any program writes: whoever reads XML
/// holds each of those in memory as a whole.
/// </summary>
internal sealed class Markeringwacht(TextReader inner) : TextReader
{
    /// <summary>Characters from the one bracket to the other.</summary>
    public const int Most = 64 * 1024;

    private Stand _stand;
    private char _quote;
    private int _length;
    private (char Before, char Last) _seen;

    private enum Stand
    {
        Text,
        Tag,
        Quote,
        Special,
        Comment,
        Data,
        Instruction,
    }

    /// <inheritdoc/>
    public override int Peek() => inner.Peek();

    /// <inheritdoc/>
    public override int Read()
    {
        var read = inner.Read();
        if (read >= 0)
        {
            Look((char)read);
        }

        return read;
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        foreach (var c in buffer.AsSpan(index, read))
        {
            Look(c);
        }

        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Look(char c)
    {
        if (_stand == Stand.Text)
        {
            (_stand, _length) = (c == '<' ? Stand.Tag : Stand.Text, 0);
            return;
        }

        if (++_length > Most)
        {
            throw new MarkeringTeGrootException();
        }

        _stand = Next(c);
        _seen = (_seen.Last, c);
    }

    private Stand Next(char c) => _stand switch
    {
        Stand.Tag when _length == 1 && c == '?' => Stand.Instruction,
        Stand.Tag when _length == 1 && c == '!' => Stand.Special,
        Stand.Tag when c is '"' or '\'' => Open(c),
        Stand.Quote when c == _quote => Stand.Tag,
        Stand.Special when _length == 2 && c == '-' => Stand.Comment,
        Stand.Special when _length == 2 && c == '[' => Stand.Data,
        Stand.Tag or Stand.Special when c == '>' => Stand.Text,
        Stand.Comment when c == '>' && _length > 5 && _seen is ('-', '-') => Stand.Text,
        Stand.Data when c == '>' && _seen is (']', ']') => Stand.Text,
        Stand.Instruction when c == '>' && _seen.Last == '?' => Stand.Text,
        _ => _stand,
    };

    private Stand Open(char quote)
    {
        _quote = quote;
        return Stand.Quote;
    }
}
