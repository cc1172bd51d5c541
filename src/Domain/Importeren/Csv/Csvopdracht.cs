using Kurve.Numo.Domain.Importeren.Csv.Lezen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>How a CSV file is to be read.</summary>
/// <param name="School">The school that it is of.</param>
/// <param name="Schooljaar">The school year of its groepen.</param>
/// <param name="Vandaag">The day on which enrolments count.</param>
/// <param name="Preset">The export that it is.</param>
/// <param name="Indeling">The school's own choice of columns; it goes before what names say.</param>
/// <param name="Vestiging">The vestiging of all rows that name none.</param>
/// <param name="IsDocenten">Whether rows without a role are docenten.</param>
public sealed record Csvopdracht(
    School School,
    Schooljaar Schooljaar,
    DateOnly Vandaag,
    Csvpreset Preset,
    Kolomindeling? Indeling,
    Vestigingsnummer? Vestiging,
    bool IsDocenten)
{
    /// <summary>The characters in which the file is written.</summary>
    public Csvtekenset Tekenset { get; init; }

    /// <summary>The vestiging of rows that name none: the one that was said, or the only one that there is.</summary>
    public Vestigingsnummer? StandaardVestiging =>
        Vestiging ?? (School.Vestigingen is [var enige] ? enige : null);

    /// <summary>
    /// The last first day of who is active: today. Of a school year that has yet to begin everybody counts who
    /// starts in its
    /// first month, for schools begin in the course of August.
    /// </summary>
    public DateOnly LaatsteBegin => Vandaag == Schooljaar.EersteDag ? Vandaag.AddMonths(1) : Vandaag;

    /// <summary>What a column is, by its name.</summary>
    public Csvkolom? Find(string kop) =>
        kop.Length == 0 ? null : Indeling?.Find(kop) ?? Kolomnamen.Find(kop, Preset);

    /// <summary>How well known a name of a column is: of two names of one column the lower one is read.</summary>
    public int Rank(string kop) => Indeling?.Find(kop) is null ? Kolomnamen.Rank(kop, Preset) : -1;

    /// <summary>How many different columns a line names, for finding the line with names and what parts its
    /// fields.</summary>
    public int CountKnown(IEnumerable<string> velden) => velden
        .Select(veld => Find(Celtekst.Of(veld).Waarde))
        .Where(kolom => kolom is not (null or Csvkolom.Negeren))
        .Distinct()
        .Count();
}
