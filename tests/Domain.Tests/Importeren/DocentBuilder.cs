using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Importeren;

/// <summary>Makes docenten, known and delivered, whose keys follow from one number.</summary>
internal static class DocentBuilder
{
    public const Veld Alles = Veld.Vestiging | Veld.EckId | Veld.UwlrKey | Veld.Roepnaam | Veld.Voorvoegsel
        | Veld.Achternaam | Veld.Email | Veld.Groepen;

    public static DocentGegevens Gegevens(int nummer) => new()
    {
        Vestiging = Vestigingsnummer.Hoofd,
        EckId = EckId.Hydrate($"eck-docent-{nummer}"),
        UwlrKey = $"docent-{nummer}",
        Roepnaam = $"Docent{nummer}",
        Achternaam = $"Achternaam{nummer}",
        Email = $"docent{nummer}@voorbeeld.invalid",
        Groepen = [LeerlingBuilder.Klas1A],
    };

    public static Account<DocentGegevens> Account(int nummer) =>
        new(LeerlingBuilder.Id(5_000 + nummer), Accountstatus.Actief, Gegevens(nummer));

    public static Aangeleverd<DocentGegevens> Aangeleverd(int nummer) => new(Gegevens(nummer), Alles, []);
}
