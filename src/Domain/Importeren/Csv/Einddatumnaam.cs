namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>
/// Recognises a column with the day on which somebody leaves, whatever it is called exactly: schools make such columns
/// themselves (<c>Datum uitschrijving</c>, <c>Uitgeschreven per</c>). Unread, it would bring back everybody who left.
/// </summary>
internal static class Einddatumnaam
{
    private static readonly string[] Leaving =
    [
        "uitschrij", "uitgeschreven", "vertrek", "vertrok", "uitstroom", "uitgestroomd", "verlat", "uitdienst", "leaving",
        "leave", "exit", "withdraw", "departure", "unenrol",
    ];

    // What ends is said beside the word for ending: an exam or an internship ends as well.
    private static readonly string[] Ending = ["eind", "beeindig", "enddate", "enddatum", "totenmet", "totdatum"];

    private static readonly string[] Enrolment =
    [
        "inschrij", "plaats", "opleiding", "studie", "school", "verbintenis", "onderwijs", "leerling", "deelnemer", "student",
        "dienst", "aanstelling", "contract", "enrol", "placement", "membership",
    ];

    private static readonly string[] Moments = ["datum", "date"];
    private static readonly string[] MomentsAtTheEnd = ["per", "op", "tot", "tm", "totenmet"];

    /// <summary>Whether a name, as <see cref="Kolomnamen.Normalise"/> gives it, is that of such a column.</summary>
    public static bool Is(string naam)
    {
        var isLeaving = Array.Exists(Leaving, naam.Contains)
            || (Array.Exists(Ending, naam.Contains) && Array.Exists(Enrolment, naam.Contains));
        return (isLeaving && (Array.Exists(Moments, naam.Contains) || Array.Exists(MomentsAtTheEnd, naam.EndsWith)))
            || (naam.StartsWith("ingeschreven", StringComparison.Ordinal) && Array.Exists(["tot", "tm", "totenmet"], naam.EndsWith));
    }
}
