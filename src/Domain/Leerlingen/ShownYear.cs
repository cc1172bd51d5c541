using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>
/// Chooses, for each person, the school year whose groepen are shown: the newest that has begun in which the person has a
/// groep, so that nobody loses the class of now by what is prepared for others. Once a new year was imported as a whole,
/// the years before it do not count any more.
/// </summary>
public static class ShownYear
{
    /// <summary>The year of which a person's groepen are shown; null when there is none.</summary>
    /// <param name="jaren">The begin years of the person's groepen, in any order.</param>
    /// <param name="huidig">The begin year of the school year of now; of a school that has only later ones, the first.</param>
    /// <param name="voltooid">The newest year that was imported as a whole for the person's vestiging; null for none.</param>
    public static int? Of(IEnumerable<int> jaren, int huidig, int? voltooid) => jaren
        .Where(jaar => jaar <= huidig && jaar >= (voltooid ?? jaar))
        .Select(jaar => (int?)jaar)
        .Max();

    /// <summary>The first day of who comes in a school year that has not begun; null of who is there.</summary>
    /// <param name="instroom">The begin year of the school year in which the person comes; null when not known.</param>
    /// <param name="huidig">The school year of now.</param>
    public static DateOnly? FirstDay(int? instroom, Schooljaar huidig) =>
        instroom > huidig.Begin ? Schooljaar.Hydrate(instroom.Value).EersteDag : null;

    /// <summary>The next year in which a person has a groep; null when there is none.</summary>
    /// <param name="jaren">The begin years of the person's groepen, in any order.</param>
    /// <param name="huidig">The begin year of the school year of now.</param>
    public static int? Next(IEnumerable<int> jaren, int huidig) =>
        jaren.Where(jaar => jaar > huidig).Select(jaar => (int?)jaar).Min();
}
