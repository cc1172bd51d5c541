using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>A school whose imports are previewed, applied and undone as the product does, without a source.</summary>
internal sealed class Importschool(IServiceProvider process, SchoolId id)
{
    private static readonly HashSet<RegelSoort> Toepasbaar =
        [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren, RegelSoort.Archiveren];

    public SchoolId Id => id;

    /// <summary>A process on the database that needs no koppeling.</summary>
    public static ServiceProvider StartProcess(TestDatabase database, Action<IServiceCollection>? replace = null) =>
        database.StartProcess(services =>
        {
            services.AddScoped<IKoppelingToegang, AltijdOpen>();
            replace?.Invoke(services);
        });

    /// <summary>A run that was compared, and the numbers of its rows that can be applied.</summary>
    public async Task<(ImportRunView Run, IReadOnlyList<int> Toepasbaar)> PreviewAsync(Aanlevering aanlevering)
    {
        await using var scope = process.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var runs = services.GetRequiredService<IImportRunRepository>();
        var clock = services.GetRequiredService<TimeProvider>();
        var now = clock.GetUtcNow();
        var started = ImportRun.Start(ImportRunId.New(clock), id, TestDatabase.Jaar, "test", now);
        (await runs.AddAsync(started, default)).IsOk.Should().BeTrue();
        var fetched = started.Fetched(now).Value;
        await runs.UpdateAsync(fetched, default);
        var stand = await services.GetRequiredService<ISchoolstandStore>().LoadAsync(id, TestDatabase.Jaar, default);
        var plan = ImportPlanner.Plan(
            stand, aanlevering, new Plankader(ImportBeleid.Standaard(id), TestDatabase.Jaar.EersteDag));
        var compared = fetched.Compared(Uitkomst(plan), now).Value with
        {
            Vervalt = now + services.GetRequiredService<Bewaartermijnen>().Voorbeeld,
        };
        await using var work = await services.GetRequiredService<IUnitOfWork>().BeginAsync(default);
        (await runs.UpdateAsync(compared, default)).Should().BeTrue();
        await services.GetRequiredService<IPlanStore>().SaveAsync(compared, plan, progress: null, default);
        await work.CommitAsync(default);
        return (ImportRunView.Of(compared), Nummers(plan));
    }

    public Task<Result<ImportRunView>> ApplyAsync(
        ImportRunView run, IReadOnlyList<RegelSoort> soorten, IReadOnlyList<int> regels) => SendAsync(
        new ApplyImport(id, new ImportRunId(run.Id), run.Uitkomst!.PlanHash, soorten, regels, [], RequestId: null));

    public Task<Result<TerugdraaiingView>> UndoAsync(ImportRunView run, bool validateOnly = false) =>
        SendAsync(new UndoImport(id, new ImportRunId(run.Id), RequestId: null, validateOnly));

    /// <summary>Everybody as CSV, archived ones and docenten too.</summary>
    public async Task<string> ExportAsync()
    {
        var query = new ExportLeerlingen(id, null, ShowGearchiveerd: true, MetDocenten: true);
        using var file = new MemoryStream();
        while (true)
        {
            var deel = (await SendAsync(query)).Value;
            await file.WriteAsync(deel.Csv);
            if (deel.Volgende is not { } volgende)
            {
                return Convert.ToHexString(file.ToArray());
            }

            query = query.After(volgende);
        }
    }

    /// <summary>All that imports know of the school; its version aside, which only rises.</summary>
    public async Task<Schoolstand> LoadAsync()
    {
        await using var scope = process.CreateAsyncScope();
        var stand = await scope.ServiceProvider.GetRequiredService<ISchoolstandStore>().LoadAsync(
            id, TestDatabase.Jaar, default);
        return stand with { Versie = 0 };
    }

    public async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request)
    {
        await using var scope = process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request);
    }

    private static Uitkomst Uitkomst(ImportPlan plan) => new(
        plan.Hash,
        plan.BasisVersie,
        "vingerafdruk",
        Tellingen.Of(plan.Leerlingen),
        Tellingen.Of(plan.Docenten),
        Tellingen.Nul,
        [],
        [],
        null);

    private static List<int> Nummers(ImportPlan plan) =>
    [
        .. plan.Leerlingen.Where(r => r.IsMeldenswaardig).Select(r => r.Soort)
            .Concat(plan.Docenten.Where(r => r.IsMeldenswaardig).Select(r => r.Soort))
            .Select((soort, index) => (Soort: soort, Nummer: index + 1))
            .Where(regel => Toepasbaar.Contains(regel.Soort))
            .Select(regel => regel.Nummer),
    ];

    private sealed class AltijdOpen : IKoppelingToegang
    {
        public Task<Result<Done>> CheckAsync(SchoolId schoolId, CancellationToken ct) =>
            Task.FromResult<Result<Done>>(new Done());

        public Task<Result<Toegang>> GetAsync(SchoolId schoolId, CancellationToken ct) =>
            throw new NotSupportedException();
    }
}
