using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Infrastructure.Tests.Leerplannen.Leerplanschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerplannen;

public sealed class SchooljaarwisselingTests
{
    private static readonly Schooljaar Volgend = Schooljaar.Hydrate(2027);

    private static readonly Leerplansoort[] Alle =
        [Leerplansoort.Doelgroep, Leerplansoort.Groep, Leerplansoort.Leerling];

    [Fact]
    public async Task On_the_first_of_August_last_years_leerplannen_are_history_and_count_no_more()
    {
        await using var school = await CreateAsync();
        await SayEverywhereAsync(school);

        school.Clock.SetUtcNow(new DateTimeOffset(2027, 7, 31, 21, 59, 59, TimeSpan.Zero));
        var ervoor = await school.EffectOnAsync(school.Leerlingen[1], Havo3Inactief);
        school.Clock.SetUtcNow(new DateTimeOffset(2027, 7, 31, 22, 0, 0, TimeSpan.Zero));
        var erna = await school.EffectOnAsync(school.Leerlingen[1], Havo3Inactief);
        var geschiedenis = await school.EffectOnAsync(school.Leerlingen[1], Havo3Inactief, Jaar);

        ervoor.Uitspraken.Select(u => u.Herkomst.Soort).Should().Equal(
            Laagsoort.Kurve, Laagsoort.School, Laagsoort.SamengesteldeGroep, Laagsoort.Leerling);
        erna.Uitspraken.Select(u => u.Herkomst.Soort).Should().Equal(Laagsoort.Kurve);
        geschiedenis.Should().BeEquivalentTo(ervoor);
    }

    [Fact]
    public async Task A_school_year_that_is_over_cannot_be_changed()
    {
        await using var school = await CreateAsync();
        school.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 1, 12, 0, 0, TimeSpan.Zero));

        var doelgroep = await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief, Jaar);
        var groep = await school.ActivateAsync(Leerplanbereik.Of(school.Stamgroep), Havo3Inactief);

        doelgroep.Error.Should().Be(new SchooljaarVoorbij(Jaar));
        groep.Error.Should().Be(new SchooljaarVoorbij(Jaar), "a groep lives in one school year");
    }

    [Fact]
    public async Task What_the_school_says_is_taken_over_by_doelgroep_by_name_of_groep_and_by_pupil()
    {
        await using var school = await CreateAsync();
        await SayEverywhereAsync(school);
        await school.ImportAsync(Volgend, 1, 0);
        await MoveToNewGroepenAsync(school);
        school.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 1, 12, 0, 0, TimeSpan.Zero));

        var gevraagd = await CarryOverAsync(school, validateOnly: true);
        var tussen = await school.EffectOnAsync(school.Leerlingen[1], Havo3Inactief);
        var gedaan = await CarryOverAsync(school);
        var nogEens = await CarryOverAsync(school);
        var erna = await school.EffectOnAsync(school.Leerlingen[1], Havo3Inactief);

        tussen.Uitspraken.Should().ContainSingle("only asking takes nothing over");
        gevraagd.Should().BeEquivalentTo(gedaan);
        (gedaan.Van, gedaan.Naar).Should().Be(("2026-2027", "2027-2028"));
        gedaan.Overnames.Should().Equal(Alle.Select(soort => new Overname(soort, 1, 0, 0)));
        nogEens.Overnames.Should().Equal(Alle.Select(soort => new Overname(soort, 0, 1, 0)));
        erna.Uitspraken.Select(u => u.Herkomst.Soort).Should().Equal(
            Laagsoort.Kurve, Laagsoort.School, Laagsoort.SamengesteldeGroep, Laagsoort.Leerling);
        erna.Uitspraken[2].Herkomst.Id.Should().Be(school.Cluster.Value, "that is the new groep of that name");
    }

    [Fact]
    public async Task Who_is_not_there_any_more_and_what_was_said_anew_is_left()
    {
        await using var school = await CreateAsync();
        await SayEverywhereAsync(school);
        await school.Database.ExecuteAsync("UPDATE Leerlingen_Leerling SET Status = 1 WHERE UwlrKey = 'key-1'");
        school.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 1, 12, 0, 0, TimeSpan.Zero));
        await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), "NL.LEZEN.4F.02");

        var overname = await CarryOverAsync(school);

        overname.Overnames.Should().Equal(
            new Overname(Leerplansoort.Doelgroep, 0, 1, 0),
            new Overname(Leerplansoort.Groep, 0, 0, 1),
            new Overname(Leerplansoort.Leerling, 0, 0, 1));
        (await school.EffectOnAsync(school.Leerlingen[0], Havo3Inactief)).Actief.Should().BeFalse();
    }

    [Fact]
    public async Task Leerplannen_are_taken_over_forward_and_not_into_the_past()
    {
        await using var school = await CreateAsync();

        (await school.SendAsync(new CarryOverLeerplannen(school.Id, Volgend, Jaar, Alle, null, false))).Error
            .Should().BeOfType<SchooljarenVerkeerdom>();
        (await school.SendAsync(new CarryOverLeerplannen(school.Id, null, Schooljaar.Hydrate(2025), Alle, null, false))).Error
            .Should().BeOfType<SchooljaarVoorbij>();
    }

    [Fact]
    public async Task A_retired_vaardigheid_is_not_taken_over()
    {
        await using var school = await CreateAsync();
        await SayEverywhereAsync(school);
        await school.Database.ExecuteAsync(
            $"UPDATE Leerplannen_Vaardigheid SET Vervallen = 1 WHERE Code = '{Havo3Inactief}'");
        await school.Database.ExecuteAsync("UPDATE Leerplannen_Catalogus SET Versie = 2");
        school.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 1, 12, 0, 0, TimeSpan.Zero));

        await CarryOverAsync(school);

        (await school.SendAsync(new GetLeerplan(school.Id, Volgend, Leerplanbereik.Of(school.Havo3)))).Value
            .Should().Match<LeerplanView>(l => l.Versie == 1 && l.Keuzes.Count == 0);
    }

    private static async Task SayEverywhereAsync(Leerplanschool school)
    {
        await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief);
        await school.DeactivateAsync(Leerplanbereik.Of(school.Cluster), Havo3Inactief);
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[1]), Havo3Inactief);
    }

    private static async Task<OvernameView> CarryOverAsync(Leerplanschool school, bool validateOnly = false) =>
        (await school.SendAsync(new CarryOverLeerplannen(school.Id, null, null, Alle, null, validateOnly))).Value;

    private static Task MoveToNewGroepenAsync(Leerplanschool school) => school.Database.ExecuteAsync(
        """
        INSERT INTO Leerlingen_LeerlingGroep (SchoolId, LeerlingId, GroepId)
        VALUES (@SchoolId, @LeerlingId, @GroepId);
        """,
        new { SchoolId = school.Id, LeerlingId = school.Leerlingen[1], GroepId = school.Cluster });
}
