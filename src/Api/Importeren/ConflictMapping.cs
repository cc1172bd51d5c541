using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Importeren.Conflicten;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Importeren;

/// <summary>Conflicts, what people decided of them, and moves.</summary>
internal static class ConflictMapping
{
    private static readonly (Verplaatsingsoort Soort, V1.Verplaatsing Proto)[] Verplaatsingen =
    [
        (Verplaatsingsoort.Groep, V1.Verplaatsing.Groep),
        (Verplaatsingsoort.Vestiging, V1.Verplaatsing.Vestiging),
        (Verplaatsingsoort.Samengesteld, V1.Verplaatsing.Samengesteld),
    ];

    public static ResolveConflict ToRequest(this V1.ResolveConflictRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var run = reader.ImportRunId(request.ImportRunId);
        var soort = reader.EnumOfList(request.Soort, n => (Beslissingsoort)n, "soort");
        AccountId? account =
            request.AccountId.Length == 0 ? null : reader.AccountId(request.AccountId, "account_id");
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new ResolveConflict(
            school, run, request.Nummer, soort.GetValueOrDefault(), account, requestId, request.ValidateOnly));
    }

    public static ListBeslissingen ToRequest(this V1.ListBeslissingenRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var page = reader.Page(request.PageSize, request.PageToken);
        return reader.Build(() => new ListBeslissingen(school, page));
    }

    public static DeleteBeslissing ToRequest(this V1.DeleteBeslissingRequest request)
    {
        var reader = new RequestReader();
        var school = reader.SchoolId(request.SchoolId);
        var id = new BeslissingId(reader.AccountId(request.BeslissingId, "beslissing_id").Value);
        var requestId = reader.RequestId(request.RequestId);
        return reader.Build(() => new DeleteBeslissing(school, id, requestId));
    }

    public static Verplaatsingsoort Verplaatsing(this RequestReader reader, IReadOnlyList<V1.Verplaatsing> asked) => asked
        .Select((waarde, i) => reader.EnumOfList(waarde, n => (V1.Verplaatsing)n, $"verplaatsingen[{i}]"))
        .SelectMany(waarde => Verplaatsingen.Where(v => v.Proto == waarde))
        .Aggregate(Verplaatsingsoort.Geen, (all, v) => all | v.Soort);

    public static IEnumerable<V1.Verplaatsing> ToProto(this Verplaatsingsoort verplaatsing) =>
        Verplaatsingen.Where(v => verplaatsing.HasFlag(v.Soort)).Select(v => v.Proto);

    public static V1.BetrokkenAccount ToProto(this Betrokkene betrokkene) => new()
    {
        AccountId = betrokkene.Id.ToString(),
        Naam = betrokkene.Naam,
        Status = betrokkene.Status.ToProto(),
        Sleutels = { VeldNamen.OfAll(betrokkene.Sleutels) },
    };

    public static V1.Beslissing ToProto(this BeslissingView beslissing) => new()
    {
        Id = beslissing.Id.ToString(),
        Persoon = (V1.Persoonssoort)beslissing.Persoon,
        Soort = (V1.Beslissingsoort)beslissing.Soort,
        Naam = beslissing.Naam,
        Sleutels =
        {
            beslissing.Sleutels.Select(s => new V1.Sleutel { Veld = VeldNamen.Of(s.Veld), Waarde = s.Waarde }),
        },
        AccountId = beslissing.AccountId?.ToString() ?? "",
        NietAccountIds = { beslissing.Niet.Select(id => id.ToString()) },
        ZonderVelden = { VeldNamen.OfAll(beslissing.Zonder) },
        Door = beslissing.Door,
        CreateTime = beslissing.Moment.ToTimestamp(),
        VervaltTime = beslissing.VervaltOp.ToTimestamp(),
    };

    // What was only checked was not stored, and has no id to take it back by.
    public static V1.ResolveConflictResponse ToReply(this BeslissingView beslissing, bool validateOnly)
    {
        var reply = new V1.ResolveConflictResponse { Beslissing = beslissing.ToProto() };
        reply.Beslissing.Id = validateOnly ? "" : reply.Beslissing.Id;
        return reply;
    }

    public static V1.ListBeslissingenResponse ToProto(Page<BeslissingView> page) => new()
    {
        Beslissingen = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };
}
