using System.Text;

namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>
/// What is left of a code that the grammar cannot read when leerjaar, profile, stream and class are taken away: KH of
/// KH4NT and of kh-5 tto. Read from the end, for there these parts stand.
/// </summary>
internal sealed class CodeStem
{
    private readonly CodeText _text;
    private readonly int _leerjaar;
    private readonly StringBuilder _stem = new();

    private CodeStem(CodeText text, int leerjaar) => (_text, _leerjaar) = (text, leerjaar);

    /// <summary>
    /// The stems of a code: one for each digit that may be the leerjaar. None of a code that has nothing else, such as 1C.
    /// </summary>
    public static IEnumerable<string> Of(CodeText text)
    {
        int[] leerjaren = [.. Enumerable.Range(0, text.Length).Where(i => IsLeerjaar(text, i))];
        return (leerjaren.Length == 0 ? [-1] : leerjaren)
            .Select(leerjaar => new CodeStem(text, leerjaar).Read())
            .Where(stem => stem.Length > 0);
    }

    private static bool IsLeerjaar(CodeText text, int at) => text[at] is >= '1' and <= '6'
        && (at == 0 || text.IsBoundary(at)) && (at == text.Length - 1 || text.IsBoundary(at + 1));

    private string Read()
    {
        var (end, isRemoved) = (_text.Length, true);
        if (HasClass())
        {
            end--;
        }

        while (end > 0)
        {
            var start = isRemoved || _text.IsBoundary(end) ? StartOfPart(end) : end;
            isRemoved = start < end;
            if (!isRemoved)
            {
                start--;
                Keep(_text[start]);
            }

            end = start;
        }

        return _stem.ToString();
    }

    // What joins two profiles goes with them.
    private void Keep(char character)
    {
        if (character is not ('&' or '+'))
        {
            _stem.Insert(0, character);
        }
    }

    // One letter or digit at the end, behind the leerjaar: KH4a, KH4NTa.
    private bool HasClass()
    {
        var last = _text.Length - 1;
        return _leerjaar >= 0 && _leerjaar < last && char.IsAsciiLetterOrDigit(_text[last])
            && (_text.IsBoundary(last) || StartOfPart(last) < last);
    }

    // Where the longest part that says nothing of the level begins when it ends here; the end itself when there is none.
    private int StartOfPart(int end)
    {
        if (end - 1 == _leerjaar)
        {
            return _leerjaar;
        }

        for (var start = 0; start < end; start++)
        {
            foreach (var form in CodeForms.StartingWith(_text[start]))
            {
                if (Varies(form, start) && form.Match(_text, start) == end)
                {
                    return start;
                }
            }
        }

        return end;
    }

    // Words stand by themselves; the letters of a profile may stand behind others: KHNT4.
    private bool Varies(CodeForm form, int start) => form.Kind switch
    {
        PartKind.Profile or PartKind.Sector or PartKind.Stream => form.Size > 1 || form.Pattern is "+",
        PartKind.Filler => start == 0 || _text.IsBoundary(start),
        PartKind.Leerjaar => _leerjaar < 0 && (start == 0 || _text.IsBoundary(start)),
        PartKind.Ordinal => start - 1 == _leerjaar,
        _ => false,
    };
}
