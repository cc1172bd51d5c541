using Kurve.Numo.Domain.Bronnen;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>What is said of a text that had to be put right. Names the place and never the text.</summary>
public static class TextMeldingen
{
    /// <summary>One melding for each thing that was done or found; none when there is nothing to tell.</summary>
    /// <param name="repair">What was done to the text.</param>
    /// <param name="waar">Where it stands, as the start of a sentence, such as <c>Regel 12, kolom 'roepnaam'</c>.</param>
    public static IEnumerable<Melding> For(TextRepair repair, string waar)
    {
        if (repair.HasFlag(TextRepair.Lost))
        {
            yield return new(
                "TEKENS_VERLOREN",
                $"{waar}: hier zijn letters verloren gegaan (een ? of \uFFFD in een woord). Een naam die Numo al goed heeft "
                + "blijft staan; herstel de naam in de bron, of maak de export opnieuw als UTF-8.");
        }

        if (repair.HasFlag(TextRepair.Mojibake))
        {
            yield return new(
                "TEKENS_HERSTELD",
                $"{waar}: letters met een accent waren verminkt (zoals Ã« voor ë) en zijn hersteld. Controleer de schrijfwijze.");
        }

        if (repair.HasFlag(TextRepair.Entity))
        {
            yield return new(
                "ENTITEITEN_VERTAALD",
                $"{waar}: letters die als HTML waren geschreven (zoals &eacute;) zijn vertaald.");
        }

        if (repair.HasFlag(TextRepair.Control))
        {
            yield return new("STUURTEKENS_VERWIJDERD", $"{waar}: hier stonden stuurtekens; zij zijn verwijderd.");
        }

        if (repair.HasFlag(TextRepair.Invisible))
        {
            yield return new(
                "ONZICHTBARE_TEKENS", $"{waar}: hier stonden tekens die niemand ziet; zij zijn verwijderd.");
        }
    }
}
