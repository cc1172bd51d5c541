using System.Data.Common;
using System.Text.Json;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Koppelingen;

internal sealed class KoppelingRepository(DbSession session, IKurveInstellingen kurve) : IKoppelingRepository, IKoppelingOverzicht
{
    private const string Add = """
        INSERT INTO Koppelingen_Koppeling (SchoolId, Las, Schooldomein, WebserviceGebruiker, WebserviceWachtwoord,
            NieuwWachtwoord, PakketUitgegeven, UwlrEndpoint, UwlrAutorisatiesleutel, OpgeschortMoment, OpgeschortDoor,
            OpgeschortReden, Gemaakt, Versie)
        VALUES (@SchoolId, @Las, @Schooldomein, @WebserviceGebruiker, @WebserviceWachtwoord,
            @NieuwWachtwoord, @PakketUitgegeven, @UwlrEndpoint, @UwlrAutorisatiesleutel, @OpgeschortMoment,
            @OpgeschortDoor, @OpgeschortReden, @Gemaakt, @Versie);
        """;

    private const string Update = """
        UPDATE Koppelingen_Koppeling
        SET Schooldomein = @Schooldomein, WebserviceGebruiker = @WebserviceGebruiker, UwlrEndpoint = @UwlrEndpoint,
            UwlrAutorisatiesleutel = @UwlrAutorisatiesleutel, WebserviceWachtwoord = @WebserviceWachtwoord,
            NieuwWachtwoord = @NieuwWachtwoord, PakketUitgegeven = @PakketUitgegeven,
            OpgeschortMoment = @OpgeschortMoment, OpgeschortDoor = @OpgeschortDoor, OpgeschortReden = @OpgeschortReden, Versie = @Versie
        WHERE SchoolId = @SchoolId AND Versie = @Versie - 1;
        """;

    private const string UpdatePoort = """
        UPDATE Koppelingen_Poort
        SET Status = @Naar, Moment = @Moment, Door = @Door, Bewijs = @Bewijs
        WHERE SchoolId = @SchoolId AND Poort = @Poort;
        """;

    private const string AddPoort = """
        INSERT INTO Koppelingen_Poort (SchoolId, Poort, Status, Moment, Door, Bewijs)
        VALUES (@SchoolId, @Poort, @Naar, @Moment, @Door, @Bewijs);
        """;

    private const string AddGebeurtenis = """
        INSERT INTO Koppelingen_Gebeurtenis (SchoolId, Id, Poort, Van, Naar, Moment, Door, Bewijs)
        VALUES (@SchoolId, @Id, @Poort, @Van, @Naar, @Moment, @Door, @Bewijs);
        """;

    private const string DeleteProef = "DELETE FROM Koppelingen_Proef WHERE SchoolId = @SchoolId;";

    private const string AddProef = """
        INSERT INTO Koppelingen_Proef (SchoolId, Moment, Door, Geslaagd, Sleutelkenmerk, Controles)
        VALUES (@SchoolId, @Moment, @Door, @Geslaagd, @Sleutelkenmerk, @Controles);
        """;

    private const string FindKenmerken = """
        SELECT DISTINCT Sleutelkenmerk
        FROM Koppelingen_Proef
        WHERE SchoolId <> @SchoolId AND Sleutelkenmerk IS NOT NULL;
        """;

    public async Task<Koppeling?> FindAsync(SchoolId schoolId, CancellationToken ct) =>
        (await KoppelingRow.LoadAsync(session, [schoolId], kurve, ct)).SingleOrDefault();

    public async Task<Result<Done>> AddAsync(Koppeling koppeling, CancellationToken ct)
    {
        try
        {
            await session.ExecuteAsync(Add, Parameters(koppeling), ct);
            return new Done();
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return new KoppelingBestaat(koppeling.SchoolId);
        }
    }

    public async Task<Result<Done>> UpdateAsync(Koppeling koppeling, CancellationToken ct)
    {
        if (await session.ExecuteAsync(Update, Parameters(koppeling), ct) == 0)
        {
            return new KoppelingGewijzigd(koppeling.SchoolId);
        }

        foreach (var (index, gebeurtenis) in koppeling.Gebeurtenissen.Index())
        {
            var parameters = new
            {
                koppeling.SchoolId,

                // History is read in the order of the ids, also of what happened at one moment.
                Id = Guid.CreateVersion7(gebeurtenis.Feit.Moment.AddMilliseconds(index)),
                gebeurtenis.Poort,
                gebeurtenis.Van,
                gebeurtenis.Naar,
                gebeurtenis.Feit.Moment,
                gebeurtenis.Feit.Door,
                gebeurtenis.Feit.Bewijs,
            };
            if (await session.ExecuteAsync(UpdatePoort, parameters, ct) == 0)
            {
                await session.ExecuteAsync(AddPoort, parameters, ct);
            }

            await session.ExecuteAsync(AddGebeurtenis, parameters, ct);
        }

        return new Done();
    }

    public async Task SaveProefAsync(SchoolId schoolId, Proef proef, CancellationToken ct)
    {
        var parameters = new
        {
            SchoolId = schoolId,
            proef.Moment,
            proef.Door,
            Geslaagd = proef.Geslaagd ? 1 : 0,
            proef.Sleutelkenmerk,
            Controles = JsonSerializer.SerializeToUtf8Bytes(
                [.. proef.Controles], KoppelingJson.Default.ControleArray),
        };
        await session.ExecuteAsync(DeleteProef, parameters, ct);
        await session.ExecuteAsync(AddProef, parameters, ct);
    }

    public async Task<Sleutelbewijs> FindSleutelbewijsAsync(
        SchoolId behalve, string sleutelkenmerk, CancellationToken ct)
    {
        var seen = await session.QueryAsync<string>(FindKenmerken, new { SchoolId = behalve }, ct);
        return seen.Count == 0 ? Sleutelbewijs.Geen
            : seen.Contains(sleutelkenmerk, StringComparer.Ordinal) ? Sleutelbewijs.DezeSleutel
            : Sleutelbewijs.AndereSleutel;
    }

    private static object Parameters(Koppeling koppeling) => new
    {
        koppeling.SchoolId,
        koppeling.Las,
        Schooldomein = koppeling.Schooldomein.Value,
        koppeling.WebserviceGebruiker,
        koppeling.WebserviceWachtwoord,
        koppeling.NieuwWachtwoord,
        koppeling.PakketUitgegeven,
        UwlrEndpoint = koppeling.UwlrEndpoint?.ToString(),
        koppeling.UwlrAutorisatiesleutel,
        OpgeschortMoment = koppeling.Opgeschort?.Moment,
        OpgeschortDoor = koppeling.Opgeschort?.Door,
        OpgeschortReden = koppeling.Opgeschort?.Bewijs,
        koppeling.Gemaakt,
        koppeling.Versie,
    };
}
