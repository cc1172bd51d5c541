using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Duration = Google.Protobuf.WellKnownTypes.Duration;

namespace Kurve.Numo.Api.Koppelingen;

internal static class KoppelingMapping
{
    private const int LongestSecret = 200;
    private const int LongestText = 500;

    public static CreateKoppeling ToRequest(this V1.CreateKoppelingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var las = reader.Enum(request.Las, n => (Las)(n - 1), "las");
        if (las is null)
        {
            reader.Refuse(
                "las",
                "LAS_ONTBREEKT",
                "Say which school administration this is, such as LAS_MAGISTER.",
                "Kies een administratie.");
        }

        var domein = reader.Take(Schooldomein.Create(request.Schooldomein), "schooldomein");
        var gebruiker = request.WebserviceGebruiker.Length == 0
            ? Koppeling.DefaultGebruiker
            : reader.Text(request.WebserviceGebruiker, LongestSecret, "webservice_gebruiker");
        var wachtwoord = ReadSecret(reader, request.WebserviceWachtwoord, "webservice_wachtwoord");
        var sleutel = ReadSecret(reader, request.UwlrAutorisatiesleutel, "uwlr_autorisatiesleutel");
        var endpoint = ReadEndpoint(reader, request.UwlrEndpoint);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new CreateKoppeling(
            school,
            las!.Value,
            domein,
            gebruiker,
            wachtwoord,
            endpoint,
            sleutel,
            requestId));
    }

    public static GetKoppeling ToRequest(this V1.GetKoppelingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        return reader.Build(() => new GetKoppeling(school));
    }

    public static UpdateKoppeling ToRequest(this V1.UpdateKoppelingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        Schooldomein? domein = request.Schooldomein.Length == 0
            ? null
            : reader.Take(Schooldomein.Create(request.Schooldomein), "schooldomein");
        var gebruiker = request.WebserviceGebruiker.Length == 0
            ? null
            : reader.Text(request.WebserviceGebruiker, LongestSecret, "webservice_gebruiker");
        var wachtwoord = ReadSecret(reader, request.WebserviceWachtwoord, "webservice_wachtwoord");
        var endpoint = ReadEndpoint(reader, request.UwlrEndpoint);
        var sleutel = ReadSecret(reader, request.UwlrAutorisatiesleutel, "uwlr_autorisatiesleutel");
        if (request.ZonderEigenUwlr && (endpoint is not null || sleutel is not null))
        {
            reader.Refuse(
                "zonder_eigen_uwlr",
                "EIGEN_UWLR_TEGENSTRIJDIG",
                "Either give the school a UWLR address or key of its own, or take them away; not both.",
                "Kies: een eigen UWLR-adres of -sleutel opgeven, of teruggaan naar die van Kurve.");
        }

        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new UpdateKoppeling(
            school,
            domein,
            gebruiker,
            wachtwoord,
            endpoint,
            sleutel,
            request.ZonderEigenUwlr,
            RequestReader.Etag(request.Etag),
            requestId));
    }

    public static ListKoppelingen ToRequest(this V1.ListKoppelingenRequest request)
    {
        var reader = new RequestReader();
        var page = reader.Page(request.PageSize, request.PageToken);
        var filter = new KoppelingFilter(
            reader.Enum(request.Staat, n => (Koppelstaat)(n - 1), "staat"),
            reader.Enum(request.Poort, n => (Poort)(n - 1), "poort"),
            reader.Enum(request.Status, n => (Poortstatus)(n - 1), "status"),
            request.ProefMislukt,
            request.NietBeproefdSinds?.ToDateTimeOffset());
        if (filter is { Status: not null, Poort: null })
        {
            reader.Refuse("poort", "POORT_ONTBREEKT", "Say which gate must have this status.");
        }

        return reader.Build(() => new ListKoppelingen(page, filter));
    }

    public static IssueActivationKit ToRequest(this V1.IssueActivationKitRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var vorm = ReadAliasvorm(reader, request.Aliasvorm);
        return reader.Build(() => new IssueActivationKit(school, vorm, RequestReader.Etag(request.Etag)));
    }

    public static GetInstructies ToRequest(this V1.GetInstructiesRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var vorm = ReadAliasvorm(reader, request.Aliasvorm);
        return reader.Build(() => new GetInstructies(school, vorm));
    }

    public static RotateWachtwoord ToRequest(this V1.RotateWachtwoordRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        return reader.Build(() => new RotateWachtwoord(school, request.Opnieuw, RequestReader.Etag(request.Etag)));
    }

    public static ICommand<KoppelingView> ToRequest(this V1.RecordStepRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var poort = reader.Enum(request.Poort, n => (Poort)(n - 1), "poort");
        if (poort is null)
        {
            reader.Refuse("poort", "POORT_ONTBREEKT", "Say which gate, such as POORT_TOESTEMMING.", "Kies een stap.");
        }

        var text = reader.Text(request.Toelichting, LongestText, "toelichting");
        var requestId = reader.RequestId(request.RequestId);
        var etag = RequestReader.Etag(request.Etag);
        return reader.Build<ICommand<KoppelingView>>(() => request.Bevestigd
            ? new ConfirmStep(school, poort!.Value, text, etag, requestId)
            : new ReportStep(school, poort!.Value, text, etag, requestId));
    }

    public static SchoolId ToSchoolId(this V1.TestKoppelingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        return reader.Build(() => school);
    }

    public static ActivateKoppeling ToRequest(this V1.ActivateKoppelingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new ActivateKoppeling(school, RequestReader.Etag(request.Etag), requestId));
    }

    public static SuspendKoppeling ToRequest(this V1.SuspendKoppelingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var reden = reader.Text(request.Reden, LongestText, "reden");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new SuspendKoppeling(school, reden, RequestReader.Etag(request.Etag), requestId));
    }

    public static ResumeKoppeling ToRequest(this V1.ResumeKoppelingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new ResumeKoppeling(school, RequestReader.Etag(request.Etag), requestId));
    }

    public static V1.Koppeling ToProto(this KoppelingView koppeling) => new()
    {
        SchoolId = koppeling.SchoolId.ToString(),
        Las = (V1.Las)((int)koppeling.Las + 1),
        Schooldomein = koppeling.Schooldomein,
        WebserviceGebruiker = koppeling.WebserviceGebruiker,
        Actief = koppeling.Staat == Koppelstaat.Actief,
        Staat = (V1.Koppelstaat)((int)koppeling.Staat + 1),
        Poorten = { koppeling.Poorten.Select(ToProto) },
        OpgeschortReden = koppeling.Opgeschort?.Bewijs ?? "",
        PakketUitgegeven = koppeling.PakketUitgegeven.ToTimestamp(),
        WachtwoordWisselt = koppeling.WachtwoordWisselt,
        UwlrEndpoint = koppeling.UwlrEndpoint ?? "",
        EigenUwlrSleutel = koppeling.EigenUwlrSleutel,
        CreateTime = koppeling.Gemaakt.ToTimestamp(),
        Etag = Etags.Of(koppeling.Versie),
    };

    public static V1.GetKoppelingResponse ToProto(this KoppelingDetails details) => new()
    {
        Koppeling = details.Koppeling.ToProto(),
        Geschiedenis = { details.Geschiedenis.Select(ToProto) },
        LaatsteProef = details.LaatsteProef is { } proef ? ToProto(proef) : null,
    };

    public static V1.ListKoppelingenResponse ToProto(Page<KoppelingRegel> page) => new()
    {
        Koppelingen =
        {
            page.Items.Select(regel => new V1.KoppelingRegel
            {
                Koppeling = regel.Koppeling.ToProto(),
                Naam = regel.Naam,
                Brin = regel.Brin,
                LaatsteProef = regel.LaatsteProef.ToTimestamp(),
                ProefGeslaagd = regel.ProefGeslaagd,
            }),
        },
        NextPageToken = page.Next ?? "",
    };

    public static V1.IssueActivationKitResponse ToProto(this ActivationKit kit) => new()
    {
        Koppeling = kit.Koppeling.ToProto(),
        Wachtwoord = kit.Wachtwoord.Reveal(),
        Query = kit.Pakket.Query,
        QueryVersie = kit.Pakket.QueryVersie,
        QueryBestand = kit.Pakket.QueryBestand,
        InstructiesTekst = kit.Pakket.Tekst,
        InstructiesHtml = kit.Pakket.Html,
    };

    public static V1.GetInstructiesResponse ToProto(this Instructiepakket pakket) => new()
    {
        Query = pakket.Query,
        QueryVersie = pakket.QueryVersie,
        QueryBestand = pakket.QueryBestand,
        InstructiesTekst = pakket.Tekst,
        InstructiesHtml = pakket.Html,
    };

    public static V1.Controle ToProto(this Controle controle) => new()
    {
        Soort = (V1.Controlesoort)((int)controle.Soort + 1),
        Uitkomst = (V1.Controleuitkomst)((int)controle.Uitkomst + 1),
        Duur = Duration.FromTimeSpan(controle.Duur),
        Gezien = controle.Gezien,
        Poort = controle.Poort is { } poort ? (V1.Poort)((int)poort + 1) : V1.Poort.Unspecified,
        Actiehouder = KoppelingEnums.Actiehouders.ToProto(controle.Actiehouder),
        Advies = controle.Advies,
        Code = controle.Code,
    };

    private static V1.Poortstand ToProto(Poortadvies advies) => new()
    {
        Poort = (V1.Poort)((int)advies.Stand.Poort + 1),
        Status = (V1.Poortstatus)((int)advies.Stand.Status + 1),
        Sinds = advies.Stand.Laatste?.Moment.ToTimestamp(),
        Door = advies.Stand.Laatste?.Door ?? "",
        Bewijs = advies.Stand.Laatste?.Bewijs ?? "",
        Actiehouder = KoppelingEnums.Actiehouders.ToProto(advies.Actiehouder),
        VolgendeStap = advies.Stap,
    };

    private static V1.Poortgebeurtenis ToProto(Poortgebeurtenis gebeurtenis) => new()
    {
        Poort = (V1.Poort)((int)gebeurtenis.Poort + 1),
        Van = (V1.Poortstatus)((int)gebeurtenis.Van + 1),
        Naar = (V1.Poortstatus)((int)gebeurtenis.Naar + 1),
        Moment = gebeurtenis.Feit.Moment.ToTimestamp(),
        Door = gebeurtenis.Feit.Door,
        Bewijs = gebeurtenis.Feit.Bewijs,
    };

    private static V1.Proef ToProto(Proef proef) => new()
    {
        Moment = proef.Moment.ToTimestamp(),
        Door = proef.Door,
        Geslaagd = proef.Geslaagd,
        Controles = { proef.Controles.Select(ToProto) },
    };

    private static Aliasvorm ReadAliasvorm(RequestReader reader, V1.Aliasvorm vorm) =>
        reader.Enum(vorm, n => (Aliasvorm)(n - 1), "aliasvorm") ?? Aliasvorm.Botsingsvrij;

    /// <summary>
    /// A secret is taken as it is, spaces included; only its length is looked at, and it is never repeated.
    /// </summary>
    private static Geheim? ReadSecret(RequestReader reader, string text, string field)
    {
        if (text.Length > LongestSecret)
        {
            reader.Refuse(
                field,
                "TEKST_ONGELDIG",
                $"Expected at most {LongestSecret} characters.",
                $"Vul hoogstens {LongestSecret} tekens in.");
        }

        return text.Length == 0 ? null : new Geheim(text);
    }

    private static Uri? ReadEndpoint(RequestReader reader, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var endpoint))
        {
            return endpoint;
        }

        reader.Refuse(
            "uwlr_endpoint", "ENDPOINT_ONGELDIG", "Expected an absolute https address.", "Vul een volledig adres in.");
        return null;
    }
}
