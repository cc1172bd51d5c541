using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;

namespace Kurve.Numo.Api.Koppelingen;

internal static class KoppelingMapping
{
    private const int LongestSecret = 200;

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
        ReadSecret(reader, request.WebserviceWachtwoord, "webservice_wachtwoord");
        var sleutel = request.UwlrAutorisatiesleutel.Length == 0 ? null : new Geheim(request.UwlrAutorisatiesleutel);
        var endpoint = ReadEndpoint(reader, request.UwlrEndpoint);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new CreateKoppeling(
            school,
            las!.Value,
            domein,
            gebruiker,
            new Geheim(request.WebserviceWachtwoord),
            endpoint,
            sleutel,
            !request.Inactief,
            requestId));
    }

    public static GetKoppeling ToRequest(this V1.GetKoppelingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        return reader.Build(() => new GetKoppeling(school));
    }

    public static V1.Koppeling ToProto(this KoppelingView koppeling) => new()
    {
        SchoolId = koppeling.SchoolId.ToString(),
        Las = (V1.Las)((int)koppeling.Las + 1),
        Schooldomein = koppeling.Schooldomein,
        WebserviceGebruiker = koppeling.WebserviceGebruiker,
        Actief = koppeling.Actief,
        UwlrEndpoint = koppeling.UwlrEndpoint ?? "",
        EigenUwlrSleutel = koppeling.EigenUwlrSleutel,
        CreateTime = koppeling.Gemaakt.ToTimestamp(),
        Etag = Etags.Of(koppeling.Versie),
    };

    /// <summary>
    /// A secret is taken as it is, spaces included; only its length is looked at, and it is never repeated.
    /// </summary>
    private static void ReadSecret(RequestReader reader, string text, string field)
    {
        if (text.Length is 0 or > LongestSecret)
        {
            reader.Refuse(
                field,
                "TEKST_ONGELDIG",
                $"Expected 1 to {LongestSecret} characters.",
                $"Vul 1 tot {LongestSecret} tekens in.");
        }
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
