using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Leerlingen.Samenvoegen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
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

    private static async Task<Result<SamenvoegingView<Application.Leerlingen.LeerlingView>>> MergeAsync(
        Leerplanschool school, int blijft, int vervalt) => await school.SendAsync(new MergeLeerlingen(
        school.Id, school.Leerlingen[blijft], school.Leerlingen[vervalt], null, null, OndanksVerschil: true, null, false));

    private static Task<Result<HersteldeSamenvoegingView<Application.Leerlingen.LeerlingView>>> UndoAsync(
        Leerplanschool school, int vervalt) => school.SendAsync(new UndoMergeLeerlingen(
        school.Id, school.Leerlingen[vervalt], null, ValidateOnly: false));
}
