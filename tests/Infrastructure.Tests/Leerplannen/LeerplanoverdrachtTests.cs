using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Leerlingen.Samenvoegen;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Stores;
using static Kurve.Numo.Infrastructure.Tests.Leerplannen.Leerplanschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerplannen;

/// <summary>What a school said for one leerling goes along when that one is merged with another.</summary>
public sealed class LeerplanoverdrachtTests
{
    [Fact]
    public async Task The_leerplan_of_the_merged_one_is_that_of_the_one_that_stays_and_goes_back_when_that_is_undone()
    {
        await using var school = await CreateAsync();
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[1]), Havo3Inactief);

        var merged = await MergeAsync(school, 0, 1);
        var during = await school.EffectOnAsync(school.Leerlingen[0], Havo3Inactief);
        var undone = await UndoAsync(school, 1);

        merged.Value.Overdrachten.Should().Equal(new Overdracht(Overdracht.Leerplan, 1, 0));
        during.Actief.Should().BeTrue();
        undone.Error.Should().BeNull();
        (await school.EffectOnAsync(school.Leerlingen[0], Havo3Inactief)).Actief.Should().BeFalse();
        (await school.EffectOnAsync(school.Leerlingen[1], Havo3Inactief)).Actief.Should().BeTrue();
    }

    [Fact]
    public async Task Where_both_have_a_leerplan_each_keeps_its_own()
    {
        await using var school = await CreateAsync();
        await school.DeactivateAsync(Leerplanbereik.Of(school.Leerlingen[0]), Havo3Inactief);
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[0]), Havo3Inactief);
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[1]), Havo3Inactief);

        var merged = await MergeAsync(school, 0, 1);

        merged.Value.Overdrachten.Should().Equal(new Overdracht(Overdracht.Leerplan, 0, 1));
    }

    [Fact]
    public async Task A_leerplan_that_was_changed_after_the_merge_keeps_it_from_being_undone()
    {
        await using var school = await CreateAsync();
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[1]), Havo3Inactief);
        await MergeAsync(school, 0, 1);

        await school.DeactivateAsync(Leerplanbereik.Of(school.Leerlingen[0]), Havo3Inactief);

        (await UndoAsync(school, 1)).Error.Should().BeOfType<SamenvoegingAchterhaald>();
    }

    [Fact]
    public async Task Through_two_merges_it_goes_along_and_back_again()
    {
        await using var school = await CreateAsync();
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[2]), Havo3Inactief);
        await MergeAsync(school, 1, 2);
        await MergeAsync(school, 0, 1);
        var during = await school.EffectOnAsync(school.Leerlingen[0], Havo3Inactief);

        (await UndoAsync(school, 1)).Error.Should().BeNull();
        (await UndoAsync(school, 2)).Error.Should().BeNull();

        during.Actief.Should().BeTrue();
        (await school.EffectOnAsync(school.Leerlingen[2], Havo3Inactief)).Actief.Should().BeTrue();
    }

    [Fact]
    public async Task A_leerplan_of_a_leerling_that_was_merged_is_not_changed_and_the_field_is_named()
    {
        await using var school = await CreateAsync();
        var (blijft, vervalt) = (school.Leerlingen[0], school.Leerlingen[1]);
        await MergeAsync(school, 0, 1);

        var activated = await school.ActivateAsync(Leerplanbereik.Of(vervalt), Havo3Inactief);
        var deactivated = await school.DeactivateAsync(Leerplanbereik.Of(vervalt), Havo3Actief);
        var updated = await school.SendAsync(new UpdateLeerplan(
            school.Id, null, Leerplanbereik.Of(vervalt), new Dictionary<string, bool>(), null, null, null, ValidateOnly: false));
        var shown = await school.SendAsync(new GetLeerplan(school.Id, null, Leerplanbereik.Of(vervalt)));

        var refused = new AccountSamengevoegd(vervalt, blijft) { Field = "bereik.leerling_id" };
        activated.Error.Should().Be(refused);
        deactivated.Error.Should().Be(refused);
        updated.Error.Should().Be(refused with { Field = "leerplan.bereik.leerling_id" });
        shown.Error.Should().BeNull("it can still be looked at");
    }

    [Fact]
    public async Task A_merge_of_somebody_who_has_a_leerplan_of_that_year_again_is_refused_to_be_undone()
    {
        await using var school = await CreateAsync();
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[1]), Havo3Inactief);
        await MergeAsync(school, 0, 1);
        await school.Database.ExecuteAsync(
            """
            INSERT INTO Leerplannen_Leerplan (SchoolId, Id, Schooljaar, Soort, LeerlingId, Gewijzigd, Versie)
            SELECT SchoolId, @Id, Schooljaar, Soort, @VervaltId, Gewijzigd, 1
            FROM Leerplannen_Leerplan;
            """,
            new { Id = Guid.CreateVersion7(), VervaltId = school.Leerlingen[1] });

        (await UndoAsync(school, 1)).Error.Should().BeOfType<SamenvoegingAchterhaald>().Which.Field.Should().Be("leerling_id");
    }

    [Fact]
    public async Task A_leerplan_that_somebody_changes_while_it_goes_over_or_back_is_neither_lost_nor_moved()
    {
        await using var school = await CreateAsync();
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[1]), Havo3Inactief);
        await school.Database.ExecuteAsync(ChangeLeerplanOn("Leerplannen_Overdracht", "INSERT"));
        var merged = await MergeAsync(school, 0, 1);
        await school.Database.ExecuteAsync("DROP TRIGGER ChangeLeerplan;");
        await MergeAsync(school, 0, 1);
        await school.Database.ExecuteAsync(ChangeLeerplanOn("Leerlingen_Samenvoeging", "DELETE"));

        var undone = await UndoAsync(school, 1);

        merged.Error.Should().BeOfType<VersieGewijzigd>().Which.Field.Should().Be("vervalt_id");
        undone.Error.Should().BeOfType<VersieGewijzigd>().Which.Field.Should().Be("leerling_id");
        (await school.EffectOnAsync(school.Leerlingen[0], Havo3Inactief)).Actief.Should().BeTrue("it is still merged");
    }

    // Somebody else changes the leerplan after it was looked at and before it is moved.
    private static string ChangeLeerplanOn(string table, string statement) => TestStore.IsSqlServer
        ? $"""
            CREATE TRIGGER ChangeLeerplan ON {table} AFTER {statement} AS
            SET NOCOUNT ON;
            UPDATE Leerplannen_Leerplan SET Versie = Versie + 1;
            """
        : $"""
            CREATE TRIGGER ChangeLeerplan AFTER {statement} ON {table} BEGIN
            UPDATE Leerplannen_Leerplan SET Versie = Versie + 1;
            END;
            """;

    private static async Task<Result<SamenvoegingView<Application.Leerlingen.LeerlingView>>> MergeAsync(
        Leerplanschool school, int blijft, int vervalt) => await school.SendAsync(new MergeLeerlingen(
        school.Id, school.Leerlingen[blijft], school.Leerlingen[vervalt], null, null, OndanksVerschil: true, null, false));

    private static Task<Result<HersteldeSamenvoegingView<Application.Leerlingen.LeerlingView>>> UndoAsync(
        Leerplanschool school, int vervalt) => school.SendAsync(new UndoMergeLeerlingen(
        school.Id, school.Leerlingen[vervalt], null, ValidateOnly: false));
}
