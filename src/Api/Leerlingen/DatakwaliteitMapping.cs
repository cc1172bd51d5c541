using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Leerlingen.Datakwaliteit;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Leerlingen;

/// <summary>Data quality on the wire.</summary>
internal static class DatakwaliteitMapping
{
    public static GetDatakwaliteit ToRequest(this V1.GetDatakwaliteitRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var schooljaar = ReadSchooljaar(reader, request.Schooljaar);
        return reader.Build(() => new GetDatakwaliteit(school, schooljaar));
    }

    public static ListDatakwaliteit ToRequest(this V1.ListDatakwaliteitRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var soort = reader.EnumOfList(request.Soort, _ => LeerlingEnums.Kwaliteitssoorten.Read(request.Soort), "soort");
        var page = reader.Page(request.PageSize, request.PageToken);
        var schooljaar = ReadSchooljaar(reader, request.Schooljaar);
        return reader.Build(() => new ListDatakwaliteit(school, soort!.Value, page, schooljaar));
    }

    public static V1.GetDatakwaliteitResponse ToProto(DatakwaliteitView view) => new()
    {
        Schooljaar = view.Schooljaar,
        Leerlingen = view.Leerlingen,
        Docenten = view.Docenten,
        Groepen = view.Groepen,
        ImportRunId = view.Run?.ToString() ?? "",
        VergelekenTime = view.Vergeleken.ToTimestamp(),
        Tellingen =
        {
            view.Tellingen.Select(t => new V1.Kwaliteitstelling
            {
                Soort = LeerlingEnums.Kwaliteitssoorten.ToProto(t.Soort),
                Aantal = t.Aantal,
            }),
        },
    };

    public static V1.ListDatakwaliteitResponse ToProto(BevindingenView view) => new()
    {
        Bevindingen = { view.Page.Items.Select(ToProto) },
        NextPageToken = view.Page.Next ?? "",
    };

    private static V1.Bevinding ToProto(BevindingView bevinding) => new()
    {
        Aantal = bevinding.Aantal,
        Leerlingen = { bevinding.Leerlingen.Select(LeerlingMapping.ToProto) },
        Docenten = { bevinding.Docenten.Select(LeerlingMapping.ToProto) },
        Groep = bevinding.Groep is { } groep ? LeerlingMapping.ToProto(groep) : null,
        Bronregel = bevinding.Bronregel is { } regel ? ToProto(regel) : null,
        Verschillend =
        {
            bevinding.Verschillend.Select(paar => new V1.Accountpaar
            {
                EneId = paar.EneId.ToString(),
                AndereId = paar.AndereId.ToString(),
            }),
        },
    };

    private static V1.Bronregel ToProto(BronregelView regel) => new()
    {
        Nummer = regel.Nummer,
        Vestiging = regel.Vestiging ?? "",
        Sleutel = regel.Sleutel ?? "",
        Stamnummer = regel.Stamnummer ?? "",
        IdGebr = regel.IdGebr ?? "",
        Opleidingscode = regel.Opleidingscode ?? "",
        Naam = regel.Naam ?? "",
        Reden = regel.Reden ?? "",
    };

    private static Schooljaar? ReadSchooljaar(RequestReader reader, string text) =>
        text.Length == 0 ? null : reader.Take(Schooljaar.Create(text), "schooljaar");
}
