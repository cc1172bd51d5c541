using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Leerlingen;

internal static class LeerlingMapping
{
    private const int LargestBatch = 500;
    private const int LongestName = 200;
    private const int LongestKey = 300;
    private const string OrderByName = "naam";

    public static GetLeerling ToRequest(this V1.GetLeerlingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var leerling = reader.AccountId(request.LeerlingId, "leerling_id");
        return reader.Build(() => new GetLeerling(school, leerling));
    }

    public static BatchGetLeerlingen ToRequest(this V1.BatchGetLeerlingenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        if (request.LeerlingIds.Count is 0 or > LargestBatch)
        {
            reader.Refuse(
                "leerling_ids",
                "AANTAL_ONGELDIG",
                $"Expected 1 to {LargestBatch} ids, found {request.LeerlingIds.Count}.");
        }

        AccountId[] ids = [.. request.LeerlingIds.Select((id, i) => reader.AccountId(id, $"leerling_ids[{i}]"))];
        return reader.Build(() => new BatchGetLeerlingen(school, ids));
    }

    public static ListLeerlingen ToRequest(this V1.ListLeerlingenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var page = reader.Page(request.PageSize, request.PageToken);
        var groep = reader.GroepId(request.GroepId);
        Stamnummer? stamnummer = request.Stamnummer.Length == 0
            ? null
            : reader.Take(Stamnummer.Create(request.Stamnummer), "stamnummer");
        var status = reader.Enum(request.Status, _ => LeerlingEnums.Statussen.Read(request.Status), "status");
        var (naam, zoek) = (
            Zoek(reader, request.Naam, LongestName, "naam"), Zoek(reader, request.Zoek, LongestKey, "zoek"));
        if (request.OrderBy is not ("" or OrderByName))
        {
            reader.Refuse(
                "order_by", "VOLGORDE_ONBEKEND", $"'{request.OrderBy}' is no order; expected '{OrderByName}', or nothing.");
        }

        return reader.Build(() => new ListLeerlingen(
            school, page, request.ShowGearchiveerd, groep, request.ZonderDoelgroep, request.AlleenVastgezet)
        {
            Status = status,
            Stamnummer = stamnummer,
            Naam = naam,
            Zoek = zoek,
            OpNaam = request.OrderBy.Length > 0,
            MetTotaal = request.MetTotaal,
        });
    }

    private static Zoektekst? Zoek(RequestReader reader, string text, int longest, string field) =>
        text.Length == 0 ? null : Zoektekst.Of(reader.Text(text, longest, field));


    public static ListGroepen ToRequest(this V1.ListGroepenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var page = reader.Page(request.PageSize, request.PageToken);
        Schooljaar? schooljaar = request.Schooljaar.Length == 0
            ? null
            : reader.Take(Schooljaar.Create(request.Schooljaar), "schooljaar");
        var soort = reader.Enum(request.Soort, n => (Groepsoort)(n - 1), "soort");
        return reader.Build(() => new ListGroepen(school, page, schooljaar, soort, request.ShowGearchiveerd));
    }

    public static ListDocenten ToRequest(this V1.ListDocentenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var page = reader.Page(request.PageSize, request.PageToken);
        var zoek = Zoek(reader, request.Zoek, LongestKey, "zoek");
        return reader.Build(() => new ListDocenten(
            school, page, request.ShowGearchiveerd, request.AlleenVastgezet)
        {
            Zoek = zoek,
        });
    }

    public static ExportLeerlingen ToRequest(this V1.ExportLeerlingenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var hervat = request.ResumeToken.Length == 0 ? null : request.ResumeToken;
        return reader.Build(() => new ExportLeerlingen(
            school, hervat, request.ShowGearchiveerd, request.MetDocenten));
    }

    public static V1.Leerling ToProto(this LeerlingView leerling) => new()
    {
        Id = leerling.Id.ToString(),
        SchoolId = leerling.SchoolId.ToString(),
        Status = leerling.Status.ToProto(),
        Vestiging = leerling.Vestiging,
        EckId = leerling.EckId ?? "",
        UwlrKey = leerling.UwlrKey ?? "",
        Stamnummer = leerling.Stamnummer ?? "",
        IdGebr = leerling.IdGebr ?? "",
        Roepnaam = leerling.Roepnaam ?? "",
        Voorvoegsel = leerling.Voorvoegsel ?? "",
        Achternaam = leerling.Achternaam ?? "",
        Leerjaar = leerling.Leerjaar ?? 0,
        Opleidingscode = leerling.Opleidingscode ?? "",
        Doelgroep = ToDoelgroep(leerling),
        Stamgroep = leerling.Stamgroep is { } stamgroep ? ToProto(stamgroep) : null,
        Groepen = { leerling.Groepen.Select(ToProto) },
        CreateTime = leerling.Gemaakt.ToTimestamp(),
        UpdateTime = leerling.Gewijzigd.ToTimestamp(),
        Etag = Etags.Of(leerling.Versie),
        VergrendeldeVelden = { VeldNamen.OfAll(leerling.Vergrendeld) },
        GearchiveerdDoor = leerling.MetDeHandGearchiveerd?.Door ?? "",
        GearchiveerdTime = leerling.MetDeHandGearchiveerd?.Moment.ToTimestamp(),
        Vastzetting = VastzettingMapping.ToProto(leerling.Vastzetting),
        SamengevoegdMet = leerling.SamengevoegdMet?.ToString() ?? "",
        GroepenSchooljaar = leerling.GroepenSchooljaar ?? "",
        KomendeGroepen = ToProto(leerling.KomendeGroepen),
        Vanaf = leerling.Vanaf?.ToProto() ?? "",
    };

    public static V1.BatchGetLeerlingenResponse ToProto(LeerlingenGevonden gevonden) => new()
    {
        Leerlingen = { gevonden.Leerlingen.Select(ToProto) },
        NietGevonden = { gevonden.NietGevonden.Select(id => id.ToString()) },
    };

    public static V1.ListLeerlingenResponse ToProto(Page<LeerlingView> page) => new()
    {
        Leerlingen = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
        TotalSize = page.Total ?? 0,
    };

    public static V1.ListGroepenResponse ToProto(Page<GroepView> page) => new()
    {
        Groepen = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    public static V1.ListDocentenResponse ToProto(Page<DocentView> page) => new()
    {
        Docenten = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    private static V1.Doelgroep? ToDoelgroep(LeerlingView leerling) =>
        leerling.Opleiding is null ? null : new V1.Doelgroep
        {
            Opleiding = leerling.Opleiding,
            OpleidingNaam = leerling.OpleidingNaam ?? "",
            Leerjaar = leerling.DoelgroepLeerjaar ?? 0,
        };

    private static V1.KomendeGroepen? ToProto(KomendeGroepenView? groepen) => groepen is null ? null : new()
    {
        Schooljaar = groepen.Schooljaar,
        Stamgroep = groepen.Stamgroep is { } stamgroep ? ToProto(stamgroep) : null,
        Groepen = { groepen.Groepen.Select(ToProto) },
    };

    private static V1.Groepverwijzing ToProto(GroepverwijzingView groep) =>
        new() { Id = groep.Id.ToString(), Naam = groep.Naam };

    public static V1.Groep ToProto(GroepView groep) => new()
    {
        Id = groep.Id.ToString(),
        Schooljaar = Schooljaar.Hydrate(groep.Schooljaar).ToString(),
        Vestiging = groep.Vestiging,
        Soort = groep.Soort.ToProto(),
        Naam = groep.Naam,
        Leerjaar = groep.Leerjaar ?? 0,
        Status = groep.Status.ToProto(),
        AantalLeerlingen = groep.AantalLeerlingen,
        AantalDocenten = groep.AantalDocenten,
    };

    public static V1.Docent ToProto(this DocentView docent) => new()
    {
        Id = docent.Id.ToString(),
        SchoolId = docent.SchoolId.ToString(),
        Status = docent.Status.ToProto(),
        Vestiging = docent.Vestiging,
        EckId = docent.EckId ?? "",
        UwlrKey = docent.UwlrKey ?? "",
        Roepnaam = docent.Roepnaam ?? "",
        Voorvoegsel = docent.Voorvoegsel ?? "",
        Achternaam = docent.Achternaam ?? "",
        Email = docent.Email ?? "",
        Groepen = { docent.Groepen.Select(ToProto) },
        CreateTime = docent.Gemaakt.ToTimestamp(),
        UpdateTime = docent.Gewijzigd.ToTimestamp(),
        Etag = Etags.Of(docent.Versie),
        VergrendeldeVelden = { VeldNamen.OfAll(docent.Vergrendeld) },
        GearchiveerdDoor = docent.MetDeHandGearchiveerd?.Door ?? "",
        GearchiveerdTime = docent.MetDeHandGearchiveerd?.Moment.ToTimestamp(),
        Vastzetting = VastzettingMapping.ToProto(docent.Vastzetting),
        SamengevoegdMet = docent.SamengevoegdMet?.ToString() ?? "",
        GroepenSchooljaar = docent.GroepenSchooljaar ?? "",
        KomendeGroepen = ToProto(docent.KomendeGroepen),
        Vanaf = docent.Vanaf?.ToProto() ?? "",
    };
}
