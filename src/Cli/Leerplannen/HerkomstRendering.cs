using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Leerplannen;

/// <summary>Shows what one pupil practises, and which level said so.</summary>
internal static class HerkomstRendering
{
    /// <summary>Writes the leerplan; of the vaardigheden, those that are given.</summary>
    public static void Write(
        IAnsiConsole console, GetEffectiveLeerplanResponse answer, IReadOnlyList<Vaardigheid> vaardigheden)
    {
        var leerling = answer.Leerling;
        Details.Write(
            console,
            ("leerling", leerling.LeerlingId),
            ("doelgroep", leerling.Doelgroep is null ? "onbekend" : Words.Of(leerling.Doelgroep)),
            ("schooljaar", answer.Schooljaar),
            ("kan starten", leerling.KanStarten
                ? "ja"
                : "nee: " + string.Join(" ", leerling.Belemmeringen.Select(b => b.Tekst))),
            ("streefniveaus", string.Join(", ", answer.Leerplan.Streefniveaus.Select(Streefniveau))));
        var byCode = answer.Leerplan.Vaardigheden.ToDictionary(v => v.Vaardigheid, StringComparer.Ordinal);
        foreach (var vak in vaardigheden.Where(v => byCode.ContainsKey(v.Code)).GroupBy(v => v.Vak))
        {
            var table = new TextTable(
                new("", Signs: true), new("code"), new(LeerplanRendering.Of(vak.Key), Shrinkable: true),
                new("wie", Shrinkable: true));
            foreach (var vaardigheid in vak)
            {
                var effectief = byCode[vaardigheid.Code];
                table.Add(effectief.Actief ? "✓" : "·", vaardigheid.Code, vaardigheid.Naam, Who(effectief));
            }

            table.Write(console);
        }

        Plain.Write(console, "  ✓ active, · not active; who decided comes first, then what it outweighs");
    }

    /// <summary>Who decided, then what others said.</summary>
    public static string Who(EffectieveVaardigheid vaardigheid) => vaardigheid.Uitspraken.Count == 0
        ? "niemand"
        : string.Join("; ", vaardigheid.Uitspraken
            .Reverse()
            .Select(u => $"{Of(u.Herkomst)} {(u.Actief ? "aan" : "uit")}"))
            + (vaardigheid.InactieveVoorwaarden.Count == 0
                ? ""
                : $"; misses {string.Join(", ", vaardigheid.InactieveVoorwaarden)}");

    private static string Streefniveau(EffectiefStreefniveau streefniveau) =>
        $"{LeerplanRendering.Of(streefniveau.Vak)} {LeerplanRendering.Of(streefniveau.Niveau)} "
            + $"({Of(streefniveau.Uitspraken[^1].Herkomst)})";

    private static string Of(Herkomst herkomst) => herkomst.Soort switch
    {
        Laagsoort.Kurve => $"Kurve {herkomst.Naam}",
        Laagsoort.School => $"school {herkomst.Naam}",
        Laagsoort.Leerling => "leerling",
        _ => $"groep {herkomst.Naam}",
    };
}
