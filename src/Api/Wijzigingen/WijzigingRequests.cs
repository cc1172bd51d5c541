using Google.Protobuf.Collections;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Api.Wijzigingen;

/// <summary>Reads requests about messages.</summary>
internal static class WijzigingRequests
{
    private const string Aan = "aan";
    private const string Soorten = "soorten";
    private const string Adressen = "adressen";
    private const string Webhook = "webhook";
    private const string Uur = "uur";

    /// <summary>More than may be stored, so that the rule itself says how many that are.</summary>
    private const int MeesteGelezen = 100;

    private static readonly string[] Alle = [Aan, Soorten, Adressen, Webhook, Uur];

    public static GetBerichtinstelling ToRequest(this V1.GetBerichtinstellingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        return reader.Build(() => new GetBerichtinstelling(school));
    }

    public static UpdateBerichtinstelling ToRequest(this V1.UpdateBerichtinstellingRequest request)
    {
        var reader = new RequestReader();
        var instelling = request.Berichtinstelling ?? new V1.Berichtinstelling();
        var school = reader.SchoolId(instelling.SchoolId, "berichtinstelling.school_id");
        var delen = ReadDelen(reader, instelling, request.UpdateMask?.Paths ?? []);
        var wijziging = new Berichtwijziging(
            delen.Contains(Aan) ? instelling.Aan : null,
            delen.Contains(Soorten) ? ReadSoorten(reader, instelling.Soorten) : null,
            delen.Contains(Adressen) ? ReadAdressen(reader, instelling.Adressen) : null,
            delen.Contains(Webhook) ? ReadWebhook(reader, instelling.Webhook) : null,
            delen.Contains(Uur) ? instelling.Uur : null);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new UpdateBerichtinstelling(
            school, wijziging, RequestReader.Etag(instelling.Etag), request.ValidateOnly, requestId));
    }

    public static RotateWebhookgeheim ToRequest(this V1.RotateWebhookgeheimRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        return reader.Build(() => new RotateWebhookgeheim(school, RequestReader.Etag(request.Etag)));
    }

    public static TestBericht ToRequest(this V1.TestBerichtRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        return reader.Build(() => new TestBericht(school));
    }

    public static ListBerichten ToRequest(this V1.ListBerichtenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var page = reader.Page(request.PageSize, request.PageToken);
        return reader.Build(() => new ListBerichten(school, page));
    }

    private static Berichtsoort[] ReadSoorten(RequestReader reader, RepeatedField<V1.Berichtsoort> soorten) =>
    [
        .. soorten.Take(MeesteGelezen).Select((soort, i) => reader.EnumOfList(
            soort, _ => WijzigingEnums.Soorten.Read(soort), $"berichtinstelling.soorten[{i}]") ?? default),
    ];

    private static string[] ReadAdressen(RequestReader reader, RepeatedField<V1.Berichtadres> adressen) =>
    [
        .. adressen.Take(MeesteGelezen).Select((adres, i) => reader.Text(
            adres.Adres, EmailText.Longest, $"berichtinstelling.adressen[{i}].adres")),
    ];

    private static string ReadWebhook(RequestReader reader, V1.Berichtadres? webhook) => webhook is null
        ? ""
        : reader.Text(webhook.Adres, Berichtinstelling.LangsteWebhook, "berichtinstelling.webhook.adres");

    // Without a mask, what was filled in is changed and nothing else (AIP-134).
    private static HashSet<string> ReadDelen(
        RequestReader reader, V1.Berichtinstelling instelling, RepeatedField<string> mask)
    {
        string[] filled =
        [
            .. instelling.Aan ? [Aan] : Array.Empty<string>(),
            .. instelling.Soorten.Count > 0 ? [Soorten] : Array.Empty<string>(),
            .. instelling.Adressen.Count > 0 ? [Adressen] : Array.Empty<string>(),
            .. instelling.Webhook is not null ? [Webhook] : Array.Empty<string>(),
            .. instelling.Uur != 0 ? [Uur] : Array.Empty<string>(),
        ];
        var paths = mask.Count > 0 ? mask.ToArray() : filled;
        foreach (var path in paths.Except(Alle, StringComparer.Ordinal))
        {
            reader.Refuse(
                "update_mask", "VELD_ONBEKEND", $"'{path}' cannot be changed; choose from {string.Join(", ", Alle)}.");
        }

        return paths.ToHashSet(StringComparer.Ordinal);
    }
}
