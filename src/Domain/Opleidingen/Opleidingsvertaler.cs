using System.Collections.Concurrent;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>
/// Translates the opleidingscodes of one school in one school year. In order: the school's own table, the national
/// elementcodes, the crebo's of MBO, and the patterns in which schools write their own codes. The first rule that knows
/// a code counts. Each distinct code is read once, whatever the number of pupils.
/// </summary>
/// <param name="catalogus">The opleidingen and elementcodes.</param>
/// <param name="tabellen">What the school has settled, and the crebo's.</param>
public sealed class Opleidingsvertaler(Opleidingscatalogus catalogus, Vertaaltabellen tabellen)
{
    private const int Elementcodelengte = 4;
    private const int Crebolengte = 5;

    private readonly ConcurrentDictionary<string, Lezing> _gelezen = new(StringComparer.Ordinal);

    /// <summary>
    /// Says what a code and a leerjaar mean together. Never throws, and forgives case, spaces and separators; what is
    /// not known stays <see cref="Zekerheid.Onbekend"/> rather than being guessed.
    /// </summary>
    /// <param name="opleidingscode">As delivered.</param>
    /// <param name="leerjaar">The leerjaar by the source, 1 to 6; it wins over a leerjaar in the code.</param>
    public Vertaling Translate(string? opleidingscode, int? leerjaar) => Vertaling.Of(
        string.IsNullOrWhiteSpace(opleidingscode) ? Lezing.Onbekend : _gelezen.GetOrAdd(opleidingscode, Read),
        leerjaar);

    private Lezing Read(string opleidingscode)
    {
        var code = opleidingscode.Trim();
        var normaal = Schoolcode.Normalise(code);
        var patroon = Schoolcode.Read(normaal, tabellen.Locatiecijfer);

        // Separators are forgiven in a school's own code only: 3.00 is no elementcode.
        return ReadOwn(normaal, patroon) ?? ReadElementcode(code) ?? ReadCrebo(code) ?? ReadPatroon(code, patroon)
            ?? Lezing.Onbekend;
    }

    private Lezing? ReadOwn(string normaal, Patroon? patroon) =>
        tabellen.Eigen.TryGetValue(normaal, out var eigen) && catalogus.Find(eigen) is { } opleiding
            ? new Lezing(Vertaalregel.School, opleiding, patroon?.Leerjaar, Zekerheid.Hoog, opleiding.Leerjaren, [])
            : null;

    /// <summary>
    /// A number in a spreadsheet loses its leading zeros. Three digits can be nothing else, so they are as sure as four;
    /// two may as well be a class or a leerjaar (11, 90), so they only suggest; one says nothing, and no code begins
    /// with three zeros.
    /// </summary>
    private Lezing? ReadElementcode(string code)
    {
        if (code.Length is < 2 or > Elementcodelengte
            || catalogus.FindElementcode(code.PadLeft(Elementcodelengte, '0')) is not { } rij)
        {
            return null;
        }

        var zekerheid = code.Length == 2 ? Zekerheid.Middel : Zekerheid.Hoog;
        return new Lezing(Vertaalregel.Elementcode, rij.Opleiding, null, zekerheid, rij.Leerjaren, []);
    }

    private Lezing? ReadCrebo(string code)
    {
        if (code.Length != Crebolengte || !code.All(char.IsAsciiDigit))
        {
            return null;
        }

        return tabellen.Crebo.TryGetValue(code, out var niveau) && catalogus.Find(Niveau.Mbo[niveau - 1]) is { } mbo
            ? new Lezing(Vertaalregel.Crebo, mbo, null, Zekerheid.Hoog, mbo.Leerjaren, [])
            : new Lezing(Vertaalregel.Crebo, null, null, Zekerheid.Onbekend, [], Find(Niveau.Mbo));
    }

    private Lezing? ReadPatroon(string code, Patroon? read)
    {
        if (read is not { } patroon)
        {
            return null;
        }

        var alternatieven = Find(patroon.Niveau.Alternatieven);
        if (catalogus.Find(patroon.Niveau.Opleiding) is not { } opleiding)
        {
            return Lezing.Onbekend with { Alternatieven = alternatieven };
        }

        patroon = JoinsLoneLetters(code) ? patroon.AtMost(Zekerheid.Laag)
            : opleiding.Sector != tabellen.Sector ? patroon.AtMost(Zekerheid.Middel)
            : patroon;
        return new Lezing(
            Vertaalregel.Patroon, opleiding, patroon.Leerjaar, patroon.Zekerheid, opleiding.Leerjaren, alternatieven);
    }

    private Opleiding[] Find(IReadOnlyList<string> codes) => [.. codes.Select(catalogus.Find).OfType<Opleiding>()];

    // B.B2 is how timetables name a group inside a group (Magister); read through, it would be basisberoepsgericht.
    private static bool JoinsLoneLetters(string code) =>
        code is [var eerste, '.', var tweede, ..] && char.IsAsciiLetter(eerste) && char.IsAsciiLetter(tweede);
}
