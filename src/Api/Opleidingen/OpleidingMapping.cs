using Google.Protobuf.Collections;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Opleidingen;

internal static class OpleidingMapping
{
    private const int LongestCode = 200;
    private const int LongestCsv = 2_000_000;

    public static ListOpleidingen ToRequest(this V1.ListOpleidingenRequest request)
    {
        var reader = new RequestReader();
        var page = reader.Page(request.PageSize, request.PageToken);
        var sector = reader.Enum(request.Sector, _ => OpleidingEnums.Sectoren.Read(request.Sector), "sector");
        return reader.Build(() => new ListOpleidingen(page, sector));
    }

    public static TranslateOpleidingscode ToRequest(this V1.TranslateOpleidingscodeRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var code = reader.Text(request.Opleidingscode, LongestCode, "opleidingscode");
        var schooljaar = ReadSchooljaar(reader, request.Schooljaar, "schooljaar");
        int? leerjaar = request.Leerjaar == 0 ? null : request.Leerjaar;
        return reader.Build(() => new TranslateOpleidingscode(school, code, leerjaar, schooljaar));
    }

    public static SetVertaling ToRequest(this V1.SetVertalingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var code = reader.Text(request.Opleidingscode, LongestCode, "opleidingscode");
        var opleiding = reader.Text(request.Opleiding, LongestCode, "opleiding");
        var vanaf = ReadSchooljaar(reader, request.SchooljaarVanaf, "schooljaar_vanaf");
        var tot = ReadSchooljaar(reader, request.SchooljaarTot, "schooljaar_tot");
        var requestId = reader.RequestId(request.RequestId);
        var verwanten = ReadVerwanten(reader, request.VerwanteCodes);
        return reader.Build(() => new SetVertaling(
            school, code, opleiding, vanaf, tot, RequestReader.Etag(request.Etag), requestId, request.ValidateOnly)
        {
            Verwanten = verwanten,
        });
    }

    public static DeleteVertaling ToRequest(this V1.DeleteVertalingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var code = reader.Take(Vertaalcode.Create(request.Opleidingscode), "opleidingscode");
        var vanaf = ReadSchooljaar(reader, request.SchooljaarVanaf, "schooljaar_vanaf");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new DeleteVertaling(school, code, vanaf, RequestReader.Etag(request.Etag), requestId));
    }

    public static ListVertalingen ToRequest(this V1.ListVertalingenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var page = reader.Page(request.PageSize, request.PageToken);
        var schooljaar = ReadSchooljaar(reader, request.Schooljaar, "schooljaar");
        return reader.Build(() => new ListVertalingen(school, page, schooljaar));
    }

    public static ListUnknownOpleidingscodes ToRequest(this V1.ListUnknownOpleidingscodesRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var page = reader.Page(request.PageSize, request.PageToken);
        return reader.Build(() => new ListUnknownOpleidingscodes(school, page));
    }

    public static GetVertaalinstelling ToRequest(this V1.GetVertaalinstellingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        return reader.Build(() => new GetVertaalinstelling(school));
    }

    public static UpdateVertaalinstelling ToRequest(this V1.UpdateVertaalinstellingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new UpdateVertaalinstelling(
            school, request.Locatiecijfer, RequestReader.Etag(request.Etag), requestId));
    }

    public static ImportCrebo ToRequest(this V1.ImportCreboRequest request)
    {
        var reader = new RequestReader();
        var csv = reader.Text(request.Csv, LongestCsv, "csv");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new ImportCrebo(csv, requestId, request.ValidateOnly));
    }

    public static V1.ListOpleidingenResponse ToProto(Page<Opleiding> page) => new()
    {
        Opleidingen = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    public static V1.TranslateOpleidingscodeResponse ToProto(this Vertaling vertaling, string code) => new()
    {
        Opleiding = vertaling.Opleiding is { } opleiding ? ToProto(opleiding) : null,
        Regel = OpleidingEnums.Regels.ToProto(vertaling.Lezing.Regel),
        Zekerheid = OpleidingEnums.Zekerheden.ToProto(vertaling.Zekerheid),
        Leerjaar = vertaling.Leerjaar ?? 0,
        Leerjaaruitkomst = OpleidingEnums.Leerjaaruitkomsten.ToProto(vertaling.Leerjaaruitkomst),
        Leerjaren = { vertaling.Lezing.Leerjaren },
        Alternatieven = { vertaling.Lezing.Alternatieven.Select(ToProto) },
        Uitleg = Vertaaluitleg.Dutch(code, vertaling),
        Explanation = Vertaaluitleg.English(code, vertaling),
        VerwanteCode = vertaling.Lezing.Verwante ?? "",
        AantalScholen = vertaling.Lezing.Scholen,
    };

    public static V1.SetVertalingResponse ToProto(this VertalingenView settled, Page<OnbekendeCodeView> offered) => new()
    {
        Vertaling = settled.Vertaling.ToProto(),
        VerwanteVertalingen = { settled.Verwanten.Select(ToProto) },
        VerwanteCodes =
        {
            offered.Items
                .Where(code => !settled.Verwanten.Any(v => Vertaalcode.AreSame(v.Opleidingscode, code.Opleidingscode)))
                .Select(ToProto),
        },
    };

    public static V1.Vertaling ToProto(this VertalingView vertaling) => new()
    {
        SchoolId = vertaling.SchoolId.ToString(),
        Opleidingscode = vertaling.Opleidingscode,
        Opleiding = vertaling.Opleiding,
        OpleidingNaam = vertaling.OpleidingNaam,
        SchooljaarVanaf = vertaling.Vanaf,
        SchooljaarTot = vertaling.Tot ?? "",
        Door = vertaling.Door,
        UpdateTime = vertaling.Gewijzigd.ToTimestamp(),
        Etag = Etags.Of(vertaling.Versie),
    };

    public static V1.ListVertalingenResponse ToProto(Page<VertalingView> page) => new()
    {
        Vertalingen = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    public static V1.ListUnknownOpleidingscodesResponse ToProto(Page<OnbekendeCodeView> page) => new()
    {
        Opleidingscodes = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    public static V1.Vertaalinstelling ToProto(this VertaalinstellingView instelling) => new()
    {
        SchoolId = instelling.SchoolId.ToString(),
        Locatiecijfer = instelling.Locatiecijfer,
        Etag = Etags.Of(instelling.Versie),
    };

    private static V1.OnbekendeOpleidingscode ToProto(OnbekendeCodeView code) => new()
    {
        Opleidingscode = code.Opleidingscode,
        Reden = OpleidingEnums.Redenen.ToProto(code.Reden),
        AantalLeerlingen = code.AantalLeerlingen,
        Klassen = { code.Klassen },
        Leerjaren = { code.Leerjaren },
        Opleiding = code.Lezing.Opleiding is { } opleiding ? ToProto(opleiding) : null,
        Zekerheid = OpleidingEnums.Zekerheden.ToProto(code.Lezing.Zekerheid),
        Alternatieven = { code.Lezing.Alternatieven.Select(ToProto) },
        Regel = OpleidingEnums.Regels.ToProto(code.Lezing.Regel),
        VerwanteCode = code.Lezing.Verwante ?? "",
        AantalScholen = code.Lezing.Scholen,
        VerwanteCodes = { code.Verwanten },
    };

    private static V1.Opleiding ToProto(Opleiding opleiding) => new()
    {
        Code = opleiding.Code,
        Naam = opleiding.Naam,
        Sector = OpleidingEnums.Sectoren.ToProto(opleiding.Sector),
        Leerjaren = { opleiding.Leerjaren },
        Taal = (V1.Referentieniveau)((int?)opleiding.Taal ?? 0),
        Rekenen = (V1.Referentieniveau)((int?)opleiding.Rekenen ?? 0),
    };

    private static string[] ReadVerwanten(RequestReader reader, RepeatedField<string> codes)
    {
        if (codes.Count > SetVertaling.MostVerwanten)
        {
            reader.Refuse(
                "verwante_codes",
                "TE_VEEL_CODES",
                $"verwante_codes has {codes.Count} codes; at most {SetVertaling.MostVerwanten} are settled at once.",
                $"Leg hoogstens {SetVertaling.MostVerwanten} verwante codes tegelijk vast.");
            return [];
        }

        return [.. codes.Select((code, i) => reader.Text(code, LongestCode, $"verwante_codes[{i}]"))];
    }

    private static Schooljaar? ReadSchooljaar(RequestReader reader, string text, string field) =>
        text.Length == 0 ? null : reader.Take(Schooljaar.Create(text), field);
}
