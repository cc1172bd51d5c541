using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;

namespace Kurve.Numo.Infrastructure.Tests.Opleidingen;

public sealed class OnbekendeCodesTests : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.Create();
    private SchoolId _school;

    public async Task InitializeAsync()
    {
        _school = await _database.RegisterSchoolAsync();
        await FillAsync(
            _school,
            [
                ("XYZ9", 1, "1A"), ("XYZ9", 1, "1B"), ("XYZ9", 2, "2A"), ("G2", 2, "2A"), ("H4", 4, "4H"),
                ("0371", 4, "4H"), ("0371", 3, "3H"), ("0300", null, "2A"), ("25180", 1, "1A"), (null, 1, "1A"),
            ]);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Codes_without_a_doelgroep_are_counted_with_reason_and_suggestion()
    {
        var codes = (await ListAsync()).Items;

        codes.Select(c => (c.Opleidingscode, c.Reden, c.AantalLeerlingen, c.Lezing.Opleiding?.Code)).Should().Equal(
            ("0300", Onbekendreden.LeerjaarOntbreekt, 1, "HAVO"),
            ("0371", Onbekendreden.LeerjaarOngeldig, 1, "HAVO"),
            ("25180", Onbekendreden.Onbekend, 1, null),
            ("G2", Onbekendreden.Voorstel, 1, "VMBO_GL"),
            ("XYZ9", Onbekendreden.Onbekend, 3, null));
        codes[1].Leerjaren.Should().Equal([3], "only the pupils concerned count");
        codes[4].Klassen.Should().Equal("1A", "1B", "2A");
    }

    [Fact]
    public async Task At_most_five_classes_are_named()
    {
        var other = await _database.RegisterSchoolAsync("99AC");
        await FillAsync(other, [.. Enumerable.Range(1, 9).Select(n => ((string?)"XYZ9", (int?)1, $"1{(char)('A' + n)}"))]);

        var code = (await ListAsync(other)).Items.Should().ContainSingle().Which;

        code.AantalLeerlingen.Should().Be(9);
        code.Klassen.Should().Equal("1B", "1C", "1D", "1E", "1F");
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var found = new List<string>();
        string? after = null;
        do
        {
            var page = await ListAsync(_school, new PageRequest(2, after));
            found.AddRange(page.Items.Select(c => c.Opleidingscode));
            after = page.Next;
        }
        while (after is not null);

        found.Should().Equal("0300", "0371", "25180", "G2", "XYZ9");
    }

    [Theory]
    [InlineData("!")]
    [InlineData("AAAA")]
    public async Task A_token_that_was_not_given_is_refused(string token) =>
        (await _database.SendAsync(new ListUnknownOpleidingscodes(_school, new PageRequest(2, token)))).Error
            .Should().BeOfType<PageTokenOngeldig>();

    [Fact]
    public async Task A_settled_code_leaves_the_list_before_any_pupil_changes()
    {
        var set = new SetVertaling(_school, "xyz 9", "HAVO", null, null, null, null, ValidateOnly: false);
        (await _database.SendAsync(set)).IsOk.Should().BeTrue();

        (await ListAsync()).Items.Select(c => c.Opleidingscode).Should().NotContain("XYZ9");
        (await _database.LoadAsync(_school)).Leerlingen.Should().OnlyContain(l => l.Gegevens.Doelgroep == null);
    }

    [Fact]
    public async Task Archived_pupils_and_those_whose_doelgroep_is_locked_do_not_count()
    {
        await _database.ExecuteAsync("UPDATE Leerlingen_Leerling SET Status = 1 WHERE Opleidingscode = 'XYZ9'");
        await _database.ExecuteAsync($"UPDATE Leerlingen_Leerling SET Vergrendeld = {(int)Veld.Doelgroep} WHERE Opleidingscode = 'G2'");

        (await ListAsync()).Items.Select(c => c.Opleidingscode).Should().Equal("0300", "0371", "25180");
    }

    [Fact]
    public async Task Another_schools_codes_stay_there()
    {
        var other = await _database.RegisterSchoolAsync("99AC");

        (await ListAsync(other)).Items.Should().BeEmpty();
        (await _database.SendAsync(
            new ListUnknownOpleidingscodes(new SchoolId(Guid.NewGuid()), new PageRequest(2, null)))).Error
            .Should().BeOfType<SchoolOnbekend>();
    }

    private Task<Page<OnbekendeCodeView>> ListAsync() => ListAsync(_school);

    private async Task<Page<OnbekendeCodeView>> ListAsync(SchoolId school, PageRequest? page = null) =>
        (await _database.SendAsync(new ListUnknownOpleidingscodes(school, page ?? new PageRequest(50, null)))).Value;

    private async Task FillAsync(SchoolId school, IReadOnlyList<(string? Code, int? Leerjaar, string Klas)> leerlingen)
    {
        var nieuw = TestDatabase.Nieuw(0, [.. leerlingen.Select((l, i) => new LeerlingGegevens
        {
            Vestiging = Vestigingsnummer.Hoofd,
            UwlrKey = $"key-{i}",
            Opleidingscode = l.Code,
            Leerjaar = l.Leerjaar,
            Stamgroep = new Groepsleutel(Vestigingsnummer.Hoofd, l.Klas),
        })]);
        var klassen = leerlingen.Select(l => l.Klas).Distinct(StringComparer.Ordinal).Select(klas => new Groepsregel(
            RegelSoort.Nieuw,
            null,
            new GroepGegevens(new Groepsleutel(Vestigingsnummer.Hoofd, klas), Groepsoort.Stamgroep, klas, null)));
        await _database.ApplyAsync(school, nieuw with { Groepen = [.. klassen] });
    }
}
