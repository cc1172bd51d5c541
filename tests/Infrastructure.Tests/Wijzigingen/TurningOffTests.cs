using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>What a school does not want to hear of any more lapses at once; what happens afterwards is told.</summary>
public sealed class TurningOffTests : IAsyncLifetime
{
    private static readonly Aanleiding Mislukt = new(
        Berichtsoort.NachtMislukt, "2026-09-01", new DateTimeOffset(2026, 9, 1, 4, 0, 0, TimeSpan.Zero), [], [], "KURVE");

    private Berichtschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await Berichtschool.CreateAsync();
        await _school.TurnOnAsync();
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task A_kind_that_was_turned_off_lapses_at_once_and_is_not_told()
    {
        await _school.MakeWaitAsync();

        await ChooseAsync(Berichtsoort.NachtMislukt);

        (await _school.ListAsync()).Single().Staat.Should().Be(Berichtstaat.Vervallen);
        await Berichtschool.DeliverAsync(_school.StartProcess());
        _school.Mail.Tries.Should().Be(0);
    }

    [Fact]
    public async Task Of_a_message_of_two_kinds_the_one_that_stays_is_kept()
    {
        await _school.MakeWaitAsync();
        await _school.AddAsync(Mislukt);

        await ChooseAsync(Berichtsoort.NachtMislukt);

        var open = (await _school.ListAsync()).Single();
        open.Staat.Should().Be(Berichtstaat.Verzamelt);
        open.Aanleidingen.Select(a => a.Soort).Should().Equal(Berichtsoort.NachtMislukt);
    }

    [Fact]
    public async Task A_kind_that_is_turned_off_while_its_message_is_stored_is_not_told()
    {
        await _school.MakeWaitAsync();
        await _school.School.Database.ExecuteAsync("UPDATE Wijzigingen_Instelling SET Soorten = 2;");

        await Berichtschool.DeliverAsync(_school.StartProcess());

        _school.Mail.Tries.Should().Be(0);
    }

    [Fact]
    public async Task A_school_that_turns_messages_on_again_is_told_what_waits_from_then_on()
    {
        await _school.MakeWaitAsync();
        await _school.SetAsync(new Berichtwijziging(false, null, null, null, null));
        await _school.TurnOnAsync();
        var run = await _school.MakeWaitAsync();

        await Berichtschool.DeliverAsync(_school.StartProcess());

        _school.Mail.Arrived.Should().ContainSingle()
            .Which.Digest.Aanleidingen.Single().Onderwerp.Should().Be(run.Id.ToString());
    }

    private async Task ChooseAsync(params Berichtsoort[] soorten) =>
        (await _school.SetAsync(new Berichtwijziging(null, soorten, null, null, null))).Error.Should().BeNull();
}
