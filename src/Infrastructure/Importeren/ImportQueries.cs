using System.Text.Json;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Leerplannen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Importeren.Runs;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Importeren.Runs;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Importeren;

internal sealed class ListImportRunsHandler(DbSession session)
    : IRequestHandler<ListImportRuns, Result<Page<ImportRunView>>>
{
    private const string List = $"""
        SELECT {ImportRunRow.Columns}
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND (@Newest = 1 OR Id < @Before)
            AND (@AlleStates = 1 OR State IN @States)
            AND (@Vanaf IS NULL OR Aangevraagd >= @Vanaf)
            AND (@Tot IS NULL OR Aangevraagd < @Tot)
            AND (@Bron IS NULL OR Bron = @Bron)
            AND Id >= @Eerste AND Id <= @Laatste
        ORDER BY Id DESC
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public async Task<Result<Page<ImportRunView>>> Handle(ListImportRuns request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadId(request.Page) is not { } before)
        {
            return PageTokenOngeldig.Default;
        }

        var parameters = new
        {
            request.SchoolId,
            Newest = request.Page.After is null ? 1 : 0,
            Before = before,
            AlleStates = request.States.Count == 0 ? 1 : 0,
            States = request.States.Select(s => (int)s).ToArray(),
            request.Vanaf,
            request.Tot,
            Bron = (int?)request.Bron,
            Eerste = request.Prefix?.First ?? Guid.Empty,
            Laatste = request.Prefix?.Last ?? Guid.AllBitsSet,
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<ImportRunRow>(List, parameters, cancellationToken);
        return PageTokens.ToPage([.. rows.Select(r => ImportRunView.Of(r.ToRun()))], request.Page, run => run.Id);
    }
}

internal sealed class ListImportRegelsHandler(
    DbSession session,
    IImportRunRepository runs,
    ILeerplanvergelijking leerplannen,
    Regeluitkomsten uitkomsten,
    Opleidingscatalogus catalogus)
    : IRequestHandler<ListImportRegels, Result<ImportRegelsView>>
{
    private const string List = $"""
        SELECT r.Nummer, r.Persoon, r.Soort, r.AccountId, r.Verplaatsing, r.Inhoud
        FROM Importeren_Regel AS r
        WHERE r.SchoolId = @SchoolId AND r.RunId = @ImportRunId AND r.Nummer > @After
            AND (@AlleSoorten = 1 OR r.Soort IN @Soorten)
            AND (@Persoon IS NULL OR r.Persoon = @Persoon)
            AND (@MetMelding = 0 OR r.HeeftMelding = 1)
            AND (@Verplaatsingen = 0 OR (r.Verplaatsing & @Verplaatsingen) <> 0)
            AND (@MetVergrendeling = 0 OR r.Vergrendeld = 1)
            AND (@AlleUitkomsten = 1 OR {Regeluitkomsten.Uitkomst} IN @Uitkomsten)
        ORDER BY r.Nummer
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    /// <summary>Under the key of now, and under those that an older run may know it by.</summary>
    private const string Groepen = """
        SELECT Vestiging, Sleutel, Naam, 0 AS IsVroeger
        FROM Leerlingen_Groep
        WHERE SchoolId = @SchoolId AND Schooljaar = @Schooljaar
        UNION ALL
        SELECT g.Vestiging, h.Sleutel, g.Naam, 1 AS IsVroeger
        FROM Leerlingen_GroepHerstel AS h
        INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = h.SchoolId AND g.Id = h.Id
        WHERE h.SchoolId = @SchoolId AND g.Schooljaar = @Schooljaar AND h.Sleutel <> g.Sleutel;
        """;

    private const string PlannedGroepen = """
        SELECT Groepen
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND Id = @RunId;
        """;

    public async Task<Result<ImportRegelsView>> Handle(
        ListImportRegels request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadNumber(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        if (await runs.FindAsync(request.SchoolId, request.ImportRunId, cancellationToken) is not { } run)
        {
            return new ImportRunOnbekend(request.ImportRunId);
        }

        if (run.PlanOpgeruimd is not null)
        {
            return new PlanOpgeruimd(run.Id);
        }

        var parameters = new
        {
            request.SchoolId,
            request.ImportRunId,
            After = after,
            AlleSoorten = request.Soorten.Count == 0 ? 1 : 0,
            Soorten = request.Soorten.Select(s => (int)s).ToArray(),
            Persoon = (int?)request.Persoon,
            MetMelding = request.MetMelding ? 1 : 0,
            Verplaatsingen = (int)request.Verplaatsingen,
            MetVergrendeling = request.MetVergrendeling ? 1 : 0,
            AlleUitkomsten = request.Uitkomsten.Count == 0 ? 1 : 0,
            Uitkomsten = request.Uitkomsten.Select(u => (int)u).ToArray(),
            RunState = (int)run.State,
            Take = request.Page.Size + 1,
        };
        var rows = await session.QueryAsync<Row>(List, parameters, cancellationToken);
        var namen = await LoadGroepsnamenAsync(run, cancellationToken);
        var page = PageTokens.ToPage(
            [.. rows.Select(r => r.ToView(namen, catalogus))], request.Page, regel => regel.Nummer);
        page = page with { Items = await uitkomsten.AddAsync(run, page.Items, cancellationToken) };
        var wisselingen = page.Items.Select(r => r.Doelgroepwisseling).OfType<Doelgroepwisseling>().ToHashSet();
        return new ImportRegelsView(
            page,
            await leerplannen.CompareAsync(request.SchoolId, run.Schooljaar, wisselingen, cancellationToken));
    }

    private async Task<Groepsnamen> LoadGroepsnamenAsync(ImportRun run, CancellationToken ct)
    {
        var parameters = new { run.SchoolId, RunId = run.Id, Schooljaar = run.Schooljaar.Begin };
        var known = await session.QueryAsync<GroepRow>(Groepen, parameters, ct);
        var planned = await session.FindAsync<byte[]>(PlannedGroepen, parameters, ct);
        return new Groepsnamen(
            known.OrderByDescending(g => g.IsVroeger).Select(g => (g.Vestiging, g.Sleutel, g.Naam)),
            planned is null ? [] : JsonSerializer.Deserialize(planned, ImportJson.Default.GroepsregelJsonArray)!);
    }

    private sealed class GroepRow
    {
        public required string Vestiging { get; init; }

        public required string Sleutel { get; init; }

        public required string Naam { get; init; }

        public required bool IsVroeger { get; init; }
    }

    private sealed class Row
    {
        public required int Nummer { get; init; }

        public required Persoonssoort Persoon { get; init; }

        public required RegelSoort Soort { get; init; }

        public AccountId? AccountId { get; init; }

        public required Verplaatsingsoort Verplaatsing { get; init; }

        public required byte[] Inhoud { get; init; }

        public ImportRegelView ToView(Groepsnamen namen, Opleidingscatalogus catalogus)
        {
            var inhoud = JsonSerializer.Deserialize(Inhoud, ImportJson.Default.RegelJson)!;
            var doelgroep = inhoud.Persoon.ToDoelgroep(catalogus);
            return new ImportRegelView(
                Nummer,
                Persoon,
                Soort,
                AccountId?.Value,
                inhoud.Persoon.Naam,
                inhoud.Persoon.Stamgroep is { } stamgroep ? namen.Of(stamgroep.ToSleutel()) : null,
                doelgroep?.ToString(),
                namen.Show(inhoud.Wijzigingen ?? [], inhoud.Persoon.Vestiging),
                inhoud.Meldingen ?? [],
                Soort is RegelSoort.Bijwerken or RegelSoort.Heractiveren && inhoud.Gewijzigd.HasFlag(Veld.Doelgroep)
                    ? new Doelgroepwisseling(inhoud.VorigeDoelgroep?.ToDoelgroep(catalogus), doelgroep)
                    : null)
            {
                Aangehouden = inhoud.Aangehouden,
                VorigeStamgroep = inhoud.VorigeStamgroep,
                Sleutel = inhoud.Persoon.Sleutel,
                Verplaatsing = Verplaatsing,
                Vergrendeld = inhoud.Vergrendeld,
                Betrokken = inhoud.Betrokken ?? [],
                BeslissingId = inhoud.Beslissing,
            };
        }
    }
}

/// <summary>The names of a school year's groepen, since plans hold their keys.</summary>
internal sealed class Groepsnamen
{
    private const string Separator = ", ";
    private readonly Dictionary<string, string> _namen = new(StringComparer.Ordinal);

    /// <summary>Names as they are, of a key that comes twice the last, overruled by those of a plan.</summary>
    public Groepsnamen(
        IEnumerable<(string Vestiging, string Sleutel, string Naam)> known, IEnumerable<GroepsregelJson> planned)
    {
        foreach (var (vestiging, sleutel, naam) in known)
        {
            _namen[$"{vestiging}/{sleutel}"] = naam;
        }

        foreach (var groep in planned)
        {
            _namen[groep.Sleutel.Text] = groep.Naam;
        }
    }

    /// <summary>The name of a groep; its key when it is not known.</summary>
    public string Of(Groepsleutel sleutel) => _namen.GetValueOrDefault(sleutel.ToString(), sleutel.Key);

    /// <summary>Changes with the names of groepen in the place of their keys.</summary>
    public IReadOnlyList<Veldwijziging> Show(IReadOnlyList<Veldwijziging> wijzigingen, string vestiging) =>
    [
        .. wijzigingen.Select(w => w.Veld is Veld.Stamgroep or Veld.Groepen
            ? w with { Oud = Show(w.Oud, vestiging), Nieuw = Show(w.Nieuw, vestiging) }
            : w),
    ];

    private string? Show(string? sleutels, string vestiging) => sleutels is null
        ? null
        : string.Join(Separator, sleutels.Split(Separator).Select(key =>
            _namen.GetValueOrDefault(key, _namen.GetValueOrDefault($"{vestiging}/{key}", key))));
}
