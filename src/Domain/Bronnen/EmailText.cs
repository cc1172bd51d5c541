namespace Kurve.Numo.Domain.Bronnen;

/// <summary>
/// What a source delivers as an e-mail address. A docent logs in with it, so it is one address or nothing: what stands
/// around an address is peeled off (<c>mailto:</c>, a display name, quotes), and anything else is no address at all.
/// </summary>
/// <param name="Address">The one address, in the case in which it was delivered; null when there is none.</param>
/// <param name="IsEmpty">Whether nothing was delivered, which is not worth a word.</param>
public readonly record struct EmailText(string? Address, bool IsEmpty)
{
    /// <summary>The longest address that is one (RFC 5321, 4.5.3.1.3, less its angle brackets).</summary>
    public const int Longest = 254;

    private const int LongestLocalPart = 64;
    private const int LongestLabel = 63;
    private const int LongestText = 1024;
    private const int MostPeeled = 8;
    private const string Mailto = "mailto:";

    // RFC 5322 atext, less the question mark: in an address that is where a letter was lost.
    private const string AtomCharacters = "!#$%&'*+-/=^_`{|}~";

    /// <summary>Whether something was delivered that is no single address: the address of now stays.</summary>
    public bool IsUnusable => Address is null && !IsEmpty;

    /// <summary>Reads what was delivered, in the one form of texts of sources.</summary>
    public static EmailText Parse(string? text)
    {
        var rest = (text ?? "").AsSpan().Trim();
        if (rest.IsEmpty)
        {
            return new EmailText(null, IsEmpty: true);
        }

        if (rest.Length > LongestText)
        {
            return default;
        }

        for (var i = 0; i < MostPeeled && !IsAddress(rest); i++)
        {
            var peeled = Peel(rest).Trim();
            if (peeled.Length == rest.Length)
            {
                break;
            }

            rest = peeled;
        }

        return new EmailText(IsAddress(rest) ? rest.ToString() : null, IsEmpty: false);
    }

    /// <summary>Takes one thing off that stands around an address; the same text when there is nothing to take off.</summary>
    private static ReadOnlySpan<char> Peel(ReadOnlySpan<char> text)
    {
        if (text.StartsWith(Mailto, StringComparison.OrdinalIgnoreCase))
        {
            // mailto:a@b.nl?subject=x
            var parameters = text.IndexOf('?');
            return parameters < 0 ? text[Mailto.Length..] : text[Mailto.Length..parameters];
        }

        return text switch
        {
            [.. var list, ';' or ','] => list,
            ['"', .. var inner, '"'] when !inner.Contains('"') => inner,
            ['\'', .. var inner, '\''] => inner,

            // By which a spreadsheet is kept from reading more into a text.
            ['\'', .. var inner] => inner,
            ['‘', .. var inner, '’'] => inner,
            ['“', .. var inner, '”'] => inner,
            [.., '>'] => PeelDisplayName(text),
            [.., ')'] => PeelComment(text),
            _ => text,
        };
    }

    // Bep <b@x>; a second address in the display name is one too many.
    private static ReadOnlySpan<char> PeelDisplayName(ReadOnlySpan<char> text)
    {
        var open = text.LastIndexOf('<');
        if (open < 0)
        {
            return text;
        }

        var name = text[..open];
        var inner = text[(open + 1)..^1];
        var isSame = name.Trim(" \"'").Equals(inner, StringComparison.OrdinalIgnoreCase);
        return name.Contains('@') && !isSame ? text : inner;
    }

    // b@x (Bep)
    private static ReadOnlySpan<char> PeelComment(ReadOnlySpan<char> text)
    {
        var open = text.LastIndexOf('(');
        return open <= 0 || text[open..].Contains('@') ? text : text[..open];
    }

    private static bool IsAddress(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at is > 0 and <= LongestLocalPart && text.Length <= Longest
            && IsLocalPart(text[..at]) && IsDomain(text[(at + 1)..]);
    }

    private static bool IsLocalPart(ReadOnlySpan<char> text)
    {
        var afterDot = true;
        foreach (var c in text)
        {
            if (c == '.' ? afterDot : !char.IsLetterOrDigit(c) && !AtomCharacters.Contains(c))
            {
                return false;
            }

            afterDot = c == '.';
        }

        return !afterDot;
    }

    private static bool IsDomain(ReadOnlySpan<char> text)
    {
        var length = 0;
        var last = '-';
        foreach (var c in text)
        {
            if (c == '.' ? last is '-' or '.' : c == '-' ? length == 0 : !char.IsLetterOrDigit(c))
            {
                return false;
            }

            (length, last) = (c == '.' ? 0 : length + 1, c);
            if (length > LongestLabel)
            {
                return false;
            }
        }

        return last is not ('-' or '.');
    }
}
