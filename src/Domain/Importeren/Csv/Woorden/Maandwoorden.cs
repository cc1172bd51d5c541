using System.Collections.Frozen;

namespace Kurve.Numo.Domain.Importeren.Csv.Woorden;

/// <summary>The months and days as spreadsheets write them in Dutch, English, German and French, short and in
/// full.</summary>
internal static class Maandwoorden
{
    private static readonly string[] Maanden =
    [
        "jan januari january januar janvier janv jän jänner jaen",
        "feb februari february februar février fevrier févr fevr fév",
        "mrt maart mar march mär märz mrz maerz mars",
        "apr april avr avril",
        "mei may mai",
        "jun juni june juin",
        "jul juli july juil juillet",
        "aug augustus august août aout",
        "sep sept september septembre",
        "okt oct oktober october octobre",
        "nov november novembre",
        "dec december dez dezember déc décembre decembre",
    ];

    private const string DagenVanDeWeek =
        "ma di wo do vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
        + "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday "
        + "mo mi fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
        + "lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche";

    private static readonly FrozenDictionary<string, int> Nummers = Maanden
        .SelectMany(woorden => woorden.Split(' '), (woorden, woord) => (woord, Array.IndexOf(Maanden, woorden) + 1))
        .ToFrozenDictionary(m => m.woord, m => m.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>All months, for a pattern.</summary>
    public static string Patroon { get; } =
        string.Join('|', Nummers.Keys.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal));

    /// <summary>All days of the week, for a pattern.</summary>
    public static string Dagpatroon { get; } =
        string.Join('|', DagenVanDeWeek.Split(' ').OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal));

    /// <summary>The number of a month, 1 to 12; null when the word is none.</summary>
    public static int? Find(string woord) => Nummers.TryGetValue(woord, out var maand) ? maand : null;
}
