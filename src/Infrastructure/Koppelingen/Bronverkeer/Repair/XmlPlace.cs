using System.Buffers;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer.Repair;

/// <summary>Where in a document its text has come: just enough to know what a character may mean there.</summary>
internal sealed class XmlPlace
{
    private const string Controls = "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013"
        + "\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    // An exclamation or question mark may follow a '<', and begin what is no element.
    private static readonly SearchValues<char> OfContent = SearchValues.Create(Controls + "&!?");
    private static readonly SearchValues<char> OfCData = SearchValues.Create(Controls + "]");
    private static readonly SearchValues<char> OfComment = SearchValues.Create(Controls + "-");
    private static readonly SearchValues<char> OfInstruction = SearchValues.Create(Controls + "?");

    private Kind _kind;
    private bool _inTag;
    private char _quote;
    private char _last = '>';
    private int _run;

    private enum Kind
    {
        Content,
        CData,
        Comment,
        Instruction,
    }

    /// <summary>The line that the next character stands on, counted from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The place of the next character on its line, counted from 1.</summary>
    public int Position { get; private set; } = 1;

    /// <summary>How many characters mean nothing but themselves.</summary>
    public int CountPlain(ReadOnlySpan<char> text)
    {
        var suspect = text.IndexOfAny(_kind switch
        {
            Kind.Content => OfContent,
            Kind.CData => OfCData,
            Kind.Comment => OfComment,
            _ => OfInstruction,
        });
        var plain = suspect < 0 ? text : text[..suspect];
        var none = plain.IndexOfAnyInRange('\uFFFE', '\uFFFF');
        return none < 0 ? plain.Length : none;
    }

    /// <summary>Whether XML has no such character.</summary>
    public static bool IsForbidden(char c) => c is < '\t' or > '\n' and < '\r' or > '\r' and < ' ' or >= '\uFFFE';

    /// <summary>
    /// What a mark at the beginning of <paramref name="text"/> opens or closes; how many characters belong to it.
    /// </summary>
    public int Turn(ReadOnlySpan<char> text)
    {
        var (kind, length) = (_kind, _last) switch
        {
            (Kind.Content, '<') when text.StartsWith("![CDATA[") => (Kind.CData, 8),
            (Kind.Content, '<') when text.StartsWith("!--") => (Kind.Comment, 3),
            (Kind.Content, '<') when text.StartsWith("?") => (Kind.Instruction, 1),
            (Kind.CData, _) when text.StartsWith("]]>") => (Kind.Content, 3),
            (Kind.Comment, _) when text.StartsWith("-->") => (Kind.Content, 3),
            (Kind.Instruction, _) when text.StartsWith("?>") => (Kind.Content, 2),
            _ => (_kind, 1),
        };
        if (kind != _kind)
        {
            (_kind, _inTag, _quote, _run) = (kind, false, '\0', 0);
        }

        return length;
    }

    /// <summary>
    /// Whether a character here is part of a value, be it a text or an attribute: between elements, in a tag and in a
    /// comment it is not.
    /// </summary>
    public bool IsInValue(ReadOnlySpan<char> following) => _kind switch
    {
        Kind.CData => true,
        Kind.Content when _inTag => _quote != '\0',
        Kind.Content => !IsBetween(_last) || !(following.IsEmpty || IsBetween(following[0])),
        _ => false,
    };

    /// <summary>Goes on behind some text.</summary>
    /// <exception cref="AnswerLimitException">XmlReader would have to keep more of it in one piece than is read.</exception>
    public void Pass(ReadOnlySpan<char> text)
    {
        var newline = text.LastIndexOf('\n');
        Line += newline < 0 ? 0 : text[..(newline + 1)].Count('\n');
        Position = newline < 0 ? Position + text.Length : text.Length - newline;
        _last = text[^1];
        if (_kind is Kind.Content or Kind.CData)
        {
            // An attribute's value holds no '<' either.
            var bracket = _kind == Kind.Content ? text.LastIndexOf('<') : -1;
            _run = bracket < 0 ? _run + text.Length : text.Length - bracket;
            AnswerLimit.Run.Check(_run);
        }

        if (_kind == Kind.Content)
        {
            PassContent(text);
        }
    }

    // What stands in quotes is no end of a tag; a '>' there is so rare that it is taken for one all the same.
    private void PassContent(ReadOnlySpan<char> text)
    {
        var bracket = text.LastIndexOfAny('<', '>');
        if (bracket >= 0)
        {
            (_inTag, _quote) = (text[bracket] == '<', '\0');
            text = text[(bracket + 1)..];
        }

        if (!_inTag)
        {
            return;
        }

        foreach (var c in text)
        {
            if (c is '"' or '\'')
            {
                _quote = _quote == '\0' ? c : _quote == c ? '\0' : _quote;
            }
        }
    }

    private static bool IsBetween(char c) => c is '<' or '>' || char.IsWhiteSpace(c) || IsForbidden(c);
}
