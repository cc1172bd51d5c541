using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Wijzigingen;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>Taking an address away and giving it back is no way to more than one message a day.</summary>
public sealed class ReturningAddressTests : IAsyncLifetime
{
    private const string Ander = "ander@school.example";

    private Berichtschool _school = null!;
    private ServiceProvider _process = null!;

    public async Task InitializeAsync()
    {
        _school = await Berichtschool.CreateAsync();
        await _school.TurnOnAsync();
        _process = _school.StartProcess();
        await _school.MakeWaitAsync();
        await Berichtschool.DeliverAsync(_process);
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task An_address_that_comes_back_the_same_day_gets_no_second_message_that_day()
    {
        await SetAsync(Ander);
        (await _school.GetAsync()).Adressen.Select(a => a.Adres).Should().Equal(Ander);
        await SetAsync(Berichtschool.Adres);
        await _school.MakeWaitAsync();

        await Berichtschool.DeliverAsync(_process);
        _school.Mail.Arrived.Should().ContainSingle();
        _school.School.Clock.Advance(TimeSpan.FromHours(15));
        await Berichtschool.DeliverAsync(_process);

        _school.Mail.Arrived.Select(z => z.Adres).Should().Equal(Berichtschool.Adres, Berichtschool.Adres);
    }

    [Fact]
    public async Task An_address_in_letters_of_another_case_is_the_same_one()
    {
        await SetAsync("Beheer@School.example");
        await _school.MakeWaitAsync();

        await Berichtschool.DeliverAsync(_process);

        _school.Mail.Arrived.Should().ContainSingle();
        var adres = (await _school.GetAsync()).Adressen.Single();
        (adres.Adres, adres.LaatsteDag).Should().Be(("Beheer@School.example", new DateOnly(2026, 9, 1)));
    }

    [Fact]
    public async Task An_address_that_was_taken_away_is_forgotten_after_its_day()
    {
        await SetAsync(Ander);
        (await CountAsync()).Should().Be(2);
        _school.School.Clock.Advance(TimeSpan.FromDays(1));

        await SetAsync(Ander);

        (await CountAsync()).Should().Be(1);
        (await _school.School.Database.QueryAsync<int>("SELECT COUNT(*) FROM Wijzigingen_Verteld;")).Should().Equal(0);
    }

    [Fact]
    public async Task A_school_sends_ten_tests_a_day_and_is_told_when_it_may_again()
    {
        for (var test = 0; test < Berichtinstelling.MeesteTests; test++)
        {
            (await TestAsync()).Error.Should().BeNull();
        }

        (await TestAsync()).Error.Should().BeOfType<TestberichtenOp>()
            .Which.Vanaf.Should().Be(new DateTimeOffset(2026, 9, 1, 22, 0, 0, TimeSpan.Zero), "that is midnight by the Dutch clock");
        _school.School.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 1, 22, 0, 0, TimeSpan.Zero));
        (await TestAsync()).Error.Should().BeNull();
    }

    private async Task<Domain.Shared.Result<IReadOnlyList<Testuitslag>>> TestAsync()
    {
        _school.School.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var scope = _process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MediatR.ISender>().Send(new TestBericht(_school.School.Id));
    }

    private async Task SetAsync(params string[] adressen) =>
        (await _school.SetAsync(new Berichtwijziging(null, null, adressen, null, null))).Error.Should().BeNull();

    private async Task<int> CountAsync() =>
        (await _school.School.Database.QueryAsync<int>("SELECT COUNT(*) FROM Wijzigingen_Adres;"))[0];
}
