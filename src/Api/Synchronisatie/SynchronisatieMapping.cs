using Google.Protobuf.Collections;
using Kurve.Numo.Api.Importeren;
using Kurve.Numo.Api.Koppelingen;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;

namespace Kurve.Numo.Api.Synchronisatie;

/// <summary>Outcomes are one higher in the contract than in the domain, since 0 says nothing there.</summary>
internal static class SynchronisatieMapping
{
    private const string Soorten = "soorten";
    private const string Pauze = "pauze";

    public static StartSync ToRequest(this V1.StartSyncRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new StartSync(school, requestId));
    }

    public static ListRondes ToRequest(this V1.ListRondesRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var page = reader.Page(request.PageSize, request.PageToken);
        return reader.Build(() => new ListRondes(school, page));
    }

    public static ListSyncs ToRequest(this V1.ListSyncsRequest request)
    {
        var reader = new RequestReader();
        var page = reader.Page(request.PageSize, request.PageToken);
        var uitkomst = reader.Enum(request.Uitkomst, n => (Rondeuitkomst)(n - 1), "uitkomst");
        SchoolId? school = request.SchoolId.Length == 0 ? null : reader.SchoolId(request.SchoolId);
        return reader.Build(() => new ListSyncs(page, uitkomst, request.Gepauzeerd, school));
    }

    public static GetSyncbeleid ToRequest(this V1.GetSyncbeleidRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        return reader.Build(() => new GetSyncbeleid(school));
    }

    public static UpdateSyncbeleid ToRequest(this V1.UpdateSyncbeleidRequest request)
    {
        var reader = new RequestReader();
        var beleid = request.Syncbeleid ?? new V1.Syncbeleid();
        var school = reader.SchoolId(beleid.SchoolId, "syncbeleid.school_id");
        var delen = ReadDelen(reader, beleid, request.UpdateMask?.Paths ?? []);
        var soorten = delen.Contains(Soorten) ? ImportMapping.ReadSoorten(reader, beleid.Soorten) : null;
        var pauze = !delen.Contains(Pauze) ? null
            : beleid.Pauze is null ? ""
            : reader.Text(beleid.Pauze.Reden, Syncbeleid.LangsteReden, "syncbeleid.pauze.reden");
        var requestId = reader.RequestId(request.RequestId);
        var etag = RequestReader.Etag(beleid.Etag);
        return reader.Build(() => new UpdateSyncbeleid(school, soorten, pauze, etag, requestId));
    }

    public static V1.ListRondesResponse ToProto(Page<RondeView> page) => new()
    {
        Rondes = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    public static V1.ListSyncsResponse ToProto(Page<Syncregel> page) => new()
    {
        Syncs =
        {
            page.Items.Select(regel => new V1.Sync
            {
                SchoolId = regel.SchoolId.ToString(),
                Naam = regel.Naam,
                Brin = regel.Brin,
                Pauze = ToProto(regel.Pauze),
                VolgendeTime = regel.Volgende.ToTimestamp(),
                Laatste = regel.Laatste?.ToProto(),
            }),
        },
        NextPageToken = page.Next ?? "",
    };

    public static V1.Ronde ToProto(this RondeView ronde) => new()
    {
        SchoolId = ronde.SchoolId.ToString(),
        Nacht = ronde.Nacht.ToProto(),
        Volgnummer = ronde.Volgnummer,
        GevraagdDoor = ronde.GevraagdDoor,
        GevraagdTime = ronde.Gevraagd.ToTimestamp(),
        StartTime = ronde.Begonnen.ToTimestamp(),
        EndTime = ronde.Beeindigd.ToTimestamp(),
        NietVoorTime = ronde.NietVoor.ToTimestamp(),
        Pogingen = ronde.Pogingen,
        ImportRunId = ronde.Run?.ToString() ?? "",
        Uitkomst = (V1.Rondeuitkomst)((int)ronde.Uitkomst + 1),
        Fout = ronde.Fout is { } fout ? new V1.Importfout { Code = fout.Code, Tekst = fout.Tekst } : null,
        Actiehouder = KoppelingEnums.Actiehouders.ToProto(ronde.Actiehouder),
    };

    public static V1.Syncbeleid ToProto(this SyncbeleidView beleid) => new()
    {
        SchoolId = beleid.SchoolId.ToString(),
        Soorten = { beleid.Soorten.Select(s => (V1.RegelSoort)s) },
        Pauze = ToProto(beleid.Pauze),
        Door = beleid.Door ?? "",
        UpdateTime = beleid.Gewijzigd.ToTimestamp(),
        Etag = Etags.Of(beleid.Versie),
    };

    private static V1.Syncpauze? ToProto(Feit? pauze) => pauze is null
        ? null
        : new V1.Syncpauze { Reden = pauze.Bewijs, Door = pauze.Door, CreateTime = pauze.Moment.ToTimestamp() };

    // Without a mask, what was filled in is changed and nothing else (AIP-134).
    private static HashSet<string> ReadDelen(RequestReader reader, V1.Syncbeleid beleid, RepeatedField<string> mask)
    {
        string[] filled =
        [
            .. beleid.Soorten.Count > 0 ? [Soorten] : Array.Empty<string>(),
            .. beleid.Pauze is not null ? [Pauze] : Array.Empty<string>(),
        ];
        var paths = mask.Count > 0 ? mask.ToArray() : filled;
        foreach (var path in paths.Except([Soorten, Pauze], StringComparer.Ordinal))
        {
            reader.Refuse(
                "update_mask", "VELD_ONBEKEND", $"'{path}' cannot be changed; choose from {Soorten}, {Pauze}.");
        }

        return paths.ToHashSet(StringComparer.Ordinal);
    }
}
