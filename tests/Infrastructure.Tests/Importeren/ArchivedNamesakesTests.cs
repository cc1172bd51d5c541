using System.Text;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>A newcomer with the name of an archived account, from the source to the rows that a school sees.</summary>
public sealed class ArchivedNamesakesTests : IAsyncLifetime
{
    private Keuzeschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.AddRange([Leerling(1), Leerling(2)]);
        await _school.ImportAsync();
        _school.Leerlingen.RemoveAt(0);
        await _school.ImportAsync();
        _school.Leerlingen.Add(Leerling(3) with { Achternaam = Leerling(1).Achternaam });
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task The_row_names_the_account_and_is_applied_as_any_other()
    {
        var gone = await _school.FindAsync(1);
        var run = await _school.PreviewAsync();
        var regel = (await _school.RegelsAsync(run)).Single();
        var csv = await _school.SendAsync(new ExportImportRegels(
            _school.Id, new ImportRunId(run.Id), Hervat: null, [], null, MetMelding: true));
        var applied = await _school.ApplyAsync(run);

        regel.Soort.Should().Be(RegelSoort.Nieuw);
        regel.Betrokken.Should().ContainSingle().Which.Id.Should().Be(gone.Id);
        regel.Meldingen.Single(m => m.Code == "LIJKT_OP_GEARCHIVEERD").Tekst.Should().Contain($"{gone.Id}");
        Encoding.UTF8.GetString(csv.Value.Csv).Should().Contain("LIJKT_OP_GEARCHIVEERD").And.Contain($"{gone.Id}");
        applied.Error.Should().BeNull();
        (await _school.FindAsync(3)).Id.Should().NotBe(gone.Id);
        (await _school.FindAsync(1)).Should().BeEquivalentTo(gone, "nothing is decided");
    }

    [Fact]
    public async Task Once_the_newcomer_has_an_account_nothing_is_said_any_more()
    {
        await _school.ImportAsync();

        (await _school.RegelsAsync(await _school.PreviewAsync())).Should().BeEmpty();
    }
}
