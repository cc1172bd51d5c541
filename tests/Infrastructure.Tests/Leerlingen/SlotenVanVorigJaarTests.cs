using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

public sealed class SlotenVanVorigJaarTests : IAsyncLifetime
{
    private static readonly Schooljaar Nu = Schooljaar.Hydrate(2026);
    private static readonly Schooljaar Volgend = Schooljaar.Hydrate(2027);

    private Keuzeschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange([Leerling(1), Leerling(2), Leerling(3)]);
        _school.Docenten.AddRange([Docent(1), Docent(2)]);
        await _school.ImportAsync();
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task A_lock_on_leerjaar_or_doelgroep_counts_whenever_it_was_set()
    {
        await LockAsync(1, Veld.Leerjaar | Veld.Doelgroep);
        await LockAsync(2, Veld.Doelgroep | Veld.Roepnaam);

        var volgend = (await ListAsync(Volgend)).Leerlingen;
        var nu = (await ListAsync(Nu)).Leerlingen;

        volgend.Totaal.Should().Be(2);
        volgend.PerVeld.Should().BeEquivalentTo(new Dictionary<Veld, int> { [Veld.Leerjaar] = 1, [Veld.Doelgroep] = 2 });
        volgend.Accounts.Should().BeEquivalentTo(
        [
            new Accountsloten(await IdOfAsync(1), Veld.Leerjaar | Veld.Doelgroep),
            new Accountsloten(await IdOfAsync(2), Veld.Doelgroep),
        ]);
        nu.Should().BeEquivalentTo(volgend, "nobody knows when they were set");
    }

    [Fact]
    public async Task A_lock_on_groepen_counts_from_the_school_year_after_its_own_on()
    {
        await LockAsync(1, Veld.Leerjaar | Veld.Stamgroep);
        await LockAsync(2, Veld.Groepen);

        var volgend = (await ListAsync(Volgend)).Leerlingen;
        var nu = (await ListAsync(Nu)).Leerlingen;

        volgend.PerVeld.Should().BeEquivalentTo(
            new Dictionary<Veld, int> { [Veld.Leerjaar] = 1, [Veld.Stamgroep] = 1, [Veld.Groepen] = 1 });
        nu.Accounts.Should().Equal(new Accountsloten(await IdOfAsync(1), Veld.Leerjaar));
    }

    [Fact]
    public async Task A_lock_on_groepen_of_an_unknown_school_year_counts()
    {
        await LockAsync(1, Veld.Stamgroep);
        await _school.Database.ExecuteAsync("UPDATE Leerlingen_Leerling SET GroepenVergrendeldIn = NULL;");

        (await ListAsync(Nu)).Leerlingen.Accounts.Should().Equal(
            new Accountsloten(await IdOfAsync(1), Veld.Stamgroep));
    }

    [Fact]
    public async Task Docenten_are_listed_apart()
    {
        var docent = await _school.FindDocentAsync(2);
        (await _school.SendAsync(new UpdateDocent(
            _school.Id,
            new AccountId(docent.Id),
            new Bewerking<DocentGegevens>(new(), Veld.Geen, Veld.Groepen | Veld.Email, NietVergrendelen: false),
            Etag: null,
            RequestId: null,
            ValidateOnly: false))).Error.Should().BeNull();

        var sloten = await ListAsync(Volgend);

        sloten.Leerlingen.Totaal.Should().Be(0);
        sloten.Docenten.Totaal.Should().Be(1);
        sloten.Docenten.Accounts.Should().Equal(new Accountsloten(new AccountId(docent.Id), Veld.Groepen));
        (await ListAsync(Nu)).Docenten.Totaal.Should().Be(0);
    }

    [Fact]
    public async Task Who_is_archived_or_has_other_locks_only_is_left_out()
    {
        await LockAsync(1, Veld.Leerjaar);
        await LockAsync(2, Veld.Roepnaam | Veld.Opleidingscode | Veld.Vestiging);
        await _school.Database.ExecuteAsync(
            "UPDATE Leerlingen_Leerling SET Status = 1 WHERE Id = @Id", new { Id = await IdOfAsync(1) });

        (await ListAsync(Volgend)).Leerlingen.Should().BeEquivalentTo(
            new Slotenlijst(0, new Dictionary<Veld, int>(), []));
    }

    [Fact]
    public async Task An_empty_school_has_none_and_hears_nothing_of_another()
    {
        await LockAsync(1, Veld.Leerjaar);
        var leeg = await _school.Database.RegisterSchoolAsync("99AC");

        var sloten = await ListAsync(Volgend, leeg);

        (sloten.Leerlingen.Totaal, sloten.Docenten.Totaal).Should().Be((0, 0));
    }

    [Fact]
    public async Task Beyond_the_limit_accounts_are_counted_and_not_listed()
    {
        const int Many = ISlotenVanVorigJaar.MostAccounts + 1;
        var school = await _school.Database.RegisterSchoolAsync("99AC");
        await _school.Database.ApplyAsync(school, TestDatabase.Nieuw(
            0, [.. Enumerable.Range(0, Many).Select(nummer => new LeerlingGegevens { UwlrKey = $"key-{nummer}" })]));
        await _school.Database.ExecuteAsync(
            "UPDATE Leerlingen_Leerling SET Vergrendeld = @Leerjaar", new { Leerjaar = (int)Veld.Leerjaar });

        var sloten = (await ListAsync(Volgend, school)).Leerlingen;

        (sloten.Totaal, sloten.PerVeld[Veld.Leerjaar]).Should().Be((Many, Many));
        sloten.Accounts.Should().HaveCount(ISlotenVanVorigJaar.MostAccounts);
    }

    private async Task<SlotenVanVorigJaar> ListAsync(Schooljaar voor, SchoolId? id = null)
    {
        await using var scope = _school.Database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISlotenVanVorigJaar>().ListAsync(
            id ?? _school.Id, voor, CancellationToken.None);
    }

    private async Task<AccountId> IdOfAsync(int nummer) => (await _school.FindAsync(nummer)).Id;

    private async Task LockAsync(int nummer, Veld sloten)
    {
        var locked = await _school.SendAsync(new UpdateLeerling(
            _school.Id,
            await IdOfAsync(nummer),
            new Bewerking<LeerlingGegevens>(new(), Veld.Geen, sloten, NietVergrendelen: false),
            Etag: null,
            RequestId: null,
            ValidateOnly: false));
        locked.Error.Should().BeNull();
    }
}
