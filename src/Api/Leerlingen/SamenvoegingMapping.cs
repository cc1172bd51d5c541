using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Leerlingen.Samenvoegen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;

namespace Kurve.Numo.Api.Leerlingen;

/// <summary>Merging accounts, and telling them apart.</summary>
internal static class SamenvoegingMapping
{
    private const int LongestReden = 500;

    public static MergeLeerlingen ToRequest(this V1.MergeLeerlingenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var blijft = reader.AccountId(request.BlijftId, "blijft_id");
        var vervalt = reader.AccountId(request.VervaltId, "vervalt_id");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new MergeLeerlingen(
            school,
            blijft,
            vervalt,
            RequestReader.Etag(request.BlijftEtag),
            RequestReader.Etag(request.VervaltEtag),
            request.OndanksVerschil,
            requestId,
            request.ValidateOnly));
    }

    public static UndoMergeLeerlingen ToRequest(this V1.UndoMergeLeerlingenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var leerling = reader.AccountId(request.LeerlingId, "leerling_id");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new UndoMergeLeerlingen(school, leerling, requestId, request.ValidateOnly));
    }

    public static V1.MergeLeerlingenResponse ToProto(SamenvoegingView<LeerlingView> view) => new()
    {
        Blijft = view.Blijft.ToProto(),
        Vervalt = view.Vervalt.ToProto(),
        Samenvoeging = ToSamenvoeging(view),
    };

    public static V1.UndoMergeLeerlingenResponse ToProto(HersteldeSamenvoegingView<LeerlingView> view) =>
        new() { Blijft = view.Blijft.ToProto(), Hersteld = view.Hersteld.ToProto() };

    public static MergeDocenten ToRequest(this V1.MergeDocentenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var blijft = reader.AccountId(request.BlijftId, "blijft_id");
        var vervalt = reader.AccountId(request.VervaltId, "vervalt_id");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new MergeDocenten(
            school,
            blijft,
            vervalt,
            RequestReader.Etag(request.BlijftEtag),
            RequestReader.Etag(request.VervaltEtag),
            request.OndanksVerschil,
            requestId,
            request.ValidateOnly));
    }

    public static UndoMergeDocenten ToRequest(this V1.UndoMergeDocentenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var docent = reader.AccountId(request.DocentId, "docent_id");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new UndoMergeDocenten(school, docent, requestId, request.ValidateOnly));
    }

    public static V1.MergeDocentenResponse ToProto(SamenvoegingView<DocentView> view) => new()
    {
        Blijft = view.Blijft.ToProto(),
        Vervalt = view.Vervalt.ToProto(),
        Samenvoeging = ToSamenvoeging(view),
    };

    public static V1.UndoMergeDocentenResponse ToProto(HersteldeSamenvoegingView<DocentView> view) =>
        new() { Blijft = view.Blijft.ToProto(), Hersteld = view.Hersteld.ToProto() };

    public static MarkVerschillend ToRequest(this V1.MarkVerschillendRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var ene = reader.AccountId(request.EneId, "ene_id");
        var andere = reader.AccountId(request.AndereId, "andere_id");
        var reden = request.Reden.Trim().Length == 0 ? null : reader.Text(request.Reden, LongestReden, "reden");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new MarkVerschillend(school, ene, andere, reden, requestId, request.ValidateOnly));
    }

    public static UnmarkVerschillend ToRequest(this V1.UnmarkVerschillendRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var ene = reader.AccountId(request.EneId, "ene_id");
        var andere = reader.AccountId(request.AndereId, "andere_id");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new UnmarkVerschillend(school, ene, andere, requestId, request.ValidateOnly));
    }

    public static ListVerschillend ToRequest(this V1.ListVerschillendRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var page = reader.Page(request.PageSize, request.PageToken);
        return reader.Build(() => new ListVerschillend(school, page));
    }

    public static V1.ListVerschillendResponse ToProto(Page<VerschilView> page) => new()
    {
        Verschillen = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    public static V1.Verschil ToProto(VerschilView view) => new()
    {
        EneId = view.EneId.ToString(),
        AndereId = view.AndereId.ToString(),
        Docenten = view.Soort == Persoonssoort.Docent,
        Reden = view.Reden ?? "",
        Door = view.Door,
        CreateTime = view.Moment.ToTimestamp(),
    };

    private static V1.Samenvoeging ToSamenvoeging<T>(SamenvoegingView<T> view) => new()
    {
        OvergenomenVelden = { VeldNamen.OfAll(view.Overgenomen) },
        VerschillendeVelden = { VeldNamen.OfAll(view.Verschillend) },
        GroepenErbij = { view.GroepenErbij },
        GroepenEraf = { view.GroepenEraf },
        LeerplannenOver = view.Overdrachten.Where(IsLeerplan).Sum(o => o.Over),
        LeerplannenGebleven = view.Overdrachten.Where(IsLeerplan).Sum(o => o.Gebleven),
    };

    private static bool IsLeerplan(Overdracht overdracht) =>
        string.Equals(overdracht.Wat, Overdracht.Leerplan, StringComparison.Ordinal);
}
