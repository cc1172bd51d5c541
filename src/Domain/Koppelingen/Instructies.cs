using System.Globalization;
using System.Text;
using Kurve.Numo.Domain.Scholen;

namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>
/// What a school does to connect itself: the steps of Kurve's manual for schools, in Dutch, as text and as a page that
/// prints on paper. It never holds the password, which goes to the school by another way.
/// </summary>
public sealed class Instructies
{
    /// <summary>What a school asks of Magister Service, to follow the words "ticket:".</summary>
    public const string Ticket = "categorie 'Allowlisting IP-adressen', actie 'Toevoegen', opmerking 'voor Numo', en vink "
        + "'Voor webservice' aan. IP-adressen zijn niet nodig.";

    private const string Lijst = "KurveLeerlingData";

    private readonly string _titel;
    private readonly IReadOnlyList<string> _inleiding;
    private readonly IReadOnlyList<Instructiestap> _stappen;
    private readonly string _slot;

    private Instructies(
        string titel, IReadOnlyList<string> inleiding, IReadOnlyList<Instructiestap> stappen, string slot) =>
        (_titel, _inleiding, _stappen, _slot) = (titel, inleiding, stappen, slot);

    /// <summary>The instructions for one school.</summary>
    /// <param name="school">The school.</param>
    /// <param name="koppeling">Its koppeling.</param>
    /// <param name="uitgave">What is given to the school, and by whom.</param>
    public static Instructies For(School school, Koppeling koppeling, Instructieuitgave uitgave)
    {
        var datum = uitgave.Datum.ToString("d-M-yyyy", CultureInfo.InvariantCulture);
        return new Instructies(
            $"Numo koppelen aan Magister: {school.Naam} ({school.Brin})",
            [
                "Met deze koppeling haalt Numo de leerlingen, klassen en docenten van uw school elke nacht uit Magister. Daarvoor "
                + "is ook de opleiding van elke leerling nodig, die Magister alleen via zijn webservice geeft.",
                "U hebt nodig: iemand die superbeheerder in Magister is, het querybestand van Kurve en het wachtwoord dat u apart "
                + "krijgt. Reken op een half uur, en op enkele dagen tot Magister het ticket heeft verwerkt.",
            ],
            [
                LoadQuery(uitgave.Bestand),
                SetPassword(koppeling.WebserviceGebruiker),
                CheckRights,
                AskAllowlisting,
                GiveConsent,
                Import,
            ],
            $"Vragen? {uitgave.Contact} Dit blad is van {datum}, bij query {uitgave.Versie}.");
    }

    private static Instructiestap LoadQuery(string bestand) => new("Query laden in Decibel", [
        "Start Decibel: in Magister op de desktop klikt u op het logo > Onderhoud > Decibel.",
        "Log in met het dagwachtwoord.",
        $"Kies Batch > Laden, kies het bestand {bestand} en klik op Uitvoeren.",
        $"Sluit Decibel. De batch heeft nu de gebruiker en de lijst {Lijst} gemaakt.",
    ]);

    private static Instructiestap SetPassword(string gebruiker) => new("Wachtwoord zetten", [
        $"Ga naar Beheer > Webservices > Gebruikers: daar staat nu {gebruiker}. Kies die gebruiker en dan Wachtwoord.",
        "Typ tweemaal het wachtwoord dat u apart van Kurve krijgt; de streepjes horen erbij.",
        "Bewaar het wachtwoord niet op dit blad.",
    ]);

    private static Instructiestap CheckRights => new("Rechten van de gebruiker controleren", [
        "Tabblad Services: aangevinkt zijn Data.GetData, Data.GetLastError, Data.GetLastErrorMessage, Algemeen.Login en "
        + "Algemeen.Logout.",
        $"Tabblad Lijsten: aangevinkt is {Lijst}.",
    ]);

    private static Instructiestap AskAllowlisting => new("Magister vragen om Kurve toe te laten", [
        $"Maak een ticket bij Magister Service: {Ticket}",
        "Meld in Numo dat het is aangevraagd; Numo ziet vanzelf wanneer het werkt.",
    ]);

    private static Instructiestap GiveConsent => new("Toestemming geven", [
        "Ga als superbeheerder naar https://accounts.magister.net/admin en kies 'Toegang verlenen tot derden'.",
        "Zet de schuif bij 'Numo UWLR smalle set' aan.",
    ]);

    private static Instructiestap Import => new("Importeren in Numo", [
        "Ga als beheerder in Numo naar TOOLS > IMPORTEREN > MAGISTER IMPORT.",
        "Numo laat eerst zien wat er verandert; u kiest wat wordt uitgevoerd.",
    ]);

    /// <summary>As plain text.</summary>
    public string ToText()
    {
        var text = new StringBuilder(_titel).Append("\n\n");
        foreach (var alinea in _inleiding)
        {
            text.Append(alinea).Append("\n\n");
        }

        foreach (var (stap, nummer) in _stappen.Select((stap, index) => (stap, index + 1)))
        {
            text.Append("[ ] ").Append(nummer).Append(". ").Append(stap.Titel).Append('\n');
            foreach (var regel in stap.Regels)
            {
                text.Append("    - ").Append(regel).Append('\n');
            }

            text.Append('\n');
        }

        return text.Append(_slot).Append('\n').ToString();
    }

    /// <summary>As one HTML page that needs nothing else and prints on A4.</summary>
    public string ToHtml() => Instructiepagina.Render(_titel, _inleiding, _stappen, _slot);
}

/// <summary>What is given to a school with its instructions, and by whom.</summary>
/// <param name="Bestand">The name of the file with the query.</param>
/// <param name="Versie">The version of the query.</param>
/// <param name="Datum">The day, by the Dutch calendar.</param>
/// <param name="Contact">Whom to ask: a Dutch sentence.</param>
public sealed record Instructieuitgave(string Bestand, string Versie, DateOnly Datum, string Contact);

/// <summary>One step.</summary>
/// <param name="Titel">What it is for.</param>
/// <param name="Regels">What to do; an address of a page stands in it as it is.</param>
internal sealed record Instructiestap(string Titel, IReadOnlyList<string> Regels);
