using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>A leerling or docent as one row or several rows of a file say.</summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
internal sealed class Csvpersoon<T>(Rij rij, T gegevens, Veld geleverd)
    where T : Persoonsgegevens<T>
{
    /// <summary>The first line that is about this person.</summary>
    public int Regel => rij.Nummer;

    /// <summary>The column with a key that a spreadsheet damaged; null when there is none.</summary>
    public string? BeschadigdeSleutel => rij.BeschadigdeSleutel;

    /// <summary>What damaged keys may have been.</summary>
    public IReadOnlyList<string> Vermoed => rij.Vermoed;

    /// <summary>Whether a row names no opleiding.</summary>
    public bool ZonderOpleiding { get; set; }

    public T Gegevens { get; set; } = gegevens;

    public Veld Geleverd { get; set; } = geleverd;

    public List<Melding> Meldingen => rij.Meldingen;

    public Melding? Afkeuring { get; set; }

    /// <summary>The codes of all enrolments, each once; only where the file has a column of them.</summary>
    public List<string> Opleidingscodes { get; } = [];

    /// <summary>Home class, by the key within the file.</summary>
    public Groepsleutel? Stamgroep { get; set; }

    /// <summary>Other groepen, by their keys within the file.</summary>
    public HashSet<Groepsleutel> Groepen { get; } = [];

    /// <summary>Says nothing of groepen.</summary>
    public void DropGroepen()
    {
        Stamgroep = null;
        Groepen.Clear();
        Geleverd &= ~(Veld.Stamgroep | Veld.Groepen);
    }
}
