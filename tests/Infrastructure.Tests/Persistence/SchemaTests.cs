using System.Data.Common;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Persistence.SqlServer;
using Kurve.Numo.Infrastructure.Tests.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

/// <summary>What the database itself refuses, whatever the code above it does.</summary>
public sealed class SchemaTests : IAsyncLifetime
{
    private const int ForeignKeyOfSqlite = 787;
    private const int ForeignKeyOfSqlServer = 547;

    private const string AddMember = """
        INSERT INTO Leerlingen_LeerlingGroep (SchoolId, LeerlingId, GroepId)
        VALUES (@SchoolId, @LeerlingId, @GroepId);
        """;

    private readonly TestDatabase _database = TestDatabase.Create();
    private SchoolId _school;

    public async Task InitializeAsync() => _school = await _database.RegisterSchoolAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(Veld.EckId, "eck-1", "eck-1")]
    [InlineData(Veld.UwlrKey, "key-1", "key-1")]
    [InlineData(Veld.Stamnummer, "00123a", "123A")]
    [InlineData(Veld.IdGebr, "4711", "4711")]
    public async Task A_second_leerling_with_a_known_key_is_refused(Veld sleutel, string first, string second)
    {
        await _database.ApplyAsync(_school, TestDatabase.Nieuw(0, Leerling(sleutel, first)));

        await ShouldBeRefusedAsync(Leerling(sleutel, second));

        (await LoadAsync(_school, sleutel)).Should().Equal(first);
    }

    [Theory]
    [InlineData(Veld.EckId)]
    [InlineData(Veld.UwlrKey)]
    [InlineData(Veld.Stamnummer)]
    [InlineData(Veld.IdGebr)]
    public async Task The_key_of_an_archived_leerling_stays_taken(Veld sleutel)
    {
        await _database.ApplyAsync(_school, TestDatabase.Nieuw(0, Leerling(sleutel, "1")));
        await _database.ExecuteAsync("UPDATE Leerlingen_Leerling SET Status = 1");

        await ShouldBeRefusedAsync(Leerling(sleutel, "1"));
    }

    [Theory]
    [InlineData(Veld.EckId)]
    [InlineData(Veld.UwlrKey)]
    [InlineData(Veld.Stamnummer)]
    [InlineData(Veld.IdGebr)]
    public async Task Another_school_may_have_a_leerling_with_the_same_key(Veld sleutel)
    {
        var other = await _database.RegisterSchoolAsync("99AC");

        await _database.ApplyAsync(_school, TestDatabase.Nieuw(0, Leerling(sleutel, "1")));
        await _database.ApplyAsync(other, TestDatabase.Nieuw(0, Leerling(sleutel, "1")));

        (await LoadAsync(_school, sleutel)).Should().Equal("1");
        (await LoadAsync(other, sleutel)).Should().Equal("1");
    }

    [Fact]
    public async Task Leerlingen_without_a_key_do_not_collide_on_its_absence()
    {
        await _database.ApplyAsync(
            _school, TestDatabase.Nieuw(0, Leerling(Veld.UwlrKey, "1"), Leerling(Veld.UwlrKey, "2")));

        (await _database.LoadAsync(_school)).Leerlingen.Should().HaveCount(2);
    }

    [Fact]
    public async Task Keys_differ_by_case()
    {
        await _database.ApplyAsync(
            _school, TestDatabase.Nieuw(0, Leerling(Veld.UwlrKey, "a"), Leerling(Veld.UwlrKey, "A")));

        (await _database.LoadAsync(_school)).Leerlingen.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_membership_of_an_unknown_groep_is_refused()
    {
        await _database.ApplyAsync(_school, TestDatabase.Nieuw(0, Leerling(Veld.UwlrKey, "1")));

        await ShouldBeRefusedAsMemberAsync(new GroepId(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task A_membership_of_another_schools_groep_is_refused()
    {
        var other = await _database.RegisterSchoolAsync("99AC");
        await _database.ApplyAsync(_school, TestDatabase.Nieuw(0, Leerling(Veld.UwlrKey, "1")));
        var klas = new GroepGegevens(new Groepsleutel(Vestigingsnummer.Hoofd, "1A"), Groepsoort.Stamgroep, "1A", 1);
        await _database.ApplyAsync(
            other, TestDatabase.Nieuw(0) with { Groepen = [new Groepsregel(RegelSoort.Nieuw, null, klas)] });

        await ShouldBeRefusedAsMemberAsync((await _database.LoadAsync(other)).Groepen.Single().Id);
    }

    [Fact]
    [SqliteOnly("its journal")]
    public async Task Readers_never_wait_for_a_writer() =>
        (await _database.QueryAsync<string>("PRAGMA journal_mode;")).Should().Equal("wal");

    [Fact]
    [SqliteOnly("its connections choose")]
    public async Task Foreign_keys_are_enforced_on_every_connection() =>
        (await _database.QueryAsync<long>("PRAGMA foreign_keys;")).Should().Equal(1);

    private async Task<IEnumerable<string?>> LoadAsync(SchoolId school, Veld veld) =>
        (await _database.LoadAsync(school)).Leerlingen.Select(l => l.Gegevens.Show(veld));

    private async Task ShouldBeRefusedAsync(LeerlingGegevens second)
    {
        var add = () => _database.ApplyAsync(_school, TestDatabase.Nieuw(1, second));

        var refusal = (await add.Should().ThrowAsync<DbException>()).Which;

        _database.Services.GetRequiredService<SqlDialect>().IsUniqueViolation(refusal).Should().BeTrue();
    }

    private async Task ShouldBeRefusedAsMemberAsync(GroepId groep)
    {
        var leerling = (await _database.LoadAsync(_school)).Leerlingen.Single().Id;

        var add = () => _database.ExecuteAsync(
            AddMember, new { SchoolId = _school, LeerlingId = leerling, GroepId = groep });

        ErrorNumber((await add.Should().ThrowAsync<DbException>()).Which).Should().BeOneOf(
            ForeignKeyOfSqlite, ForeignKeyOfSqlServer);
    }

    private static int ErrorNumber(DbException exception) =>
        exception is SqlServerFault fault ? fault.Numbers[0] : ((SqliteException)exception).SqliteExtendedErrorCode;

    private static LeerlingGegevens Leerling(Veld sleutel, string waarde) => sleutel switch
    {
        Veld.EckId => new() { EckId = EckId.Hydrate(waarde) },
        Veld.Stamnummer => new() { Stamnummer = Stamnummer.Hydrate(waarde) },
        Veld.IdGebr => new() { IdGebr = waarde },
        _ => new() { UwlrKey = waarde },
    };
}
