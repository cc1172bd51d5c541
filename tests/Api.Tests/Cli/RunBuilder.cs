using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>Runs as the API tells of them.</summary>
internal static class RunBuilder
{
    public const string SchoolId = "0198f000-0000-7000-8000-000000000001";
    public const string RunId = "0198f000-0000-7000-8000-0000000000aa";
    public const string PlanHash = "3f786850e387550fdab836ed7e6dc881de23001b3f786850e387550fdab836ed";

    public static ImportRun Run(ImportState state, int nieuw = 0, int archiveren = 0) => new()
    {
        Id = RunId,
        SchoolId = SchoolId,
        State = state,
        Schooljaar = "2026-2027",
        PlanHash = state is ImportState.Vergeleken or ImportState.Wachtend or ImportState.Toegepast ? PlanHash : "",
        Leerlingen = new Tellingen { Nieuw = nieuw, Archiveren = archiveren },
        Docenten = new Tellingen(),
        Actiehouder = Actiehouder.School,
    };

    public static ImportRun Braked()
    {
        var run = Run(ImportState.Wachtend, archiveren: 300);
        run.Remmen.Add(new Melding { Code = "REM_ARCHIVEREN", Tekst = "300 van de 800 leerlingen zouden verdwijnen." });
        return run;
    }
}
