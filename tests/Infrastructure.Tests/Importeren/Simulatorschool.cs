using System.Text;
using System.Text.Json;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Koppelingen;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Bediening;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>
/// A school of a simulator whose days are imported as the product does it, from the bytes of both sources to the
/// database; only the five gates are passed over.
/// </summary>
internal sealed class Simulatorschool : IAsyncDisposable, IKoppelingToegang
{
    private static readonly DateTimeOffset EersteDag = new(TestDatabase.Jaar.Begin, 9, 1, 4, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase _database = new();
    private readonly FakeTimeProvider _clock = new(EersteDag);
    private readonly SimulatorHost _simulator;
    private readonly ServiceProvider _process;
    private SchoolId _id;

    private Simulatorschool(SimulatorHost simulator)
    {
        _simulator = simulator;
        _process = _database.StartProcess(
            services => services.AddSingleton<TimeProvider>(_clock).AddSingleton<IKoppelingToegang>(this),
            Bronopstelling.SettingsOf(simulator));
    }

    private SimulatedSchool School => _simulator.Scholen[0];

    /// <summary>A school on a new database, at the day that the simulator is at.</summary>
    public static async Task<Simulatorschool> RegisterAsync(SimulatorHost simulator)
    {
        var school = new Simulatorschool(simulator);
        school._process.MigrateDatabase();
        school._id = await school._database.RegisterSchoolAsync(school.School.Brin);
        var vestigingen = school.School.Vestigingen.Select(Vestigingsnummer.Hydrate).ToArray();
        (await school.SendAsync(new UpdateSchool(school._id, null, vestigingen, Etag: null, RequestId: null)))
            .IsOk.Should().BeTrue();
        return school;
    }

    /// <summary>Goes to a day; what then changed since the day before.</summary>
    public Verschil GoTo(int day)
    {
        _simulator.Day = day;
        _clock.SetUtcNow(EersteDag.AddDays(day));
        return _simulator.Changes(School, day - 1, day);
    }

    public async Task<ImportRunView> PreviewAsync() =>
        await CompareAsync((await SendAsync(new PreviewImport(_id, Schooljaar: null, RequestId: null))).Value);

    /// <summary>Previews a file instead of what the simulator says.</summary>
    public async Task<ImportRunView> UploadAsync(byte[] csv) => await CompareAsync((await SendAsync(new UploadImport(
        _id,
        Schooljaar: null,
        new Csvbestand("export.csv", csv),
        new Csvkeuze(Csvpreset.Automatisch, Indeling: null, Vestiging: null, IsDocenten: false),
        RequestId: null))).Value);

    /// <summary>Applies some kinds of rows; all when none is named.</summary>
    public async Task ApplyAsync(ImportRunView run, params RegelSoort[] soorten)
    {
        var applied = await SendAsync(new ApplyImport(
            _id, new ImportRunId(run.Id), run.Uitkomst!.PlanHash, soorten, [], [], RequestId: null));
        applied.Error.Should().BeNull();
    }

    public async Task<TerugdraaiingView> UndoAsync(ImportRunView run) =>
        (await SendAsync(new UndoImport(_id, new ImportRunId(run.Id), RequestId: null, ValidateOnly: false))).Value;

    /// <summary>All that imports know of the school.</summary>
    public Task<Schoolstand> LoadAsync() => _database.LoadAsync(_id);

    /// <summary>Everybody as the product exports them.</summary>
    public async Task<byte[]> ExportCsvAsync()
    {
        using var file = new MemoryStream();
        var query = new ExportLeerlingen(_id, null, ShowGearchiveerd: true, MetDocenten: true);
        while (true)
        {
            var deel = (await SendAsync(query)).Value;
            await file.WriteAsync(deel.Csv);
            if (deel.Volgende is not { } volgende)
            {
                return file.ToArray();
            }

            query = query.After(volgende);
        }
    }

    /// <summary>
    /// Everybody as the product exports them, the groepen as it lists them, and all that imports know, with ids.
    /// </summary>
    public async Task<string> ExportAsync()
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(await ExportCsvAsync()));
        var groepen = new ListGroepen(_id, new PageRequest(500, null), null, null, ShowGearchiveerd: true);
        Add((await SendAsync(groepen)).Value.Items);
        var stand = await LoadAsync();
        Add(stand.Leerlingen.OrderBy(l => l.Id.Value));
        Add(stand.Docenten.OrderBy(d => d.Id.Value));
        return text.ToString();

        void Add<T>(IEnumerable<T> items) =>
            text.AppendJoin('\n', items.Select(item => JsonSerializer.Serialize(item))).AppendLine();
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    Task<Result<Done>> IKoppelingToegang.CheckAsync(SchoolId schoolId, CancellationToken ct) =>
        Task.FromResult<Result<Done>>(new Done());

    Task<Result<Toegang>> IKoppelingToegang.GetAsync(SchoolId schoolId, CancellationToken ct)
    {
        var opleidingen = new OpleidingenVerzoek(
            Schooldomein.Hydrate(School.Domein), School.Gebruiker, new Geheim(School.Wachtwoord));
        return Task.FromResult<Result<Toegang>>(new Toegang(opleidingen, null, null));
    }

    private async Task<ImportRunView> CompareAsync(ImportRunView started)
    {
        // Runs of one moment have no order.
        _clock.Advance(TimeSpan.FromMinutes(1));
        await using (var scope = _process.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<FetchImport>().RunAsync(
                _id, new ImportRunId(started.Id), CancellationToken.None);
        }

        var run = (await SendAsync(new GetImportRun(_id, new ImportRunId(started.Id)))).Value;
        run.State.Should().Be(ImportState.Vergeleken, run.Fout?.Code);
        return run;
    }

    private async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request)
    {
        await using var scope = _process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request);
    }
}
