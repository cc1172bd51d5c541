using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;

namespace Kurve.Numo.Infrastructure.Synchronisatie;

/// <summary>A ronde as it is stored; a night is a day number.</summary>
internal sealed class RondeRow
{
    public const string Columns = """
        SchoolId, Nacht, Volgnummer, GevraagdDoor, Gevraagd, Begonnen, Beeindigd, NietVoor, Pogingen, Fencing, RunId,
            Uitkomst, FoutCode, FoutTekst, Actiehouder
        """;

    /// <summary>
    /// The same of <c>r</c>, as it is shown: once nothing of a ronde waits any more (uitkomst 2 and 4; a run waits in states
    /// 3 and 4), nobody (0) acts next.
    /// </summary>
    public const string Shown = """
        r.SchoolId, r.Nacht, r.Volgnummer, r.GevraagdDoor, r.Gevraagd, r.Begonnen, r.Beeindigd, r.NietVoor, r.Pogingen,
            r.Fencing, r.RunId, r.Uitkomst, r.FoutCode, r.FoutTekst,
            CASE
                WHEN r.Uitkomst IN (2, 4) AND NOT EXISTS (
                    SELECT 1 FROM Importeren_Run AS i
                    WHERE i.SchoolId = r.SchoolId AND i.Id = r.RunId AND i.State IN (3, 4))
                    THEN 0
                ELSE r.Actiehouder END AS Actiehouder
        """;

    public required SchoolId SchoolId { get; init; }

    public required int Nacht { get; init; }

    public required int Volgnummer { get; init; }

    public required string GevraagdDoor { get; init; }

    public required DateTimeOffset Gevraagd { get; init; }

    public DateTimeOffset? Begonnen { get; init; }

    public DateTimeOffset? Beeindigd { get; init; }

    public DateTimeOffset? NietVoor { get; init; }

    public required int Pogingen { get; init; }

    public required int Fencing { get; init; }

    public ImportRunId? RunId { get; init; }

    public required Rondeuitkomst Uitkomst { get; init; }

    public string? FoutCode { get; init; }

    public string? FoutTekst { get; init; }

    public required Actiehouder Actiehouder { get; init; }

    public static RondeRow Of(Ronde ronde) => new()
    {
        SchoolId = ronde.SchoolId,
        Nacht = ronde.Nacht.DayNumber,
        Volgnummer = ronde.Volgnummer,
        GevraagdDoor = ronde.GevraagdDoor,
        Gevraagd = ronde.Gevraagd,
        Begonnen = ronde.Begonnen,
        Beeindigd = ronde.Beeindigd,
        NietVoor = ronde.NietVoor,
        Pogingen = ronde.Pogingen,
        Fencing = ronde.Fencing,
        RunId = ronde.Run,
        Uitkomst = ronde.Uitkomst,
        FoutCode = ronde.Fout?.Code,
        FoutTekst = ronde.Fout?.Tekst,
        Actiehouder = ronde.Actiehouder,
    };

    public Ronde ToRonde() => new()
    {
        SchoolId = SchoolId,
        Nacht = DateOnly.FromDayNumber(Nacht),
        Volgnummer = Volgnummer,
        GevraagdDoor = GevraagdDoor,
        Gevraagd = Gevraagd,
        Begonnen = Begonnen,
        Beeindigd = Beeindigd,
        NietVoor = NietVoor,
        Pogingen = Pogingen,
        Fencing = Fencing,
        Run = RunId,
        Uitkomst = Uitkomst,
        Fout = FoutCode is null ? null : new Importfout(FoutCode, FoutTekst ?? ""),
        Actiehouder = Actiehouder,
    };
}
