using Kurve.Numo.Api.Shared;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Api.Wijzigingen;

/// <summary>The enums of messages on the wire; made when the host starts, which fails when one is incomplete.</summary>
internal static class WijzigingEnums
{
    public static EnumNames<Berichtsoort, V1.Berichtsoort> Soorten { get; } = new();

    public static EnumNames<Berichtkanaal, V1.Berichtkanaal> Kanalen { get; } = new();

    public static EnumNames<Berichtstaat, V1.Berichtstaat> Staten { get; } = new();
}
