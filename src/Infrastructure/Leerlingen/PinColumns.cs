using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>A row with the columns of a pin.</summary>
internal interface IVastgezetRow
{
    string? VastgezetTotEnMet { get; }

    string? VastgezetReden { get; }

    string? VastgezetDoor { get; }

    DateTimeOffset? VastgezetMoment { get; }
}

/// <summary>Reads and writes pins.</summary>
internal static class PinColumns
{
    public static Vastzetting? ReadVastzetting(this IVastgezetRow row) => row is
    {
        VastgezetTotEnMet: { } totEnMet, VastgezetReden: { } reden, VastgezetDoor: { } door, VastgezetMoment: { } moment
    }
        ? new Vastzetting(reden, TypeHandlers.ToDay(totEnMet), door, moment)
        : null;

    public static string? WriteDay(DateOnly? dag) => dag is { } day ? TypeHandlers.ToText(day) : null;
}
