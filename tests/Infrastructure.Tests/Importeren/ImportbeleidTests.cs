using Kurve.Numo.Application.Importeren.Beleid;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>A school's rules, asked and changed as the API does, in a real database.</summary>
public sealed class ImportbeleidTests : IAsyncLifetime
{
    private static readonly DateOnly Morgen = TimeProvider.System.Today().AddDays(2);

    private static readonly Beleidswijziging Alles = new(
        [Beleidsdeel.Modus, Beleidsdeel.Pauze, Beleidsdeel.Limiet],
        Importmodus.AlleenToevoegen,
        new Importpauze(Morgen, Morgen.AddDays(30), "Zomervakantie"),
        new Limietafspraak(new Archiveerlimiet(200, 0.35), "Wisseling", "Administratie", Morgen));

    private readonly TestDatabase _database = TestDatabase.Create();
    private SchoolId _school;

    public async Task InitializeAsync() => _school = await _database.RegisterSchoolAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_school_that_never_said_anything_has_the_standard_rules()
    {
        var beleid = (await _database.SendAsync(new GetImportbeleid(_school))).Value;

        (beleid.Modus, beleid.HuidigeLimiet, beleid.Pauze, beleid.Versie).Should().Be(
            (Importmodus.Normaal, Archiveerlimiet.Standaard, null, 0));
    }

    [Fact]
    public async Task What_was_changed_is_read_back_to_the_letter()
    {
        var changed = (await UpdateAsync(Alles)).Value;

        var read = (await _database.SendAsync(new GetImportbeleid(_school))).Value;

        read.Should().BeEquivalentTo(changed);
        (read.Modus, read.Pauze, read.Afspraak, read.Door, read.Versie).Should().Be(
            (Alles.Modus, Alles.Pauze, Alles.Afspraak, "test", 1));
    }

    [Fact]
    public async Task Another_schools_rules_stay_as_they_are()
    {
        var other = await _database.RegisterSchoolAsync("99AC");
        await UpdateAsync(Alles);

        (await _database.SendAsync(new GetImportbeleid(other))).Value.Versie.Should().Be(0);
    }

    [Fact]
    public async Task Of_two_changes_of_one_version_the_second_is_refused()
    {
        (await UpdateAsync(Alles, etag: "0")).IsOk.Should().BeTrue();

        (await UpdateAsync(Alles, etag: "0")).Error.Should().BeOfType<VersieGewijzigd>();
    }

    [Fact]
    public async Task Of_two_who_read_the_same_version_one_stores_it()
    {
        await using var scope = _database.Services.CreateAsyncScope();
        var repository = scope.ServiceProvider.GetRequiredService<IImportbeleidRepository>();
        var first = ImportBeleid.Standaard(_school) with { Door = "a", Gewijzigd = DateTimeOffset.UtcNow, Versie = 1 };

        (await repository.SaveAsync(first, default)).Should().BeTrue();
        (await repository.SaveAsync(first, default)).Should().BeFalse("it is there already");
        (await repository.SaveAsync(first with { Versie = 2 }, default)).Should().BeTrue();
        (await repository.SaveAsync(first with { Versie = 2 }, default)).Should().BeFalse("it is older");
    }

    [Fact]
    public async Task A_change_is_audited_and_a_repeated_request_changes_nothing()
    {
        var requestId = Guid.CreateVersion7();
        var first = await _database.SendAsync(new UpdateImportbeleid(_school, Alles, null, requestId));
        var again = await _database.SendAsync(new UpdateImportbeleid(_school, Alles, null, requestId));

        again.Value.Should().BeEquivalentTo(first.Value);
        (await _database.QueryAsync<string>("SELECT Actie FROM Privacy_Audit WHERE Actie = 'UpdateImportbeleid';"))
            .Should().ContainSingle();
    }

    [Fact]
    public async Task A_change_that_is_refused_leaves_nothing()
    {
        var refused = await UpdateAsync(Alles with { Pauze = Alles.Pauze! with { TotEnMet = Morgen.AddDays(-9) } });

        refused.IsOk.Should().BeFalse();
        (await _database.QueryAsync<long>("SELECT COUNT(*) FROM Importeren_Beleid;")).Should().Equal(0);
    }

    private Task<Result<ImportbeleidView>> UpdateAsync(Beleidswijziging wijziging, string? etag = null) =>
        _database.SendAsync(new UpdateImportbeleid(_school, wijziging, etag, RequestId: null));
}
