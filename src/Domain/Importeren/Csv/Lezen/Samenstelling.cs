using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>Puts together what the rows of a file said.</summary>
internal sealed class Samenstelling(
    Csvopdracht opdracht, Csvrapport rapport, Groepenlijst groepen, Koppelaar.Translate translate)
{
    private readonly Leerjaartelling _leerjaren = new();

    public Aanlevering Compose(
        Personenlezer personen,
        IReadOnlyList<Melding> waarschuwingen,
        Schooljaar? volgend,
        string vingerafdruk)
    {
        var pupils = personen.Leerlingen.All.Select(ToLeerling).ToArray();
        var teachers = personen.Docenten.All.Select(ToDocent).ToArray();
        var bruikbaar = Vestigingen(pupils);
        var metGroepen = rapport.Has(Csvkolom.Stamgroep) || rapport.Has(Csvkolom.Groepen);
        var vanDocenten = Vestigingen(teachers);
        return new Aanlevering(
            opdracht.Schooljaar,
            new Bereik(bruikbaar, vanDocenten, metGroepen ? bruikbaar : new HashSet<Vestigingsnummer>()),
            groepen.ToGroepen(),
            pupils,
            teachers,
            [.. waarschuwingen, .. _leerjaren.ToMeldingen()],
            bruikbaar.Count + vanDocenten.Count > 0 ? []
                : volgend is { } jaar ? [CsvMeldingen.GeenBruikbareRegels, CsvMeldingen.VolgendSchooljaar(jaar.ToString())]
                : [CsvMeldingen.GeenBruikbareRegels],
            Rapport: null,
            vingerafdruk)
        {
            Csv = rapport,
            Twijfels =
            [
                .. personen.Uitgesteld,
                .. FindTwijfels(personen.Leerlingen.All, Persoonssoort.Leerling),
                .. FindTwijfels(personen.Docenten.All, Persoonssoort.Docent),
            ],
        };
    }

    // Who is rejected is touched by key already; without one, the accounts of the same name may be meant.
    private static IEnumerable<Csvtwijfel> FindTwijfels<T>(IReadOnlyList<Csvpersoon<T>> personen, Persoonssoort soort)
        where T : Persoonsgegevens<T> => personen
            .Select((persoon, plaats) => (persoon, plaats))
            .Where(p => p.persoon.Afkeuring is not null || p.persoon.BeschadigdeSleutel is not null)
            .Select(p => Csvtwijfel.Of(soort, p.persoon, CsvMeldingen.MisschienGenoemd(p.persoon.Regel)) with
            {
                Plaats = p.persoon.Afkeuring is null ? p.plaats : null,
                Afkeuring = p.persoon is { Afkeuring: null, BeschadigdeSleutel: { } kop }
                    ? CsvMeldingen.SleutelOnzeker(p.persoon.Regel, kop)
                    : null,
            });

    private Aangeleverd<LeerlingGegevens> ToLeerling(Csvpersoon<LeerlingGegevens> persoon)
    {
        var stamgroep = persoon.Stamgroep;
        foreach (var dubbel in persoon.Groepen.Where(g => groepen.IsStamgroep(g) && g != stamgroep))
        {
            persoon.Meldingen.Add(CsvMeldingen.GroepIsStamgroep(persoon.Regel, groepen.ToSleutel(dubbel).Key));
        }

        persoon.Groepen.RemoveWhere(groepen.IsStamgroep);
        persoon.Gegevens = persoon.Gegevens with
        {
            Stamgroep = stamgroep is { } eigen ? groepen.ToSleutel(eigen) : null,
        };
        var leerling = Finish(persoon);
        if (persoon.Opleidingscodes.Count == 0 || leerling.Afkeuring is not null)
        {
            return persoon.ZonderOpleiding && leerling.Afkeuring is null
                ? leerling with { Meldingen = [.. leerling.Meldingen, CsvMeldingen.OpleidingLeeg(persoon.Regel)] }
                : leerling;
        }

        var gegevens = leerling.Gegevens;
        var regels = persoon.Opleidingscodes
            .Select(code => new Opleidingsregel(gegevens.IdGebr, null, code, gegevens.Stamnummer?.Value))
            .ToList();
        var verrijkt = Koppelaar.Enrich(leerling, regels, translate, _leerjaren);
        return verrijkt with
        {
            // A number without its zeros is no new number.
            Geleverd = verrijkt.Geleverd & ~(Veld.Stamnummer & ~leerling.Geleverd),
        };
    }

    private Aangeleverd<DocentGegevens> ToDocent(Csvpersoon<DocentGegevens> persoon) => Finish(persoon);

    private Aangeleverd<T> Finish<T>(Csvpersoon<T> persoon)
        where T : Persoonsgegevens<T> => new(
            persoon.Gegevens.WithGroepen([.. persoon.Groepen.Select(groepen.ToSleutel).Order()]),
            persoon.Geleverd,
            persoon.Meldingen,
            persoon.Afkeuring);

    private static HashSet<Vestigingsnummer> Vestigingen<T>(IEnumerable<Aangeleverd<T>> personen)
        where T : Persoonsgegevens<T> =>
        [.. personen.Where(p => p.Afkeuring is null).Select(p => p.Gegevens.Vestiging)];
}
