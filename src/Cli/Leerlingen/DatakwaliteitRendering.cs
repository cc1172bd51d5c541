using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Leerlingen;

/// <summary>Shows what may be wrong with a school's data.</summary>
internal static class DatakwaliteitRendering
{
    /// <summary>The numbers of all kinds.</summary>
    public static void Write(IAnsiConsole console, GetDatakwaliteitResponse kwaliteit)
    {
        Details.Write(
            console,
            ("schooljaar", kwaliteit.Schooljaar),
            ("leerlingen", Words.Of(kwaliteit.Leerlingen)),
            ("docenten", Words.Of(kwaliteit.Docenten)),
            ("groepen", Words.Of(kwaliteit.Groepen)),
            ("last run", kwaliteit.ImportRunId),
            ("compared", Words.Of(kwaliteit.VergelekenTime)));
        var table = new TextTable(new("soort"), new("number", Right: true), new("what", Shrinkable: true));
        foreach (var telling in kwaliteit.Tellingen)
        {
            table.Add(
                Kwaliteitssoorten.NameOf(telling.Soort),
                Words.Of(telling.Aantal),
                Kwaliteitssoorten.Explain(telling.Soort));
        }

        table.Write(console);
    }

    /// <summary>What is behind the number of one kind.</summary>
    public static void Write(IAnsiConsole console, Kwaliteitssoort soort, IReadOnlyCollection<Bevinding> bevindingen)
    {
        if (bevindingen.Count == 0)
        {
            Plain.Write(console, $"Nothing: {Kwaliteitssoorten.NameOf(soort)} is 0.");
        }
        else if (bevindingen.Any(b => b.Groep is not null))
        {
            WriteGroepen(console, bevindingen.Select(b => b.Groep));
        }
        else if (bevindingen.Any(b => b.Bronregel is not null))
        {
            WriteBronregels(console, bevindingen.Select(b => b.Bronregel));
        }
        else
        {
            WriteAccounts(console, bevindingen);
        }
    }

    private static void WriteGroepen(IAnsiConsole console, IEnumerable<Groep> groepen)
    {
        var table = new TextTable(
            new("groep", Shrinkable: true), new("soort"), new("vestiging"), new("leerlingen", Right: true),
            new("docenten", Right: true), new("id"));
        foreach (var groep in groepen)
        {
            table.Add(
                groep.Naam,
                groep.Soort.ToString().ToLowerInvariant(),
                groep.Vestiging,
                Words.Of(groep.AantalLeerlingen),
                Words.Of(groep.AantalDocenten),
                groep.Id);
        }

        table.Write(console);
    }

    private static void WriteBronregels(IAnsiConsole console, IEnumerable<Bronregel> regels)
    {
        var table = new TextTable(
            new("nr", Right: true), new("name", Shrinkable: true), new("key", Shrinkable: true), new("stamnr"),
            new("idGebr"), new("code", Shrinkable: true));
        foreach (var regel in regels)
        {
            table.AddWithNote(
                regel.Reden,
                Words.Of(regel.Nummer),
                regel.Naam,
                regel.Sleutel,
                regel.Stamnummer,
                regel.IdGebr,
                regel.Opleidingscode);
        }

        table.Write(console);
    }

    // What belongs together stands together, with a number in front.
    private static void WriteAccounts(IAnsiConsole console, IEnumerable<Bevinding> bevindingen)
    {
        var table = new TextTable(
            new("nr", Right: true), new("name", Shrinkable: true), new("stamgroep", Shrinkable: true), new("status"),
            new("key", Shrinkable: true), new("idGebr"), new("eck id", Shrinkable: true), new("id"));
        foreach (var (number, bevinding) in bevindingen.Select((b, i) => (Words.Of(i + 1), b)))
        {
            foreach (var l in bevinding.Leerlingen)
            {
                table.Add(
                    number, Words.NameOf(l), l.Stamgroep?.Naam ?? "", StatusOf(l.Status), l.UwlrKey, l.IdGebr, l.EckId, l.Id);
            }

            foreach (var d in bevinding.Docenten)
            {
                table.Add(number, NameOf(d), "", StatusOf(d.Status), d.UwlrKey, "", d.EckId, d.Id);
            }
        }

        table.Write(console);
    }

    private static string StatusOf(V1.Status status) => status.ToString().ToLowerInvariant();

    private static string NameOf(Docent docent) => string.Join(
        ' ', new[] { docent.Roepnaam, docent.Voorvoegsel, docent.Achternaam }.Where(part => part.Length > 0));
}
