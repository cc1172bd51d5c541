using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Leerplannen;

/// <summary>Shows leerplannen, and what was done with them.</summary>
internal static class LeerplanRendering
{
    /// <summary>What one level says of vaardigheden and levels to reach.</summary>
    public static void Write(IAnsiConsole console, Leerplan leerplan, IReadOnlyList<Vaardigheid> vaardigheden)
    {
        Details.Write(
            console,
            ("leerplan", NameOf(leerplan)),
            ("schooljaar", leerplan.Schooljaar),
            ("leerlingen", Words.Of(leerplan.AantalLeerlingen)),
            ("streefniveaus", string.Join(", ", leerplan.Streefniveaus.Select(s => $"{Of(s.Vak)} {Of(s.Niveau)}"))));
        var keuzes = leerplan.Keuzes.ToDictionary(k => k.Vaardigheid, k => k.Actief, StringComparer.Ordinal);
        Vaardigheid[] gekozen = [.. vaardigheden.Where(v => keuzes.ContainsKey(v.Code))];
        if (gekozen.Length == 0)
        {
            Plain.Write(console, "Everything is left to the level above.");
            return;
        }

        var table = new TextTable(new("code"), new("naam", Shrinkable: true), new("keuze"));
        foreach (var vaardigheid in gekozen)
        {
            table.Add(vaardigheid.Code, vaardigheid.Naam, keuzes[vaardigheid.Code] ? "aan" : "uit");
        }

        table.Write(console);
        Plain.Write(console, "  The rest is left to the level above.");
    }

    /// <summary>What switching vaardigheden on or off did.</summary>
    public static void Write(IAnsiConsole console, Leerplan leerplan, Leerplaneffect effect, bool validateOnly)
    {
        var keuzes = leerplan.Keuzes.ToDictionary(k => k.Vaardigheid, k => k.Actief, StringComparer.Ordinal);
        Plain.Write(console, effect.Vaardigheden.Count == 0 ? "Nothing changes: the leerplan says so already."
            : validateOnly ? "Checked; nothing was changed. It would be:"
            : "Changed:");
        foreach (var code in effect.Vaardigheden)
        {
            Plain.Write(console, $"  {code} {(keuzes.GetValueOrDefault(code) ? "aan" : "uit")}");
        }

        Plain.Write(
            console,
            $"For {NameOf(leerplan)}, schooljaar {leerplan.Schooljaar}: {effect.AantalLeerlingen} leerlingen, of whom "
                + $"{effect.AantalGewijzigd} get another leerplan.");
    }

    /// <summary>What replacing the vaardigheden did.</summary>
    public static void Write(IAnsiConsole console, ImportVaardighedenResponse answer, bool validateOnly)
    {
        Write(console, "+ nieuw", answer.Nieuw);
        Write(console, "~ gewijzigd", answer.Gewijzigd);
        Write(console, "! vervallen (in use)", answer.Vervallen);
        Write(console, "- verwijderd", answer.Verwijderd);
        Plain.Write(
            console,
            $"{answer.Nieuw.Count} nieuw, {answer.Gewijzigd.Count} gewijzigd, {answer.Vervallen.Count} vervallen, "
                + $"{answer.Verwijderd.Count} verwijderd, {answer.Ongewijzigd} ongewijzigd.");
        Plain.Write(console, validateOnly ? "Checked; nothing was replaced." : "Replaced.");
    }

    /// <summary>What a carry-over did.</summary>
    public static void Write(IAnsiConsole console, CarryOverLeerplannenResponse answer, bool validateOnly)
    {
        Plain.Write(
            console,
            $"{(validateOnly ? "Would be taken over" : "Taken over")} from {answer.VanSchooljaar} into "
                + $"{answer.NaarSchooljaar}:");
        var table = new TextTable(
            new("leerplannen"), new("overgenomen", Right: true), new("al aanwezig", Right: true),
            new("zonder tegenhanger", Right: true));
        foreach (var overname in answer.Overnames)
        {
            table.Add(
                overname.Soort.ToString().ToLowerInvariant(), Words.Of(overname.Overgenomen),
                Words.Of(overname.AlAanwezig), Words.Of(overname.ZonderTegenhanger));
        }

        table.Write(console);
    }

    /// <summary>What the changes of doelgroep among rows do to the leerplan, one line for each.</summary>
    public static void WriteWijzigingen(IAnsiConsole console, IEnumerable<ImportRegel> regels)
    {
        var wijzigingen = regels.Select(r => r.Leerplanwijziging).OfType<Leerplanwijziging>().ToList();
        if (wijzigingen.Count > 0)
        {
            Plain.Write(console, "  What the rows above do to the leerplan:");
        }

        foreach (var gelijk in wijzigingen.GroupBy(NameOf, StringComparer.Ordinal))
        {
            var wijziging = gelijk.First();
            var wat = wijziging.Streefniveaus
                .Select(s => $"{Of(s.Vak)} {Of(s.Oud)} → {Of(s.Nieuw)}")
                .Prepend($"{wijziging.AantalActief} vaardigheden erbij, {wijziging.AantalInactief} eraf");
            Plain.Write(
                console,
                $"  leerplan {gelijk.Key}, {Words.Count(gelijk.Count(), "leerling", "leerlingen")}: "
                    + string.Join(", ", wat));
        }
    }

    /// <summary>A vak as it is written.</summary>
    public static string Of(Vak vak) => vak == Vak.Rekenen ? "rekenen" : vak.ToString();

    /// <summary>A niveau as it is written; <c>–</c> for none.</summary>
    public static string Of(Niveau niveau) => niveau == Niveau.Unspecified ? "–" : niveau.ToString().TrimStart('_');

    private static string NameOf(Leerplanwijziging wijziging) =>
        $"{Words.OrEmpty(wijziging.Van)} → {Words.OrEmpty(wijziging.Naar)}";

    private static string NameOf(Leerplan leerplan) => leerplan.Bereik.BereikCase switch
    {
        Leerplanbereik.BereikOneofCase.Doelgroep => $"doelgroep {leerplan.Naam}",
        Leerplanbereik.BereikOneofCase.GroepId => $"groep {leerplan.Naam}",
        _ => $"leerling {leerplan.Bereik.LeerlingId}",
    };

    private static void Write(IAnsiConsole console, string what, IReadOnlyCollection<Vaardigheid> vaardigheden)
    {
        foreach (var vaardigheid in vaardigheden)
        {
            Plain.Write(console, $"{what}: {vaardigheid.Code} {vaardigheid.Naam}");
        }
    }
}
