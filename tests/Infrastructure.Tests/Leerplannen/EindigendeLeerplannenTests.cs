using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Leerplannen.Contract;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;
using static Kurve.Numo.Infrastructure.Tests.Leerplannen.Leerplanschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerplannen;

public sealed class EindigendeLeerplannenTests
{
    private static readonly Schooljaar Volgend = Schooljaar.Hydrate(2027);

    private static readonly Leerplansoort[] Alle =
        [Leerplansoort.Doelgroep, Leerplansoort.Groep, Leerplansoort.Leerling];

    [Fact]
    public async Task Each_leerplan_is_listed_with_how_much_it_says_and_for_how_many()
    {
        await using var school = await CreateAsync(5);
        var doelgroep = await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief);
        var cluster = await school.DeactivateAsync(Leerplanbereik.Of(school.Cluster), Havo3Inactief);
        await ReplaceAsync(school, Leerplanbereik.Of(school.Leerlingen[1]), new() { [Vak.Nederlands] = Niveau.F3 });

        var einde = await ListAsync(school);

        einde.Totaal.Should().Be(3);
        einde.Leerplannen.Should().BeEquivalentTo(
            [
                new EindigendLeerplan(
                    Leerplansoort.Doelgroep,
                    new Leerplaninhoud(doelgroep.Value.Leerplan.Keuzes.Count, 0, 0, 0),
                    AantalLeerlingen: 5,
                    Overnameuitkomst.GaatMee) { Doelgroep = "havo 3" },
                new EindigendLeerplan(
                    Leerplansoort.Groep,
                    new Leerplaninhoud(0, cluster.Value.Leerplan.Keuzes.Count, 0, 0),
                    AantalLeerlingen: 2,
                    Overnameuitkomst.GeenTegenhanger)
                {
                    Groep = new EindigendeGroep(
                        school.Cluster, "en1", Vestigingsnummer.Hoofd, Groepsoort.Samengesteld, Tegenhanger: null),
                },
                new EindigendLeerplan(
                    Leerplansoort.Leerling,
                    new Leerplaninhoud(0, 0, 0, 1),
                    AantalLeerlingen: 1,
                    Overnameuitkomst.GaatMee) { Leerling = school.Leerlingen[1] },
            ],
            options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task A_leerplan_that_says_nothing_any_more_is_left_out()
    {
        await using var school = await CreateAsync();
        await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief);
        await ReplaceAsync(school, Leerplanbereik.Of(school.Havo3), []);

        (await ListAsync(school)).Should().BeEquivalentTo(new EindigendeLeerplannen(0, []));
    }

    [Fact]
    public async Task A_class_that_keeps_its_name_shows_that_it_holds_none_of_its_pupils()
    {
        await using var school = await CreateAsync(5);
        var oud = school.Stamgroep;
        await school.ActivateAsync(Leerplanbereik.Of(oud), Havo3Inactief);
        await LeaveAsync(school, oud, 3, 4);
        await school.ImportAsync(Volgend, 1, 0);
        await JoinAsync(school, school.Stamgroep, 3, 4);

        var groep = (await ListAsync(school)).Leerplannen.Single();

        groep.Uitkomst.Should().Be(Overnameuitkomst.GaatMee, "that is why a person has to look");
        groep.AantalLeerlingen.Should().Be(3);
        groep.Groep!.Id.Should().Be(oud);
        groep.Groep.Tegenhanger.Should().Be(new Groepstegenhanger(school.Stamgroep, 0, 2));
    }

    [Fact]
    public async Task Of_a_class_some_pupils_stay_together_and_archived_ones_count_nowhere()
    {
        await using var school = await CreateAsync(5);
        var oud = school.Stamgroep;
        await school.ActivateAsync(Leerplanbereik.Of(oud), Havo3Inactief);
        await LeaveAsync(school, oud, 4);
        await school.ImportAsync(Volgend, 1, 0);
        await JoinAsync(school, school.Stamgroep, 0, 1, 2, 4);
        await ArchiveAsync(school, 2);

        var groep = (await ListAsync(school)).Leerplannen.Single();

        groep.AantalLeerlingen.Should().Be(3);
        groep.Groep!.Tegenhanger.Should().Be(new Groepstegenhanger(school.Stamgroep, 2, 3));
    }

    [Fact]
    public async Task A_counterpart_that_nobody_is_in_yet_is_one_all_the_same()
    {
        await using var school = await CreateAsync();
        await school.ActivateAsync(Leerplanbereik.Of(school.Stamgroep), Havo3Inactief);
        await school.ImportAsync(Volgend, 1, 0);

        var groep = (await ListAsync(school)).Leerplannen.Single();

        (groep.Uitkomst, groep.Groep!.Tegenhanger).Should().Be(
            (Overnameuitkomst.GaatMee, new Groepstegenhanger(school.Stamgroep, 0, 0)));
    }

    [Fact]
    public async Task A_class_that_is_gone_and_a_leerling_who_left_have_no_counterpart()
    {
        await using var school = await CreateAsync();
        await school.ActivateAsync(Leerplanbereik.Of(school.Stamgroep), Havo3Inactief);
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[1]), Havo3Inactief);
        await school.ImportAsync(Volgend, 1, 0);
        await school.Database.ExecuteAsync("UPDATE Leerlingen_Groep SET Status = 1 WHERE Schooljaar = 2027");
        await ArchiveAsync(school, 1);

        var einde = await ListAsync(school);

        einde.Leerplannen.Select(l => (l.Soort, l.Uitkomst, l.AantalLeerlingen)).Should().Equal(
            (Leerplansoort.Groep, Overnameuitkomst.GeenTegenhanger, 2),
            (Leerplansoort.Leerling, Overnameuitkomst.GeenTegenhanger, 0));
        einde.Leerplannen[0].Groep!.Tegenhanger.Should().BeNull();
    }

    [Fact]
    public async Task A_vaardigheid_that_the_catalogue_dropped_is_told_apart()
    {
        await using var school = await CreateAsync();
        var gekozen = await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief);
        await school.Database.ExecuteAsync(
            $"UPDATE Leerplannen_Vaardigheid SET Vervallen = 1 WHERE Code = '{Havo3Inactief}'");
        await school.Database.ExecuteAsync("UPDATE Leerplannen_Catalogus SET Versie = 2");

        var doelgroep = (await ListAsync(school)).Leerplannen.Single();
        await CarryOverAsync(school, validateOnly: false);
        var volgend = await school.SendAsync(new GetLeerplan(school.Id, Volgend, Leerplanbereik.Of(school.Havo3)));

        doelgroep.Inhoud.Should().Be(new Leerplaninhoud(gekozen.Value.Leerplan.Keuzes.Count, 0, 1, 0));
        volgend.Value.Keuzes.Should().HaveCount(doelgroep.Inhoud.Actief - doelgroep.Inhoud.Vervallen);
    }

    [Fact]
    public async Task A_doelgroep_of_an_opleiding_that_the_catalogue_dropped_is_named_by_its_code()
    {
        await using var school = await CreateAsync();
        await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief);
        await school.Database.ExecuteAsync("UPDATE Leerplannen_Leerplan SET Opleiding = 'MULO';");
        await school.Database.ExecuteAsync("UPDATE Leerlingen_Leerling SET Opleiding = 'MULO';");

        var doelgroep = (await ListAsync(school)).Leerplannen.Single();

        (doelgroep.Doelgroep, doelgroep.Uitkomst, doelgroep.AantalLeerlingen).Should().Be(
            ("MULO 3", Overnameuitkomst.GeenTegenhanger, 0));
    }

    [Fact]
    public async Task Of_two_vestigingen_with_a_class_of_the_same_name_each_has_its_own_counterpart()
    {
        await using var school = await CreateAsync(4);
        var hoofd = school.Stamgroep;
        var neven = await AddGroepAsync(school, Jaar, "01", "3H");
        await LeaveAsync(school, hoofd, 2, 3);
        await JoinAsync(school, neven, 2, 3);
        await school.ActivateAsync(Leerplanbereik.Of(hoofd), Havo3Inactief);
        await school.ActivateAsync(Leerplanbereik.Of(neven), Havo3Inactief);
        var nevenVolgend = await AddGroepAsync(school, Volgend, "01", "3H");
        await JoinAsync(school, nevenVolgend, 1, 2, 3);

        var einde = await ListAsync(school);

        einde.Leerplannen.Select(l => (l.Groep!.Id, l.Groep.Vestiging.Value, l.Uitkomst, l.Groep.Tegenhanger)).Should().Equal(
            (hoofd, "00", Overnameuitkomst.GeenTegenhanger, null),
            (neven, "01", Overnameuitkomst.GaatMee, new Groepstegenhanger(nevenVolgend, 2, 3)));
    }

    [Fact]
    public async Task What_is_listed_is_what_a_carry_over_does()
    {
        await using var school = await CreateAsync();
        var dubbel = await AddGroepAsync(school, Jaar, "00", "3H");
        await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief);
        await school.ActivateAsync(Leerplanbereik.Of(school.Stamgroep), Havo3Inactief);
        await school.ActivateAsync(Leerplanbereik.Of(dubbel), Havo3Inactief);
        await school.ActivateAsync(Leerplanbereik.Of(school.Cluster), Havo3Inactief);
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[0]), Havo3Inactief);
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[1]), Havo3Inactief);
        await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief, Volgend);
        await ArchiveAsync(school, 1);
        await AddGroepAsync(school, Volgend, "00", "3H");
        await AddGroepAsync(school, Volgend, "00", "3H");

        var einde = await ListAsync(school);
        var gevraagd = await CarryOverAsync(school, validateOnly: true);
        var gedaan = await CarryOverAsync(school, validateOnly: false);
        var daarna = await ListAsync(school);

        CountOf(einde).Should().Equal(
            new Overname(Leerplansoort.Doelgroep, 0, 1, 0),
            new Overname(Leerplansoort.Groep, 1, 1, 1),
            new Overname(Leerplansoort.Leerling, 1, 0, 1));
        gevraagd.Should().Equal(CountOf(einde));
        gedaan.Should().Equal(gevraagd);
        daarna.Leerplannen.Should().NotContain(l => l.Uitkomst == Overnameuitkomst.GaatMee);
        daarna.Leerplannen.Select(l => l.Groep?.Tegenhanger).Should().Equal(
            einde.Leerplannen.Select(l => l.Groep?.Tegenhanger), "what is there already keeps its counterpart");
    }

    [Fact]
    public async Task An_empty_school_has_none_and_hears_nothing_of_another()
    {
        await using var school = await CreateAsync();
        await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief);
        var leeg = await school.Database.RegisterSchoolAsync("99AC");

        (await ListAsync(school, leeg)).Should().BeEquivalentTo(new EindigendeLeerplannen(0, []));
        (await ListAsync(school, van: Volgend)).Totaal.Should().Be(0, "nothing is said of that year yet");
    }

    [Fact]
    [SqliteOnly("it counts the statements that it runs")]
    public async Task Many_leerplannen_take_as_many_statements_as_one()
    {
        await using var school = await CreateAsync(1_000);
        await school.ActivateAsync(Leerplanbereik.Of(school.Stamgroep), Havo3Inactief);

        var one = await school.Statements.CountAsync(() => ListAsync(school));
        await ChooseForEachLeerlingAsync(school);
        var many = await school.Statements.CountAsync(() => ListAsync(school));

        one.Should().BeInRange(3, 8, "it counts what it should count");
        many.Should().Be(one);
        (await ListAsync(school)).Totaal.Should().Be(1_001);
    }

    [Fact]
    public async Task Beyond_the_limit_leerlingen_are_left_out_and_counted()
    {
        await using var school = await CreateAsync(IEindigendeLeerplannen.MostLeerplannen);
        await school.ActivateAsync(Leerplanbereik.Of(school.Stamgroep), Havo3Inactief);
        await ChooseForEachLeerlingAsync(school);

        var einde = await ListAsync(school);

        einde.Totaal.Should().Be(IEindigendeLeerplannen.MostLeerplannen + 1);
        einde.Leerplannen.Should().HaveCount(IEindigendeLeerplannen.MostLeerplannen);
        einde.Leerplannen[0].Soort.Should().Be(Leerplansoort.Groep);
    }

    private static async Task<EindigendeLeerplannen> ListAsync(
        Leerplanschool school, SchoolId? id = null, Schooljaar? van = null)
    {
        await using var scope = school.Database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IEindigendeLeerplannen>().ListAsync(
            id ?? school.Id, van ?? Jaar, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<Overname>> CarryOverAsync(Leerplanschool school, bool validateOnly) =>
        (await school.SendAsync(new CarryOverLeerplannen(school.Id, Jaar, Volgend, Alle, null, validateOnly))).Value.Overnames;

    private static IEnumerable<Overname> CountOf(EindigendeLeerplannen einde) => Alle.Select(soort => new Overname(
        soort,
        einde.Leerplannen.Count(l => l.Soort == soort && l.Uitkomst == Overnameuitkomst.GaatMee),
        einde.Leerplannen.Count(l => l.Soort == soort && l.Uitkomst == Overnameuitkomst.AlAanwezig),
        einde.Leerplannen.Count(l => l.Soort == soort && l.Uitkomst == Overnameuitkomst.GeenTegenhanger)));

    private static async Task ReplaceAsync(
        Leerplanschool school, Leerplanbereik bereik, Dictionary<Vak, Niveau> streefniveaus)
    {
        var replaced = await school.SendAsync(new UpdateLeerplan(
            school.Id, null, bereik, new Dictionary<string, bool>(), streefniveaus, null, null, ValidateOnly: false));
        replaced.Error.Should().BeNull();
    }

    private static async Task<GroepId> AddGroepAsync(
        Leerplanschool school, Schooljaar jaar, string vestiging, string naam)
    {
        var id = new GroepId(Guid.CreateVersion7());
        await school.Database.ExecuteAsync(
            """
            INSERT INTO Leerlingen_Groep (SchoolId, Id, Schooljaar, Vestiging, Sleutel, Soort, Naam, Leerjaar, Status)
            VALUES (@SchoolId, @Id, @Schooljaar, @Vestiging, @Sleutel, 0, @Naam, 3, 0);
            """,
            new
            {
                SchoolId = school.Id,
                Id = id,
                Schooljaar = jaar.Begin,
                Vestiging = vestiging,
                Sleutel = id.ToString(),
                Naam = naam,
            });
        return id;
    }

    private static async Task JoinAsync(Leerplanschool school, GroepId groep, params int[] leerlingen)
    {
        foreach (var nummer in leerlingen)
        {
            await school.Database.ExecuteAsync(
                """
                INSERT INTO Leerlingen_LeerlingGroep (SchoolId, LeerlingId, GroepId)
                VALUES (@SchoolId, @LeerlingId, @GroepId);
                """,
                new { SchoolId = school.Id, LeerlingId = school.Leerlingen[nummer], GroepId = groep });
        }
    }

    private static async Task LeaveAsync(Leerplanschool school, GroepId groep, params int[] leerlingen)
    {
        foreach (var nummer in leerlingen)
        {
            await school.Database.ExecuteAsync(
                """
                DELETE FROM Leerlingen_LeerlingGroep
                WHERE SchoolId = @SchoolId AND LeerlingId = @LeerlingId AND GroepId = @GroepId;
                """,
                new { SchoolId = school.Id, LeerlingId = school.Leerlingen[nummer], GroepId = groep });
        }
    }

    private static Task ArchiveAsync(Leerplanschool school, int nummer) => school.Database.ExecuteAsync(
        "UPDATE Leerlingen_Leerling SET Status = 1 WHERE SchoolId = @SchoolId AND Id = @Id;",
        new { SchoolId = school.Id, Id = school.Leerlingen[nummer] });

    /// <summary>A choice of each leerling's own, as a person makes it one by one.</summary>
    private static Task ChooseForEachLeerlingAsync(Leerplanschool school) => school.Database.ExecuteAsync(
        $"""
        INSERT INTO Leerplannen_Leerplan (SchoolId, Id, Schooljaar, Soort, LeerlingId, Gewijzigd, Versie)
        SELECT SchoolId, Id, 2026, 3, Id, Gewijzigd, 1
        FROM Leerlingen_Leerling;
        INSERT INTO Leerplannen_Keuze (SchoolId, LeerplanId, Vaardigheid, Actief)
        SELECT SchoolId, Id, '{Havo3Inactief}', 1
        FROM Leerlingen_Leerling;
        """);
}
