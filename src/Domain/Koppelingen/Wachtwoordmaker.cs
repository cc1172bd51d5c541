using System.Security.Cryptography;

namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>
/// Makes web service passwords that a person types twice and that travel in addresses and session tokens: six groups of
/// four, joined by hyphens, the first character a capital and at least one a digit, such as <c>Kxn4-c7ah-…</c>. Nothing
/// that looks like something else occurs, and nothing that an address or a token gives a meaning to. 105 bits.
/// </summary>
public static class Wachtwoordmaker
{
    /// <summary>
    /// The letters: without b, g, i, l, o, q, s, u, v and z, which are taken for others or for digits.
    /// </summary>
    public const string Letters = "acdefhjkmnprtwxy";

    /// <summary>The digits: without 0, 1, 2, 5 and 8.</summary>
    public const string Digits = "34679";

    private const int Groups = 6;
    private const int GroupLength = 4;

    /// <summary>Makes one, with a cryptographic generator.</summary>
    public static Geheim Make()
    {
        string symbols;
        do
        {
            symbols = char.ToUpperInvariant(RandomNumberGenerator.GetItems<char>(Letters, 1)[0])
                + RandomNumberGenerator.GetString(Letters + Digits, (Groups * GroupLength) - 1);
        }
        while (!symbols.AsSpan().ContainsAny(Digits));

        return new Geheim(string.Join('-', symbols.Chunk(GroupLength).Select(group => new string(group))));
    }
}
