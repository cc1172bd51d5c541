using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Synchronisatie;

namespace Kurve.Numo.Application.Synchronisatie;

/// <summary>A ronde as it is shown; the meaning of each member is that of <see cref="Ronde"/>.</summary>
public sealed record RondeView(
    Guid SchoolId,
    DateOnly Nacht,
    int Volgnummer,
    string GevraagdDoor,
    DateTimeOffset Gevraagd,
    DateTimeOffset? Begonnen,
    DateTimeOffset? Beeindigd,
    DateTimeOffset? NietVoor,
    int Pogingen,
    Guid? Run,
    Rondeuitkomst Uitkomst,
    Importfout? Fout,
    Actiehouder Actiehouder)
{
    /// <summary>Shows a ronde.</summary>
    public static RondeView Of(Ronde ronde) => new(
        ronde.SchoolId.Value,
        ronde.Nacht,
        ronde.Volgnummer,
        ronde.GevraagdDoor,
        ronde.Gevraagd,
        ronde.Begonnen,
        ronde.Beeindigd,
        ronde.NietVoor,
        ronde.Pogingen,
        ronde.Run?.Value,
        ronde.Uitkomst,
        ronde.Fout,
        ronde.Actiehouder);
}

/// <summary>What a school wants of its sync, as it is shown.</summary>
public sealed record SyncbeleidView(
    Guid SchoolId,
    IReadOnlyList<RegelSoort> Soorten,
    Feit? Pauze,
    string? Door,
    DateTimeOffset? Gewijzigd,
    long Versie)
{
    /// <summary>Shows it.</summary>
    public static SyncbeleidView Of(Syncbeleid beleid) =>
        new(beleid.SchoolId.Value, beleid.Soorten, beleid.Pauze, beleid.Door, beleid.Gewijzigd, beleid.Versie);
}

/// <summary>A school among those that are synced.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Naam">Its name.</param>
/// <param name="Brin">Its BRIN.</param>
/// <param name="Pauze">Its pause; null when it has none.</param>
/// <param name="Volgende">When it is its turn next; null when it is paused, or its koppeling was never activated or
/// is suspended.</param>
/// <param name="Laatste">Its newest ronde; null when it had none.</param>
public sealed record Syncregel(
    Guid SchoolId, string Naam, string Brin, Feit? Pauze, DateTimeOffset? Volgende, RondeView? Laatste);
