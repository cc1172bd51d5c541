using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Api.Tests.Importeren.Csv;
using Kurve.Numo.Api.Tests.Importeren.Runs;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>A school begins with files, sets what its classes do, and connects Magister later.</summary>
public sealed class FromFilesToMagisterTests(EndToEnd api) : IClassFixture<EndToEnd>
{
    [Fact]
    public async Task What_the_school_set_for_a_class_stays_when_Magister_delivers_it_under_its_own_key()
    {
        var simulated = api.TakeSimulated();
        await using var elsewhere = await ApiProcess.StartAsync(api.Simulator, []);
        var school = await TestSchool.RegisterAsync(api.Api, simulated);
        var file = await ExportElsewhereAsync(elsewhere, simulated);
        await school.ApplyAsync(await school.UploadAsync(file));
        var vanBestand = await ListGroepenAsync(school);
        var (klas, leerplan) = await SetLeerplanAsync(school);

        await school.Koppelingen.CreateKoppelingAsync(school.Koppeling(simulated));
        await school.TestKoppelingAsync();
        await school.Koppelingen.ActivateKoppelingAsync(new ActivateKoppelingRequest { SchoolId = school.Id });
        var run = await school.ImportAsync();

        var vanMagister = await ListGroepenAsync(school);
        vanBestand.Select(g => (g.Id, g.Naam)).Should().BeSubsetOf(vanMagister.Select(g => (g.Id, g.Naam)));
        vanMagister.Where(g => g.AantalLeerlingen > 0).Should().HaveCount(
            vanBestand.Count(g => g.AantalLeerlingen > 0), "only groepen without pupils are not in a file");
        run.GroepenArchiveren.Should().Be(0);
        run.Waarschuwingen.Select(w => w.Code).Should().Contain("GROEP_ANDERE_SLEUTEL");
        run.Leerlingen.NaarAndereGroep.Should().Be(0);
        var read = await school.Leerplannen.GetLeerplanAsync(
            new GetLeerplanRequest { SchoolId = school.Id, Bereik = new Leerplanbereik { GroepId = klas.Id } });
        read.Leerplan.Should().Be(leerplan);
        (await FindKlasAsync(school, klas.Naam)).AantalLeerlingen.Should().Be(klas.AantalLeerlingen);
    }

    private static async Task<string> ExportElsewhereAsync(ApiProcess elsewhere, Simulator.SimulatedSchool simulated)
    {
        var school = await TestSchool.ConnectAsync(elsewhere, simulated);
        await school.ImportAsync();
        return await school.ExportAsync();
    }

    private static async Task<(Groep Klas, Leerplan Leerplan)> SetLeerplanAsync(TestSchool school)
    {
        var klas = await FindKlasAsync(school, naam: null);
        var leerplan = new Leerplan
        {
            SchoolId = school.Id,
            Bereik = new Leerplanbereik { GroepId = klas.Id },
            Keuzes = { new Keuze { Vaardigheid = "NL.TAALVERZORGING.3F.03", Actief = false } },
        };
        var updated = await school.Leerplannen.UpdateLeerplanAsync(new UpdateLeerplanRequest
        {
            Leerplan = leerplan,
            UpdateMask = new FieldMask { Paths = { "keuzes" } },
        });
        updated.Leerplan.Keuzes.Should().Equal(leerplan.Keuzes);
        return (klas, updated.Leerplan);
    }

    private static async Task<Groep> FindKlasAsync(TestSchool school, string? naam) =>
        (await ListGroepenAsync(school)).First(
            g => g.Soort == Groepsoort.Stamgroep && (naam is null || g.Naam == naam));

    private static async Task<IReadOnlyCollection<Groep>> ListGroepenAsync(TestSchool school) =>
        (await school.Leerlingen.ListGroepenAsync(
            new ListGroepenRequest { SchoolId = school.Id, PageSize = 500 })).Groepen;
}
