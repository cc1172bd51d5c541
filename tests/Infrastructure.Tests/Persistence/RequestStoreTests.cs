using System.Text;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

public sealed class RequestStoreTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly TestDatabase _database = TestDatabase.Create();
    private ServiceProvider _process = null!;
    private SchoolId _school;

    public async Task InitializeAsync()
    {
        _process = StartProcess();
        _school = await _database.RegisterSchoolAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_repeated_change_of_somebody_gets_the_first_answer_and_the_database_shows_no_name()
    {
        await _database.ApplyAsync(_school, TestDatabase.Nieuw(
            0, new LeerlingGegevens { UwlrKey = "1", Achternaam = "Zeldzaam" }));
        var leerling = (await _database.LoadAsync(_school)).Leerlingen.Single();
        var request = new UpdateLeerling(
            _school,
            leerling.Id,
            new Bewerking<LeerlingGegevens>(new() { Roepnaam = "Uniek" }, Veld.Roepnaam, Veld.Geen, NietVergrendelen: false),
            null,
            Guid.CreateVersion7(),
            ValidateOnly: false);

        var first = (await _process.SendAsync(request)).Value;
        var again = (await _process.SendAsync(request)).Value;

        AnswerJson.Write(again, typeof(LeerlingView)).Should().Equal(AnswerJson.Write(first, typeof(LeerlingView)));
        var stored = (await _database.QueryAsync<byte[]>("SELECT Antwoord FROM Shared_Verzoek;")).Single();
        Encoding.UTF8.GetString(stored).Should().NotContain("Zeldzaam").And.NotContain("Uniek");
    }

    [Fact]
    public async Task An_answer_is_remembered_for_seven_days()
    {
        var request = new CloseSchool(_school, Guid.CreateVersion7());
        await _process.SendAsync(request);

        _clock.Advance(StoredAnswer.Termijn - TimeSpan.FromMinutes(1));
        (await RemoveOldAsync()).Should().Be(0);
        _clock.Advance(TimeSpan.FromMinutes(2));

        (await RemoveOldAsync()).Should().Be(1);
        (await _database.QueryAsync<long>("SELECT COUNT(*) FROM Shared_Verzoek;")).Should().Equal(0);
    }

    [Fact]
    public async Task An_answer_of_which_the_keys_are_gone_is_not_given_and_the_request_not_done_again()
    {
        var request = new CloseSchool(_school, Guid.CreateVersion7());
        await _process.SendAsync(request);
        var other = StartProcess(services => services.AddSingleton<IDataProtectionProvider>(
            new EphemeralDataProtectionProvider()));

        (await other.SendAsync(request)).Error.Should().BeOfType<AntwoordOnleesbaar>();
    }

    [Fact]
    public async Task An_answer_of_before_they_were_encrypted_is_still_given()
    {
        var request = new CloseSchool(_school, Guid.CreateVersion7());
        var first = (await _process.SendAsync(request)).Value;
        await _database.ExecuteAsync(
            "UPDATE Shared_Verzoek SET Antwoord = @Antwoord;", new { Antwoord = AnswerJson.Write(first, typeof(SchoolView)) });

        (await _process.SendAsync(request)).Value.Should().BeEquivalentTo(first);
    }

    private ServiceProvider StartProcess(Action<IServiceCollection>? replace = null) => _database.StartProcess(services =>
    {
        services.AddSingleton<TimeProvider>(_clock);
        replace?.Invoke(services);
    });

    private async Task<int> RemoveOldAsync()
    {
        await using var scope = _process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IRequestStore>()
            .RemoveBeforeAsync(_clock.GetUtcNow() - StoredAnswer.Termijn, default);
    }
}
