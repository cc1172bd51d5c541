using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>Puts together what the rows of a file said.</summary>
internal sealed class Samenstelling(
    Csvopdracht opdracht, Csvrapport rapport, Groepenlijst groepen, Koppelaar.Translate translate)
{
    private readonly Leerjaartelling _leerjaren = new();

    public Aanlevering Compose(
        Csvpersonen<LeerlingGegevens> leerlingen,
        Csvpersonen<DocentGegevens> docenten,
        IReadOnlyList<Melding> waarschuwingen,
        string vingerafdruk)
    {
        var pupils = leerlingen.All.Select(ToLeerling).ToArray();
        var teachers = docenten.All.Select(ToDocent).ToArray();
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
            bruikbaar.Count + vanDocenten.Count == 0 ? [CsvMeldingen.GeenBruikbareRegels] : [],
            Rapport: null,
            vingerafdruk)
        {
            Csv = rapport,
        };
    }

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
            return leerling;
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
