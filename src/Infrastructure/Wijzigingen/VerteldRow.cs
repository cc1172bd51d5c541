using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>What an address was last told of one kind, as it is stored; a day is a day number.</summary>
internal sealed class VerteldRow
{
    /// <summary>Those of one address.</summary>
    public const string List = """
        SELECT Soort, Onderwerp, Dag
        FROM Wijzigingen_Verteld
        WHERE SchoolId = @SchoolId AND AdresId = @Id;
        """;

    /// <summary>Takes away those of one address and some kinds, before they are stored anew.</summary>
    public const string Remove = """
        DELETE FROM Wijzigingen_Verteld
        WHERE SchoolId = @SchoolId AND AdresId = @Id AND Soort IN @Soorten;
        """;

    public required Berichtsoort Soort { get; init; }

    public required string Onderwerp { get; init; }

    public required int Dag { get; init; }

    /// <summary>How those of an address are stored.</summary>
    public static BulkTable<Verteld> Table(Berichtadres adres) => new(
        "Wijzigingen_Verteld",
        ("SchoolId", _ => TypeHandlers.ToBytes(adres.SchoolId.Value)),
        ("AdresId", _ => TypeHandlers.ToBytes(adres.Id)),
        ("Soort", v => (int)v.Soort),
        ("Onderwerp", v => v.Onderwerp),
        ("Dag", v => v.Dag.DayNumber));

    public Verteld ToVerteld() => new(Soort, Onderwerp, DateOnly.FromDayNumber(Dag));
}
