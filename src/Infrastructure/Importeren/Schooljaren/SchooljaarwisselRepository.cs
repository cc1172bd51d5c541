using System.Data.Common;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Importeren.Schooljaren;

internal sealed class SchooljaarwisselRepository(DbSession session) : ISchooljaarwisselRepository
{
    private const string Find = $"""
        SELECT {WisselRow.Columns}
        FROM Importeren_Wissel AS w
        WHERE w.SchoolId = @SchoolId AND w.Schooljaar = @Schooljaar;
        SELECT {GrensRow.Columns}
        FROM Importeren_Wisselgrens AS g
        WHERE g.SchoolId = @SchoolId AND g.Schooljaar = @Schooljaar;
        """;

    private const string Add = """
        INSERT INTO Importeren_Wissel (SchoolId, Schooljaar, VoorbereidMoment, VoorbereidDoor, AkkoordMoment, AkkoordDoor,
            VertrekOp, Versie)
        VALUES (@SchoolId, @Schooljaar, @VoorbereidMoment, @VoorbereidDoor, @AkkoordMoment, @AkkoordDoor, @VertrekOp, @Versie);
        """;

    private const string Update = """
        UPDATE Importeren_Wissel
        SET VoorbereidMoment = @VoorbereidMoment, VoorbereidDoor = @VoorbereidDoor, AkkoordMoment = @AkkoordMoment,
            AkkoordDoor = @AkkoordDoor, VertrekOp = @VertrekOp, Versie = @Versie
        WHERE SchoolId = @SchoolId AND Schooljaar = @Schooljaar AND Versie = @Versie - 1;
        """;

    private const string DeleteGrenzen =
        "DELETE FROM Importeren_Wisselgrens WHERE SchoolId = @SchoolId AND Schooljaar = @Schooljaar;";

    public Task<Schooljaarwissel> GetAsync(SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct) =>
        session.QueryMultipleAsync(
            Find,
            new { SchoolId = schoolId, Schooljaar = schooljaar.Begin },
            async results =>
            {
                var row = await results.ReadSingleOrDefaultAsync<WisselRow>();
                var grenzen = await results.ReadAsync<GrensRow>();
                return row?.ToWissel(grenzen) ?? Schooljaarwissel.Leeg(schoolId, schooljaar);
            },
            ct);

    public async Task<bool> SaveAsync(Schooljaarwissel wissel, CancellationToken ct)
    {
        var row = WisselRow.Of(wissel);
        try
        {
            if (await session.ExecuteAsync(wissel.Versie == 1 ? Add : Update, row, ct) == 0)
            {
                return false;
            }
        }
        catch (DbException exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            return false;
        }

        await session.ExecuteAsync(DeleteGrenzen, new { row.SchoolId, row.Schooljaar }, ct);
        await session.BulkInsertAsync(TableOf(wissel), wissel.Grenzen, ct);
        return true;
    }

    private BulkTable<Wisselgrens> TableOf(Schooljaarwissel wissel)
    {
        var school = TypeHandlers.ToBytes(wissel.SchoolId.Value);
        return new BulkTable<Wisselgrens>(
            "Importeren_Wisselgrens",
            ("SchoolId", _ => school),
            ("Schooljaar", _ => wissel.Schooljaar.Begin),
            ("Vestiging", grens => grens.Vestiging.Value),
            ("IsAkkoord", grens => grens.IsAkkoord ? 1 : 0),
            ("MaxVertrek", grens => grens.MaxVertrek),
            ("MaxNieuw", grens => grens.MaxNieuw),
            ("MaxZonderKlas", grens => grens.MaxZonderKlas),
            ("Vertrokken", grens => grens.Vertrokken),
            ("Begonnen", grens => ToMoment(grens.Begonnen)),
            ("Klaar", grens => ToMoment(grens.Klaar)));
    }

    private object? ToMoment(DateTimeOffset? moment) => moment is { } value ? session.Dialect.ToMoment(value) : null;
}

/// <summary>A change of school year as stored.</summary>
internal sealed class WisselRow
{
    public const string Columns = """
        w.SchoolId, w.Schooljaar, w.VoorbereidMoment, w.VoorbereidDoor, w.AkkoordMoment, w.AkkoordDoor, w.VertrekOp, w.Versie
        """;

    public required SchoolId SchoolId { get; init; }

    public required int Schooljaar { get; init; }

    public DateTimeOffset? VoorbereidMoment { get; init; }

    public string? VoorbereidDoor { get; init; }

    public DateTimeOffset? AkkoordMoment { get; init; }

    public string? AkkoordDoor { get; init; }

    /// <summary>A day number.</summary>
    public required int VertrekOp { get; init; }

    public required long Versie { get; init; }

    public static WisselRow Of(Schooljaarwissel wissel) => new()
    {
        SchoolId = wissel.SchoolId,
        Schooljaar = wissel.Schooljaar.Begin,
        VoorbereidMoment = wissel.Voorbereid?.Moment,
        VoorbereidDoor = wissel.Voorbereid?.Door,
        AkkoordMoment = wissel.Akkoord?.Moment,
        AkkoordDoor = wissel.Akkoord?.Door,
        VertrekOp = wissel.VertrekOp.DayNumber,
        Versie = wissel.Versie,
    };

    public Schooljaarwissel ToWissel(IEnumerable<GrensRow> grenzen) => new()
    {
        SchoolId = SchoolId,
        Schooljaar = Domain.Shared.Schooljaar.Hydrate(Schooljaar),
        Voorbereid = ToStap(VoorbereidMoment, VoorbereidDoor),
        Akkoord = ToStap(AkkoordMoment, AkkoordDoor),
        VertrekOp = DateOnly.FromDayNumber(VertrekOp),
        Grenzen = [.. grenzen.Select(g => g.ToGrens()).OrderBy(g => g.Vestiging)],
        Versie = Versie,
    };

    private static Wisselstap? ToStap(DateTimeOffset? moment, string? door) =>
        moment is { } value && door is not null ? new Wisselstap(value, door) : null;
}

/// <summary>Bounds as stored.</summary>
internal sealed class GrensRow
{
    public const string Columns =
        "g.SchoolId, g.Vestiging, g.IsAkkoord, g.MaxVertrek, g.MaxNieuw, g.MaxZonderKlas, g.Vertrokken, g.Begonnen, g.Klaar";

    public required SchoolId SchoolId { get; init; }

    public required string Vestiging { get; init; }

    public required bool IsAkkoord { get; init; }

    public required int MaxVertrek { get; init; }

    public required int MaxNieuw { get; init; }

    public required int MaxZonderKlas { get; init; }

    public required int Vertrokken { get; init; }

    public DateTimeOffset? Begonnen { get; init; }

    public DateTimeOffset? Klaar { get; init; }

    public Wisselgrens ToGrens() => new(Vestigingsnummer.Hydrate(Vestiging), MaxVertrek, MaxNieuw, MaxZonderKlas)
    {
        IsAkkoord = IsAkkoord,
        Vertrokken = Vertrokken,
        Begonnen = Begonnen,
        Klaar = Klaar,
    };
}
