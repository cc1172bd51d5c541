using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Domain.Wijzigingen;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>From the night that fails to the message that says so.</summary>
public sealed class NachtMisluktTests : IAsyncLifetime
{
    private static readonly DateOnly Nacht = new(2026, 9, 2);
    private static readonly Importfout Fout = new("BRON_ONBEREIKBAAR", "Magister is niet te bereiken.");

    private Berichtschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await Berichtschool.CreateAsync();
        await _school.TurnOnAsync();
        _school.School.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 2, 3, 30, 0, TimeSpan.Zero));
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task A_second_night_that_fails_is_told_with_why()
    {
        await AddNightAsync(-1, r => r.GiveUp(Fout, r.Gevraagd));
        await FailNightAsync();

        await Berichtschool.DeliverAsync(_school.StartProcess());

        var digest = _school.Mail.Arrived.Should().ContainSingle().Subject.Digest;
        digest.Onderwerp.Should().Contain("de nachtelijke import").And.Contain("mislukt");
        digest.Tekst.Should().Contain("2026-09-02").And.Contain("INTERNE_FOUT").And.Contain("nachten 2")
            .And.Contain("Kurve kijkt ernaar");
    }

    [Fact]
    public async Task A_first_night_that_fails_is_not_told()
    {
        await AddNightAsync(-1, r => r.End(Rondeuitkomst.NietsNieuws, r.Gevraagd));
        await FailNightAsync();

        (await _school.ListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_night_that_fails_after_one_that_was_told_is_told_again_only_after_a_week()
    {
        await AddNightAsync(-1, r => r.GiveUp(Fout, r.Gevraagd));
        var process = _school.StartProcess();
        for (var day = 0; day <= Verteld.Herhaling + 1; day++)
        {
            await FailNightAsync(day);
            await Berichtschool.DeliverAsync(process);
        }

        _school.Mail.Arrived.Select(z => z.Digest.Aanleidingen.Single().Onderwerp).Should().Equal("2026-09-02", "2026-09-09");
    }

    [Fact]
    public async Task A_school_that_turns_messages_on_during_an_outage_is_told_of_the_first_night_that_fails_after_that()
    {
        await _school.SetAsync(new Berichtwijziging(false, null, null, null, null));
        await AddNightAsync(-2, r => r.GiveUp(Fout, r.Gevraagd));
        await AddNightAsync(-1, r => r.GiveUp(Fout, r.Gevraagd));
        await FailNightAsync();
        await _school.TurnOnAsync();

        await FailNightAsync(1);

        (await _school.ListAsync()).Single().Aanleidingen.Single().Tellingen.Should().Equal(new Berichttelling("nachten", 4));
    }

    [Fact]
    public async Task A_new_outage_is_told_although_the_one_before_was_told_the_same_week()
    {
        await AddNightAsync(-1, r => r.GiveUp(Fout, r.Gevraagd));
        var process = _school.StartProcess();
        await FailNightAsync();
        await Berichtschool.DeliverAsync(process);
        await AddNightAsync(1, r => r.End(Rondeuitkomst.NietsNieuws, r.Gevraagd));
        await AddNightAsync(2, r => r.GiveUp(Fout, r.Gevraagd));

        await FailNightAsync(3);
        await Berichtschool.DeliverAsync(process);

        _school.Mail.Arrived.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_night_that_was_refused_counts_unless_the_school_wanted_that()
    {
        await AddNightAsync(-2, r => r.GiveUp(Fout, r.Gevraagd));
        await AddNightAsync(-1, r => r.Refuse(new("IMPORT_GEPAUZEERD", "Pauze."), Actiehouder.School, r.Gevraagd));
        await FailNightAsync();
        (await _school.ListAsync()).Should().BeEmpty("the pause was wanted");
        await _school.School.Database.ExecuteAsync("UPDATE Synchronisatie_Ronde SET FoutCode = 'POORTEN_OPEN' WHERE Uitkomst = 5;");

        (await CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task When_the_sync_works_again_before_the_message_goes_it_is_not_sent()
    {
        await AddNightAsync(-1, r => r.GiveUp(Fout, r.Gevraagd));
        await FailNightAsync();
        await AddNightAsync(0, r => r.End(Rondeuitkomst.Toegepast, r.Gevraagd), volgnummer: 1);

        await Berichtschool.DeliverAsync(_school.StartProcess());

        _school.Mail.Tries.Should().Be(0);
        (await _school.ListAsync()).Single().Staat.Should().Be(Berichtstaat.Vervallen);
    }

    private async Task<int> CountAsync()
    {
        await using var scope = _school.StartProcess().CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IMislukteNachten>().FindBeforeAsync(
            _school.School.Id, Nacht, default)).Aantal;
    }

    /// <summary>The ronde of a night, some days from the first, has taken its process with it so often that it is given up.</summary>
    private async Task FailNightAsync(int days = 0)
    {
        _school.School.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 2, 3, 30, 0, TimeSpan.Zero).AddDays(days));
        await AddNightAsync(days, r => r with { Pogingen = Ronde.MeesteBeginnen });
        (await _school.School.SendAsync(new SyncSchool(_school.School.Id))).Value.Uitkomst.Should().Be(Rondeuitkomst.Mislukt);
    }

    private async Task AddNightAsync(int days, Func<Ronde, Ronde> change, int volgnummer = 0)
    {
        var moment = new DateTimeOffset(2026, 9, 2, 2, volgnummer, 0, TimeSpan.Zero).AddDays(days);
        var ronde = Ronde.VanNacht(_school.School.Id, Nacht.AddDays(days), moment, "numo-sync") with { Volgnummer = volgnummer };
        await using var scope = _school.StartProcess().CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<IRondeRepository>().AddAsync(change(ronde), default)).Should().BeTrue();
    }
}
