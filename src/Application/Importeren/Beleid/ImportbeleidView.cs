using Kurve.Numo.Domain.Importeren.Beleid;

namespace Kurve.Numo.Application.Importeren.Beleid;

/// <summary>
/// A school's rules as they are shown; the meaning of each member is that of <see cref="ImportBeleid"/>, and what is
/// called current is that of today.
/// </summary>
public sealed record ImportbeleidView(
    Guid SchoolId,
    Importmodus Modus,
    Importmodus HuidigeModus,
    Importpauze? Pauze,
    Limietafspraak? Afspraak,
    Archiveerlimiet HuidigeLimiet,
    bool LimietVerlopen,
    string? Door,
    DateTimeOffset? Gewijzigd,
    long Versie)
{
    /// <summary>Shows a school's rules on a day.</summary>
    public static ImportbeleidView Of(ImportBeleid beleid, DateOnly vandaag) => new(
        beleid.SchoolId.Value,
        beleid.Modus,
        beleid.ModusOp(vandaag),
        beleid.Pauze,
        beleid.Afspraak,
        beleid.LimietOp(vandaag),
        beleid.IsVerlopen(vandaag),
        beleid.Door,
        beleid.Gewijzigd,
        beleid.Versie);
}
