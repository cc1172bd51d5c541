using System.Collections.Immutable;
using System.Globalization;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Importeren;

/// <summary>Makes leerlingen, known and delivered, whose keys follow from one number.</summary>
internal static class LeerlingBuilder
{
    public const Veld Alles = Veld.Vestiging | Veld.EckId | Veld.UwlrKey | Veld.Stamnummer | Veld.IdGebr | Veld.Roepnaam
        | Veld.Voorvoegsel | Veld.Achternaam | Veld.Leerjaar | Veld.Opleidingscode | Veld.Doelgroep | Veld.Stamgroep | Veld.Groepen;

    public static readonly Groepsleutel Klas1A = new(Vestigingsnummer.Hoofd, "1A");

    public static LeerlingGegevens Gegevens(int nummer) => new()
    {
        Vestiging = Vestigingsnummer.Hoofd,
        EckId = EckId.Hydrate($"eck-{nummer}"),
        UwlrKey = $"key-{nummer}",
        Stamnummer = Stamnummer.Hydrate((100000 + nummer).ToString(CultureInfo.InvariantCulture)),
        IdGebr = $"g{nummer}",
        Roepnaam = $"Roepnaam{nummer}",
        Achternaam = $"Achternaam{nummer}",
        Leerjaar = 1,
        Stamgroep = Klas1A,
        Groepen = ImmutableArray<Groepsleutel>.Empty,
    };

    public static AccountId Id(int nummer) => new(new Guid(nummer, 0, 0, new byte[8]));

    public static Account<LeerlingGegevens> Account(int nummer, Accountstatus status = Accountstatus.Actief) =>
        new(Id(nummer), status, Gegevens(nummer));

    public static Aangeleverd<LeerlingGegevens> Aangeleverd(LeerlingGegevens gegevens, Veld geleverd = Alles) =>
        new(gegevens, geleverd, []);

    public static Aangeleverd<LeerlingGegevens> Aangeleverd(int nummer) => Aangeleverd(Gegevens(nummer));

    public static Schoolstand Stand(params Account<LeerlingGegevens>[] leerlingen) =>
        new(7, leerlingen, [], [new Groep(new GroepId(new Guid(1, 1, 1, new byte[8])), Groep1A, Accountstatus.Actief)]);

    public static GroepGegevens Groep1A { get; } = new(Klas1A, Groepsoort.Stamgroep, "1A", 1);

    public static Aanlevering Aanlevering(params Aangeleverd<LeerlingGegevens>[] leerlingen) => new(
        Schooljaar.Hydrate(2026),
        Bereik(Vestigingsnummer.Hoofd),
        [Groep1A],
        leerlingen,
        [],
        [],
        [],
        null,
        "vingerafdruk");

    public static Bereik Bereik(params Vestigingsnummer[] vestigingen) =>
        new(vestigingen.ToHashSet(), vestigingen.ToHashSet(), vestigingen.ToHashSet());

    public static Plankader Kader { get; } =
        new(ImportBeleid.Standaard(new SchoolId(new Guid(9, 0, 0, new byte[8]))), new DateOnly(2026, 11, 25));
    public static ImportPlan Plan(Schoolstand stand, Aanlevering aanlevering, Plankader? kader = null) =>
        ImportPlanner.Plan(stand, aanlevering, kader ?? Kader);

    public static ImportPlan Plan(Schoolstand stand, Aanlevering aanlevering, params Beslissing[] beslissingen) =>
        ImportPlanner.Plan(stand, aanlevering, Kader with { Beslissingen = beslissingen });
}
