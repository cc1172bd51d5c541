namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>
/// Translates an opleidingscode, as a school administration delivers it, to an opleiding: first by the national table,
/// then as a code that schools make up themselves. What a school has settled itself goes before this.
/// </summary>
public static class Opleidingsvertaler
{
    private const int LaatsteLeerjaar = 6;

    /// <summary>
    /// Says what a code and a leerjaar mean together. Pure, never throws, and forgives case, spaces and separators;
    /// what is not known stays <see cref="Zekerheid.Onbekend"/> rather than being guessed.
    /// </summary>
    /// <param name="opleidingscode">As delivered: an elementcode of four digits, or a school's own code.</param>
    /// <param name="leerjaar">The leerjaar by the source, 1 to 6; it wins over a leerjaar in the code.</param>
    public static Vertaling Translate(string? opleidingscode, int? leerjaar)
    {
        // Separators are forgiven in a school's code only: 3.00 is no elementcode.
        if (Elementcodetabel.Find(opleidingscode.AsSpan().Trim()) is { } elementcode)
        {
            return Judge(new Lezing(elementcode.Opleiding, null, Zekerheid.Hoog), elementcode.Leerjaren, leerjaar);
        }

        if (Schoolcode.Read(Schoolcode.Normalise(opleidingscode)) is not { } lezing)
        {
            return Unknown(leerjaar);
        }

        lezing = JoinsLoneLetters(opleidingscode) ? lezing.AtMost(Zekerheid.Laag) : lezing;
        return Judge(lezing, lezing.Opleiding.Leerjaren, leerjaar);
    }

    private static Vertaling Judge(Lezing lezing, IReadOnlyList<int> toegestaan, int? leerjaar)
    {
        var telt = leerjaar ?? lezing.Leerjaar;
        var uitkomst = telt is not { } jaar ? Leerjaaruitkomst.Ontbreekt
            : !toegestaan.Contains(jaar) ? Leerjaaruitkomst.Ongeldig
            : lezing.Leerjaar is { } vanCode && vanCode != jaar ? Leerjaaruitkomst.WijktAfVanCode
            : Leerjaaruitkomst.Past;
        return new Vertaling(lezing.Opleiding, telt, lezing.Zekerheid, uitkomst);
    }

    // Without an opleiding only a leerjaar that no opleiding has can be called wrong.
    private static Vertaling Unknown(int? leerjaar) => new(null, leerjaar, Zekerheid.Onbekend, leerjaar switch
    {
        null => Leerjaaruitkomst.Ontbreekt,
        >= 1 and <= LaatsteLeerjaar => Leerjaaruitkomst.Past,
        _ => Leerjaaruitkomst.Ongeldig,
    });

    // B.B2 is how timetables name a group inside a group (Magister); read through, it would be basisberoepsgericht.
    private static bool JoinsLoneLetters(string? opleidingscode) =>
        opleidingscode.AsSpan().Trim() is [var eerste, '.', var tweede, ..]
        && char.IsAsciiLetter(eerste) && char.IsAsciiLetter(tweede);
}
