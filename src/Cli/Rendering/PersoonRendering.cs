using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>Shows leerlingen and docenten with their ids, and what was changed by hand.</summary>
internal static class PersoonRendering
{
    /// <summary>Leerlingen, one a line.</summary>
    public static void WriteList(IAnsiConsole console, IReadOnlyCollection<Leerling> leerlingen)
    {
        var table = new TextTable(
            new("name", Shrinkable: true), new("stamnummer"), new("stamgroep", Shrinkable: true), new("status"),
            new("locked", Shrinkable: true), new("id"));
        foreach (var leerling in leerlingen)
        {
            table.Add(
                Words.NameOf(leerling), leerling.Stamnummer, leerling.Stamgroep?.Naam ?? "", Words.Of(leerling.Status),
                Locks(leerling.VergrendeldeVelden), leerling.Id);
        }

        table.Write(console);
    }

    /// <summary>Docenten, one a line.</summary>
    public static void WriteList(IAnsiConsole console, IReadOnlyCollection<Docent> docenten)
    {
        var table = new TextTable(
            new("name", Shrinkable: true), new("e-mail", Shrinkable: true), new("status"),
            new("locked", Shrinkable: true), new("id"));
        foreach (var docent in docenten)
        {
            table.Add(
                Words.NameOf(docent), docent.Email, Words.Of(docent.Status), Locks(docent.VergrendeldeVelden), docent.Id);
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
        Details.Write(
            console,
            ("name", Words.NameOf(docent)),
            ("e-mail", docent.Email),
            ("vestiging", docent.Vestiging),
            ("groepen", string.Join(", ", docent.Groepen.Select(groep => groep.Naam))),
            ("status", Words.Of(docent.Status)),
            ("archived by", docent.GearchiveerdDoor),
            ("locked", Locks(docent.VergrendeldeVelden)),
            ("id", docent.Id));
    }

    /// <summary>Locked fields in one line.</summary>
    public static string Locks(IEnumerable<string> velden) => string.Join(", ", velden);
}
