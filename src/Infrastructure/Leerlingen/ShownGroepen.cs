using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>The groepen of one person that are shown: those of now, and those that are prepared for the next year.</summary>
/// <param name="Schooljaar">The school year of those of now; null when there are none.</param>
/// <param name="Now">The groepen of now, by name.</param>
/// <param name="Next">Those of the next year in which there are any, by name.</param>
internal sealed record ShownGroepen(string? Schooljaar, IReadOnlyList<LidRow> Now, IReadOnlyList<LidRow> Next)
{
    /// <summary>Columns of a groep with alias g that a person is in. Older years than that before are not looked at.</summary>
    public const string Columns = $"g.Id, g.Naam, g.Soort, g.Schooljaar, {SchooljaarSql.Shown} AS Getoond";

    /// <summary>
    /// Which years of a groep with alias g, that people are in, may be shown. The plus keeps SQLite from going through all
    /// groepen of those years.
    /// </summary>
    public const string IsRecent = $"+g.Schooljaar >= {SchooljaarSql.Shown} - 1";

    /// <summary>The newest year that was imported as a whole for the vestiging of the person with alias l.</summary>
    public const string Voltooid = """
        (SELECT MAX(j.Schooljaar)
                FROM Leerlingen_Schooljaar AS j
                WHERE j.SchoolId = l.SchoolId AND j.Vestiging = l.Vestiging AND j.Schooljaar <= @Huidig) AS Voltooid
        """;

    /// <summary>Chooses what is shown of a person.</summary>
    /// <param name="rows">The groepen of the person, by name.</param>
    /// <param name="huidig">The school year of now.</param>
    /// <param name="voltooid">The newest year that was imported as a whole for the person's vestiging.</param>
    public static ShownGroepen Of(IEnumerable<LidRow> rows, Schooljaar huidig, int? voltooid)
    {
        LidRow[] all = [.. rows];
        if (all.Length == 0)
        {
            return new ShownGroepen(null, [], []);
        }

        // A school that has only prepared years shows the first.
        var now = Math.Max(huidig.Begin, all[0].Getoond);
        var shown = ShownYear.Of(all.Select(row => row.Schooljaar), now, voltooid);
        var next = ShownYear.Next(all.Select(row => row.Schooljaar), now);
        return new ShownGroepen(
            Name(shown),
            [.. all.Where(row => row.Schooljaar == shown)],
            [.. all.Where(row => row.Schooljaar == next)]);
    }

    /// <summary>The home class of a leerling now.</summary>
    public GroepverwijzingView? Stamgroep => StamgroepOf(Now);

    /// <summary>The samengestelde groepen of a leerling now.</summary>
    public IReadOnlyList<GroepverwijzingView> Samengesteld => SamengesteldOf(Now);

    /// <summary>What is prepared for a leerling; null when nothing is.</summary>
    public KomendeGroepenView? NextOfLeerling => Next.Count == 0
        ? null
        : new KomendeGroepenView(Name(Next[0].Schooljaar)!, StamgroepOf(Next), SamengesteldOf(Next));

    /// <summary>What is prepared for a docent; null when nothing is.</summary>
    public KomendeGroepenView? NextOfDocent => Next.Count == 0
        ? null
        : new KomendeGroepenView(Name(Next[0].Schooljaar)!, null, [.. Next.Select(row => row.ToView())]);

    private static string? Name(int? jaar) =>
        jaar is { } begin ? Domain.Shared.Schooljaar.Hydrate(begin).ToString() : null;

    private static GroepverwijzingView? StamgroepOf(IReadOnlyList<LidRow> rows) =>
        rows.FirstOrDefault(row => row.Soort == Groepsoort.Stamgroep)?.ToView();

    private static IReadOnlyList<GroepverwijzingView> SamengesteldOf(IReadOnlyList<LidRow> rows) =>
        [.. rows.Where(row => row.Soort == Groepsoort.Samengesteld).Select(row => row.ToView())];
}

/// <summary>A groep that a person is in.</summary>
internal sealed class LidRow
{
    public required AccountId PersoonId { get; init; }

    public required GroepId Id { get; init; }

    public required string Naam { get; init; }

    public required Groepsoort Soort { get; init; }

    public required int Schooljaar { get; init; }

    /// <summary>The school year that the school as a whole shows.</summary>
    public required int Getoond { get; init; }

    public GroepverwijzingView ToView() => new(Id.Value, Naam);
}
