using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Bevolking;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>
/// Who is at the simulator's school on each day, by the numbers that it knows people by and never gives out twice; not
/// by any key that an import could recognise them by.
/// </summary>
internal sealed class Bronpersonen(SimulatorOptions options)
{
    private readonly Simulatie _simulatie = new(options);

    private Schoolverloop Verloop => _simulatie.VerloopOf(_simulatie.Scholen[0]);

    /// <summary>What Numo should have of every leerling of a day, doelgroep aside.</summary>
    public Dictionary<int, LeerlingGegevens> LeerlingenOf(int day) =>
        Verloop.At(day).Leerlingen.ToDictionary(l => l.Nummer, Read);

    /// <summary>What Numo should have of every docent of a day.</summary>
    public Dictionary<int, DocentGegevens> DocentenOf(int day) =>
        Verloop.At(day).Docenten.ToDictionary(d => d.Nummer, Read);

    // A lost ECK iD is not taken away: what is not delivered is left alone.
    private LeerlingGegevens Read(Leerling leerling)
    {
        var sleutels = Verloop.Sleutels;
        var gegevens = new LeerlingGegevens
        {
            Vestiging = VestigingOf(leerling.Klas.Vestiging),
            EckId = EckIdOf(sleutels.LeerlingEckId(leerling.Nummer)),
            UwlrKey = sleutels.LeerlingKey(leerling.Nummer, leerling.Uitgifte),
            Roepnaam = leerling.Naam.Roepnaam,
            Voorvoegsel = leerling.Naam.Voorvoegsel,
            Achternaam = leerling.Naam.Achternaam,
            Leerjaar = leerling.Klas.Leerjaar,
            Stamgroep = new Groepsleutel(VestigingOf(leerling.Klas.Vestiging), leerling.Klas.Key),
            Groepen =
            [
                .. Lesrooster.LesgroepenOf(leerling, options.Seed, school: 0)
                    .Select(g => new Groepsleutel(VestigingOf(g.Vestiging), g.Key)).Order(),
            ],
        };
        return sleutels.RowCount(leerling.Nummer) == 0 ? gegevens : gegevens with
        {
            Stamnummer = Stamnummer.Hydrate(sleutels.Stamnr(leerling.Nummer)),
            IdGebr = sleutels.IdGebr(leerling.Nummer) is { Length: > 0 } id ? id : null,
            Opleidingscode = leerling.Opleidingscode,
        };
    }

    private DocentGegevens Read(Docent docent) => new()
    {
        Vestiging = VestigingOf(docent.Lesplaats.Vestiging),
        EckId = EckIdOf(Verloop.Sleutels.DocentEckId(docent.Nummer)),
        UwlrKey = Sleutels.DocentKey(docent.Nummer),
        Roepnaam = docent.Naam.Roepnaam,
        Voorvoegsel = docent.Naam.Voorvoegsel,
        Achternaam = docent.Naam.Achternaam,
        Email = Verloop.Sleutels.DocentEmail(docent),
        Groepen =
        [
            .. docent.Lesplaats.Klassen.Select(k => new Groepsleutel(VestigingOf(k.Vestiging), k.Key))
                .Concat(docent.Lesplaats.Lesgroepen.Select(g => new Groepsleutel(VestigingOf(g.Vestiging), g.Key)))
                .Order(),
        ],
    };

    private Vestigingsnummer VestigingOf(int vestiging) =>
        Vestigingsnummer.Hydrate(_simulatie.Scholen[0].Vestigingen[vestiging]);

    private static EckId? EckIdOf(string? eckId) => eckId is null ? null : EckId.Hydrate(eckId);
}
