using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Leerlingen.Datakwaliteit;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Api.Leerlingen;

/// <summary>The enums of people on the wire; made when the host starts, which fails when one is incomplete.</summary>
internal static class LeerlingEnums
{
    public static EnumNames<Kwaliteitssoort, V1.Kwaliteitssoort> Kwaliteitssoorten { get; } = new();

    public static EnumNames<Accountstatus, V1.Status> Statussen { get; } = new();
}
