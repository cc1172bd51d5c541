using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using Kurve.Numo.Infrastructure.Tests.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.Plans;

/// <summary>Who holds the write lock of SQLite only writes, and who only looks does not take it.</summary>
[SqliteOnly("it is about the write lock of SQLite")]
public sealed class UnderTheLockTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly WriteRecorder _recorder = WriteRecorder.Begin();
    private readonly TestDatabase _database = TestDatabase.Create();
    private ServiceProvider _process = null!;
    private Importschool _school = null!;

    public async Task InitializeAsync()
    {
        _process = Importschool.StartProcess(_database);
        _school = new Importschool(_process, await _database.RegisterSchoolAsync());
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Applying_and_undoing_read_no_people_and_no_plan()
    {
        var (run, _) = await _school.PreviewAsync(FilledDatabase.Deliver());
        _recorder.Clear();

        (await _school.ApplyAsync(run, [], [])).Error.Should().BeNull();
        (await _school.UndoAsync(run)).Error.Should().BeNull();

        var reads = _recorder.Statements.Where(sql => sql.StartsWith("SELECT", StringComparison.Ordinal));
        reads.Where(sql => sql.Contains("FROM Importeren_Regel", StringComparison.Ordinal)
            || sql.Contains("FROM Leerlingen_Leerling", StringComparison.Ordinal)
            || sql.Contains("Herstel", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_dry_run_of_undo_waits_for_nobody_who_writes()
    {
        var run = await ImportAsync();
        await using var writer = new SqliteConnection(_database.ConnectionString);
        await writer.OpenAsync();
        await using var held = writer.BeginTransaction(deferred: false);

        var told = await _school.UndoAsync(run, validateOnly: true).WaitAsync(Soon);

        told.Value.Run.Verloop.Terugdraaiing!.Hersteld.Should().Be(FilledDatabase.Leerlingen);
    }

    [Fact]
    public async Task Who_changes_between_the_decision_to_undo_and_the_undo_is_left()
    {
        var run = await ImportAsync();
        var gate = new WriteGate();
        var waiting = new Importschool(Importschool.StartProcess(_database, gate.Close), _school.Id);
        var changed = (await _school.LoadAsync()).Leerlingen[0];

        var undo = waiting.UndoAsync(run);
        await gate.Waiting.WaitAsync(Soon);
        var bewerking = new Bewerking<LeerlingGegevens>(
            new() { Roepnaam = "Anders" }, Veld.Roepnaam, Veld.Geen, NietVergrendelen: false);
        (await _school.SendAsync(new UpdateLeerling(_school.Id, changed.Id, bewerking, null, null, false)))
            .Error.Should().BeNull();
        gate.Open();

        var undone = (await undo.WaitAsync(Soon)).Value;
        undone.Gelaten.Where(left => left.Soort == Application.Leerlingen.Contract.Herstelsoort.Leerling)
            .Should().ContainSingle(left => left.Id == changed.Id.Value);
        (await _school.LoadAsync()).Leerlingen.Should().ContainSingle(l => l.Gegevens.Roepnaam == "Anders");
    }

    private async Task<ImportRunView> ImportAsync()
    {
        var (run, _) = await _school.PreviewAsync(FilledDatabase.Deliver());
        (await _school.ApplyAsync(run, [], [])).Error.Should().BeNull();
        return run;
    }
}
