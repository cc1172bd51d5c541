using System.Globalization;
using System.Text;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Csv;

/// <summary>What reading a file came to, as lines that a person can check.</summary>
internal static class Verslag
{
    private static readonly Veld[] Velden =
    [
        Veld.Vestiging, Veld.EckId, Veld.UwlrKey, Veld.Stamnummer, Veld.IdGebr, Veld.Roepnaam, Veld.Voorvoegsel,
        Veld.Achternaam, Veld.Email, Veld.Leerjaar, Veld.Opleidingscode, Veld.Doelgroep, Veld.Stamgroep, Veld.Groepen,
    ];

    public static string Of(Result<(Aanlevering Aanlevering, ImportPlan Plan)> outcome)
    {
        if (outcome.Error is { } error)
        {
            return $"FOUT {error.Code}\n{error.Tekst}\n";
        }

        var (aanlevering, plan) = outcome.Value;
        var text = new StringBuilder();
        Add(text, aanlevering.Csv!);
        foreach (var melding in plan.Waarschuwingen)
        {
            text.Append(CultureInfo.InvariantCulture, $"waarschuwing {melding.Code}: {melding.Tekst}\n");
        }

        foreach (var rem in plan.Remmen)
        {
            text.Append(CultureInfo.InvariantCulture, $"rem {rem.Code}: {rem.Tekst}\n");
        }

        foreach (var groep in plan.Groepen.Select(g => (g.Soort, g.Gegevens)))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"groep {groep.Soort}: {groep.Gegevens.Sleutel} {groep.Gegevens.Soort} leerjaar {groep.Gegevens.Leerjaar}\n");
        }

        Add(text, "leerling", plan.Leerlingen);
        Add(text, "docent", plan.Docenten);
        return text.ToString();
    }

    private static void Add(StringBuilder text, Csvrapport rapport)
    {
        var scheiding = rapport.Scheidingsteken == '\t' ? "TAB" : rapport.Scheidingsteken.ToString();
        text.Append(
            CultureInfo.InvariantCulture,
            $"bestand: {rapport.Tekenset} {scheiding} kopregel {rapport.Kopregel}, {rapport.Regels} regels, ")
            .Append(
                CultureInfo.InvariantCulture,
                $"{rapport.LegeRegels} leeg, {rapport.OvergeslagenRegels} overgeslagen\n");
        var kolommen = rapport.Kolommen.Select(k => $"{k.Kop}={k.Kolom?.ToString() ?? "?"}");
        text.Append(CultureInfo.InvariantCulture, $"kolommen: {string.Join(", ", kolommen)}\n");
    }

    private static void Add<T>(StringBuilder text, string wie, IReadOnlyList<Planregel<T>> regels)
        where T : Persoonsgegevens<T>
    {
        foreach (var regel in regels)
        {
            var velden = Velden
                .Select(veld => (veld, Waarde: regel.Gegevens.Show(veld)))
                .Where(v => !string.IsNullOrEmpty(v.Waarde))
                .Select(v => $"{v.veld}={v.Waarde}");
            text.Append(CultureInfo.InvariantCulture, $"{wie} {regel.Soort}: {string.Join(", ", velden)}\n");
            foreach (var melding in regel.Meldingen)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {melding.Code}: {melding.Tekst}\n");
            }
        }
    }
}
