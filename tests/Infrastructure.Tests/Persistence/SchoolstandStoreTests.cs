using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

/// <summary>That a plan is applied only to the data that it was made on is decided by the database.</summary>
public sealed class SchoolstandStoreTests : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.Create();
    private SchoolId _school;

    public async Task InitializeAsync() => _school = await _database.RegisterSchoolAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Every_apply_raises_the_version_of_the_schools_data()
    {
        (await _database.ApplyAsync(_school, TestDatabase.Nieuw(0, Leerling(1)))).Should().BeTrue();
        (await _database.ApplyAsync(_school, TestDatabase.Nieuw(1, Leerling(2)))).Should().BeTrue();

        (await _database.LoadAsync(_school)).Versie.Should().Be(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_change_that_was_planned_on_another_version_is_refused_and_changes_nothing(long basisVersie)
    {
        await _database.ApplyAsync(_school, TestDatabase.Nieuw(0, Leerling(1)));
        var before = await _database.LoadAsync(_school);

        var applied = await _database.ApplyAsync(_school, TestDatabase.Nieuw(basisVersie, Leerling(2)));

        applied.Should().BeFalse();
        (await _database.LoadAsync(_school)).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task A_change_of_one_school_does_not_make_the_plan_of_another_old()
    {
        var other = await _database.RegisterSchoolAsync("99AC");
        await _database.ApplyAsync(other, TestDatabase.Nieuw(0, Leerling(1)));

        (await _database.ApplyAsync(_school, TestDatabase.Nieuw(0, Leerling(1)))).Should().BeTrue();
    }

    [Fact]
    public async Task Of_two_applies_at_once_one_wins_and_the_other_leaves_nothing()
    {
        const int Contenders = 2;
        using var start = new Barrier(Contenders);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Contenders).Select(nummer => Task.Run(() =>
        {
            start.SignalAndWait();
            return _database.ApplyAsync(_school, TestDatabase.Nieuw(0, Leerling(nummer)));
        })));

        var after = await _database.LoadAsync(_school);
        outcomes.Should().ContainSingle(applied => applied);
        after.Versie.Should().Be(1);
        after.Leerlingen.Should().ContainSingle().Which.Gegevens.UwlrKey.Should().Be(
            $"key-{Array.IndexOf(outcomes, true)}");
    }

    private static LeerlingGegevens Leerling(int nummer) => new() { UwlrKey = $"key-{nummer}", Roepnaam = "Sam" };
}
