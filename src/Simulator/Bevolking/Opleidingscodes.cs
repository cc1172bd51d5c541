using System.Globalization;

namespace Kurve.Numo.Simulator.Bevolking;

/// <summary>
/// The codes a school gives its opleidingen: a level and a year ("H4"), for some pupils the national elementcode
/// ("0371", Regeling codetabellen), for very few one of the school's own making that nobody knows ("XYZ4").
/// </summary>
internal static class Opleidingscodes
{
    private const string EigenNaam = "XYZ";

    private static readonly string[][] NiveausPerLeerjaar =
    [
        ["HV", "MH", "KGT", "GYM", "KB", "PRO"],
        ["HV", "KGT", "GYM", "MH", "BB", "PRO"],
        ["H", "V", "TL", "KB", "GYM", "BB"],
        ["H", "V", "TL", "KB", "GYM", "BB"],
        ["H", "V", "GYM"],
        ["V", "GYM"],
    ];

    /// <summary>The levels that a leerjaar (1 to 6) has, the largest first.</summary>
    public static IReadOnlyList<string> NiveausOf(int leerjaar) => NiveausPerLeerjaar[leerjaar - 1];

    /// <summary>Whether a school writes out vwo, and mavo for vmbo-tl.</summary>
    public static bool HasLongForm(int seed, int school) => Dice.For(seed, Onderwerp.School, school, 1).Chance(0.5);

    /// <summary>The school's own code. Schools differ in how they write vwo and vmbo-tl.</summary>
    public static string OwnCode(string niveau, int leerjaar, bool langeVorm)
    {
        var letters = (niveau, langeVorm) switch
        {
            ("V", true) => "VWO",
            ("TL", true) => "M",
            _ => niveau,
        };
        return letters + leerjaar.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A code that means nothing anywhere, one for each leerjaar.</summary>
    public static string Onbekend(int leerjaar) => EigenNaam + leerjaar.ToString(CultureInfo.InvariantCulture);

    /// <summary>The national code for a level in a leerjaar where that code is legal, or null.</summary>
    public static string? Elementcode(string niveau, int leerjaar) => (niveau, leerjaar) switch
    {
        ("HV", <= 3) => "0015",
        ("MH", <= 2) => "0011",
        ("KB", <= 2) => "0032",
        ("BB", <= 2) => "0031",
        ("TL", <= 4) => "0400",
        ("H", <= 3) => "0300",
        ("H", <= 5) => "0371",
        ("V", <= 3) => "0100",
        ("V", _) => "0170",
        ("GYM", <= 3) => "0200",
        ("GYM", _) => "0270",
        ("PRO", _) => "0090",
        _ => null,
    };

    /// <summary>The code a pupil begins with.</summary>
    public static string Throw(Klas klas, bool langeVorm, ref Dice dice)
    {
        var elementcode = dice.Chance(0.04) ? Elementcode(klas.Niveau, klas.Leerjaar) : null;
        return elementcode ?? OwnCode(klas.Niveau, klas.Leerjaar, langeVorm);
    }

    /// <summary>Another code than now, legal in the same leerjaar.</summary>
    public static string Change(string huidig, Klas klas, bool langeVorm, ref Dice dice)
    {
        var ander = OwnCode(Neighbour(klas.Niveau, klas.Leerjaar), klas.Leerjaar, langeVorm);
        var eigen = OwnCode(klas.Niveau, klas.Leerjaar, langeVorm);
        var keuze = dice.Chance(0.7) ? ander : Elementcode(klas.Niveau, klas.Leerjaar) ?? ander;
        return string.Equals(keuze, huidig, StringComparison.Ordinal) ? eigen : keuze;
    }

    /// <summary>The code of a pupil who goes up a class: of the same kind as the one of now.</summary>
    public static string GoUp(string huidig, Klas van, Klas naar, bool langeVorm)
    {
        if (string.Equals(huidig, Onbekend(van.Leerjaar), StringComparison.Ordinal))
        {
            return Onbekend(naar.Leerjaar);
        }

        var isElementcode = string.Equals(huidig, Elementcode(van.Niveau, van.Leerjaar), StringComparison.Ordinal);
        return isElementcode && Elementcode(naar.Niveau, naar.Leerjaar) is { } elementcode
            ? elementcode
            : OwnCode(naar.Niveau, naar.Leerjaar, langeVorm);
    }

    private static string Neighbour(string niveau, int leerjaar) => niveau switch
    {
        "HV" => "H",
        "MH" => "H",
        "KGT" => "TL",
        "KB" => "TL",
        "TL" => "KB",
        "BB" => "KB",
        "PRO" => "BB",
        "H" => "V",
        "GYM" => "V",
        _ => leerjaar <= 5 ? "H" : "GYM",
    };
}
