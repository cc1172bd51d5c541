using System.Globalization;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>A row with the columns of a pin.</summary>
internal interface IVastgezetRow
{
    string? VastgezetTotEnMet { get; }

    string? VastgezetReden { get; }

    string? VastgezetDoor { get; }

    DateTimeOffset? VastgezetMoment { get; }
}

/// <summary>Reads and writes pins. Days are written so that they sort as text.</summary>
internal static class PinColumns
{
    private const string DayFormat = "yyyy-MM-dd";

    public static Vastzetting? ReadVastzetting(this IVastgezetRow row) => row is
    {
        VastgezetTotEnMet: { } totEnMet, VastgezetReden: { } reden, VastgezetDoor: { } door, VastgezetMoment: { } moment
    }
        ? new Vastzetting(reden, ReadDay(totEnMet), door, moment)
        : null;

    public static DateOnly ReadDay(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    public static string? WriteDay(DateOnly? dag) => dag?.ToString(DayFormat, CultureInfo.InvariantCulture);
}
