using System.Globalization;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Infrastructure.Leerlingen.Export;

/// <summary>
/// A school's people in Numo's own profile. The heads are names that an import of CSV knows; nothing that only a person
/// at a screen would want is in it. The school year is that of the groepen, so that an import puts nobody who is still shown
/// in a class of last year in a class of the new one.
/// </summary>
internal static class PersoonCsv
{
    private const char BetweenGroepen = '|';

    public static readonly IReadOnlyList<string> Heads =
    [
        "rol", "status", "vestiging", "eckid", "sleutel", "stamnummer", "idgebr", "roepnaam", "voorvoegsel",
        "achternaam", "email", "leerjaar", "opleidingscode", "opleiding", "stamgroep", "groepen",
        "schooljaar",
    ];

    public static IEnumerable<string?> Values(LeerlingView leerling) =>
    [
        "leerling",
        Status(leerling.Status),
        leerling.Vestiging,
        leerling.EckId,
        leerling.UwlrKey,
        leerling.Stamnummer,
        leerling.IdGebr,
        leerling.Roepnaam,
        leerling.Voorvoegsel,
        leerling.Achternaam,
        null,
        (leerling.Leerjaar ?? leerling.DoelgroepLeerjaar)?.ToString(CultureInfo.InvariantCulture),
        leerling.Opleidingscode,
        leerling.Opleiding,
        leerling.Stamgroep?.Naam,
        Join(leerling.Groepen),
        leerling.GroepenSchooljaar ?? leerling.KomendeGroepen?.Schooljaar,
    ];

    public static IEnumerable<string?> Values(DocentView docent) =>
    [
        "docent",
        Status(docent.Status),
        docent.Vestiging,
        docent.EckId,
        docent.UwlrKey,
        null,
        null,
        docent.Roepnaam,
        docent.Voorvoegsel,
        docent.Achternaam,
        docent.Email,
        null,
        null,
        null,
        null,
        Join(docent.Groepen),
        docent.GroepenSchooljaar ?? docent.KomendeGroepen?.Schooljaar,
    ];

    private static string Status(Accountstatus status) =>
        status == Accountstatus.Actief ? "actief" : "gearchiveerd";

    // The order of the database is that of its collation; an export has one order everywhere.
    private static string Join(IEnumerable<GroepverwijzingView> groepen) =>
        string.Join(BetweenGroepen, groepen.Select(g => g.Naam).Order(StringComparer.Ordinal));
}
