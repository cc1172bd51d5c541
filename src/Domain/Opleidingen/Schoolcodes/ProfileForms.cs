namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>
/// Profiles of havo and vwo, and profiles and sectors of vmbo: the ten of today (2016) and the four sectors with the
/// programmes of before.
/// </summary>
internal static class ProfileForms
{
    internal static IEnumerable<CodeForm> All =>
    [
        .. Of(PartKind.Profile, "Natuur en Techniek", "N T", "NATUUR TECHNIEK", "NT"),
        .. Of(PartKind.Profile, "Natuur en Gezondheid", "N G", "NATUUR GEZONDHEID", "NG"),
        .. Of(PartKind.Profile, "Economie en Maatschappij", "E M", "ECONOMIE MAATSCHAPPIJ", "EM"),
        .. Of(PartKind.Profile, "Cultuur en Maatschappij", "C M", "CULTUUR MAATSCHAPPIJ", "CM"),
        .. Of(PartKind.Profile, "natuurprofiel", null, "NATUUR PROFIEL"),
        .. Of(PartKind.Profile, "maatschappijprofiel", null, "MAATSCHAPPIJ PROFIEL"),
        .. Of(PartKind.Sector, "Bouwen, Wonen en Interieur", null, "BOUWEN WONEN EN INTERIEUR", "BWI", "BOUW"),
        .. Of(
            PartKind.Sector, "Produceren, Installeren en Energie", null, "PRODUCEREN INSTALLEREN EN ENERGIE", "PIE"),
        .. Of(PartKind.Sector, "Mobiliteit en Transport", null, "MOBILITEIT EN TRANSPORT", "MVT"),
        .. Of(PartKind.Sector, "Media, Vormgeving en ICT", null, "MEDIA VORMGEVING EN ICT", "MVI"),
        .. Of(PartKind.Sector, "Maritiem en Techniek", "M T", "MARITIEM TECHNIEK", "MAT"),
        .. Of(PartKind.Sector, "Economie en Ondernemen", "E O", "ECONOMIE ONDERNEMEN", "EO"),
        .. Of(
            PartKind.Sector, "Horeca, Bakkerij en Recreatie", null, "HORECA BAKKERIJ EN RECREATIE", "HBR", "HORECA",
            "BAKKERIJ"),
        .. Of(PartKind.Sector, "Zorg en Welzijn", "Z W", "ZORG WELZIJN", "ZW", "ZORG"),
        .. Of(PartKind.Sector, "Dienstverlening en Producten", "D P", "DIENSTVERLENING PRODUCTEN", "DP"),
        .. Of(PartKind.Sector, "Groen", null, "GROEN"),
        .. Of(PartKind.Sector, "profiel MZ", null, "MZ"),
        .. Of(PartKind.Sector, "techniek", null, "TECHNIEK", "METALEKTRO", "ELEKTROTECHNIEK", "VOERTUIGENTECHNIEK"),
        .. Of(PartKind.Sector, "economie", null, "ECONOMIE", "HANDEL EN ADMINISTRATIE", "ADMINISTRATIE"),
        .. Of(PartKind.Sector, "landbouw", null, "LANDBOUW"),
        .. Of(PartKind.Sector, "zorg en welzijn", null, "VERZORGING", "UITERLIJKE VERZORGING"),
        .. Of(PartKind.Sector, "intersectoraal", null, "INTERSECTORAAL"),
    ];

    // "N T" stands for N&T, N+T and N en T; "NATUUR TECHNIEK" for the words with en, & or nothing between them.
    private static IEnumerable<CodeForm> Of(
        PartKind kind, string naam, string? letters, string words, params string[] others) =>
        new[] { Join(letters, "&"), Join(letters, "EN"), Join(letters is null ? null : words, "&"),
                Join(letters is null ? null : words, "EN"), words, }
            .OfType<string>()
            .Concat(others)
            .Select(pattern => new CodeForm(pattern, kind, naam, naam));

    private static string? Join(string? letters, string joiner) =>
        letters?.Replace(" ", joiner is "EN" ? "-EN-" : $" {joiner} ", StringComparison.Ordinal);
}
