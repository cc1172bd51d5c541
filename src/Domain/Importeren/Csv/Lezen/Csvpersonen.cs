using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>
/// The persons of a file, each once. Exports have a row per enrolment or per groep; rows of one person are joined as
/// far
/// as they agree. Rows that share a key and are not surely of one person stay apart, and the planner rejects them all.
/// </summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
internal sealed class Csvpersonen<T>
    where T : Persoonsgegevens<T>
{
    /// <summary>What may differ between rows of one person: its groepen and enrolments are joined.</summary>
    private const Veld Samen = Veld.Vestiging | Veld.Stamgroep | Veld.Groepen | Veld.Opleidingscode | Veld.Doelgroep;

    /// <summary>What was compared already, forgiving zeros and case.</summary>
    private const Veld Gelijk = Veld.Stamnummer | Veld.Roepnaam | Veld.Voorvoegsel | Veld.Achternaam;

    private readonly List<Csvpersoon<T>> _personen = [];
    private readonly Dictionary<Persoonssleutel, Csvpersoon<T>> _bySleutel = [];
    private readonly Dictionary<string, Csvpersoon<T>> _byEmail = new(StringComparer.Ordinal);

    /// <summary>Everybody, in the order of the file.</summary>
    public IReadOnlyList<Csvpersoon<T>> All => _personen;

    /// <summary>Adds a row.</summary>
    public void Add(Csvpersoon<T> persoon)
    {
        if (persoon.Afkeuring is not null)
        {
            _personen.Add(persoon);
            return;
        }

        var earlier = FindEarlier(persoon);
        if (earlier is null || !TryJoin(earlier, persoon))
        {
            _personen.Add(persoon);
        }

        foreach (var sleutel in persoon.Gegevens.Sleutels)
        {
            _bySleutel.TryAdd(sleutel, earlier ?? persoon);
        }

        if (EmailOf(persoon) is { } email)
        {
            _byEmail.TryAdd(email, earlier ?? persoon);
        }
    }

    /// <summary>The one earlier person that this row is surely about; rows that only share a key are told so.</summary>
    private Csvpersoon<T>? FindEarlier(Csvpersoon<T> persoon)
    {
        var found = persoon.Gegevens.Sleutels
            .Select(sleutel => _bySleutel.GetValueOrDefault(sleutel))
            .OfType<Csvpersoon<T>>()
            .Distinct()
            .ToArray();
        if (found is [var one] && IsSamePerson(one.Gegevens, persoon.Gegevens))
        {
            return one;
        }

        // Docenten may have nothing but an address. A mailbox that several share joins nobody.
        if (found.Length == 0 && EmailOf(persoon) is { } email && _byEmail.TryGetValue(email, out var same)
            && IsSamePerson(same.Gegevens, persoon.Gegevens))
        {
            return same;
        }

        foreach (var other in found)
        {
            var melding = CsvMeldingen.ZelfdeSleutel(other.Regel, persoon.Regel);
            other.Meldingen.Add(melding);
            persoon.Meldingen.Add(melding);
        }

        return null;
    }

    private static string? EmailOf(Csvpersoon<T> persoon) =>
        Emailwacht.Canonicalize((persoon.Gegevens as DocentGegevens)?.Email);

    private static bool IsSamePerson(T first, T other) =>
        string.Equals(first.Naam, other.Naam, StringComparison.OrdinalIgnoreCase)
        && first.Sleutels.All(mine => other.Sleutels.All(theirs =>
            mine.Veld != theirs.Veld || string.Equals(mine.Waarde, theirs.Waarde, StringComparison.Ordinal)));

    // What contradicts itself stays on its own rows, rejected, so that the accounts of all its keys are left alone.
    private static bool TryJoin(Csvpersoon<T> first, Csvpersoon<T> other)
    {
        var both = first.Geleverd & other.Geleverd;
        var contradictions = first.Gegevens.DifferenceTo(other.Gegevens) & both & ~(Samen | Gelijk);
        if (contradictions != Veld.Geen)
        {
            var kolommen = contradictions.ToString().ToLowerInvariant();
            other.Afkeuring = CsvMeldingen.TegenstrijdigeRegels(first.Regel, other.Regel, kolommen);
            first.Afkeuring ??= other.Afkeuring;
            return false;
        }

        var nieuw = other.Geleverd & ~first.Geleverd;
        var adds = nieuw != Veld.Geen | AddGroepen(first, other) | AddOpleidingscodes(first, other);
        first.Gegevens = first.Gegevens.Take(nieuw & ~Samen, other.Gegevens);
        first.Geleverd |= other.Geleverd;
        first.Meldingen.AddRange(other.Meldingen);
        if (!adds)
        {
            first.Meldingen.Add(CsvMeldingen.DubbeleRegel(first.Regel, other.Regel));
        }

        return true;
    }

    private static bool AddGroepen(Csvpersoon<T> first, Csvpersoon<T> other)
    {
        var before = first.Groepen.Count;
        first.Groepen.UnionWith(other.Groepen);
        if (first.Stamgroep is { } own && other.Stamgroep is { } theirs && own != theirs)
        {
            first.Meldingen.Add(CsvMeldingen.MeerStamgroepen(first.Regel, other.Regel));
            return true;
        }

        var gets = first.Stamgroep is null && other.Stamgroep is not null;
        first.Stamgroep ??= other.Stamgroep;
        if (first.Gegevens.Vestiging != other.Gegevens.Vestiging)
        {
            first.Meldingen.Add(Importeren.Meldingen.OpMeerVestigingen);
            return true;
        }

        return gets || first.Groepen.Count > before;
    }

    private static bool AddOpleidingscodes(Csvpersoon<T> first, Csvpersoon<T> other)
    {
        var extra = other.Opleidingscodes.Except(first.Opleidingscodes, StringComparer.Ordinal).ToArray();
        first.Opleidingscodes.AddRange(extra);
        return extra.Length > 0;
    }
}
