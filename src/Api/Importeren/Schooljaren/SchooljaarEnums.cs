using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Leerplannen.Contract;
using Kurve.Numo.Domain.Importeren.Schooljaren;

namespace Kurve.Numo.Api.Importeren.Schooljaren;

/// <summary>The enums of school years on the wire; made when the host starts, which fails when one is incomplete.</summary>
internal static class SchooljaarEnums
{
    public static EnumNames<Wisselstaat, V1.Wisselstaat> Staten { get; } = new();

    public static EnumNames<Overnameuitkomst, V1.Overnameuitkomst> Uitkomsten { get; } = new();
}
