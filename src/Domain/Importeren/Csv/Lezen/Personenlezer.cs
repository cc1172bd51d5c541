using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>Collects the people of a file, and what is to be said of its characters.</summary>
/// <param name="lezer">Reads the rows that count.</param>
/// <param name="twijfellezer">Reads the rows of which only keys and names matter: its groepen and counts are of nobody.</param>
internal sealed class Personenlezer(Persoonlezer lezer, Persoonlezer twijfellezer)
{
    private readonly List<Csvtwijfel> _uitgesteld = [];
    private readonly List<int> _verloren = [];
    private readonly List<int> _hersteld = [];
    private int _onzichtbaar;

    /// <summary>Everybody who is or may be a pupil.</summary>
    public Csvpersonen<LeerlingGegevens> Leerlingen { get; } = new();

    /// <summary>Everybody who is or may be a teacher.</summary>
    public Csvpersonen<DocentGegevens> Docenten { get; } = new();

    /// <summary>Whose rows do not count now: their accounts stay as they are.</summary>
    public IReadOnlyList<Csvtwijfel> Uitgesteld => _uitgesteld;

    /// <summary>Reads a row.</summary>
    public void Add(Rij rij, Rijoordeel oordeel)
    {
        var leest = oordeel is { Uitstel: null, Afkeuring: null } ? lezer : twijfellezer;
        if (oordeel.Rol == Csvrol.Leerling)
        {
            Add(Leerlingen, leest.ReadLeerling(rij), oordeel, Persoonssoort.Leerling);
        }
        else if (oordeel.Rol == Csvrol.Docent)
        {
            Add(Docenten, leest.ReadDocent(rij), oordeel, Persoonssoort.Docent);
        }

        if (oordeel is { IsRolOnbekend: true, Afkeuring: { } onbekend })
        {
            // The other kind may be the right one: of that no account is touched either.
            _uitgesteld.Add(oordeel.Rol == Csvrol.Leerling
                ? Csvtwijfel.Of(Persoonssoort.Docent, twijfellezer.ReadDocent(new Rij(rij.Regel, rij.Koppen)), onbekend)
                : Csvtwijfel.Of(Persoonssoort.Leerling, twijfellezer.ReadLeerling(new Rij(rij.Regel, rij.Koppen)), onbekend));
        }

        Count(rij);
    }

    /// <summary>What is to be said of the characters of the file.</summary>
    public IEnumerable<Melding> ToMeldingen()
    {
        if (_verloren.Count > 0)
        {
            yield return CsvMeldingen.TekensVerloren(_verloren);
        }

        if (_hersteld.Count > 0)
        {
            yield return CsvMeldingen.TekensHersteld(_hersteld);
        }

        if (_onzichtbaar > 0)
        {
            yield return CsvMeldingen.OnzichtbareTekens(_onzichtbaar);
        }
    }

    private void Add<T>(Csvpersonen<T> personen, Csvpersoon<T> persoon, Rijoordeel oordeel, Persoonssoort soort)
        where T : Persoonsgegevens<T>
    {
        if (oordeel.Uitstel is { } uitstel)
        {
            _uitgesteld.Add(Csvtwijfel.Of(soort, persoon, uitstel));
            return;
        }

        if (oordeel.Afkeuring is { } afkeuring)
        {
            persoon.Afkeuring = afkeuring;
            persoon.DropGroepen();
        }

        personen.Add(persoon);
    }

    private void Count(Rij rij)
    {
        _onzichtbaar += rij.Onzichtbaar;
        if (rij.Repair.HasFlag(TextRepair.Lost))
        {
            _verloren.Add(rij.Nummer);
        }

        if (rij.Repair.HasFlag(TextRepair.Mojibake))
        {
            _hersteld.Add(rij.Nummer);
        }
    }
}
