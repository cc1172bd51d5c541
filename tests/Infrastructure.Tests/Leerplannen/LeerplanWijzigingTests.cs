using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Infrastructure.Tests.Leerplannen.Leerplanschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerplannen;

public sealed class LeerplanWijzigingTests
{
    [Fact]
    public async Task The_answer_tells_how_many_pupils_are_touched_and_how_many_get_another_leerplan()
    {
        await using var school = await CreateAsync(5);
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[0]), Havo3Inactief);

        var wijziging = (await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief)).Value;
        var cluster = (await school.DeactivateAsync(Leerplanbereik.Of(school.Cluster), Havo3Inactief)).Value;

        (wijziging.AantalLeerlingen, wijziging.AantalGewijzigd).Should().Be((5, 4), "one had it already");
        wijziging.Vaardigheden.Should().Equal(Havo3Inactief);
        wijziging.Leerplan.ActieveVaardigheden.Should().Contain(Havo3Inactief);
        (cluster.AantalLeerlingen, cluster.AantalGewijzigd).Should().Be((2, 2));
    }

    [Fact]
    public async Task Only_asking_changes_nothing_and_says_the_same()
    {
        await using var school = await CreateAsync();

        var gevraagd = await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief, validateOnly: true);
        var tussen = await school.EffectOnAsync(school.Leerlingen[0], Havo3Inactief);
        var gedaan = await school.ActivateAsync(Leerplanbereik.Of(school.Havo3), Havo3Inactief);

        tussen.Actief.Should().BeFalse();
        gevraagd.Value.Should().BeEquivalentTo(gedaan.Value);
    }

    [Fact]
    public async Task A_change_is_audited_with_the_number_of_pupils_and_a_repeated_one_gets_the_first_answer()
    {
        await using var school = await CreateAsync();
        var request = new ActivateVaardigheden(
            school.Id, null, Leerplanbereik.Of(school.Havo3), [Havo3Inactief], MetVoorwaarden: true, null,
            Guid.CreateVersion7(), ValidateOnly: false);

        var first = await school.SendAsync(request);
        var second = await school.SendAsync(request);

        second.Value.Should().BeEquivalentTo(first.Value);
        (await school.Database.QueryAsync<long>(
            "SELECT Aantal FROM Privacy_Audit WHERE Actie = 'ActivateVaardigheden'")).Should().Equal(3);
    }

    [Fact]
    public async Task Another_request_with_the_same_id_is_refused()
    {
        await using var school = await CreateAsync();
        var request = new ActivateVaardigheden(
            school.Id, null, Leerplanbereik.Of(school.Stamgroep), [Havo3Inactief], MetVoorwaarden: true, null,
            Guid.CreateVersion7(), ValidateOnly: false);

        await school.SendAsync(request);
        var other = await school.SendAsync(request with { Bereik = Leerplanbereik.Of(school.Cluster) });

        other.Error!.Code.Should().Be("REQUEST_ID_HERGEBRUIKT");
    }

    [Fact]
    public async Task Who_saw_an_older_version_is_told_to_look_again()
    {
        await using var school = await CreateAsync();
        var bereik = Leerplanbereik.Of(school.Havo3);
        var leeg = (await school.SendAsync(new GetLeerplan(school.Id, null, bereik))).Value;

        var eerste = await school.ActivateAsync(bereik, Havo3Inactief, etag: Etags.Of(leeg.Versie));
        var tweede = await school.ActivateAsync(bereik, "NL.LEZEN.4F.02", etag: Etags.Of(leeg.Versie));

        eerste.IsOk.Should().BeTrue();
        tweede.Error!.Code.Should().Be("VERSIE_GEWIJZIGD");
        (await school.ActivateAsync(bereik, "NL.LEZEN.4F.02", etag: Etags.Of(eerste.Value.Leerplan.Versie)))
            .Value.Leerplan.Versie.Should().Be(2);
    }

    [Fact]
    public async Task Voorwaarden_are_checked_for_every_doelgroep_in_a_groep()
    {
        await using var school = await CreateAsync();
        await school.Database.ExecuteAsync(
            "UPDATE Leerlingen_Leerling SET Opleiding = 'VMBO_BB', DoelgroepLeerjaar = 1 WHERE UwlrKey = 'key-0'");

        var refused = await school.SendAsync(new ActivateVaardigheden(
            school.Id, null, Leerplanbereik.Of(school.Stamgroep), [Havo3Inactief], MetVoorwaarden: false, null, null, false));
        var done = await school.ActivateAsync(Leerplanbereik.Of(school.Stamgroep), Havo3Inactief);

        refused.Error.Should().BeOfType<VoorwaardenNietActief>().Which.Errors.Should().Equal(
            new VoorwaardeOntbreekt(Havo3Inactief, "NL.LEZEN.3F.01"));
        done.Value.Vaardigheden.Should().Equal("NL.LEZEN.2F.01", "NL.LEZEN.3F.01", Havo3Inactief);
        (await school.EffectOnAsync(school.Leerlingen[0], Havo3Inactief)).InactieveVoorwaarden.Should().BeEmpty();
    }

    [Fact]
    public async Task A_groep_or_leerling_of_another_school_is_not_found()
    {
        await using var school = await CreateAsync();
        var other = await school.Database.RegisterSchoolAsync("99AC");

        foreach (var bereik in new[] { Leerplanbereik.Of(school.Stamgroep), Leerplanbereik.Of(school.Leerlingen[0]) })
        {
            var refused = await school.SendAsync(
                new ActivateVaardigheden(other, null, bereik, [Havo3Inactief], MetVoorwaarden: true, null, null, false));

            refused.Error!.Kind.Should().Be(ErrorKind.NotFound);
        }
    }

    [Fact]
    public async Task A_leerplan_is_replaced_and_what_is_left_out_is_left_to_the_level_above()
    {
        await using var school = await CreateAsync();
        var bereik = Leerplanbereik.Of(school.Leerlingen[0]);
        await school.ActivateAsync(bereik, Havo3Inactief);

        var updated = await school.SendAsync(new UpdateLeerplan(
            school.Id,
            null,
            bereik,
            new Dictionary<string, bool>(),
            new Dictionary<Vak, Niveau> { [Vak.Rekenen] = Niveau.F2 },
            Etag: null,
            RequestId: null,
            ValidateOnly: false));
        var view = (await school.SendAsync(new GetEffectiveLeerplan(school.Id, school.Leerlingen[0], null))).Value;

        updated.Value.Vaardigheden.Should().Equal(Havo3Inactief);
        (await school.EffectOnAsync(school.Leerlingen[0], Havo3Inactief)).Actief.Should().BeFalse();
        view.Profielen[0].Streefniveaus.Single(s => s.Vak == Vak.Rekenen).Uitspraken.Select(u => u.Waarde)
            .Should().Equal(Niveau.F3, Niveau.F2);
    }

    [Fact]
    public async Task Leerplannen_are_listed_page_by_page_doelgroepen_first()
    {
        await using var school = await CreateAsync();
        await school.ActivateAsync(Leerplanbereik.Of(school.Leerlingen[1]), Havo3Inactief);
        await school.ActivateAsync(Leerplanbereik.Of(school.Cluster), Havo3Inactief);
        await school.Database.ExecuteAsync(
            "UPDATE Leerlingen_Leerling SET Opleiding = 'PRO', DoelgroepLeerjaar = 2 WHERE UwlrKey = 'key-2'");

        var found = new List<LeerplanView>();
        string? after = null;
        do
        {
            var page = await school.SendAsync(new ListLeerplannen(school.Id, null, [], new PageRequest(1, after)));
            found.AddRange(page.Value.Items);
            after = page.Value.Next;
        }
        while (after is not null);

        found.Select(l => (l.Soort, l.Naam, l.AantalLeerlingen)).Should().Equal(
            (Leerplansoort.Doelgroep, "praktijkonderwijs 2", 1),
            (Leerplansoort.Doelgroep, "havo 3", 2),
            (Leerplansoort.Groep, "en1", 1),
            (Leerplansoort.Leerling, "", 1));
        found[1].ActieveVaardigheden.Should().Contain(Havo3Actief);
        found[1].EffectieveStreefniveaus.Should().Contain(new StreefniveauView(Vak.Engels, Niveau.B2));
    }
}
