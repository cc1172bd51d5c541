using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kurve.Numo.Simulator.Bevolking;

/// <summary>
/// The keys of a school's people. They follow from the person's number, and UWLR's from how often another one was given
/// out, so a pupil who comes back has the same ones. The number ranges of the keys do not overlap: an accidental hit
/// between two columns cannot happen.
/// </summary>
internal sealed class Sleutels(int seed, int school, string brin, Koppelkolom koppelkolom)
{
    /// <summary>From this number on, pupils are known to Magister's web service only.</summary>
    public const int EersteBuitenUwlr = 500_000;

    /// <summary>From this number on, pupils come next school year.</summary>
    public const int EersteVolgendJaar = 520_000;

    /// <summary>From this number on, pupils are nobody's: a list that was taken from elsewhere has them.</summary>
    public const int EersteVanElders = 450_000;

    /// <summary>Keys that were given out later than the first are so much higher.</summary>
    private const int VerderePerUitgifte = 1_000_000;

    private readonly int _verschuiving = Dice.For(seed, Onderwerp.School, school).Below(1_000);

    /// <summary>UWLR <c>@key</c> of a pupil; another one after each time that it was given out.</summary>
    public string LeerlingKey(int nummer, int uitgifte = 0) => koppelkolom switch
    {
        Koppelkolom.Stamnr => Stamnr(nummer),
        Koppelkolom.IdGebr when IdGebr(nummer) is { Length: > 0 } id => id,
        _ => Number(3_000_000 + (uitgifte * VerderePerUitgifte) + nummer),
    };

    /// <summary>The pupil's ECK iD, or null for the few who have none.</summary>
    public string? LeerlingEckId(int nummer) => Every(211, nummer) ? null : EckId('L', nummer);

    /// <summary>The pupil's number; some are written with leading zeros.</summary>
    public string Stamnr(int nummer) => (10_001 + nummer)
        .ToString(Every(23, nummer) ? "D7" : "D", CultureInfo.InvariantCulture);

    /// <summary>The id of the login account; empty when the pupil has none.</summary>
    public string IdGebr(int nummer) => Every(47, nummer) ? "" : Number(900_001 + nummer);

    /// <summary>The web service's external id. What it holds depends on the school.</summary>
    public string ExterneId(int nummer, int uitgifte = 0) => koppelkolom switch
    {
        Koppelkolom.ExterneId => LeerlingKey(nummer, uitgifte),
        Koppelkolom.EckId => LeerlingEckId(nummer) ?? "",
        _ => Every(3, nummer) ? "" : "EXT-" + Number(nummer),
    };

    /// <summary>
    /// How many rows the web service has for a pupil: 1, for a few 0 or (two enrolments that agree) 2.
    /// </summary>
    public int RowCount(int nummer) => nummer >= EersteBuitenUwlr ? 1
        : Every(101, nummer) ? 0
        : Every(83, nummer) ? 2
        : 1;

    /// <summary>Whether the school gave the pupil a code that nobody knows.</summary>
    public bool HasUnknownCode(int nummer) => Every(61, nummer);

    /// <summary>Whether the pupil is in a share of the pupils.</summary>
    public bool IsInShare(int nummer, int percent) =>
        Dice.For(seed, Onderwerp.Sleutels, school, nummer).Below(100) < percent;

    /// <summary>UWLR <c>@key</c> of a teacher.</summary>
    public static string DocentKey(int nummer) => "DOC" + Number(501 + nummer);

    /// <summary>The teacher's ECK iD, or null for the few who have none.</summary>
    public string? DocentEckId(int nummer) => Every(29, nummer) ? null : EckId('D', nummer);

    /// <summary>The teacher's e-mail address, in a domain that cannot exist.</summary>
    public string DocentEmail(Docent docent)
    {
        var voor = Namen.Plain(docent.Naam.Roepnaam);
        return $"{(voor.Length > 0 ? voor[..1] : "x")}.{Namen.Plain(docent.Naam.Achternaam)}{Number(docent.Nummer + 1)}"
            + $"@sim-{brin.ToLowerInvariant()}.voorbeeld.invalid";
    }

    private bool Every(int interval, int nummer) => (nummer + _verschuiving) % interval == interval / 2;

    private string EckId(char soort, int nummer)
    {
        var bron = string.Create(CultureInfo.InvariantCulture, $"numo-simulator|{seed}|{brin}|{soort}|{nummer}");
        return "https://ketenid.nl/201703/"
            + Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(bron)));
    }

    private static string Number(int nummer) => nummer.ToString(CultureInfo.InvariantCulture);
}
