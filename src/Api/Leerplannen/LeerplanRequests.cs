using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Leerplannen;

/// <summary>Reads requests. Enums of the module have the same numbers in the domain and in the contract.</summary>
internal static class LeerplanRequests
{
    private const int MostCodes = 500;
    private const int LargestBatch = 500;
    private static readonly string[] Changeable = ["keuzes", "streefniveaus"];

    public static ListVaardigheden ToRequest(this V1.ListVaardighedenRequest request)
    {
        var reader = new RequestReader();
        var page = reader.Page(request.PageSize, request.PageToken);
        var vak = reader.Enum(request.Vak, n => (Vak)n, "vak");
        var domein = reader.Enum(request.Domein, n => (Domein)n, "domein");
        var niveau = reader.Enum(request.Niveau, n => (Niveau)n, "niveau");
        return reader.Build(() => new ListVaardigheden(page, vak, domein, niveau, request.ShowVervallen));
    }

    public static ImportVaardigheden ToRequest(this V1.ImportVaardighedenRequest request)
    {
        var reader = new RequestReader();
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new ImportVaardigheden(request.Csv.ToByteArray(), requestId, request.ValidateOnly));
    }

    public static GetLeerplan ToRequest(this V1.GetLeerplanRequest request, Opleidingscatalogus opleidingen)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var schooljaar = reader.Schooljaar(request.Schooljaar, "schooljaar");
        var bereik = reader.Bereik(request.Bereik, opleidingen, "bereik");
        return reader.Build(() => new GetLeerplan(school, schooljaar, bereik));
    }

    public static ListLeerplannen ToRequest(this V1.ListLeerplannenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var page = reader.Page(request.PageSize, request.PageToken);
        var schooljaar = reader.Schooljaar(request.Schooljaar, "schooljaar");
        var soorten = reader.Soorten(request.Soorten);
        return reader.Build(() => new ListLeerplannen(school, schooljaar, soorten, page));
    }

    public static UpdateLeerplan ToRequest(this V1.UpdateLeerplanRequest request, Opleidingscatalogus opleidingen)
    {
        var reader = new RequestReader();
        var leerplan = request.Leerplan ?? new V1.Leerplan();
        var school = reader.SchoolId(leerplan.SchoolId, "leerplan.school_id");
        var schooljaar = reader.Schooljaar(leerplan.Schooljaar, "leerplan.schooljaar");
        var bereik = reader.Bereik(leerplan.Bereik, opleidingen, "leerplan.bereik");
        IReadOnlyList<string> paths =
            request.UpdateMask is { Paths.Count: > 0 } mask ? mask.Paths : Populated(leerplan);
        foreach (var path in paths.Except(Changeable, StringComparer.Ordinal))
        {
            reader.Refuse(
                "update_mask",
                "VELD_ONBEKEND",
                $"'{path}' cannot be changed; choose from {string.Join(", ", Changeable)}.");
        }

        var keuzes = paths.Contains("keuzes", StringComparer.Ordinal) ? ReadKeuzes(reader, leerplan) : null;
        var streefniveaus =
            paths.Contains("streefniveaus", StringComparer.Ordinal) ? ReadStreefniveaus(reader, leerplan) : null;
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new UpdateLeerplan(
            school,
            schooljaar,
            bereik,
            keuzes,
            streefniveaus,
            RequestReader.Etag(leerplan.Etag),
            requestId,
            request.ValidateOnly));
    }

    public static ActivateVaardigheden ToRequest(
        this V1.ActivateVaardighedenRequest request, Opleidingscatalogus opleidingen)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var schooljaar = reader.Schooljaar(request.Schooljaar, "schooljaar");
        var bereik = reader.Bereik(request.Bereik, opleidingen, "bereik");
        CheckCount(reader, request.Vaardigheden.Count, MostCodes, "vaardigheden");
        var etag = RequestReader.Etag(request.Etag);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new ActivateVaardigheden(
            school, schooljaar, bereik, [.. request.Vaardigheden], request.MetVoorwaarden, etag, requestId,
            request.ValidateOnly));
    }

    public static DeactivateVaardigheden ToRequest(
        this V1.DeactivateVaardighedenRequest request, Opleidingscatalogus opleidingen)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var schooljaar = reader.Schooljaar(request.Schooljaar, "schooljaar");
        var bereik = reader.Bereik(request.Bereik, opleidingen, "bereik");
        CheckCount(reader, request.Vaardigheden.Count, MostCodes, "vaardigheden");
        var etag = RequestReader.Etag(request.Etag);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new DeactivateVaardigheden(
            school, schooljaar, bereik, [.. request.Vaardigheden], request.MetAfhankelijken, etag, requestId,
            request.ValidateOnly));
    }

    public static GetEffectiveLeerplan ToRequest(this V1.GetEffectiveLeerplanRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var leerling = reader.AccountId(request.LeerlingId, "leerling_id");
        var schooljaar = reader.Schooljaar(request.Schooljaar, "schooljaar");
        return reader.Build(() => new GetEffectiveLeerplan(school, leerling, schooljaar));
    }

    public static BatchGetEffectiveLeerplannen ToRequest(this V1.BatchGetEffectiveLeerplannenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        CheckCount(reader, request.LeerlingIds.Count, LargestBatch, "leerling_ids");
        AccountId[] ids = [.. request.LeerlingIds.Select((id, i) => reader.AccountId(id, $"leerling_ids[{i}]"))];
        var schooljaar = reader.Schooljaar(request.Schooljaar, "schooljaar");
        return reader.Build(() => new BatchGetEffectiveLeerplannen(school, ids, schooljaar));
    }

    public static CarryOverLeerplannen ToRequest(this V1.CarryOverLeerplannenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var van = reader.Schooljaar(request.VanSchooljaar, "van_schooljaar");
        var naar = reader.Schooljaar(request.NaarSchooljaar, "naar_schooljaar");
        CheckCount(reader, request.Soorten.Count, Enum.GetValues<Leerplansoort>().Length, "soorten");
        var soorten = reader.Soorten(request.Soorten);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new CarryOverLeerplannen(school, van, naar, soorten, requestId, request.ValidateOnly));
    }

    private static Dictionary<string, bool> ReadKeuzes(RequestReader reader, V1.Leerplan leerplan)
    {
        var keuzes = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (var i = 0; i < leerplan.Keuzes.Count; i++)
        {
            if (!keuzes.TryAdd(leerplan.Keuzes[i].Vaardigheid, leerplan.Keuzes[i].Actief))
            {
                reader.Refuse(
                    $"leerplan.keuzes[{i}]", "DUBBEL", $"{leerplan.Keuzes[i].Vaardigheid} is in it more than once.");
            }
        }

        return keuzes;
    }

    private static Dictionary<Vak, Niveau> ReadStreefniveaus(RequestReader reader, V1.Leerplan leerplan)
    {
        var streefniveaus = new Dictionary<Vak, Niveau>();
        for (var i = 0; i < leerplan.Streefniveaus.Count; i++)
        {
            var field = $"leerplan.streefniveaus[{i}]";
            var vak = reader.EnumOfList(leerplan.Streefniveaus[i].Vak, n => (Vak)n, $"{field}.vak");
            var niveau = reader.EnumOfList(leerplan.Streefniveaus[i].Niveau, n => (Niveau)n, $"{field}.niveau");
            if (!streefniveaus.TryAdd(vak.GetValueOrDefault(), niveau.GetValueOrDefault()))
            {
                reader.Refuse(field, "DUBBEL", $"{leerplan.Streefniveaus[i].Vak} is in it more than once.");
            }
        }

        return streefniveaus;
    }

    // Without a mask, what was filled in is changed and nothing else (AIP-134).
    private static string[] Populated(V1.Leerplan leerplan) =>
    [
        .. leerplan.Keuzes.Count > 0 ? ["keuzes"] : Array.Empty<string>(),
        .. leerplan.Streefniveaus.Count > 0 ? ["streefniveaus"] : Array.Empty<string>(),
    ];

    private static void CheckCount(RequestReader reader, int count, int most, string field)
    {
        if (count == 0 || count > most)
        {
            reader.Refuse(field, "AANTAL_ONGELDIG", $"Expected 1 to {most}, found {count}.");
        }
    }
}

/// <summary>Reads what several requests of the module have.</summary>
internal static class LeerplanFields
{
    public static Schooljaar? Schooljaar(this RequestReader reader, string text, string field) =>
        text.Length == 0 ? null : reader.Take(Domain.Shared.Schooljaar.Create(text), field);

    public static Leerplanbereik Bereik(
        this RequestReader reader, V1.Leerplanbereik? bereik, Opleidingscatalogus opleidingen, string field)
    {
        switch (bereik?.BereikCase)
        {
            case V1.Leerplanbereik.BereikOneofCase.Doelgroep:
                return reader.Take(ReadDoelgroep(bereik.Doelgroep, opleidingen), $"{field}.doelgroep");
            case V1.Leerplanbereik.BereikOneofCase.GroepId:
                return Leerplanbereik.Of(new GroepId(reader.AccountId(bereik.GroepId, $"{field}.groep_id").Value));
            case V1.Leerplanbereik.BereikOneofCase.LeerlingId:
                return Leerplanbereik.Of(reader.AccountId(bereik.LeerlingId, $"{field}.leerling_id"));
            default:
                reader.Refuse(field, "BEREIK_ONTBREEKT", "Expected a doelgroep, a groep_id or a leerling_id.");
                return null!;
        }
    }

    public static Leerplansoort[] Soorten(this RequestReader reader, IEnumerable<V1.Leerplansoort> soorten) =>
    [
        .. soorten
            .Select((soort, i) => reader.EnumOfList(soort, n => (Leerplansoort)n, $"soorten[{i}]"))
            .OfType<Leerplansoort>(),
    ];

    private static Result<Leerplanbereik> ReadDoelgroep(V1.Doelgroep doelgroep, Opleidingscatalogus opleidingen) =>
        opleidingen.Find(doelgroep.Opleiding) is { } opleiding && opleiding.Leerjaren.Contains(doelgroep.Leerjaar)
            ? Leerplanbereik.Of(new Doelgroep(opleiding, doelgroep.Leerjaar))
            : new DoelgroepOnbekend(doelgroep.Opleiding, doelgroep.Leerjaar);
}
