using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Schooljaren;

/// <summary>A school that is rehearsed.</summary>
/// <param name="SchoolId">Its id.</param>
/// <param name="Naam">What it is called: its BRIN, or what the user called it.</param>
internal sealed record RepetitieSchool(string SchoolId, string Naam);

/// <summary>How a rehearsal went.</summary>
/// <param name="School">Of which school.</param>
/// <param name="Antwoord">What it found; null when it failed.</param>
/// <param name="Fout">Why it failed; empty when it did not.</param>
internal sealed record Repetitie(RepetitieSchool School, RehearseSchooljaarResponse? Antwoord, string Fout)
{
    /// <summary>A number of leerlingen, of all vestigingen together.</summary>
    public int Sum(Func<Wisselcijfers, int> number) => Antwoord?.Vestigingen.Sum(v => number(v.Cijfers)) ?? 0;

    /// <summary>Leerlingen and docenten that are held.</summary>
    public int Aangehouden => (Antwoord?.Leerlingen?.Aangehouden ?? 0) + (Antwoord?.Docenten?.Aangehouden ?? 0);

    /// <summary>Whether somebody would have to decide on the first day.</summary>
    public bool Wacht => Antwoord is { } a && (!a.Afgesproken || a.Remmen.Count + a.BuitenAfspraak.Count > 0);
}
