using System.Text.Json;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Importeren;
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

    private const int ProgressStep = 100;

    public async Task SaveAsync(ImportRun run, ImportPlan plan, IProgress<int>? progress, CancellationToken ct)
    {
        var groepen = JsonSerializer.SerializeToUtf8Bytes(
            [.. plan.Groepen.Select(GroepsregelJson.Of)], ImportJson.Default.GroepsregelJsonArray);
        await session.ExecuteAsync(SaveGroepen, new { run.SchoolId, RunId = run.Id, Groepen = groepen }, ct);
        var regels = Rows(Persoonssoort.Leerling, plan.Leerlingen).Concat(Rows(Persoonssoort.Docent, plan.Docenten));
        await session.BulkInsertAsync(RegelTable(run), Count(regels, progress), ct);
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

    public async Task<Standwijziging> LoadAsync(
        ImportRun run, IReadOnlyCollection<RegelSoort> soorten, IReadOnlyCollection<int> regels, CancellationToken ct)
    {
        var uitkomst = run.Uitkomst ?? throw new InvalidOperationException($"Import run {run.Id} has no plan.");
        var groepen = await session.FindAsync<byte[]>(LoadGroepen, new { run.SchoolId, RunId = run.Id }, ct);
        var parameters = new { run.SchoolId, RunId = run.Id, Soorten = soorten.Select(s => (int)s).ToArray() };
        var rows = await session.QueryAsync<Row>(LoadRegels, parameters, ct);
        var wanted = regels.ToHashSet();
        var chosen = wanted.Count == 0 ? rows : [.. rows.Where(r => wanted.Contains(r.Nummer))];
        return new Standwijziging(
            run.Schooljaar,
            uitkomst.BasisVersie,
            [
                .. JsonSerializer
                    .Deserialize(groepen, ImportJson.Default.GroepsregelJsonArray)!
                    .Select(g => g.ToGroepsregel()),
            ],
            [
                .. chosen
                    .Where(r => r.Persoon == Persoonssoort.Leerling)
                    .Select(r => r.ToWijziging(p => p.ToLeerling(catalogus))),
            ],
            [.. chosen.Where(r => r.Persoon == Persoonssoort.Docent).Select(r => r.ToWijziging(p => p.ToDocent()))])
        {
            Run = run.Id,
        };
    }

    private static IEnumerable<Regel> Rows<T>(Persoonssoort persoon, IReadOnlyList<Planregel<T>> regels)
        where T : Persoonsgegevens<T> => regels
            .Where(r => r.IsMeldenswaardig)
            .Select(r => new Regel(persoon, r.Soort, r.Account?.Id, r.Meldingen.Count > 0, RegelJson.Of(r)));

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
            ("Inhoud", r => JsonSerializer.SerializeToUtf8Bytes(r.Regel.Inhoud, ImportJson.Default.RegelJson)));
    }

    private sealed record Regel(
        Persoonssoort Persoon, RegelSoort Soort, AccountId? Account, bool HeeftMelding, RegelJson Inhoud);

    private sealed class Row
    {
        public required int Nummer { get; init; }

        public required Persoonssoort Persoon { get; init; }

        public required RegelSoort Soort { get; init; }

        public AccountId? AccountId { get; init; }

        public required byte[] Inhoud { get; init; }

        public Persoonswijziging<T> ToWijziging<T>(Func<PersoonJson, T> toGegevens)
            where T : Persoonsgegevens<T>
        {
            var inhoud = JsonSerializer.Deserialize(Inhoud, ImportJson.Default.RegelJson)!;
            return new Persoonswijziging<T>(Soort, AccountId, toGegevens(inhoud.Persoon), inhoud.Gewijzigd)
            {
                Regel = Nummer,
            };
        }
    }
}
