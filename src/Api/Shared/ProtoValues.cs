using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Api.Shared;

/// <summary>
/// Values that several messages share. Enums of the domain start at 0 where the contract's start at 1.
/// </summary>
internal static class ProtoValues
{
    /// <summary>How a day is written in the contract, as ISO 8601 has it.</summary>
    public const string DayFormat = "yyyy-MM-dd";

    public static Timestamp ToTimestamp(this DateTimeOffset moment) => Timestamp.FromDateTimeOffset(moment);

    public static Timestamp? ToTimestamp(this DateTimeOffset? moment) => moment?.ToTimestamp();

    public static string ToProto(this DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static V1.Status ToProto(this Accountstatus status) => (V1.Status)((int)status + 1);

    public static V1.Groepsoort ToProto(this Groepsoort soort) => (V1.Groepsoort)((int)soort + 1);
}
