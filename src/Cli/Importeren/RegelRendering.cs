using Kurve.Numo.Cli.Leerplannen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Shows what a run would do with each person.</summary>
internal static class RegelRendering
{
    /// <summary>Rows, one a line, and what their changes of doelgroep do to the leerplan.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<ImportRegel> regels)
    {
        if (regels.Count == 0)
        {
            Plain.Write(console, "  No rows.");
            return;
        }

        var table = new TextTable(
            new("row", Right: true), new("person"), new("kind"), new("name", Shrinkable: true, Last: true),
            new("stamgroep", Shrinkable: true), new("doelgroep", Shrinkable: true), new("what", Shrinkable: true));
        foreach (var regel in regels)
        {
            // A conflict is decided by the ids of its accounts, and a melding says what to mend: neither may be cut.
            var note = string.Join("; ", Accounts(regel).Concat(Meldingen(regel)));
            table.AddWithNote(
                note, Words.Of(regel.Nummer), Words.Of(regel.Persoon), Words.Of(regel.Soort), regel.Naam,
                Stamgroep(regel), regel.Doelgroep, string.Join("; ", Changes(regel)));
        }

        table.Write(console);
        LeerplanRendering.WriteWijzigingen(console, regels);
    }

    /// <summary>The fields that change, how the person moves, what is locked and the reasons, in one line.</summary>
    public static string What(ImportRegel regel) => string.Join("; ", Changes(regel).Concat(Meldingen(regel)));

    private static IEnumerable<string> Changes(ImportRegel regel) => regel.Wijzigingen
        .Select(w => $"{w.Veld}: {Words.OrEmpty(w.Oud)} → {Words.OrEmpty(w.Nieuw)}{Kept(w)}")
        .Concat(Moves(regel))
        .Concat(Held(regel))
        .Concat(Outcome(regel));

    private static IEnumerable<string> Meldingen(ImportRegel regel) =>
        regel.Meldingen.Select(m => m.Tekst.Length > 0 ? m.Tekst : m.Code);

    private static string[] Held(ImportRegel regel) =>
        regel.AangehoudenSoort == RegelSoort.Unspecified ? [] : [$"{Words.Of(regel.AangehoudenSoort)} aangehouden"];

    private static string Stamgroep(ImportRegel regel) => regel.VorigeStamgroep.Length == 0
        ? regel.Stamgroep
        : $"{regel.VorigeStamgroep} → {(regel.Stamgroep.Length == 0 ? "-" : regel.Stamgroep)}";

    private static string Kept(Veldwijziging wijziging) => wijziging switch
    {
        { Vergrendeld: true } => " (vergrendeld)",
        { Aangehouden: true } => " (aangehouden)",
        _ => "",
    };

    private static IEnumerable<string> Outcome(ImportRegel regel) => regel.Uitkomst switch
    {
        Regeluitkomst.Unspecified => [],
        Regeluitkomst.NietGekozen => ["→ niet gekozen"],
        Regeluitkomst.NietTeruggedraaid => [$"→ niet teruggedraaid: {regel.UitkomstMelding?.Tekst}"],
        _ => [$"→ {regel.Uitkomst.ToString().ToLowerInvariant()}"],
    };

    private static IEnumerable<string> Accounts(ImportRegel regel) => regel.BetrokkenAccounts.Select(
        a => $"{string.Join(", ", a.Sleutels)} → {a.Naam} ({Words.Of(a.Status)}) {a.AccountId}");

    private static IEnumerable<string> Moves(ImportRegel regel)
    {
        if (regel.Verplaatsingen.Count > 0)
        {
            yield return "verplaatst: " + string.Join(", ", regel.Verplaatsingen.Select(Words.Of));
        }

        var unchanged = regel.VergrendeldeVelden
            .Except(regel.Wijzigingen.Where(w => w.Vergrendeld).Select(w => w.Veld), StringComparer.Ordinal)
            .ToList();
        if (unchanged.Count > 0)
        {
            yield return "vergrendeld: " + string.Join(", ", unchanged);
        }
    }
}
