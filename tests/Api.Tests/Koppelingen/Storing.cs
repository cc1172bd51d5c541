using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen;

/// <summary>A way in which a koppeling that worked can be broken, with what a diagnosis must say of it.</summary>
/// <param name="Naam">As the runbook names it.</param>
/// <param name="Soort">The check that does not succeed.</param>
/// <param name="Code">Its code.</param>
/// <param name="Poort">The gate that it refutes, if any.</param>
/// <param name="Actiehouder">Who must act.</param>
/// <param name="Advies">A word of what they must do.</param>
/// <param name="Breek">Breaks it.</param>
internal sealed record Storing(
    string Naam,
    Controlesoort Soort,
    string Code,
    Poort Poort,
    Actiehouder Actiehouder,
    string Advies,
    Func<EndToEnd, TestSchool, SimulatedSchool, Task> Breek)
{
    /// <summary>The setting that holds Kurve's UWLR key.</summary>
    public const string Sleutel = "Numo:Uwlr:Autorisatiesleutel";

    public Controleuitkomst Uitkomst { get; init; } = Controleuitkomst.Mislukt;

    /// <summary>The table: the same rows, in the same order, as in docs/runbooks/koppeling.md.</summary>
    public static IReadOnlyList<Storing> All { get; } =
    [
        new(
            "port 8800 closed",
            Controlesoort.Verbinding,
            "NIET_BEREIKBAAR",
            Poort.Allowlisting,
            Actiehouder.Magister,
            "192.0.2.7",
            (numo, _, _) => numo.Simulator.SetMagisterOpenAsync(open: false, CancellationToken.None)),
        new(
            "wrong user or password",
            Controlesoort.Inloggen,
            "INLOGGEN_GEWEIGERD",
            Poort.WachtwoordEnQuery,
            Actiehouder.School,
            "wachtwoord",
            SetUp(inrichting => inrichting.Wachtwoord = "heel iets anders")),
        new(
            "list missing",
            Controlesoort.RechtOpLijst,
            "MAGISTER_MELDT_FOUT",
            Poort.Webservice,
            Actiehouder.School,
            "lijst",
            SetUp(inrichting => inrichting.Lijst = false)),
        new(
            "no right on the list",
            Controlesoort.RechtOpLijst,
            "GEEN_RECHT_OP_LIJST",
            Poort.Webservice,
            Actiehouder.School,
            "recht",
            SetUp(inrichting => inrichting.Recht = false)),
        new(
            "wrong columns",
            Controlesoort.Kolommen,
            "KOLOMMEN_ONTBREKEN",
            Poort.WachtwoordEnQuery,
            Actiehouder.School,
            "query",
            SetUp(inrichting => inrichting.Query = false)),
        new(
            "empty list",
            Controlesoort.Kolommen,
            "LIJST_LEEG",
            Poort.Unspecified,
            Actiehouder.School,
            "F9",
            Misbehave(MagisterMisbehaviour.EmptyTable))
        {
            Uitkomst = Controleuitkomst.Waarschuwing,
        },
        new(
            "outage of the web service",
            Controlesoort.Inloggen,
            "HTTP_STATUS",
            Poort.Unspecified,
            Actiehouder.Magister,
            "storing",
            Misbehave(MagisterMisbehaviour.Http503)),
        new(
            "Kurve unknown to UWLR",
            Controlesoort.UwlrToegang,
            "UWLR_KLANT_ONBEKEND",
            Poort.Unspecified,
            Actiehouder.Kurve,
            "Kurve",
            Misbehave(UwlrMisbehaviour.FaultOngeldigeKlantIdentificatie)),
        new(
            "wrong UWLR key of Kurve",
            Controlesoort.UwlrToegang,
            "UWLR_SLEUTEL_ONGELDIG",
            Poort.Unspecified,
            Actiehouder.Kurve,
            "sleutel",
            (numo, _, _) => numo.Api.RestartAsync((Sleutel, "een-andere-sleutel"))),
        new(
            "wrong UWLR key of the school's own, or no consent",
            Controlesoort.UwlrToegang,
            "SLEUTEL_OF_TOESTEMMING",
            Poort.Unspecified,
            Actiehouder.Kurve,
            "sleutel",
            (_, school, _) => UpdateAsync(school, request => request.UwlrAutorisatiesleutel = "een-andere-sleutel"))
        {
            Uitkomst = Controleuitkomst.Waarschuwing,
        },
        new(
            "no consent",
            Controlesoort.Toestemming,
            "UWLR_AUTORISATIE_ONGELDIG",
            Poort.Toestemming,
            Actiehouder.School,
            "toestemming",
            SetUp(inrichting => inrichting.Toestemming = false)),
        new(
            "data of another school",
            Controlesoort.Toestemming,
            "ANDERE_SCHOOL",
            Poort.Toestemming,
            Actiehouder.Magister,
            "andere school",
            Misbehave(UwlrMisbehaviour.OtherBrin)),
        new(
            "UWLR has no pupils",
            Controlesoort.Toestemming,
            "GEEN_GEGEVENS",
            Poort.Unspecified,
            Actiehouder.School,
            "schooljaar",
            Misbehave(UwlrMisbehaviour.Geengegevens))
        {
            Uitkomst = Controleuitkomst.Waarschuwing,
        },
        new(
            "the lists do not fit",
            Controlesoort.Dekking,
            "BRONNEN_PASSEN_NIET",
            Poort.WachtwoordEnQuery,
            Actiehouder.School,
            "query",
            Misbehave(MagisterMisbehaviour.OtherPupils)),
    ];

    private static Func<EndToEnd, TestSchool, SimulatedSchool, Task> SetUp(Action<Inrichting> change) =>
        (numo, _, simulated) =>
        {
            change(numo.Simulator.InrichtingOf(simulated));
            return Task.CompletedTask;
        };

    private static Func<EndToEnd, TestSchool, SimulatedSchool, Task> Misbehave(MagisterMisbehaviour kind) =>
        (numo, _, simulated) =>
        {
            numo.Simulator.Misbehaviour.Add(kind, simulated.Brin);
            return Task.CompletedTask;
        };

    private static Func<EndToEnd, TestSchool, SimulatedSchool, Task> Misbehave(UwlrMisbehaviour kind) =>
        (numo, _, simulated) =>
        {
            numo.Simulator.Misbehaviour.Add(kind, simulated.Brin);
            return Task.CompletedTask;
        };

    private static async Task UpdateAsync(TestSchool school, Action<UpdateKoppelingRequest> change)
    {
        var request = new UpdateKoppelingRequest { SchoolId = school.Id };
        change(request);
        await school.Koppelingen.UpdateKoppelingAsync(request);
    }
}
