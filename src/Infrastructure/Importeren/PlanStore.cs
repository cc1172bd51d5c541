using System.Text.Json;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Importeren;

internal sealed class PlanStore(DbSession session, Opleidingscatalogus catalogus) : IPlanStore
{
    private const string SaveGroepen = """
        UPDATE Importeren_Run
        SET Groepen = @Groepen
        WHERE SchoolId = @SchoolId AND Id = @RunId;
        """;

    private const string LoadGroepen = """
        SELECT Groepen
        FROM Importeren_Run
        WHERE SchoolId = @SchoolId AND Id = @RunId;
        """;

    private const string LoadRegels = """
        SELECT Nummer, Persoon, Soort, AccountId, Inhoud
        FROM Importeren_Regel
        WHERE SchoolId = @SchoolId AND RunId = @RunId AND Soort IN @Soorten
        ORDER BY Nummer;
        """;

    private const string ListRegels = """
        SELECT Nummer, Soort
        FROM Importeren_Regel
        WHERE SchoolId = @SchoolId AND RunId = @RunId;
        """;

    private const string FindRegel = """
        SELECT Nummer, Persoon, Soort, AccountId, Inhoud
        FROM Importeren_Regel
        WHERE SchoolId = @SchoolId AND RunId = @RunId AND Nummer = @Nummer;
        """;

    private const int ProgressStep = 100;

    public async Task SaveAsync(ImportRun run, ImportPlan plan, IProgress<int>? progress, CancellationToken ct)
    {
        var regels = Rows(Persoonssoort.Leerling, plan.Leerlingen).Concat(Rows(Persoonssoort.Docent, plan.Docenten));
        await session.BulkInsertAsync(RegelTable(run), Count(regels, progress), ct);

        // In the row of the run, which others look at meanwhile: so last.
        var groepen = JsonSerializer.SerializeToUtf8Bytes(
            [.. plan.Groepen.Select(GroepsregelJson.Of)], ImportJson.Default.GroepsregelJsonArray);
        await session.ExecuteAsync(SaveGroepen, new { run.SchoolId, RunId = run.Id, Groepen = groepen }, ct);
    }

    public Task SaveLosseRegelsAsync(ImportRun run, IReadOnlyList<LosseRegel> regels, CancellationToken ct) =>
        LosseRegelTabel.ReplaceAsync(session, run, regels, ct);

    private static IEnumerable<(int Nummer, Regel Regel)> Count(IEnumerable<Regel> regels, IProgress<int>? progress)
    {
        var nummer = 0;
        foreach (var regel in regels)
        {
            yield return (++nummer, regel);
            if (nummer % ProgressStep == 0)
            {
                progress?.Report(nummer);
            }
        }
    }

    public async Task<IReadOnlyDictionary<int, RegelSoort>> ListRegelsAsync(ImportRun run, CancellationToken ct)
    {
        var rows = await session.QueryAsync<Regelkop>(ListRegels, new { run.SchoolId, RunId = run.Id }, ct);
        return rows.ToDictionary(r => r.Nummer, r => r.Soort);
    }

    public async Task<Result<Conflict>> FindConflictAsync(ImportRun run, int nummer, CancellationToken ct)
    {
        var parameters = new { run.SchoolId, RunId = run.Id, Nummer = nummer };
        return await session.FindAsync<Row>(FindRegel, parameters, ct) switch
        {
            null => new RegelOnbekend(nummer),
            { Soort: RegelSoort.Conflict } row => row.ToConflict(catalogus),
            var row => new RegelGeenConflict(nummer, row.Soort),
        };
    }

    public async Task<Standwijziging> LoadAsync(ImportRun run, Regelkeuze keuze, CancellationToken ct)
    {
        var uitkomst = run.Uitkomst ?? throw new InvalidOperationException($"Import run {run.Id} has no plan.");
        var groepen = await session.FindAsync<byte[]>(LoadGroepen, new { run.SchoolId, RunId = run.Id }, ct);
        var parameters = new { run.SchoolId, RunId = run.Id, Soorten = keuze.Soorten.Select(s => (int)s).ToArray() };
        var rows = await session.QueryAsync<Row>(LoadRegels, parameters, ct);
        var chosen = rows.Where(r => keuze.Chooses(r.Nummer, r.Soort)).ToLookup(r => r.Persoon);
        return new Standwijziging(
            run.Schooljaar,
            uitkomst.BasisVersie,
            [
                .. JsonSerializer
                    .Deserialize(groepen, ImportJson.Default.GroepsregelJsonArray)!
                    .Select(g => g.ToGroepsregel()),
            ],
            Settle(chosen[Persoonssoort.Leerling], p => p.ToLeerling(catalogus)),
            Settle(chosen[Persoonssoort.Docent], p => p.ToDocent()))
        {
            Run = run.Id,
        };
    }

    private static IReadOnlyList<Persoonswijziging<T>> Settle<T>(
        IEnumerable<Row> rows, Func<PersoonJson, T> toGegevens)
        where T : Persoonsgegevens<T>
    {
        var (wijzigingen, afstanden) = (new List<Persoonswijziging<T>>(), new List<Afstand<T>>());
        foreach (var row in rows)
        {
            var inhoud = row.Read();
            wijzigingen.Add(new Persoonswijziging<T>(
                row.Soort, row.AccountId, toGegevens(inhoud.Persoon), inhoud.Gewijzigd)
            {
                Regel = row.Nummer,
            });
            afstanden.AddRange((inhoud.Afstanden ?? []).Select(a => a.ToAfstand(toGegevens)));
        }

        return Afstandregeling.Settle(wijzigingen, afstanden);
    }

    private static IEnumerable<Regel> Rows<T>(Persoonssoort persoon, IReadOnlyList<Planregel<T>> regels)
        where T : Persoonsgegevens<T> => regels
            .Where(r => r.IsMeldenswaardig)
            .Select(r => new Regel(
                persoon, r.Soort, r.Account?.Id, r.Meldingen.Count > 0, r.Verplaatsing, RegelJson.Of(r)));

    private static BulkTable<(int Nummer, Regel Regel)> RegelTable(ImportRun run)
    {
        var (schoolId, runId) = (TypeHandlers.ToBytes(run.SchoolId.Value), TypeHandlers.ToBytes(run.Id.Value));
        return new BulkTable<(int Nummer, Regel Regel)>(
            "Importeren_Regel",
            ("SchoolId", _ => schoolId),
            ("RunId", _ => runId),
            ("Nummer", r => r.Nummer),
            ("Persoon", r => (int)r.Regel.Persoon),
            ("Soort", r => (int)r.Regel.Soort),
            ("AccountId", r => r.Regel.Account is { } id ? TypeHandlers.ToBytes(id.Value) : null),
            ("HeeftMelding", r => r.Regel.HeeftMelding ? 1 : 0),
            ("Verplaatsing", r => (int)r.Regel.Verplaatsing),
            ("Vergrendeld", r => r.Regel.Inhoud.Vergrendeld == Veld.Geen ? 0 : 1),
            ("Inhoud", r => JsonSerializer.SerializeToUtf8Bytes(r.Regel.Inhoud, ImportJson.Default.RegelJson)));
    }

    private sealed record Regel(
        Persoonssoort Persoon,
        RegelSoort Soort,
        AccountId? Account,
        bool HeeftMelding,
        Verplaatsingsoort Verplaatsing,
        RegelJson Inhoud);

    private sealed class Regelkop
    {
        public required int Nummer { get; init; }

        public required RegelSoort Soort { get; init; }
    }

    private sealed class Row
    {
        public required int Nummer { get; init; }

        public required Persoonssoort Persoon { get; init; }

        public required RegelSoort Soort { get; init; }

        public AccountId? AccountId { get; init; }

        public required byte[] Inhoud { get; init; }

        public RegelJson Read() => JsonSerializer.Deserialize(Inhoud, ImportJson.Default.RegelJson)!;

        public Conflict ToConflict(Opleidingscatalogus catalogus)
        {
            var inhoud = Read();
            Persoonsgegevens gegevens = Persoon == Persoonssoort.Leerling
                ? inhoud.Persoon.ToLeerling(catalogus)
                : inhoud.Persoon.ToDocent();
            return new Conflict(
                Nummer,
                Persoon,
                gegevens.Naam,
                inhoud.Meldingen is [var reden, ..] ? reden.Code : "",
                [.. gegevens.Sleutels],
                inhoud.Betrokken ?? []);
        }
    }
}
