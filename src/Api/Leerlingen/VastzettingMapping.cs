using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Api.Leerlingen;

/// <summary>Pins, as they are asked for and shown.</summary>
internal static class VastzettingMapping
{
    public static PinLeerling ToRequest(this V1.PinLeerlingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var leerling = reader.AccountId(request.LeerlingId, "leerling_id");
        var (reden, totEnMet) = (ReadReden(reader, request.Reden), reader.Day(request.TotEnMet, "tot_en_met"));
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new PinLeerling(
            school, leerling, reden, totEnMet, RequestReader.Etag(request.Etag), requestId, request.ValidateOnly));
    }

    public static UnpinLeerling ToRequest(this V1.UnpinLeerlingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var leerling = reader.AccountId(request.LeerlingId, "leerling_id");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new UnpinLeerling(
            school, leerling, RequestReader.Etag(request.Etag), requestId, request.ValidateOnly));
    }

    public static PinDocent ToRequest(this V1.PinDocentRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var docent = reader.AccountId(request.DocentId, "docent_id");
        var (reden, totEnMet) = (ReadReden(reader, request.Reden), reader.Day(request.TotEnMet, "tot_en_met"));
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new PinDocent(
            school, docent, reden, totEnMet, RequestReader.Etag(request.Etag), requestId, request.ValidateOnly));
    }

    public static UnpinDocent ToRequest(this V1.UnpinDocentRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var docent = reader.AccountId(request.DocentId, "docent_id");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new UnpinDocent(
            school, docent, RequestReader.Etag(request.Etag), requestId, request.ValidateOnly));
    }

    public static V1.Vastzetting? ToProto(Vastzetting? vastzetting) => vastzetting is null ? null : new V1.Vastzetting
    {
        Reden = vastzetting.Reden,
        TotEnMet = vastzetting.TotEnMet.ToProto(),
        Door = vastzetting.Door,
        SindsTime = vastzetting.Sinds.ToTimestamp(),
    };

    private static string ReadReden(RequestReader reader, string text) =>
        reader.Text(text, Vastzetting.LongestReden, "reden");
}
