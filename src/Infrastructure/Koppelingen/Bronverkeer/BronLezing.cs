using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer.Repair;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>What is known of an answer beside its elements, once it was read.</summary>
internal sealed class BronLezing(BegrensdeStream answer, XmlRepairs repairs)
{
    /// <inheritdoc cref="BegrensdeStream.Vingerafdruk"/>
    public string Vingerafdruk() => answer.Vingerafdruk();

    /// <summary>What was mended so that the answer could be read at all.</summary>
    /// <param name="bron">Who gave the answer.</param>
    public IEnumerable<Melding> Herstel(string bron)
    {
        if (repairs.Controls > 0)
        {
            yield return BronMeldingen.StuurtekensInAntwoord(bron, repairs.Controls);
        }

        if (repairs.References > 0)
        {
            yield return BronMeldingen.VerwijzingenInAntwoord(bron, repairs.References);
        }
    }
}

/// <summary>What is odd about an answer as a whole, whichever source gave it.</summary>
internal static class BronMeldingen
{
    public static Melding StuurtekensInAntwoord(string bron, int aantal) => new(
        "ANTWOORD_HERSTELD",
        $"Het antwoord van {bron} bevatte {aantal} {(aantal == 1 ? "teken dat" : "tekens die")} in XML niet "
        + $"{(aantal == 1 ? "mag" : "mogen")}, zoals een stuurteken. {(aantal == 1 ? "Het is" : "Ze zijn")} weggelaten; "
        + "haal ze ook in Magister weg.");

    public static Melding VerwijzingenInAntwoord(string bron, int aantal) => new(
        "ANTWOORD_HERSTELD",
        $"Het antwoord van {bron} bevatte {aantal} keer een & of een code zoals &nbsp; die in XML niet bestaat. Ze zijn "
        + "als tekst gelezen; meld het bij Magister.");
}
