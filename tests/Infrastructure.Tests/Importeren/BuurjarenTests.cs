using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>What an import reads of the school years beside its own.</summary>
public sealed class BuurjarenTests : IAsyncLifetime
{
    private static readonly Groepsleutel Klas = new(Vestigingsnummer.Hoofd, "G1");
    private static readonly Groepsleutel Lesgroep = new(Vestigingsnummer.Hoofd, "LG1");

    private readonly TestDatabase _database = TestDatabase.Create();
    private SchoolId _school;

    public async Task InitializeAsync()
    {
        _school = await _database.RegisterSchoolAsync();
        var leerling = new LeerlingGegevens { UwlrKey = "L1", Stamgroep = Klas, Groepen = [Lesgroep] };
        var docent = new DocentGegevens { UwlrKey = "D1", Groepen = [Klas] };
        var nieuw = TestDatabase.Nieuw(0, leerling, new LeerlingGegevens { UwlrKey = "L2" }) with
        {
            Groepen = [Groep(Klas, Groepsoort.Stamgroep), Groep(Lesgroep, Groepsoort.Samengesteld)],
            Docenten = [new Persoonswijziging<DocentGegevens>(RegelSoort.Nieuw, null, docent, Veld.Geen)],
        };
        await _database.ApplyAsync(_school, nieuw);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task The_year_after_knows_each_pupils_home_class()
    {
        var stand = await _database.LoadAsync(_school);

        var buurjaren = await LoadAsync(2027, isVooruit: true);

        buurjaren.Stamgroepen.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create(
            stand.Leerlingen.Single(l => l.Gegevens.UwlrKey == "L1").Id,
            new GroepGegevens(Klas, Groepsoort.Stamgroep, "G1 bij naam", 1)));
        buurjaren.Later.Should().BeEmpty("no later year has groepen");
    }

    [Fact]
    public async Task The_year_before_knows_who_is_in_a_groep_later()
    {
        var stand = await _database.LoadAsync(_school);

        var buurjaren = await LoadAsync(2025);

        buurjaren.Later.Should().BeEquivalentTo(
        [
            stand.Leerlingen.Single(l => l.Gegevens.UwlrKey == "L1").Id, stand.Docenten.Single().Id,
        ]);
        buurjaren.Stamgroepen.Should().BeEmpty();
    }

    [Fact]
    public async Task A_vestiging_is_behind_until_the_year_was_imported_as_a_whole()
    {
        var stand = await _database.LoadAsync(_school);
        var before = await LoadAsync(2027);
        await _database.ExecuteAsync(
            "INSERT INTO Leerlingen_Schooljaar (SchoolId, Vestiging, Schooljaar, RunId) VALUES (@Id, '00', 2027, @Id)",
            new { Id = _school });

        var after = await LoadAsync(2027);

        before.Achter.Should().Equal(Vestigingsnummer.Hoofd);
        before.Stamgroepen.Should().ContainSingle();
        before.InGroepen.Should().BeEquivalentTo(
            [
                stand.Leerlingen.Single(l => l.Gegevens.UwlrKey == "L1").Id, stand.Docenten.Single().Id,
            ],
            "the one was in a lesgroep, the other in a class");
        after.InGroepen.Should().BeEmpty();
        after.Achter.Should().BeEmpty();
        after.Stamgroepen.Should().BeEmpty("nobody asks what was before");
        (await LoadAsync(2026)).Achter.Should().BeEmpty("the school has no earlier year");
    }

    [Fact]
    public async Task The_year_itself_is_neither_before_nor_after()
    {
        var buurjaren = await LoadAsync(2026);

        buurjaren.Later.Should().BeEmpty();
        buurjaren.Stamgroepen.Should().BeEmpty();
    }

    private static Groepsregel Groep(Groepsleutel sleutel, Groepsoort soort) =>
        new(RegelSoort.Nieuw, null, new GroepGegevens(sleutel, soort, $"{sleutel.Key} bij naam", 1));

    private async Task<Buurjaren> LoadAsync(int schooljaar, bool isVooruit = false)
    {
        await using var scope = _database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IBuurjarenStore>().LoadAsync(
            _school, Schooljaar.Hydrate(schooljaar), isVooruit, default);
    }
}
