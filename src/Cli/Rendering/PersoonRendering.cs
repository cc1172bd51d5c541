using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>Shows leerlingen and docenten with their ids, and what was changed by hand.</summary>
internal static class PersoonRendering
{
    private static readonly StringComparer ByName = StringComparer.InvariantCultureIgnoreCase;

    /// <summary>Leerlingen, one a line, in their order.</summary>
    public static void WriteList(IAnsiConsole console, IReadOnlyCollection<Leerling> leerlingen)
    {
        if (leerlingen.Count == 0)
        {
            Plain.Write(console, "No leerlingen. `numo import preview` brings them; --gearchiveerd shows archived ones.");
            return;
        }

        var table = new TextTable(
            new("name", Whole: true), new("stamnummer"), new("stamgroep", Shrinkable: true),
            new("doelgroep", Shrinkable: true), new("status", Shrinkable: true),
            new("locked", Shrinkable: true, Optional: true), new("id", Optional: true));
        foreach (var leerling in leerlingen)
        {
            table.AddWithNote(
                leerling.Stamnummer.Length == 0 ? leerling.Id : "",
                Words.NameOf(leerling), leerling.Stamnummer, leerling.Stamgroep?.Naam ?? "",
                Words.Of(leerling.Doelgroep), Words.StatusOf(leerling), Locks(leerling.VergrendeldeVelden), leerling.Id);
        }

        table.Write(console);
    }

    /// <summary>Docenten, one a line, by last name.</summary>
    public static void WriteList(IAnsiConsole console, IReadOnlyCollection<Docent> docenten)
    {
        if (docenten.Count == 0)
        {
            Plain.Write(console, "No docenten. `numo import preview` brings them; --gearchiveerd shows archived ones.");
            return;
        }

        var table = new TextTable(
            new("name", Whole: true), new("e-mail", Shrinkable: true), new("status"),
            new("locked", Shrinkable: true, Optional: true), new("id", Optional: true));
        foreach (var docent in docenten.OrderBy(d => d.Achternaam, ByName).ThenBy(d => d.Roepnaam, ByName))
        {
            table.AddWithNote(
                docent.Email.Length == 0 ? docent.Id : "",
                Words.NameOf(docent), docent.Email, Words.StatusOf(docent), Locks(docent.VergrendeldeVelden), docent.Id);
        }

        table.Write(console);
    }

    /// <summary>A leerling after a change.</summary>
    public static void WriteChanged(IAnsiConsole console, Leerling leerling, bool validateOnly, string done)
    {
        Plain.Write(console, validateOnly ? "Checked; nothing was changed." : done);
        LeerlingRendering.WriteDetails(console, leerling);
    }

    /// <summary>A docent after a change.</summary>
    public static void WriteChanged(IAnsiConsole console, Docent docent, bool validateOnly, string done)
    {
        Plain.Write(console, validateOnly ? "Checked; nothing was changed." : done);
        WriteDetails(console, docent);
    }

    /// <summary>One docent.</summary>
    public static void WriteDetails(IAnsiConsole console, Docent docent) => Details.Write(
        console,
        ("name", Words.NameOf(docent)),
        ("e-mail", docent.Email),
        ("vestiging", docent.Vestiging),
        ("groepen", Groepen(docent.Groepen)),
        ("groepen of", docent.GroepenSchooljaar),
        (docent.KomendeGroepen?.Schooljaar ?? "next year", Groepen(docent.KomendeGroepen?.Groepen ?? [])),
        ("status", Words.StatusOf(docent)),
        ("archived by", docent.GearchiveerdDoor),
        ("merged with", docent.SamengevoegdMet),
        ("locked", Locks(docent.VergrendeldeVelden)),
        ("pinned", Pin(docent.Vastzetting)),
        ("id", docent.Id));

    private static string Groepen(IEnumerable<Groepverwijzing> groepen) => string.Join(", ", groepen.Select(groep => groep.Naam));

    /// <summary>A pin in one line; empty for none.</summary>
    public static string Pin(Vastzetting? vastzetting) => vastzetting is null
        ? ""
        : $"until and including {vastzetting.TotEnMet}, by {vastzetting.Door}: {vastzetting.Reden}";

    /// <summary>Locked fields in one line.</summary>
    public static string Locks(IEnumerable<string> velden) => string.Join(", ", velden);
}
