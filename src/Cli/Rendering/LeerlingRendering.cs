using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>Shows leerlingen.</summary>
internal static class LeerlingRendering
{
    /// <summary>Leerlingen, one a line.</summary>
    public static void Write(IAnsiConsole console, IEnumerable<Leerling> leerlingen)
    {
        var table = new TextTable(
            new("name", Whole: true), new("stamnummer"), new("stamgroep", Shrinkable: true),
            new("doelgroep", Shrinkable: true), new("status"));
        foreach (var leerling in leerlingen)
        {
            table.Add(
                Words.NameOf(leerling), leerling.Stamnummer, leerling.Stamgroep?.Naam ?? "",
                Words.Of(leerling.Doelgroep), Words.StatusOf(leerling));
        }

        table.Write(console);
    }

    /// <summary>One leerling.</summary>
    public static void WriteDetails(IAnsiConsole console, Leerling leerling) => Details.Write(
        console,
        ("name", Words.NameOf(leerling)),
        ("stamnummer", leerling.Stamnummer),
        ("ECK iD", leerling.EckId),
        ("vestiging", leerling.Vestiging),
        ("stamgroep", leerling.Stamgroep?.Naam ?? ""),
        ("groepen", string.Join(", ", leerling.Groepen.Select(groep => groep.Naam))),
        ("groepen of", leerling.GroepenSchooljaar),
        (leerling.KomendeGroepen?.Schooljaar ?? "next year", leerling.KomendeGroepen is { } komend
            ? string.Join(", ", komend.Groepen.Select(g => g.Naam).Prepend(komend.Stamgroep?.Naam ?? "no class"))
            : ""),
        ("doelgroep", Words.Of(leerling.Doelgroep)),
        ("opleidingscode", leerling.Opleidingscode),
        ("status", Words.StatusOf(leerling)),
        ("archived by", leerling.GearchiveerdDoor),
        ("merged with", leerling.SamengevoegdMet),
        ("locked", PersoonRendering.Locks(leerling.VergrendeldeVelden)),
        ("pinned", PersoonRendering.Pin(leerling.Vastzetting)),
        ("id", leerling.Id));
}
