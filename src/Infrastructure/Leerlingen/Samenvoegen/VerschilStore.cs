using Kurve.Numo.Application.Leerlingen.Samenvoegen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerlingen.Samenvoegen;

internal sealed class VerschilStore(DbSession session) : IVerschilStore
{
    private const string Find = $"""
        SELECT {VerschilRow.Columns}
        FROM Leerlingen_Verschil
        WHERE SchoolId = @SchoolId AND EneId = @EneId AND AndereId = @AndereId;
        """;

    private const string List = """
        SELECT EneId, AndereId
        FROM Leerlingen_Verschil
        WHERE SchoolId = @SchoolId;
        """;

    private const string ListSamengevoegd = """
        SELECT Id AS EneId, SamengevoegdMet AS AndereId
        FROM Leerlingen_Leerling
        WHERE SchoolId = @SchoolId AND SamengevoegdMet IS NOT NULL
        UNION ALL
        SELECT Id AS EneId, SamengevoegdMet AS AndereId
        FROM Leerlingen_Docent
        WHERE SchoolId = @SchoolId AND SamengevoegdMet IS NOT NULL;
        """;

    private const string Add = """
        INSERT INTO Leerlingen_Verschil (SchoolId, Id, Persoon, EneId, AndereId, Reden, Door, Moment)
        VALUES (@SchoolId, @Id, @Persoon, @EneId, @AndereId, @Reden, @Door, @Moment);
        """;

    private const string Remove = """
        DELETE FROM Leerlingen_Verschil
        WHERE SchoolId = @SchoolId AND Id = @Id;
        """;

    public async Task<Accountverschil?> FindAsync(SchoolId schoolId, AccountId ene, AccountId andere, CancellationToken ct)
    {
        var (laag, hoog) = Accountverschil.Order(ene, andere);
        var parameters = new { SchoolId = schoolId, EneId = laag, AndereId = hoog };
        return (await session.FindAsync<VerschilRow>(Find, parameters, ct))?.ToVerschil();
    }

    public Task<Verschillenlijst> LoadAsync(SchoolId schoolId, CancellationToken ct) => LoadAsync(session, schoolId, ct);

    /// <summary>All pairs of a school.</summary>
    public static async Task<Verschillenlijst> LoadAsync(DbSession session, SchoolId schoolId, CancellationToken ct)
    {
        var parameters = new { SchoolId = schoolId };
        var paren = await session.QueryAsync<PaarRow>(List, parameters, ct);
        var samengevoegd = paren.Count == 0 ? [] : await session.QueryAsync<PaarRow>(ListSamengevoegd, parameters, ct);
        return new Verschillenlijst(
            paren.Select(r => (r.EneId, r.AndereId)), samengevoegd.ToDictionary(r => r.EneId, r => r.AndereId));
    }

    public Task AddAsync(SchoolId schoolId, Accountverschil verschil, CancellationToken ct) => session.ExecuteAsync(
        Add,
        new
        {
            SchoolId = schoolId,
            verschil.Id,
            Persoon = verschil.Soort,
            EneId = verschil.Ene,
            AndereId = verschil.Andere,
            verschil.Reden,
            verschil.Door,
            verschil.Moment,
        },
        ct);

    public Task RemoveAsync(SchoolId schoolId, Guid id, CancellationToken ct) =>
        session.ExecuteAsync(Remove, new { SchoolId = schoolId, Id = id }, ct);

    private sealed class PaarRow
    {
        public required AccountId EneId { get; init; }

        public required AccountId AndereId { get; init; }
    }
}

internal sealed class ListVerschillendHandler(DbSession session)
    : IRequestHandler<ListVerschillend, Result<Page<VerschilView>>>
{
    private const string List = $"""
        SELECT {VerschilRow.Columns}
        FROM Leerlingen_Verschil
        WHERE SchoolId = @SchoolId AND Id > @After
        ORDER BY Id
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<Page<VerschilView>>> Handle(ListVerschillend request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadId(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var parameters = new { request.SchoolId, After = after, Take = request.Page.Size + 1 };
        var rows = await session.QueryAsync<VerschilRow>(List, parameters, cancellationToken);
        var page = PageTokens.ToPage(rows, request.Page, row => row.Id);
        return new Page<VerschilView>([.. page.Items.Select(row => VerschilView.Of(row.ToVerschil()))], page.Next);
    }
}

internal sealed class VerschilRow
{
    public const string Columns = "Id, Persoon, EneId, AndereId, Reden, Door, Moment";

    public required Guid Id { get; init; }

    public required Persoonssoort Persoon { get; init; }

    public required AccountId EneId { get; init; }

    public required AccountId AndereId { get; init; }

    public string? Reden { get; init; }

    public required string Door { get; init; }

    public required DateTimeOffset Moment { get; init; }

    public Accountverschil ToVerschil() => new(Id, Persoon, EneId, AndereId, Reden, Door, Moment);
}
