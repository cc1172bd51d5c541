using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Api.Shared;

/// <summary>
/// Values that several messages share. Enums of the domain start at 0 where the contract's start at 1.
/// </summary>
internal static class ProtoValues
{
    public static Timestamp ToTimestamp(this DateTimeOffset moment) => Timestamp.FromDateTimeOffset(moment);

    public static Timestamp? ToTimestamp(this DateTimeOffset? moment) => moment?.ToTimestamp();

    public static V1.Status ToProto(this Accountstatus status) => (V1.Status)((int)status + 1);

    public static V1.Groepsoort ToProto(this Groepsoort soort) => (V1.Groepsoort)((int)soort + 1);
}
