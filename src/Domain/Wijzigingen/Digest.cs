using System.Globalization;
using System.Text;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Wijzigingen;

/// <summary>What one message tells: all that still holds of what it collected. Names no leerling or docent.</summary>
/// <param name="Id">The id of the message, the same at each try.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="Schoolnaam">Its name.</param>
/// <param name="Brin">Its BRIN.</param>
/// <param name="Moment">When it is sent.</param>
/// <param name="Aanleidingen">What it tells, the oldest first; none for a test.</param>
public sealed record Digest(
    Guid Id,
    SchoolId SchoolId,
    string Schoolnaam,
    Brin Brin,
    DateTimeOffset Moment,
    IReadOnlyList<Aanleiding> Aanleidingen)
{
    private const string Momentvorm = "dd-MM-yyyy HH:mm";

    /// <summary>Whether it is sent to see whether it arrives.</summary>
    public bool IsTest => Aanleidingen.Count == 0;

    /// <summary>The subject, on one line.</summary>
    public string Onderwerp => OnOneLine(Aanleidingen switch
    {
        [] => $"Numo: testbericht voor {Schoolnaam} ({Brin})",
        [{ Soort: Berichtsoort.RunWacht }] => $"Numo: een import van {Schoolnaam} ({Brin}) wacht op u",
        [{ Soort: Berichtsoort.SchooljaarGewijzigd }] =>
            $"Numo: het nieuwe schooljaar van {Schoolnaam} ({Brin}) is bijgewerkt",
        [{ Soort: Berichtsoort.NachtMislukt }] => $"Numo: de nachtelijke import van {Schoolnaam} ({Brin}) mislukt",
        _ => $"Numo: {Aanleidingen.Count} dingen van {Schoolnaam} ({Brin}) vragen aandacht",
    });

    /// <summary>The text, for people.</summary>
    public string Tekst
    {
        get
        {
            var text = new StringBuilder().Append(OnOneLine(Schoolnaam)).Append(" (").Append(Brin).Append(")\n\n");
            if (IsTest)
            {
                text.Append("Dit is een testbericht. Er is niets aan de hand; u hoeft niets te doen.\n\n");
            }

            foreach (var aanleiding in Aanleidingen)
            {
                Append(text, aanleiding);
            }

            return text.Append("U krijgt hoogstens één bericht per dag, zonder namen van leerlingen of docenten. ")
                .Append("Wie bericht krijgt, stelt de school in bij Numo.\n")
                .Append("Bericht ").Append(Id).Append('\n')
                .ToString();
        }
    }

    /// <summary>What a person can do about something, in Dutch.</summary>
    public static string RaadOver(Aanleiding aanleiding) => aanleiding switch
    {
        { Actiehouder: Berichtcodes.Kurve } => "Kurve kijkt ernaar; de school hoeft niets te doen.",
        { Actiehouder: Berichtcodes.Magister } => "Magister is aan zet; Kurve helpt de school daarbij.",
        { Soort: Berichtsoort.RunWacht } =>
            "Open in Numo TOOLS > IMPORTEREN, bekijk deze import, en geef haar vrij of verwerp haar.",
        { Soort: Berichtsoort.SchooljaarGewijzigd } => "U hoeft niets te doen; bekijk de wijzigingen als u er vragen over hebt.",
        _ => "Open in Numo TOOLS > IMPORTEREN en test de koppeling; daar staat wat er te doen is.",
    };

    /// <summary>The command by which Kurve looks at something.</summary>
    public string CommandoVoor(Aanleiding aanleiding) => aanleiding.Soort == Berichtsoort.NachtMislukt
        ? $"numo sync show --school {Brin}"
        : $"numo import show --school {Brin} {aanleiding.Onderwerp}";

    private void Append(StringBuilder text, Aanleiding aanleiding)
    {
        text.Append(aanleiding.Soort switch
        {
            Berichtsoort.RunWacht => $"Een import wacht op een besluit.\n  Import: {aanleiding.Onderwerp}\n",
            Berichtsoort.SchooljaarGewijzigd =>
                $"Het nieuwe schooljaar is vannacht bijgewerkt.\n  Import: {aanleiding.Onderwerp}\n",
            _ => $"De nachtelijke import mislukt, nacht na nacht.\n  Laatste nacht: {aanleiding.Onderwerp}\n",
        });
        var sinds = Nederland.KlokOp(aanleiding.Moment).ToString(Momentvorm, CultureInfo.InvariantCulture);
        text.Append("  Sinds: ").Append(sinds).Append('\n');
        foreach (var reden in aanleiding.Redenen)
        {
            var keer = reden.Aantal > 1 ? $" ({reden.Aantal} keer)" : "";
            text.Append("  Reden: ").Append(reden.Code).Append(keer).Append(": ").Append(OnOneLine(reden.Tekst)).Append('\n');
        }

        if (aanleiding.Tellingen.Count > 0)
        {
            var tellingen = string.Join(", ", aanleiding.Tellingen.Select(t => $"{t.Naam} {t.Aantal}"));
            text.Append("  Aantallen: ").Append(tellingen).Append('\n');
        }

        text.Append("  Wat te doen: ").Append(RaadOver(aanleiding)).Append('\n')
            .Append("  Voor Kurve: ").Append(CommandoVoor(aanleiding)).Append("\n\n");
    }

    // What stands on a line of its own, or in a header, must not begin another one.
    private static string OnOneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
