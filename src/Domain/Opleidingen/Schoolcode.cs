namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>The one form in which a school's own table knows its codes.</summary>
internal static class Schoolcode
{
    /// <summary>Magister's study code has up to 16 characters; four times that leaves room for a name in full.</summary>
    internal const int MaxLength = 64;

    /// <summary>
    /// Capitals, without spaces and separators. A leading <c>_</c> or <c>*</c> stays, for it marks what is no
    /// opleiding (<c>_DETA</c>). Only ASCII letters change case: whatever else is there makes it no code at all.
    /// Empty when more than <see cref="MaxLength"/> characters are left.
    /// </summary>
    internal static string Normalise(string? code)
    {
        var input = code.AsSpan().Trim();
        Span<char> buffer = stackalloc char[MaxLength];
        var length = 0;
        for (var i = 0; i < input.Length; i++)
        {
            if (char.IsWhiteSpace(input[i]) || input[i] is '-' or '/' or '.' || (input[i] == '_' && i > 0))
            {
                continue;
            }

            if (length == MaxLength)
            {
                return "";
            }

            buffer[length++] = char.IsAsciiLetterLower(input[i]) ? (char)(input[i] - 'a' + 'A') : input[i];
        }

        return new string(buffer[..length]);
    }
}
