namespace Kurve.Numo.Domain.Wijzigingen;

/// <summary>The codes that messages use, in UPPER_SNAKE; receivers rely on them, so none ever changes.</summary>
public static class Berichtcodes
{
    /// <summary>A message that tells what there is to tell.</summary>
    public const string Digest = "DIGEST";

    /// <summary>A message that somebody sent to see whether it arrives.</summary>
    public const string Test = "TEST";

    /// <summary>Kurve acts next.</summary>
    public const string Kurve = "KURVE";

    /// <summary>Magister acts next.</summary>
    public const string Magister = "MAGISTER";

    /// <summary>The school acts next.</summary>
    public const string School = "SCHOOL";

    /// <summary>Nobody acts next.</summary>
    public const string Niemand = "NIEMAND";

    private static readonly string[] Actiehouders = [Niemand, School, Magister, Kurve];

    /// <summary>That of a kind.</summary>
    public static string Of(Berichtsoort soort) => soort switch
    {
        Berichtsoort.RunWacht => "RUN_WACHT",
        Berichtsoort.NachtMislukt => "NACHT_MISLUKT",
        Berichtsoort.SchooljaarGewijzigd => "SCHOOLJAAR_GEWIJZIGD",
        _ => throw new ArgumentOutOfRangeException(nameof(soort), soort, "This kind has no code."),
    };

    /// <summary>That of who acts next, by name.</summary>
    public static string OfActiehouder(string naam) => Actiehouders.Single(
        code => string.Equals(code, naam, StringComparison.OrdinalIgnoreCase));
}
