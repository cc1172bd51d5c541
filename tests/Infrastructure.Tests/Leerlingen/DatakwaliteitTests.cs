using System.Collections.Immutable;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Leerlingen.Datakwaliteit;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

/// <summary>
/// One school with one of each flaw, a healthy class beside them, and the same flaws archived, in another school year and
/// at another school.
/// </summary>
public sealed class DatakwaliteitTests : IAsyncLifetime
{
    private static readonly Groepsleutel Klas = new(Vestigingsnummer.Hoofd, "1A");

    private readonly TestDatabase _database = TestDatabase.Create();
    private SchoolId _school;

    private Doelgroep Havo1 =>
        new(_database.Services.GetRequiredService<Opleidingscatalogus>().Find("HAVO")!, 1);

    public static TheoryData<Kwaliteitssoort, string> Flaws => new()
    {
        { Kwaliteitssoort.LeerlingZonderEckId, "ZonderEck" },
        { Kwaliteitssoort.LeerlingZonderDoelgroep, "ZonderDoelgroep" },
        { Kwaliteitssoort.LeerlingZonderStamgroep, "ZonderKlas" },
        { Kwaliteitssoort.LeerlingDubbeleNaam, "DUBBEL,Dubbel" },
        { Kwaliteitssoort.LeerlingGelijkendeSleutel, "Sleutel1,Sleutel2" },
        { Kwaliteitssoort.DocentZonderEmail, "ZonderEmail" },
        { Kwaliteitssoort.DocentDubbeleNaam, "Tweeling,tweeling" },
        { Kwaliteitssoort.DocentGelijkendeSleutel, "Kees,Koos" },
        { Kwaliteitssoort.GroepZonderLeerling, "zonder leerling" },
        { Kwaliteitssoort.GroepZonderDocent, "zonder docent" },
    };

    public async Task InitializeAsync()
    {
        _school = await _database.RegisterSchoolAsync();
        await _database.ApplyAsync(_school, School());
        var other = await _database.RegisterSchoolAsync("99AC");
        await _database.ApplyAsync(other, School());
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [MemberData(nameof(Flaws))]
    public async Task Each_flaw_is_counted_and_listed(Kwaliteitssoort soort, string expected)
    {
        var kwaliteit = await CountAsync();
        var listed = await ListAsync(soort);

        kwaliteit.Tellingen.Single(t => t.Soort == soort).Aantal.Should().Be(1);
        listed.Should().ContainSingle().Which.Should().Be(expected);
    }

    [Fact]
    public async Task Every_kind_has_a_number_and_the_whole_is_told_beside_it()
    {
        var kwaliteit = await CountAsync();

        kwaliteit.Tellingen.Select(t => t.Soort).Should().Equal(Enum.GetValues<Kwaliteitssoort>());
        (kwaliteit.Schooljaar, kwaliteit.Leerlingen, kwaliteit.Docenten, kwaliteit.Groepen).Should().Be(
            ("2026-2027", 8, 6, 3));
        kwaliteit.Run.Should().BeNull("nothing was compared");
        kwaliteit.Tellingen.Where(t => t.Soort >= Kwaliteitssoort.LeerlingZonderRegel)
            .Should().OnlyContain(t => t.Aantal == 0);
    }

    [Fact]
    public async Task Who_has_no_last_name_is_counted_and_listed()
    {
        await _database.ExecuteAsync(
            """
            UPDATE Leerlingen_Leerling SET Achternaam = NULL, Roepnaam = 'Noor' WHERE UwlrKey IN ('1', '2');
            UPDATE Leerlingen_Docent SET Achternaam = NULL, Roepnaam = 'Kim' WHERE UwlrKey = '5';
            """);

        var kwaliteit = await CountAsync();

        kwaliteit.Tellingen.Single(t => t.Soort == Kwaliteitssoort.LeerlingZonderAchternaam).Aantal.Should().Be(2);
        kwaliteit.Tellingen.Single(t => t.Soort == Kwaliteitssoort.DocentZonderAchternaam).Aantal.Should().Be(1);
        (await ListAsync(Kwaliteitssoort.LeerlingZonderAchternaam, pageSize: 1)).Should().HaveCount(2);
        (await ListAsync(Kwaliteitssoort.DocentZonderAchternaam)).Should().HaveCount(1);
    }

    [Fact]
    public async Task Of_archived_accounts_nothing_is_wrong()
    {
        await _database.ExecuteAsync(
            """
            UPDATE Leerlingen_Leerling SET Status = 1;
            UPDATE Leerlingen_Docent SET Status = 1;
            UPDATE Leerlingen_Groep SET Status = 1;
            """);

        (await CountAsync()).Tellingen.Should().OnlyContain(t => t.Aantal == 0);
    }

    [Fact]
    public async Task In_another_school_year_nobody_is_in_a_class()
    {
        var kwaliteit = await _database.SendAsync(new GetDatakwaliteit(_school, Schooljaar.Hydrate(2025)));

        kwaliteit.Value.Groepen.Should().Be(0);
        kwaliteit.Value.Tellingen.Single(t => t.Soort == Kwaliteitssoort.LeerlingZonderStamgroep)
            .Aantal.Should().Be(8);
    }

    [Fact]
    public async Task Lists_are_read_page_by_page()
    {
        await _database.ExecuteAsync("UPDATE Leerlingen_Leerling SET EckId = NULL, Roepnaam = NULL, Achternaam = 'X'");
        await _database.ExecuteAsync("UPDATE Leerlingen_Docent SET EckId = NULL, Email = NULL");

        (await ListAsync(Kwaliteitssoort.LeerlingZonderEckId, pageSize: 3)).Should().HaveCount(8);
        (await ListAsync(Kwaliteitssoort.DocentZonderEmail, pageSize: 1)).Should().HaveCount(6);
        (await ListAsync(Kwaliteitssoort.LeerlingDubbeleNaam, pageSize: 1)).Should().ContainSingle();
    }

    [Theory]
    [InlineData(Kwaliteitssoort.LeerlingZonderEckId)]
    [InlineData(Kwaliteitssoort.LeerlingDubbeleNaam)]
    [InlineData(Kwaliteitssoort.RegelZonderLeerling)]
    public async Task A_page_token_of_somebody_else_is_refused(Kwaliteitssoort soort)
    {
        var answer = await _database.SendAsync(
            new ListDatakwaliteit(_school, soort, new PageRequest(10, "not one of ours"), null));

        answer.Error.Should().Be(PageTokenOngeldig.Default);
    }

    [Fact]
    public async Task Of_a_large_group_twenty_accounts_are_shown_and_all_are_counted()
    {
        var many = Enumerable.Range(0, 30).Select(n => Leerling("Massa", $"massa-{n}")).ToArray();
        await _database.ApplyAsync(_school, TestDatabase.Nieuw(1, many));

        var answer = await _database.SendAsync(new ListDatakwaliteit(
            _school, Kwaliteitssoort.LeerlingDubbeleNaam, new PageRequest(10, null), null));

        var massa = answer.Value.Page.Items.Single(b => b.Leerlingen[0].Achternaam == "Massa");
        massa.Aantal.Should().Be(30);
        massa.Leerlingen.Should().HaveCount(BevindingView.MaxAccounts);
    }

    [Fact]
    public async Task Counts_and_lists_are_audited_with_the_people_that_were_shown()
    {
        await CountAsync();
        await ListAsync(Kwaliteitssoort.LeerlingDubbeleNaam);

        var audit = await _database.QueryAsync<AuditRow>(
            "SELECT Actie, Aantal FROM Privacy_Audit WHERE Actie LIKE '%Datakwaliteit' ORDER BY Actie");

        audit.Select(a => (a.Actie, a.Aantal)).Should().Equal(("GetDatakwaliteit", 0), ("ListDatakwaliteit", 2));
    }

    private async Task<DatakwaliteitView> CountAsync() =>
        (await _database.SendAsync(new GetDatakwaliteit(_school, TestDatabase.Jaar))).Value;

    /// <summary>The names of each finding, page by page.</summary>
    private async Task<IReadOnlyList<string>> ListAsync(Kwaliteitssoort soort, int pageSize = 10)
    {
        var names = new List<string>();
        string? after = null;
        do
        {
            var page = (await _database.SendAsync(new ListDatakwaliteit(
                _school, soort, new PageRequest(pageSize, after), TestDatabase.Jaar))).Value.Page;
            names.AddRange(page.Items.Select(NamesOf));
            after = page.Next;
        }
        while (after is not null);

        return names;
    }

    private static string NamesOf(BevindingView bevinding) => bevinding.Groep?.Naam ?? string.Join(
        ',',
        bevinding.Leerlingen.Select(l => l.Achternaam)
            .Concat(bevinding.Docenten.Select(d => d.Achternaam))
            .Order(StringComparer.Ordinal));

    private Standwijziging School() => new(
        TestDatabase.Jaar,
        0,
        [Groep("1A", "1A"), Groep("leeg", "zonder leerling"), Groep("los", "zonder docent")],
        [
            .. new[]
            {
                Leerling("Gezond", "1") with { Groepen = [Sleutel("los")] },
                Leerling("ZonderEck", "2") with { EckId = null },
                Leerling("ZonderDoelgroep", "3") with { Doelgroep = null },
                Leerling("ZonderKlas", "4") with { Stamgroep = null },
                Leerling("Dubbel", "5"),
                Leerling("DUBBEL", "6"),
                Leerling("Sleutel1", "a7"),
                Leerling("Sleutel2", "00A7"),
            }.Select(l => new Persoonswijziging<LeerlingGegevens>(RegelSoort.Nieuw, null, l, Veld.Geen)),
        ],
        [
            .. new[]
            {
                Docent("ZonderEmail", "1") with { Email = null },
                Docent("Tweeling", "2"),
                Docent("tweeling", "3"),
                Docent("Kees", "d4"),
                Docent("Koos", "0D4"),
                Docent("Gezond", "5") with { Groepen = [Sleutel("1A"), Sleutel("leeg")] },
            }.Select(d => new Persoonswijziging<DocentGegevens>(RegelSoort.Nieuw, null, d, Veld.Geen)),
        ]);

    private LeerlingGegevens Leerling(string naam, string key) => new()
    {
        Vestiging = Vestigingsnummer.Hoofd,
        EckId = EckId.Hydrate($"eck-l-{key}"),
        UwlrKey = key,
        Achternaam = naam,
        Leerjaar = 1,
        Doelgroep = Havo1,
        Stamgroep = Klas,
        Groepen = ImmutableArray<Groepsleutel>.Empty,
    };

    private static DocentGegevens Docent(string naam, string key) => new()
    {
        Vestiging = Vestigingsnummer.Hoofd,
        EckId = EckId.Hydrate($"eck-d-{key}"),
        UwlrKey = key,
        Achternaam = naam,
        Email = $"{key}@voorbeeld.invalid",
        Groepen = ImmutableArray<Groepsleutel>.Empty,
    };

    private static Groepsleutel Sleutel(string key) => new(Vestigingsnummer.Hoofd, key);

    private static Groepsregel Groep(string key, string naam) =>
        new(RegelSoort.Nieuw, null, new GroepGegevens(Sleutel(key), Groepsoort.Stamgroep, naam, 1));

    private sealed class AuditRow
    {
        public required string Actie { get; init; }

        public required int Aantal { get; init; }
    }
}
