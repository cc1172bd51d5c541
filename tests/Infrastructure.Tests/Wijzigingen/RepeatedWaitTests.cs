using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Wijzigingen;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>Each night replaces the run that waits by one that says the same: that is no news.</summary>
public sealed class RepeatedWaitTests : IAsyncLifetime
{
    private static readonly Berichtfout Weg = new("MAIL_ONBEREIKBAAR", "Weg.");

    private Berichtschool _school = null!;
    private ServiceProvider _process = null!;

    public async Task InitializeAsync()
    {
        _school = await Berichtschool.CreateAsync();
        await _school.TurnOnAsync();
        _process = _school.StartProcess();
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task A_run_that_waits_each_day_is_told_once_and_again_after_a_week()
    {
        var first = await _school.MakeWaitAsync();
        await Berichtschool.DeliverAsync(_process);
        for (var day = 1; day < Verteld.Herhaling; day++)
        {
            await WaitAgainTomorrowAsync();
        }

        _school.Mail.Arrived.Should().ContainSingle();
        (await _school.ListAsync()).Should().ContainSingle("what is no news is no message");

        var reminder = await WaitAgainTomorrowAsync();
        await WaitAgainTomorrowAsync();

        _school.Mail.Arrived.Select(z => z.Digest.Aanleidingen.Single().Onderwerp).Should().Equal(
            first.Id.ToString(), reminder.Id.ToString());
    }

    [Fact]
    public async Task A_run_that_waits_with_another_plan_is_news()
    {
        await _school.MakeWaitAsync();
        await Berichtschool.DeliverAsync(_process);
        _school.School.Leerlingen.RemoveAt(0);

        await WaitAgainTomorrowAsync();

        _school.Mail.Arrived.Should().HaveCount(2);
    }

    [Fact]
    public async Task The_same_plan_is_news_when_there_was_a_day_without_it()
    {
        var gone = _school.School.Leerlingen.Take(12).ToList();
        await _school.MakeWaitAsync();
        await Berichtschool.DeliverAsync(_process);
        _school.School.Leerlingen.InsertRange(0, gone);
        _school.School.Clock.Advance(TimeSpan.FromDays(1));
        (await _school.School.PreviewAsync()).State.Should().Be(ImportState.Vergeleken);
        _school.School.Leerlingen.RemoveRange(0, 12);

        await WaitAgainTomorrowAsync();

        _school.Mail.Arrived.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_run_whose_message_never_arrived_is_told_once_when_the_address_works_again()
    {
        _school.Mail.Fout = Weg;
        await _school.MakeWaitAsync();
        await Berichtschool.DeliverAsync(_process);
        await WaitAgainTomorrowAsync();
        _school.Mail.Fout = null;

        var told = await WaitAgainTomorrowAsync();
        await WaitAgainTomorrowAsync();

        _school.Mail.Arrived.Should().ContainSingle()
            .Which.Digest.Aanleidingen.Single().Onderwerp.Should().Be(told.Id.ToString());
    }

    [Fact]
    public async Task A_run_that_waits_again_while_the_one_before_is_sent_is_no_news()
    {
        await _school.MakeWaitAsync();
        ImportRunView? second = null;
        _school.Mail.WhileSending = async () => second ??= await WaitAgainAsync();
        await Berichtschool.DeliverAsync(_process);

        await WaitAgainTomorrowAsync();
        await WaitAgainTomorrowAsync();

        second.Should().NotBeNull();
        _school.Mail.Arrived.Should().ContainSingle();
    }

    [Fact]
    public async Task An_address_that_is_new_is_told_what_waits_and_the_others_are_not_told_again()
    {
        await _school.MakeWaitAsync();
        await Berichtschool.DeliverAsync(_process);
        await _school.SetAsync(new Berichtwijziging(null, null, [Berichtschool.Adres, "nieuw@school.example"], null, null));

        await WaitAgainTomorrowAsync();

        _school.Mail.Arrived.Select(z => z.Adres).Should().Equal(Berichtschool.Adres, "nieuw@school.example");
    }

    private async Task<ImportRunView> WaitAgainTomorrowAsync()
    {
        _school.School.Clock.Advance(TimeSpan.FromDays(1));
        var run = await WaitAgainAsync();
        await Berichtschool.DeliverAsync(_process);
        return run;
    }

    private async Task<ImportRunView> WaitAgainAsync()
    {
        _school.School.Clock.Advance(TimeSpan.FromSeconds(1));
        var run = await _school.School.PreviewAsync();
        run.State.Should().Be(ImportState.Wachtend);
        return run;
    }
}
