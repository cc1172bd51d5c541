using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Csv.Lezen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Opleidingen;

namespace Kurve.Numo.Domain.Tests.Importeren.Csv;

/// <summary>A file of a school with one vestiging, taken apart already.</summary>
internal static class Bestand
{
    public static readonly Csvopdracht Opdracht = new(
        School.Register(new SchoolId(Guid.Empty), "Voorbeeld", Brin.Hydrate("99AA"), [], Sector.Vo, default).Value,
        Schooljaar.Hydrate(2026),
        new DateOnly(2026, 11, 2),
        Csvpreset.Automatisch,
        null,
        null,
        false);

    /// <summary>A file of lines; fields apart by <c>;</c>.</summary>
    public static Csvblad Of(params string[] regels) => Of(regels.Select(r => (IReadOnlyList<string>)r.Split(';')));

    /// <summary>A file of fields.</summary>
    public static Csvblad Of(IEnumerable<IReadOnlyList<string>> regels) =>
        new([.. regels.Select((velden, i) => new Csvregel(i + 1, velden))], "UTF-8", ';', 0, [], "vingerafdruk");

    public static Result<Aanlevering> Read(
        this Csvblad blad, Csvopdracht? opdracht = null, Rekengang? gang = null) => CsvAanlevering.Read(
        blad, opdracht ?? Opdracht, Catalogus.Vertaler.Translate, gang ?? Rekengang.Ongestoord);

    /// <summary>A file of fields that may hold anything.</summary>
    public static Csvblad OfVelden(params string[][] regels) => Of(regels.Select(r => (IReadOnlyList<string>)r));

    /// <summary>What Numo has after a first file.</summary>
    public static Schoolstand Na(params string[] regels)
    {
        var plan = Plan(Schoolstand.Leeg, regels);
        return new Schoolstand(
            1,
            [.. plan.Leerlingen.Select(r => new Account<LeerlingGegevens>(AccountId(r.Gegevens.Naam), Accountstatus.Actief, r.Gegevens))],
            [.. plan.Docenten.Select(r => new Account<DocentGegevens>(AccountId(r.Gegevens.Naam), Accountstatus.Actief, r.Gegevens))],
            [.. plan.Groepen.Select(g => new Groep(new GroepId(Guid.NewGuid()), g.Gegevens, Accountstatus.Actief))]);
    }

    /// <summary>What a file does to what Numo has.</summary>
    public static ImportPlan Plan(Schoolstand stand, params string[] regels) => Plan(stand, Opdracht, regels);

    /// <summary>What a file that is read in some way does to what Numo has.</summary>
    public static ImportPlan Plan(Schoolstand stand, Csvopdracht opdracht, params string[] regels) => ImportPlanner.Plan(
        stand, Groepsherkenning.Match(Of(regels).Read(opdracht).Value, stand), LeerlingBuilder.Kader);

    /// <summary>What happens to somebody; null when the plan does not tell of that name.</summary>
    public static RegelSoort? Wat(this ImportPlan plan, string roepnaam) =>
        plan.Leerlingen.FirstOrDefault(r => r.Gegevens.Roepnaam == roepnaam)?.Soort
        ?? plan.Docenten.FirstOrDefault(r => r.Gegevens.Roepnaam == roepnaam)?.Soort;

    /// <summary>What is said of somebody.</summary>
    public static IEnumerable<string> Gezegd(this ImportPlan plan, string roepnaam) =>
    [
        .. plan.Leerlingen.Where(r => r.Gegevens.Roepnaam == roepnaam).SelectMany(r => r.Meldingen).Select(m => m.Code),
        .. plan.Docenten.Where(r => r.Gegevens.Roepnaam == roepnaam).SelectMany(r => r.Meldingen).Select(m => m.Code),
    ];

    private static AccountId AccountId(string naam) => new(new Guid(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(naam)).AsSpan(0, 16)));

    public static Groep Groep(string key, string naam, Groepsoort soort = Groepsoort.Stamgroep) => new(
        new GroepId(Guid.NewGuid()),
        new GroepGegevens(new Groepsleutel(Vestigingsnummer.Hoofd, key), soort, naam, 1),
        Accountstatus.Actief);
}
