using System.Data.Common;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Koppelingen;

internal sealed class KoppelingRepository(DbSession session) : IKoppelingRepository
{
    private const string Find = """
        SELECT SchoolId, Las, Schooldomein, WebserviceGebruiker, WebserviceWachtwoord, UwlrEndpoint,
            UwlrAutorisatiesleutel, Actief, Gemaakt, Versie
        FROM Koppelingen_Koppeling
        WHERE SchoolId = @SchoolId;
        """;

    private const string Add = """
        INSERT INTO Koppelingen_Koppeling (SchoolId, Las, Schooldomein, WebserviceGebruiker, WebserviceWachtwoord,
            UwlrEndpoint, UwlrAutorisatiesleutel, Actief, Gemaakt, Versie)
        VALUES (@SchoolId, @Las, @Schooldomein, @WebserviceGebruiker, @WebserviceWachtwoord,
            @UwlrEndpoint, @UwlrAutorisatiesleutel, @Actief, @Gemaakt, @Versie);
        """;

    public async Task<Koppeling?> FindAsync(SchoolId schoolId, CancellationToken ct) =>
        (await session.FindAsync<Row>(Find, new { SchoolId = schoolId }, ct))?.ToKoppeling();

    public async Task<Result<Done>> AddAsync(Koppeling koppeling, CancellationToken ct)
    {
        var parameters = new
        {
            koppeling.SchoolId,
            koppeling.Las,
            Schooldomein = koppeling.Schooldomein.Value,
            koppeling.WebserviceGebruiker,
            koppeling.WebserviceWachtwoord,
            UwlrEndpoint = koppeling.UwlrEndpoint?.ToString(),
            koppeling.UwlrAutorisatiesleutel,
            koppeling.Actief,
            koppeling.Gemaakt,
            koppeling.Versie,
        };
        try
        {
            await session.ExecuteAsync(Add, parameters, ct);
            return new Done();
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return new KoppelingBestaat(koppeling.SchoolId);
        }
    }

    private sealed class Row
    {
        public required SchoolId SchoolId { get; init; }

        public required Las Las { get; init; }

        public required string Schooldomein { get; init; }

        public required string WebserviceGebruiker { get; init; }

        public required byte[] WebserviceWachtwoord { get; init; }

        public string? UwlrEndpoint { get; init; }

        public byte[]? UwlrAutorisatiesleutel { get; init; }

        public required bool Actief { get; init; }

        public required DateTimeOffset Gemaakt { get; init; }

        public required long Versie { get; init; }

        public Koppeling ToKoppeling() => new()
        {
            SchoolId = SchoolId,
            Las = Las,
            Schooldomein = Domain.Koppelingen.Schooldomein.Hydrate(Schooldomein),
            WebserviceGebruiker = WebserviceGebruiker,
            WebserviceWachtwoord = WebserviceWachtwoord,
            UwlrEndpoint = UwlrEndpoint is null ? null : new Uri(UwlrEndpoint),
            UwlrAutorisatiesleutel = UwlrAutorisatiesleutel,
            Actief = Actief,
            Gemaakt = Gemaakt,
            Versie = Versie,
        };
    }
}
