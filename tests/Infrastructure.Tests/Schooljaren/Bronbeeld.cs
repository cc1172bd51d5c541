namespace Kurve.Numo.Infrastructure.Tests.Schooljaren;

/// <summary>What a source means to say of a pupil, whatever dirt there is on it.</summary>
internal sealed record Bronregel(string Key, string Roepnaam, string Achternaam, int Leerjaar, Klas? Klas);

/// <summary>What a source means to say of one school year.</summary>
/// <param name="Leerlingen">By number.</param>
/// <param name="Leraren">The classes of each teacher, by number.</param>
/// <param name="IsLeeg">It says nothing: a school in summer.</param>
internal sealed record Bronbeeld(
    IReadOnlyDictionary<int, Bronregel> Leerlingen, IReadOnlyDictionary<int, Klas[]> Leraren, bool IsLeeg)
{
    /// <summary>The classes that are named.</summary>
    public IEnumerable<Klas> Klassen =>
        Leerlingen.Values.Select(l => l.Klas).OfType<Klas>().Concat(Leraren.Values.SelectMany(k => k)).Distinct();

    /// <summary>This year's.</summary>
    public static Bronbeeld Nu(Schoolwereld wereld, bool isLeeg) =>
        Of(wereld, p => p.Vermist ? null : p.Nu, isLeeg);

    /// <summary>Next year's.</summary>
    public static Bronbeeld Straks(Schoolwereld wereld, bool isLeeg) => Of(wereld, p => p.Straks, isLeeg);

    private static Bronbeeld Of(Schoolwereld wereld, Func<Persoon, Plaats?> plaats, bool isLeeg) => new(
        wereld.Personen.Where(p => plaats(p) is not null).ToDictionary(
            p => p.Nummer,
            p => new Bronregel(p.Key, p.Roepnaam, p.Achternaam, plaats(p)!.Leerjaar, plaats(p)!.Klas)),
        wereld.Leraren.Where(l => l.Aanwezig).ToDictionary(l => l.Nummer, l => l.Klassen),
        isLeeg);
}
