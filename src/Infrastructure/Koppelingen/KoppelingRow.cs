using System.Text.Json;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Koppelingen;

/// <summary>A koppeling as stored.</summary>
internal sealed class KoppelingRow
{
    public const string Columns = """
        SchoolId, Las, Schooldomein, WebserviceGebruiker, WebserviceWachtwoord, NieuwWachtwoord, PakketUitgegeven,
            UwlrEndpoint, UwlrAutorisatiesleutel, OpgeschortMoment, OpgeschortDoor, OpgeschortReden, Gemaakt, Versie
        """;

    private const string Find = $"""
        SELECT {Columns}
        FROM Koppelingen_Koppeling
        WHERE SchoolId IN @Ids
        ORDER BY SchoolId;
        """;

    private const string Poorten = """
        SELECT SchoolId, Poort, Status, Moment, Door, Bewijs
        FROM Koppelingen_Poort
        WHERE SchoolId IN @Ids;
        """;

    private const string Proeven = """
        SELECT SchoolId, Moment, Door, Sleutelkenmerk, Controles
        FROM Koppelingen_Proef
        WHERE SchoolId IN @Ids;
        """;

    public required SchoolId SchoolId { get; init; }

    public required Las Las { get; init; }

    public required string Schooldomein { get; init; }

    public required string WebserviceGebruiker { get; init; }

    public byte[]? WebserviceWachtwoord { get; init; }

    public byte[]? NieuwWachtwoord { get; init; }

    public DateTimeOffset? PakketUitgegeven { get; init; }

    public string? UwlrEndpoint { get; init; }

    public byte[]? UwlrAutorisatiesleutel { get; init; }

    public DateTimeOffset? OpgeschortMoment { get; init; }

    public string? OpgeschortDoor { get; init; }

    public string? OpgeschortReden { get; init; }

    public required DateTimeOffset Gemaakt { get; init; }

    public required long Versie { get; init; }

    /// <summary>The koppelingen of these schools with their gates, in the order of the schools' ids.</summary>
    public static async Task<IReadOnlyList<Koppeling>> LoadAsync(
        DbSession session, IEnumerable<SchoolId> schools, IKurveInstellingen kurve, CancellationToken ct)
    {
        var parameters = new { Ids = TypeHandlers.ToList(schools.Select(id => id.Value)) };
        var rows = await session.QueryAsync<KoppelingRow>(Find, parameters, ct);
        var poorten = await session.QueryAsync<PoortRow>(Poorten, parameters, ct);
        var proeven = await session.QueryAsync<ProefRow>(Proeven, parameters, ct);
        var poortenOf = poorten.ToLookup(p => p.SchoolId);
        var proefOf = proeven.ToDictionary(p => p.SchoolId, p => p.ToProef());
        return
        [
            .. rows.Select(row => row.ToKoppeling(
                poortenOf[row.SchoolId], proefOf.GetValueOrDefault(row.SchoolId), kurve.Webservicepoort)),
        ];
    }

    private Koppeling ToKoppeling(IEnumerable<PoortRow> poorten, Proef? laatsteProef, int webservicepoort)
    {
        var standen = Poortstand.Begin.ToArray();
        foreach (var poort in poorten)
        {
            standen[(int)poort.Poort] = new Poortstand(
                poort.Poort, poort.Status, new Feit(poort.Moment, poort.Door, poort.Bewijs));
        }

        return new Koppeling
        {
            SchoolId = SchoolId,
            Las = Las,
            Schooldomein = Domain.Koppelingen.Schooldomein.Hydrate(Schooldomein),
            Webservicepoort = webservicepoort,
            WebserviceGebruiker = WebserviceGebruiker,
            WebserviceWachtwoord = WebserviceWachtwoord,
            NieuwWachtwoord = NieuwWachtwoord,
            PakketUitgegeven = PakketUitgegeven,
            UwlrEndpoint = UwlrEndpoint is null ? null : new Uri(UwlrEndpoint),
            UwlrAutorisatiesleutel = UwlrAutorisatiesleutel,
            Poorten = standen,
            LaatsteProef = laatsteProef,
            Opgeschort = OpgeschortMoment is { } moment ? new Feit(moment, OpgeschortDoor!, OpgeschortReden!) : null,
            Gemaakt = Gemaakt,
            Versie = Versie,
        };
    }

    private sealed class PoortRow
    {
        public required SchoolId SchoolId { get; init; }

        public required Poort Poort { get; init; }

        public required Poortstatus Status { get; init; }

        public required DateTimeOffset Moment { get; init; }

        public required string Door { get; init; }

        public required string Bewijs { get; init; }
    }

    private sealed class ProefRow
    {
        public required SchoolId SchoolId { get; init; }

        public required DateTimeOffset Moment { get; init; }

        public required string Door { get; init; }

        public string? Sleutelkenmerk { get; init; }

        public required byte[] Controles { get; init; }

        public Proef ToProef() => new(
            Moment, Door, JsonSerializer.Deserialize(Controles, KoppelingJson.Default.ControleArray)!)
        {
            Sleutelkenmerk = Sleutelkenmerk,
        };
    }
}
