using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen;

/// <summary>A way in which a koppeling that worked can be broken, with what a diagnosis must say of it.</summary>
/// <param name="Naam">As the runbook names it.</param>
/// <param name="Soort">The check that does not succeed.</param>
/// <param name="Code">Its code.</param>
/// <param name="Poort">The gate that it speaks of, if any.</param>
/// <param name="Actiehouder">Who must act.</param>
/// <param name="Advies">A part of the advice that no other has.</param>
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

    /// <summary>The gate that lapses, if any: no warning and no outage makes one lapse.</summary>
    public Poort Vervalt
    {
        get => field != Poort.Unspecified || Uitkomst == Controleuitkomst.Waarschuwing ? field : Poort;
        init;
    }

    /// <summary>The table: the same rows, in the same order, as the first in docs/runbooks/koppeling.md.</summary>
    public static IReadOnlyList<Storing> All { get; } =
    [
        new(
            "port 8800 closed",
            Controlesoort.Verbinding,
            "NIET_BEREIKBAAR",
            Poort.Allowlisting,
            Actiehouder.Magister,
            "De webservice was bereikbaar en is het niet meer: laat het IP-adres",
            (numo, _, _) => numo.Simulator.SetMagisterOpenAsync(open: false, CancellationToken.None)),
        new(
            "wrong user or password",
            Controlesoort.Inloggen,
            "INLOGGEN_GEWEIGERD",
            Poort.WachtwoordEnQuery,
            Actiehouder.School,
            "Zet in Magister opnieuw het wachtwoord dat u van Kurve kreeg",
            SetUp(inrichting => inrichting.Wachtwoord = "heel iets anders")),
        new(
            "list missing",
            Controlesoort.RechtOpLijst,
            "MAGISTER_MELDT_FOUT",
            Poort.Webservice,
            Actiehouder.School,
            "Controleer of de lijst bestaat",
            SetUp(inrichting => inrichting.Lijst = false)),
        new(
            "no right on the list",
            Controlesoort.RechtOpLijst,
            "GEEN_RECHT_OP_LIJST",
            Poort.Webservice,
            Actiehouder.School,
            "Vink die lijst aan bij de gebruiker",
            SetUp(inrichting => inrichting.Recht = false)),
        new(
            "wrong columns",
            Controlesoort.Kolommen,
            "KOLOMMEN_ONTBREKEN",
            Poort.WachtwoordEnQuery,
            Actiehouder.School,
            "Plaats de query van Kurve opnieuw",
            SetUp(inrichting => inrichting.Query = false)),
        new(
            "empty list",
            Controlesoort.Kolommen,
            "LIJST_LEEG",
            Poort.WachtwoordEnQuery,
            Actiehouder.School,
            "Laad de query van Kurve opnieuw in Decibel",
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
            "meldt een storing (HTTP 503). Probeer het later opnieuw",
            Misbehave(MagisterMisbehaviour.Http503)),
        new(
            "web service refuses the user",
            Controlesoort.RechtOpLijst,
            "WEBSERVICE_GEWEIGERD",
            Poort.Webservice,
            Actiehouder.School,
            "gebruikers of die gebruiker bestaat en actief is",
            Misbehave(MagisterMisbehaviour.Http403)),
        new(
            "no web service at the address",
            Controlesoort.Inloggen,
            "WEBSERVICE_ONBEKEND",
            Poort.Unspecified,
            Actiehouder.School,
            "staat geen webservice van Magister (HTTP 404)",
            Misbehave(MagisterMisbehaviour.Http404)),
        new(
            "login without a session",
            Controlesoort.Inloggen,
            "GEEN_SESSIE",
            Poort.Unspecified,
            Actiehouder.Magister,
            "Het wachtwoord is goed",
            Misbehave(MagisterMisbehaviour.LoginWithoutToken)),
        new(
            "fault of the web service itself",
            Controlesoort.Inloggen,
            "MAGISTER_SERVERFOUT",
            Poort.Unspecified,
            Actiehouder.Magister,
            "Magisters webservice meldt een fout aan zijn eigen kant",
            Misbehave(MagisterMisbehaviour.FaultServer)),
        new(
            "Kurve unknown to UWLR",
            Controlesoort.UwlrToegang,
            "UWLR_KLANT_ONBEKEND",
            Poort.Unspecified,
            Actiehouder.Kurve,
            "Controleer Numo:Uwlr:Klantcode en Klantnaam",
            Misbehave(UwlrMisbehaviour.FaultOngeldigeKlantIdentificatie)),
        new(
            "wrong UWLR key of Kurve",
            Controlesoort.UwlrToegang,
            "UWLR_SLEUTEL_ONGELDIG",
            Poort.Unspecified,
            Actiehouder.Kurve,
            "Controleer Numo:Uwlr:Autorisatiesleutel",
            (numo, _, _) => numo.Api.RestartAsync((Sleutel, "een-andere-sleutel"))),
        new(
            "wrong UWLR key of the school's own, or no consent",
            Controlesoort.UwlrToegang,
            "SLEUTEL_OF_TOESTEMMING",
            Poort.Unspecified,
            Actiehouder.Kurve,
            "Controleer de autorisatiesleutel als de school al toestemming gaf",
            (_, school, _) => UpdateAsync(school, request => request.UwlrAutorisatiesleutel = "een-andere-sleutel"))
        {
            Uitkomst = Controleuitkomst.Waarschuwing,
            Vervalt = Poort.Toestemming,
        },
        new(
            "no consent",
            Controlesoort.Toestemming,
            "UWLR_AUTORISATIE_ONGELDIG",
            Poort.Toestemming,
            Actiehouder.School,
            "Geef in Magister toestemming voor de koppeling met Numo",
            SetUp(inrichting => inrichting.Toestemming = false)),
        new(
            "UWLR refuses Kurve for this school",
            Controlesoort.Toestemming,
            "UWLR_TOEGANG_GEWEIGERD",
            Poort.Toestemming,
            Actiehouder.School,
            "geeft geen toegang tot deze school (HTTP 403)",
            Misbehave(UwlrMisbehaviour.Http403)),
        new(
            "no UWLR at the address",
            Controlesoort.UwlrToegang,
            "UWLR_ADRES_ONBEKEND",
            Poort.Unspecified,
            Actiehouder.Kurve,
            "Kurve moet Numo:Uwlr:Endpoint",
            Misbehave(UwlrMisbehaviour.Http410)),
        new(
            "fault of UWLR itself",
            Controlesoort.UwlrToegang,
            "UWLR_SERVERFOUT",
            Poort.Unspecified,
            Actiehouder.Magister,
            "Magister meldt een fout aan zijn eigen kant",
            Misbehave(UwlrMisbehaviour.FaultServer)),
        new(
            "data of another school",
            Controlesoort.Toestemming,
            "ANDERE_SCHOOL",
            Poort.Toestemming,
            Actiehouder.Magister,
            "van een andere school of vestiging",
            Misbehave(UwlrMisbehaviour.OtherBrin)),
        new(
            "UWLR has no pupils",
            Controlesoort.Toestemming,
            "GEEN_GEGEVENS",
            Poort.Toestemming,
            Actiehouder.School,
            "Controleer of Magister dit schooljaar leerlingen heeft",
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
            "Controleer of de query in Magister de juiste leerlingen en kolommen geeft",
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
