using Kurve.Numo.Api.Shared;
using Kurve.Numo.Domain.Importeren;

namespace Kurve.Numo.Api.Importeren;

/// <summary>The enums of runs on the wire; made when the host starts, which fails when one is incomplete.</summary>
internal static class ImportEnums
{
    public static EnumNames<Importfase, V1.Importfase> Fases { get; } = new();
}
