using System.Text;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Infrastructure.Tests.Leerplannen.Leerplanschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerplannen;

public sealed class ImportVaardighedenTests
{
    private const string Header = "code;vak;domein;niveau;volgorde;naam;voorwaarden\n";
    private const string Two = Header + """
        RK.A;rekenen;getallen;1F;10;"Tellen; en verder";
        RK.B;rekenen;getallen;2F;20;Delen;RK.A
        """;

    [Fact]
    public async Task The_file_of_the_first_catalogue_can_be_imported_and_changes_nothing()
    {
        await using var school = await CreateAsync(0);
        await using var file = typeof(InfrastructureRegistration).Assembly.GetManifestResourceStream(
            "Kurve.Numo.Infrastructure.Persistence.Migrations.Data.0011_vaardigheden.csv")!;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);

        var wijziging = (await school.SendAsync(new ImportVaardigheden(bytes.ToArray(), null, ValidateOnly: false))).Value;

        wijziging.IsLeeg.Should().BeTrue();
        wijziging.Ongewijzigd.Should().BeGreaterThanOrEqualTo(120);
    }

    [Fact]
    public async Task A_file_takes_the_place_of_the_catalogue_and_what_is_in_use_is_retired()
    {
        await using var school = await CreateAsync();
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[0]), Havo3Inactief);

        var gevraagd = await ImportAsync(school, Two, validateOnly: true);
        var ervoor = await ListAsync(school);
        var gedaan = await ImportAsync(school, Two);
        var erna = await ListAsync(school);

        ervoor.Should().HaveCountGreaterThan(120, "only asking changes nothing");
        gevraagd.Value.Should().BeEquivalentTo(gedaan.Value);
        gedaan.Value.Vervallen.Select(v => v.Code).Should().Equal(Havo3Inactief);
        erna.Select(v => (v.Code, v.Naam, v.Vervallen)).Should().Equal(
            (Havo3Inactief, ervoor.Single(v => v.Code == Havo3Inactief).Naam, true),
            ("RK.A", "Tellen; en verder", false),
            ("RK.B", "Delen", false));
        (await school.EffectOnAsync(school.Leerlingen[0], Havo3Inactief)).Actief.Should().BeTrue("it stays with who chose it");
        (await school.EffectOnAsync(school.Leerlingen[0], "RK.B")).Actief.Should().BeTrue("Kurve's leerplan goes by niveau");
    }

    [Fact]
    public async Task A_retired_vaardigheid_comes_back_with_the_next_file()
    {
        await using var school = await CreateAsync();
        await ImportAsync(school, Two);
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[0]), "RK.B");
        await ImportAsync(school, Header + "RK.C;rekenen;getallen;1F;10;Anders;");

        var terug = await ImportAsync(school, Two);

        terug.Value.Gewijzigd.Select(v => (v.Code, v.Vervallen)).Should().Equal(("RK.B", false));
        terug.Value.Verwijderd.Select(v => v.Code).Should().Equal("RK.C");
    }

    [Theory]
    [InlineData("", 1, "BESTAND_LEEG")]
    [InlineData("code;vak\nA;rekenen", 1, "KOLOM_ONTBREEKT")]
    [InlineData(Header, 2, "BESTAND_LEEG")]
    [InlineData(Header + "A;rekenen;getallen;1F;10", 2, "AANTAL_VELDEN")]
    [InlineData("# versie 1\n" + Header + "A;rekenen;getallen;9F;10;Naam;", 3, "NIVEAU_ONBEKEND")]
    [InlineData(Header + "A;rekenen;getallen;1F;10;Naam;\nA;rekenen;getallen;1F;10;Naam;", 3, "CODE_DUBBEL")]
    [InlineData(Header + "A;rekenen;getallen;1F;10;Naam;B\nB;rekenen;getallen;1F;10;Naam;A", 2, "VOORWAARDEN_IN_KRING")]
    public async Task A_file_that_is_wrong_is_refused_by_line_and_nothing_is_written(string csv, int regel, string code)
    {
        await using var school = await CreateAsync(0);

        var refused = await ImportAsync(school, csv);

        var fout = refused.Error.Should().BeOfType<VaardighedenOngeldig>().Which.Errors[0]
            .Should().BeOfType<CatalogusregelOngeldig>().Which;
        (fout.Regel, fout.Code).Should().Be((regel, code));
        (await ListAsync(school)).Should().HaveCountGreaterThan(120);
    }

    [Fact]
    public async Task A_file_in_another_character_set_is_refused_by_its_line()
    {
        await using var school = await CreateAsync(0);
        var latin1 = Encoding.Latin1.GetBytes(Header + "A;rekenen;getallen;1F;10;Naam;\nB;rekenen;getallen;1F;20;Cliënt;");

        var refused = await school.SendAsync(new ImportVaardigheden(latin1, null, ValidateOnly: false));

        refused.Error.Should().BeOfType<VaardighedenOngeldig>().Which.Errors.Should().ContainSingle()
            .Which.Should().BeOfType<CatalogusregelOngeldig>()
            .Which.Should().Match<CatalogusregelOngeldig>(e => e.Regel == 3 && e.Code == "TEKENCODERING_ONGELDIG");
    }

    [Fact]
    public async Task A_file_of_a_spreadsheet_is_read_with_its_mark_and_in_its_own_order_of_columns()
    {
        await using var school = await CreateAsync(0);

        var done = await ImportAsync(
            school, "\uFEFFNAAM;Code;VAK;Domein;Niveau;Volgorde;Voorwaarden;opmerking\r\nTellen;RK.A;Rekenen;Getallen;1f;1;;x\r\n");

        done.Value.Nieuw.Should().ContainSingle().Which.Should().Be(new Vaardigheid(
            "RK.A", "Tellen", Vak.Rekenen, Domein.Getallen, Niveau.F1, 1, []));
    }

    [Fact]
    public async Task Vaardigheden_are_listed_page_by_page_and_filtered()
    {
        await using var school = await CreateAsync(0);

        var found = new List<Vaardigheid>();
        string? after = null;
        do
        {
            var page = await school.SendAsync(new ListVaardigheden(
                new PageRequest(7, after), Vak.Engels, null, Niveau.A1, ShowVervallen: false));
            found.AddRange(page.Value.Items);
            after = page.Value.Next;
        }
        while (after is not null);

        found.Should().HaveCount(10).And.OnlyHaveUniqueItems(v => v.Code)
            .And.OnlyContain(v => v.Vak == Vak.Engels && v.Niveau == Niveau.A1);
    }

    [Fact]
    public async Task No_page_is_lost_when_the_vaardigheid_that_a_token_names_is_gone()
    {
        await using var school = await CreateAsync(0);
        var all = await ListAsync(school);
        var first = (await school.SendAsync(new ListVaardigheden(
            new PageRequest(7, null), null, null, null, ShowVervallen: true))).Value;
        await school.Database.ExecuteAsync(
            """
            UPDATE Leerplannen_Vaardigheid SET Voorwaarden = NULL;
            DELETE FROM Leerplannen_Vaardigheid WHERE Code = @Code;
            UPDATE Leerplannen_Catalogus SET Versie = Versie + 1;
            """,
            new { first.Items[^1].Code });

        var next = (await school.SendAsync(new ListVaardigheden(
            new PageRequest(PageRequest.MaxSize, first.Next), null, null, null, ShowVervallen: true))).Value;

        next.Items.Select(v => v.Code).Should().Equal(all.Skip(7).Select(v => v.Code));
    }

    private static Task<Result<Cataloguswijziging>> ImportAsync(Leerplanschool school, string csv, bool validateOnly = false) =>
        school.SendAsync(new ImportVaardigheden(Encoding.UTF8.GetBytes(csv), null, validateOnly));

    private static async Task<IReadOnlyList<Vaardigheid>> ListAsync(Leerplanschool school) =>
        (await school.SendAsync(new ListVaardigheden(
            new PageRequest(PageRequest.MaxSize, null), null, null, null, ShowVervallen: true))).Value.Items;
}
