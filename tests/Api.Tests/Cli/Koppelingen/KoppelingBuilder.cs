using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Koppelingen;

/// <summary>Koppelingen as the API tells of them.</summary>
internal static class KoppelingBuilder
{
    public const string Password = "Kxn4-c7ah-9mwt-p3ye-rj6d-4fkc";

    public const string Etag = "etag-before";

    public static readonly Timestamp Moment = Timestamp.FromDateTimeOffset(new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));

    private static readonly Poort[] Poorten =
        [Poort.Toestemming, Poort.Webservice, Poort.WachtwoordEnQuery, Poort.Allowlisting, Poort.Activatie];

    /// <summary>A koppeling whose gates have these statuses, in their order.</summary>
    public static Koppeling Koppeling(params Poortstatus[] statuses) => new()
    {
        SchoolId = RunBuilder.SchoolId,
        Las = Las.Magister,
        Schooldomein = "delinde",
        WebserviceGebruiker = "Kurve",
        Etag = "1",
        Staat = statuses.All(s => s == Poortstatus.Bevestigd) ? Koppelstaat.Actief : Koppelstaat.InOpbouw,
        Poorten = { Poorten.Zip(statuses, Stand) },
    };

    /// <summary>An API that knows this koppeling.</summary>
    public static FakeApi Api(Koppeling koppeling) => new FakeApi().Answer(
        "GetKoppeling", (GetKoppelingRequest _) => new GetKoppelingResponse { Koppeling = koppeling });

    /// <summary>All gates but the last are proved.</summary>
    public static Koppeling Ready() => Koppeling(
        Poortstatus.Bevestigd, Poortstatus.Bevestigd, Poortstatus.Bevestigd, Poortstatus.Bevestigd, Poortstatus.Open);

    /// <summary>All gates are proved.</summary>
    public static Koppeling Active() => Koppeling(
        Poortstatus.Bevestigd, Poortstatus.Bevestigd, Poortstatus.Bevestigd, Poortstatus.Bevestigd,
        Poortstatus.Bevestigd);

    /// <summary>A bit of everything: proved, proved, lapsed, reported, open.</summary>
    public static Koppeling Halfway() => Koppeling(
        Poortstatus.Bevestigd, Poortstatus.Bevestigd, Poortstatus.Vervallen, Poortstatus.Gemeld, Poortstatus.Open);

    public static Controle Passed(Controlesoort soort) => new()
    {
        Soort = soort,
        Uitkomst = Controleuitkomst.Geslaagd,
        Duur = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(12.4)),
        Gezien = "in orde",
        Actiehouder = Actiehouder.Niemand,
    };

    /// <summary>The same a change later.</summary>
    public static Koppeling Next(this Koppeling koppeling)
    {
        var next = koppeling.Clone();
        next.Etag = "2";
        return next;
    }

    public static Controle Failed(Controlesoort soort) => new()
    {
        Soort = soort,
        Uitkomst = Controleuitkomst.Mislukt,
        Duur = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(340)),
        Gezien = "HTTP 401",
        Actiehouder = Actiehouder.School,
        Advies = "Zet het wachtwoord opnieuw.",
        Code = "INLOGGEN_GEWEIGERD",
    };

    public static Controle Skipped(Controlesoort soort) => new()
    {
        Soort = soort,
        Uitkomst = Controleuitkomst.Overgeslagen,
        Actiehouder = Actiehouder.Niemand,
    };

    public static IssueActivationKitResponse Kit() => new()
    {
        Koppeling = Koppeling(),
        Wachtwoord = Password,
        Query = "SELECT idGebr\nFROM leerling\n",
        QueryVersie = "3",
        QueryBestand = "KurveLeerlingData-99XY.sql",
        InstructiesTekst = "1. Toestemming geven\n",
        InstructiesHtml = "<!DOCTYPE html>\n<p>Toestemming geven</p>\n",
    };

    /// <summary>An API whose school has this koppeling, with an etag.</summary>
    public static FakeApi Having(this FakeApi api, Koppeling koppeling)
    {
        var found = koppeling.Clone();
        found.Etag = Etag;
        return api.Answer("GetKoppeling", (GetKoppelingRequest _) => new GetKoppelingResponse { Koppeling = found });
    }

    private static Poortstand Stand(Poort poort, Poortstatus status) => new()
    {
        Poort = poort,
        Status = status,
        Sinds = status == Poortstatus.Open ? null : Moment,
        Door = status == Poortstatus.Open ? "" : "support",
        Bewijs = status == Poortstatus.Open ? "" : "gezien",
        Actiehouder = status == Poortstatus.Bevestigd ? Actiehouder.Niemand : Actiehouder.School,
        VolgendeStap = status == Poortstatus.Bevestigd ? "" : $"Doe iets aan {poort}.",
    };
}
