using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure;

namespace Kurve.Numo.Api.Shared;

/// <summary>The database cannot do its work until an operator mends it.</summary>
internal sealed record DatabaseDefect(Databasestoring Storing)
    : Error(
        ErrorKind.Unavailable,
        $"DATABASE_{CodeOf(Storing)}",
        $"The database {MessageOf(Storing)}; an operator has to mend it.",
        "Numo kan nu niet bij zijn gegevens. Kurve kijkt ernaar.")
{
    private static string CodeOf(Databasestoring storing) => storing switch
    {
        Databasestoring.Vol => "VOL",
        Databasestoring.AlleenLezen => "ALLEEN_LEZEN",
        Databasestoring.Beschadigd => "BESCHADIGD",
        _ => "ONBEREIKBAAR",
    };

    private static string MessageOf(Databasestoring storing) => storing switch
    {
        Databasestoring.Vol => "is full",
        Databasestoring.AlleenLezen => "is read-only",
        Databasestoring.Beschadigd => "is damaged",
        _ => "cannot be opened or read",
    };
}
