using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Domain.Opleidingen;

namespace Kurve.Numo.Api.Opleidingen;

/// <summary>The enums of opleidingen on the wire; made when the host starts, which fails when one is incomplete.</summary>
internal static class OpleidingEnums
{
    public static EnumNames<Domain.Scholen.Sector, V1.Sector> Sectoren { get; } = new();

    public static EnumNames<Vertaalregel, V1.Vertaalregel> Regels { get; } = new(Vertaalregel.Geen);

    public static EnumNames<Zekerheid, V1.Zekerheid> Zekerheden { get; } = new(Zekerheid.Onbekend);

    public static EnumNames<Leerjaaruitkomst, V1.Leerjaaruitkomst> Leerjaaruitkomsten { get; } = new();

    public static EnumNames<Onbekendreden, V1.Onbekendreden> Redenen { get; } = new();
}
