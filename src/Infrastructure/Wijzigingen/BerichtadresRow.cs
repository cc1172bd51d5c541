using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>An address as it is stored; a day is a day number.</summary>
internal sealed class BerichtadresRow
{
    /// <summary>The columns of <c>a</c> that are read.</summary>
    public const string Columns = """
        a.SchoolId, a.Id, a.Kanaal, a.Adres, a.Nummer, a.LaatsteDag, a.NietVoor, a.Mislukt, a.FoutCode, a.FoutTekst,
            a.FoutMoment, a.Verwijderd
        """;

    public required SchoolId SchoolId { get; init; }

    public required Guid Id { get; init; }

    public required Berichtkanaal Kanaal { get; init; }

    public required string Adres { get; init; }

    public int Nummer { get; init; }

    public int? LaatsteDag { get; init; }

    public DateTimeOffset? NietVoor { get; init; }

    public int Mislukt { get; init; }

    public string? FoutCode { get; init; }

    public string? FoutTekst { get; init; }

    public DateTimeOffset? FoutMoment { get; init; }

    /// <summary>When the school took it away; null while it has it.</summary>
    public DateTimeOffset? Verwijderd { get; init; }

    private DateTimeOffset BezetTot { get; init; }

    /// <summary>One that is new.</summary>
    public static BerichtadresRow New(SchoolId schoolId, Berichtkanaal kanaal, string adres, DateTimeOffset now) => new()
    {
        SchoolId = schoolId,
        Id = Guid.CreateVersion7(now),
        Kanaal = kanaal,
        Adres = adres,
        BezetTot = now,
    };

    /// <summary>How new ones are stored.</summary>
    public static BulkTable<BerichtadresRow> Table(SqlDialect dialect) => new(
        "Wijzigingen_Adres",
        ("SchoolId", a => TypeHandlers.ToBytes(a.SchoolId.Value)),
        ("Id", a => TypeHandlers.ToBytes(a.Id)),
        ("Kanaal", a => (int)a.Kanaal),
        ("Adres", a => a.Adres),
        ("Volgend", a => TypeHandlers.ToBytes(Guid.CreateVersion7(a.BezetTot))),
        ("Toevoegingen", _ => 0),
        ("Nummer", _ => 0),
        ("BezetTot", a => dialect.ToMoment(a.BezetTot)),
        ("Mislukt", _ => 0));

    /// <summary>Whether this is the same address: the case of letters matters in a webhook, and not in mail.</summary>
    public bool IsSame(Berichtkanaal kanaal, string adres) => Kanaal == kanaal && string.Equals(
        Adres, adres, kanaal == Berichtkanaal.Mail ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    public Berichtadres ToAdres() => new()
    {
        SchoolId = SchoolId,
        Id = Id,
        Kanaal = Kanaal,
        Adres = Adres,
        Nummer = Nummer,
        LaatsteDag = LaatsteDag is { } dag ? DateOnly.FromDayNumber(dag) : null,
        NietVoor = NietVoor,
        Mislukt = Mislukt,
        Fout = FoutCode is null ? null : new Berichtfout(FoutCode, FoutTekst!),
        FoutMoment = FoutMoment,
    };
}
