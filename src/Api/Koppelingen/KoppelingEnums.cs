using Kurve.Numo.Api.Shared;
using Kurve.Numo.Domain.Koppelingen;

namespace Kurve.Numo.Api.Koppelingen;

/// <summary>The enums of connections on the wire; made when the host starts, which fails when one is incomplete.</summary>
internal static class KoppelingEnums
{
    public static EnumNames<Actiehouder, V1.Actiehouder> Actiehouders { get; } = new();
}
