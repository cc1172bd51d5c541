using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

public sealed class OpruimingTests : IAsyncLifetime
{
    private static readonly string[] Herstelpunten =
        ["Leerlingen_LeerlingHerstel", "Leerlingen_GroepHerstel", "Importeren_Regel"];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 20, 6, 0, 0, TimeSpan.Zero));
    private readonly TestDatabase _database = TestDatabase.Create();
    private ServiceProvider _process = null!;
    private Importschool _school = null!;

    public async Task InitializeAsync()
    {
        _process = StartProcess();
        _school = new Importschool(_process, await _database.RegisterSchoolAsync());
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_preview_expires_after_a_day_and_not_before()
    {
        var (run, _) = await _school.PreviewAsync(Een());

        _clock.Advance(TimeSpan.FromHours(23));
        var early = await SweepAsync(_process);
        _clock.Advance(TimeSpan.FromHours(1));
        var due = await SweepAsync(_process);
        var again = await SweepAsync(_process);

        (early.Expired, due.Expired, again.Expired).Should().Be((0, 1, 0));
        var after = await GetAsync(run);
        (after.State, after.Verloop.Verwerping?.Code).Should().Be((ImportState.Verworpen, "VOORBEELD_VERVALLEN"));
        (await _school.ApplyAsync(run, [], [])).Error!.Code.Should().Be("VOORBEELD_VERVALLEN");
    }

    [Fact]
    public async Task A_plan_goes_after_its_term_and_the_run_its_counts_and_the_audit_stay()
    {
        var (run, _) = await _school.PreviewAsync(Een());
        await _school.ApplyAsync(run, [], []);
        var (people, audit) = (await _school.ExportAsync(), await CountAsync("Privacy_Audit"));
        (await CountAsync(Herstelpunten)).Should().OnlyContain(rows => rows > 0);

        _clock.Advance(TimeSpan.FromDays(30));
        var early = await SweepAsync(_process);
        _clock.Advance(TimeSpan.FromDays(1));
        var due = await SweepAsync(_process);
        var again = await SweepAsync(_process);

        (early.Cleaned, due.Cleaned, again.Cleaned).Should().Be((0, 1, 0));
        (await CountAsync(Herstelpunten)).Should().OnlyContain(rows => rows == 0);
        var after = await GetAsync(run);
        after.PlanOpgeruimd.Should().Be(_clock.GetUtcNow());
        after.Uitkomst!.Leerlingen.Nieuw.Should().Be(1);
        after.Verloop.Handelingen.Should().ContainSingle();
        (await _school.ExportAsync()).Should().Be(people);
        (await CountAsync("Privacy_Audit")).Should().BeGreaterThanOrEqualTo(audit);
    }

    [Fact]
    public async Task What_was_cleaned_up_is_refused_with_the_reason()
    {
        var (run, _) = await _school.PreviewAsync(Een());
        await _school.ApplyAsync(run, [], []);
        _clock.Advance(TimeSpan.FromDays(31));
        await SweepAsync(_process);

        var undo = await _school.UndoAsync(run);
        var export = await _school.SendAsync(new ExportImportRegels(
            _school.Id, new ImportRunId(run.Id), null, [], null, MetMelding: false));
        var list = await _school.SendAsync(new ListImportRegels(
            _school.Id, new ImportRunId(run.Id), new PageRequest(50, null), [], null, MetMelding: false));

        undo.Error!.Code.Should().Be("HERSTELPUNT_ONTBREEKT");
        export.Error!.Code.Should().Be("PLAN_OPGERUIMD");
        list.Error!.Code.Should().Be("PLAN_OPGERUIMD");
    }

    [Fact]
    public async Task Of_several_processes_that_sweep_at_once_each_run_is_ended_by_one()
    {
        const int Previews = 20;
        for (var number = 0; number < Previews; number++)
        {
            await _school.PreviewAsync(Een());
        }

        _clock.Advance(TimeSpan.FromDays(2));
        ServiceProvider[] processes = [_process, StartProcess(), StartProcess()];

        var swept = await Task.WhenAll(processes.Select(process => Task.Run(() => SweepAsync(process))));

        swept.Sum(s => s.Expired).Should().Be(Previews);
    }

    [Fact]
    public async Task Losse_regels_go_with_the_plan_of_their_run()
    {
        var (run, _) = await _school.PreviewAsync(Een());
        await _school.ApplyAsync(run, [], []);
        await _database.ExecuteAsync(
            "INSERT INTO Importeren_LosseRegel (SchoolId, Nummer, RunId, Bron, Naam) VALUES (@SchoolId, 1, @RunId, 1, 'Sam');",
            new { SchoolId = _school.Id, RunId = run.Id });

        _clock.Advance(TimeSpan.FromDays(31));
        await SweepAsync(_process);

        (await CountAsync("Importeren_LosseRegel")).Should().Be(0);
    }

    [Fact]
    public async Task Decisions_go_long_after_the_last_run_of_a_school_and_not_before()
    {
        var other = await _database.RegisterSchoolAsync("99AC");
        foreach (var id in new[] { _school.Id, other })
        {
            await _database.ExecuteAsync(
                """
                INSERT INTO Importeren_Beslissing (SchoolId, Id, Persoon, SleutelVeld, SleutelWaarde, Soort, Inhoud, Door, Moment)
                VALUES (@SchoolId, @Id, 1, 1, '1', 1, @Inhoud, 'test', @Moment);
                """,
                new { SchoolId = id, Id = Guid.CreateVersion7(), Inhoud = new byte[] { 1 }, Moment = _clock.GetUtcNow() });
        }

        _clock.Advance(TimeSpan.FromDays(300));
        await _school.PreviewAsync(Een());
        var early = await ForgetAsync();
        _clock.Advance(TimeSpan.FromDays(101));
        var due = await ForgetAsync();

        (early, due).Should().Be((0, 1), "one school still imports");
        (await _database.QueryAsync<SchoolId>("SELECT SchoolId FROM Importeren_Beslissing;")).Should().Equal(_school.Id);
        _clock.Advance(TimeSpan.FromDays(300));
        (await ForgetAsync()).Should().Be(1);
    }

    private async Task<int> ForgetAsync()
    {
        await using var scope = _process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Opruiming>()
            .ForgetBeslissingenAsync(_clock.GetUtcNow(), default);
    }

    private ServiceProvider StartProcess() => Importschool.StartProcess(
        _database, services => services.AddSingleton<TimeProvider>(_clock));

    private async Task<(int Expired, int Cleaned)> SweepAsync(ServiceProvider process)
    {
        await using var scope = process.CreateAsyncScope();
        var opruiming = scope.ServiceProvider.GetRequiredService<Opruiming>();
        return (
            await opruiming.ExpireAsync(_clock.GetUtcNow(), default),
            await opruiming.CleanUpAsync(_clock.GetUtcNow(), default));
    }

    private async Task<ImportRunView> GetAsync(ImportRunView run) =>
        (await _school.SendAsync(new GetImportRun(_school.Id, new ImportRunId(run.Id)))).Value;

    private async Task<long> CountAsync(string table) =>
        (await _database.QueryAsync<long>($"SELECT COUNT(*) FROM {table};"))[0];

    private async Task<long[]> CountAsync(string[] tables)
    {
        var counts = new List<long>();
        foreach (var table in tables)
        {
            counts.Add(await CountAsync(table));
        }

        return [.. counts];
    }

    private static Aanlevering Een()
    {
        var hoofd = new HashSet<Vestigingsnummer> { Vestigingsnummer.Hoofd };
        var klas = new GroepGegevens(new Groepsleutel(Vestigingsnummer.Hoofd, "1A"), Groepsoort.Stamgroep, "1A", 1);
        var leerling = new LeerlingGegevens { UwlrKey = "1", Roepnaam = "Sam", Stamgroep = klas.Sleutel };
        return new Aanlevering(
            TestDatabase.Jaar,
            new Bereik(hoofd, hoofd, hoofd),
            [klas],
            [new Aangeleverd<LeerlingGegevens>(leerling, (Veld)(-1), [])],
            [],
            [],
            [],
            null,
            "vingerafdruk");
    }
}
