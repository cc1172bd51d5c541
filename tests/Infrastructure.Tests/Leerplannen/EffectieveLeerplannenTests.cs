using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Infrastructure.Tests.Leerplannen.Leerplanschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerplannen;

public sealed class EffectieveLeerplannenTests
{
    [Fact]
    public async Task Without_a_word_of_the_school_a_pupil_has_Kurves_leerplan_for_its_doelgroep()
    {
        await using var school = await CreateAsync();

        var actief = await school.EffectOnAsync(school.Leerlingen[0], Havo3Actief);
        var inactief = await school.EffectOnAsync(school.Leerlingen[0], Havo3Inactief);

        actief.Actief.Should().BeTrue();
        inactief.Actief.Should().BeFalse();
        actief.Uitspraken.Should().Equal(new Uitspraak<bool>(new Herkomst(Laagsoort.Kurve, "havo 3"), true));
    }

    [Fact]
    public async Task Every_level_is_heard_in_order_and_named()
    {
        await using var school = await CreateAsync();
        var (even, oneven) = (school.Leerlingen[0], school.Leerlingen[1]);
        await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief);
        await school.DeactivateAsync(Leerplanbereik.Of(school.Stamgroep), Havo3Inactief);
        await school.ActivateAsync(Leerplanbereik.Of(school.Cluster), Havo3Inactief);
        await school.DeactivateAsync(Leerplanbereik.Of(oneven), Havo3Inactief);

        var bijOneven = await school.EffectOnAsync(oneven, Havo3Inactief);
        var bijEven = await school.EffectOnAsync(even, Havo3Inactief);

        bijOneven.Uitspraken.Should().Equal(
            new Uitspraak<bool>(new Herkomst(Laagsoort.Kurve, "havo 3"), false),
            new Uitspraak<bool>(new Herkomst(Laagsoort.School, "havo 3"), true),
            new Uitspraak<bool>(new Herkomst(Laagsoort.Stamgroep, "3H", school.Stamgroep.Value), false),
            new Uitspraak<bool>(new Herkomst(Laagsoort.SamengesteldeGroep, "en1", school.Cluster.Value), true),
            new Uitspraak<bool>(new Herkomst(Laagsoort.Leerling, "", oneven.Value), false));
        bijEven.Uitspraken.Select(u => u.Herkomst.Soort).Should().Equal(
            Laagsoort.Kurve, Laagsoort.School, Laagsoort.Stamgroep);
    }

    [Fact]
    public async Task Many_pupils_come_in_the_order_asked_for_share_what_is_the_same_and_unknown_ones_are_named()
    {
        await using var school = await CreateAsync(5);
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[3]), Havo3Inactief);
        var onbekend = new AccountId(Guid.CreateVersion7());

        var view = (await school.SendAsync(new BatchGetEffectiveLeerplannen(
            school.Id, [school.Leerlingen[4], onbekend, school.Leerlingen[3], school.Leerlingen[0]], null))).Value;

        view.Leerlingen.Select(l => l.LeerlingId).Should().Equal(
            school.Leerlingen[4].Value, school.Leerlingen[3].Value, school.Leerlingen[0].Value);
        view.NietGevonden.Should().Equal(onbekend.Value);
        view.Profielen.Should().HaveCount(2);
        view.Leerlingen.Select(l => l.Profiel).Should().Equal(0, 1, 0);
        foreach (var leerling in view.Leerlingen)
        {
            var alone = await school.SendAsync(new GetEffectiveLeerplan(school.Id, new AccountId(leerling.LeerlingId), null));
            alone.Value.Profielen[0].Should().BeEquivalentTo(view.Profielen[leerling.Profiel]);
        }
    }

    [Fact]
    public async Task A_thousand_pupils_take_as_many_statements_as_one()
    {
        const int Many = 1_000;
        await using var school = await CreateAsync(Many);
        await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief);
        await school.DeactivateAsync(Leerplanbereik.Of(school.Cluster), Havo3Inactief);
        foreach (var leerling in school.Leerlingen.Take(20))
        {
            await school.ActivateAsync(Leerplanbereik.Of(leerling), Havo3Inactief);
        }

        var one = await school.Statements.CountAsync(() => AskAsync(1));
        var many = await school.Statements.CountAsync(() => AskAsync(Many));

        one.Should().BeInRange(5, 20, "it counts what it should count");
        many.Should().Be(one);

        async Task AskAsync(int count)
        {
            var view = await school.SendAsync(
                new BatchGetEffectiveLeerplannen(school.Id, [.. school.Leerlingen.Take(count)], null));
            view.Value.Leerlingen.Should().HaveCount(count);
        }
    }

    [Fact]
    public async Task What_is_for_an_opleiding_that_the_catalogue_dropped_has_no_effect()
    {
        await using var school = await CreateAsync();
        await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief);
        await school.Database.ExecuteAsync("UPDATE Leerplannen_Leerplan SET Opleiding = 'MULO';");
        await school.Database.ExecuteAsync("UPDATE Leerlingen_Leerling SET Opleiding = 'MULO';");

        var view = await school.SendAsync(new GetEffectiveLeerplan(school.Id, school.Leerlingen[0], null));
        var list = await school.SendAsync(new ListLeerplannen(school.Id, null, [], new PageRequest(50, null)));
        var overname = await school.SendAsync(new CarryOverLeerplannen(
            school.Id, Jaar, Schooljaar.Hydrate(2027), [Leerplansoort.Doelgroep], null, ValidateOnly: false));

        view.Value.Leerlingen.Single().Belemmeringen.Should().Equal(Startbelemmering.GeenDoelgroep);
        list.Value.Items.Should().BeEmpty();
        overname.Value.Overnames.Should().Equal(new Overname(Leerplansoort.Doelgroep, 0, 0, 1));
    }

    [Fact]
    public async Task A_pupil_of_another_school_is_not_found()
    {
        await using var school = await CreateAsync();
        var other = await school.Database.RegisterSchoolAsync("99AC");

        var one = await school.SendAsync(new GetEffectiveLeerplan(other, school.Leerlingen[0], null));
        var many = await school.SendAsync(new BatchGetEffectiveLeerplannen(other, school.Leerlingen, null));

        one.Error!.Code.Should().Be("LEERLING_ONBEKEND");
        many.Value.Leerlingen.Should().BeEmpty();
        many.Value.NietGevonden.Should().HaveCount(school.Leerlingen.Count);
    }

    [Fact]
    public async Task Who_has_no_doelgroep_or_an_archived_account_cannot_start_and_hears_why()
    {
        await using var school = await CreateAsync();
        await school.Database.ExecuteAsync(
            "UPDATE Leerlingen_Leerling SET Opleiding = NULL, DoelgroepLeerjaar = NULL WHERE UwlrKey = 'key-0'");
        await school.Database.ExecuteAsync("UPDATE Leerlingen_Leerling SET Status = 1 WHERE UwlrKey = 'key-1'");

        var view = (await school.SendAsync(new BatchGetEffectiveLeerplannen(school.Id, school.Leerlingen, null))).Value;
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[0]), Havo3Inactief);
        var daarna = (await school.SendAsync(new GetEffectiveLeerplan(school.Id, school.Leerlingen[0], null))).Value;

        view.Leerlingen.Select(l => l.Belemmeringen.Select(b => b.Code).SingleOrDefault()).Should().Equal(
            "GEEN_DOELGROEP", "ACCOUNT_GEARCHIVEERD", null);
        daarna.Leerlingen[0].Belemmeringen.Should().BeEmpty("something is active, whoever said so");
    }
}
