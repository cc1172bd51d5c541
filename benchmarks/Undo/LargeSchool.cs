using System.Globalization;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Benchmarks.Undo;

/// <summary>A school on a database of its own whose pupils are in many groepen each, imported without a source.</summary>
internal sealed class LargeSchool(SchoolDatabase database, Schooljaar schooljaar) : IDisposable
{
    private const int Stamgroepen = 20;

    private SchoolId Id => new(database.SchoolId);

    /// <summary>A database with the school, and nobody in it.</summary>
    public static async Task<LargeSchool> CreateAsync()
    {
        var antwoorden = await Antwoorden.FetchAsync(pupils: 1);
        return new LargeSchool(await SchoolDatabase.CreateAsync(antwoorden), antwoorden.Verzoek.Schooljaar);
    }

    /// <summary>A run that is compared and waits to be applied.</summary>
    /// <param name="people">How many pupils come in.</param>
    /// <param name="groepen">How many groepen each is in.</param>
    /// <param name="lesgroepen">How many groepen there are to be in, stamgroepen aside.</param>
    public async Task<ImportRunView> PreviewAsync(int people, int groepen, int lesgroepen)
    {
        await using var scope = database.CreateScope();
        var services = scope.ServiceProvider;
        var runs = services.GetRequiredService<IImportRunRepository>();
        var clock = services.GetRequiredService<TimeProvider>();
        var now = clock.GetUtcNow();
        var started = ImportRun.Start(ImportRunId.New(clock), Id, schooljaar, "benchmark", now);
        await runs.AddAsync(started, default);
        var fetched = started.Fetched(now).Value;
        await runs.UpdateAsync(fetched, default);
        var stand = await services.GetRequiredService<ISchoolstandStore>().LoadAsync(Id, schooljaar, default);
        var plan = ImportPlanner.Plan(
            stand, Deliver(people, groepen, lesgroepen), new Plankader(ImportBeleid.Standaard(Id), schooljaar.EersteDag));
        var uitkomst = new Uitkomst(
            plan.Hash,
            plan.BasisVersie,
            "benchmark",
            Tellingen.Of(plan.Leerlingen),
            Tellingen.Of(plan.Docenten),
            Tellingen.Nul,
            [],
            [],
            null);
        var compared = fetched.Compared(uitkomst, now).Value with
        {
            Vervalt = now + services.GetRequiredService<Bewaartermijnen>().Voorbeeld,
        };
        await using var work = await services.GetRequiredService<IUnitOfWork>().BeginAsync(default);
        await runs.UpdateAsync(compared, default);
        await services.GetRequiredService<IPlanStore>().SaveAsync(compared, plan, progress: null, default);
        await work.CommitAsync(default);
        return ImportRunView.Of(compared);
    }

    public Task ApplyAsync(ImportRunView run) => SendAsync(
        new ApplyImport(Id, new ImportRunId(run.Id), run.Uitkomst!.PlanHash, [], [], [], RequestId: null));

    public Task UndoAsync(ImportRunView run, bool validateOnly = false) =>
        SendAsync(new UndoImport(Id, new ImportRunId(run.Id), RequestId: null, validateOnly));

    public void Dispose() => database.Dispose();

    private async Task SendAsync<T>(IRequest<Result<T>> request)
    {
        await using var scope = database.CreateScope();
        var done = await scope.ServiceProvider.GetRequiredService<ISender>().Send(request);
        if (!done.IsOk)
        {
            throw new InvalidOperationException(done.Error.Message);
        }
    }

    private Aanlevering Deliver(int people, int groepen, int lesgroepen)
    {
        var hoofd = new HashSet<Vestigingsnummer> { Vestigingsnummer.Hoofd };
        var klassen = Groepen(Groepsoort.Stamgroep, Stamgroepen);
        var lessen = Groepen(Groepsoort.Samengesteld, lesgroepen);
        return new Aanlevering(
            schooljaar,
            new Bereik(hoofd, hoofd, hoofd),
            [.. klassen, .. lessen],
            [
                .. Enumerable.Range(0, people).Select(number => new Aangeleverd<LeerlingGegevens>(
                    Leerling(
                        number,
                        klassen[number % klassen.Length],
                        Enumerable.Range(number * (groepen - 1), groepen - 1).Select(n => lessen[n % lessen.Length])),
                    (Veld)(-1),
                    [])),
            ],
            [],
            [],
            [],
            null,
            "benchmark");
    }

    private static GroepGegevens[] Groepen(Groepsoort soort, int aantal) =>
    [
        .. Enumerable.Range(0, aantal)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{soort}{number}"))
            .Select(naam => new GroepGegevens(new Groepsleutel(Vestigingsnummer.Hoofd, naam), soort, naam, 1)),
    ];

    private static LeerlingGegevens Leerling(int number, GroepGegevens klas, IEnumerable<GroepGegevens> lessen) => new()
    {
        UwlrKey = string.Create(CultureInfo.InvariantCulture, $"{100_000 + number}"),
        Roepnaam = "Sam",
        Achternaam = string.Create(CultureInfo.InvariantCulture, $"Achternaam{number}"),
        Leerjaar = 1,
        Stamgroep = klas.Sleutel,
        Groepen = [.. lessen.Select(les => les.Sleutel).Order()],
    };
}
