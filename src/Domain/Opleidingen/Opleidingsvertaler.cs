namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>
/// Translates an opleidingscode, as a school administration delivers it, to an opleiding: first by the national table,
/// then as a code that schools make up themselves. What a school has settled itself goes before this.
/// </summary>
public sealed class Opleidingsvertaler(Opleidingscatalogus catalogus)
{
    private const int Codelengte = 4;

    /// <summary>
    /// Says what a code and a leerjaar mean together. Pure, never throws, and forgives case, spaces and separators;
    /// what is not known stays <see cref="Zekerheid.Onbekend"/> rather than being guessed.
    /// </summary>
    /// <param name="opleidingscode">As delivered: an elementcode of four digits, or a school's own code.</param>
    /// <param name="leerjaar">The leerjaar by the source, 1 to 6; it wins over a leerjaar in the code.</param>
    public Vertaling Translate(string? opleidingscode, int? leerjaar)
    {
        // Separators are forgiven in a school's code only: 3.00 is no elementcode.
        if (FindElementcode((opleidingscode ?? "").Trim()) is { } elementcode)
        {
            return Judge(elementcode.Opleiding, null, Zekerheid.Hoog, elementcode.Leerjaren, leerjaar);
        }

        if (Schoolcode.Read(Schoolcode.Normalise(opleidingscode)) is not { } lezing
            || catalogus.Find(lezing.Opleiding) is not { } opleiding)
        {
            return Vertaling.Unknown(leerjaar);
        }

        lezing = JoinsLoneLetters(opleidingscode) ? lezing.AtMost(Zekerheid.Laag) : lezing;
        return Judge(opleiding, lezing.Leerjaar, lezing.Zekerheid, opleiding.Leerjaren, leerjaar);
    }

    // Three digits are a code that lost its leading zero on the way (a number in a spreadsheet); fewer are not repaired,
    // for they may as well be a class or a leerjaar.
    private Elementcode? FindElementcode(string code) => code.Length switch
    {
        Codelengte => catalogus.FindElementcode(code),
        Codelengte - 1 => catalogus.FindElementcode('0' + code),
        _ => null,
    };

    private static Vertaling Judge(
        Opleiding opleiding, int? vanCode, Zekerheid zekerheid, IReadOnlyList<int> toegestaan, int? leerjaar)
    {
        var telt = leerjaar ?? vanCode;
        var uitkomst = telt is not { } jaar ? Leerjaaruitkomst.Ontbreekt
            : !toegestaan.Contains(jaar) ? Leerjaaruitkomst.Ongeldig
            : vanCode is { } ander && ander != jaar ? Leerjaaruitkomst.WijktAfVanCode
            : Leerjaaruitkomst.Past;
        return new Vertaling(opleiding, telt, zekerheid, uitkomst);
    }

    // B.B2 is how timetables name a group inside a group (Magister); read through, it would be basisberoepsgericht.
    private static bool JoinsLoneLetters(string? opleidingscode) =>
        opleidingscode.AsSpan().Trim() is [var eerste, '.', var tweede, ..]
        && char.IsAsciiLetter(eerste) && char.IsAsciiLetter(tweede);
}
