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

    public static Groep Groep(string key, string naam, Groepsoort soort = Groepsoort.Stamgroep) => new(
        new GroepId(Guid.NewGuid()),
        new GroepGegevens(new Groepsleutel(Vestigingsnummer.Hoofd, key), soort, naam, 1),
        Accountstatus.Actief);
}
