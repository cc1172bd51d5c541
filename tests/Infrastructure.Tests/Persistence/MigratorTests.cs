using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Infrastructure.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

public sealed class MigratorTests
{
    private const string Scripts = "SELECT ScriptName FROM SchemaVersions ORDER BY ScriptName;";

    private static string Tables => TestStore.IsSqlServer
        ? "SELECT name FROM sys.tables ORDER BY name;"
        : "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name;";

    [Fact]
    public async Task Migrating_twice_leaves_schema_and_data_as_they_are()
    {
        await using var database = TestDatabase.Create();
        var school = await database.RegisterSchoolAsync();
        await database.ApplyAsync(school, TestDatabase.Nieuw(0, new LeerlingGegevens { UwlrKey = "key-1" }));
        var tables = await database.QueryAsync<string>(Tables);
        var scripts = await database.QueryAsync<string>(Scripts);

        database.Services.MigrateDatabase();

        (await database.QueryAsync<string>(Tables)).Should().Equal(tables);
        (await database.QueryAsync<string>(Scripts)).Should().Equal(scripts);
        (await database.LoadAsync(school)).Leerlingen.Should().ContainSingle();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public async Task Several_processes_may_migrate_a_new_database_at_once(int count)
    {
        await using var database = new TestDatabase();
        await using var reference = TestDatabase.Create();
        ServiceProvider[] processes = [.. Enumerable.Range(0, count).Select(_ => database.StartProcess())];
        using var start = new Barrier(count);

        await Task.WhenAll(processes.Select(process => Task.Run(() =>
        {
            start.SignalAndWait();
            process.MigrateDatabase();
        })));

        (await database.QueryAsync<string>(Tables)).Should().Equal(await reference.QueryAsync<string>(Tables));
        (await database.QueryAsync<string>(Scripts)).Should().Equal(
            await reference.QueryAsync<string>(Scripts), "each runs once");
        (await database.RegisterSchoolAsync()).Value.Should().NotBeEmpty();
    }
}
