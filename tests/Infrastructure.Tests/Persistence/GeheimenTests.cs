using System.Text;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

[SqliteOnly("keys are files; nothing is stored in the database")]
public sealed class GeheimenTests : IAsyncLifetime
{
    private const string Wachtwoord = "p@ss wörd;&<>%41";

    private readonly TestDatabase _database = TestDatabase.Create();
    private readonly SchoolId _school = SchoolId.New(TimeProvider.System);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public void A_secret_comes_back_as_it_was_and_cannot_be_read_on_its_way()
    {
        var encrypted = Geheimen().Protect(_school, new Geheim(Wachtwoord));

        Encoding.UTF8.GetString(encrypted).Should().NotContain(Wachtwoord);
        Geheimen().Unprotect(_school, encrypted).Value.Reveal().Should().Be(Wachtwoord);
    }

    [Fact]
    public void A_secret_is_there_for_another_process_with_the_same_keys()
    {
        var encrypted = Geheimen().Protect(_school, new Geheim(Wachtwoord));

        var other = _database.StartProcess().GetRequiredService<IGeheimen>();

        other.Unprotect(_school, encrypted).Value.Reveal().Should().Be(Wachtwoord);
    }

    [Fact]
    public void A_secret_of_one_school_cannot_be_read_for_another()
    {
        var other = SchoolId.New(TimeProvider.System);
        var encrypted = Geheimen().Protect(_school, new Geheim(Wachtwoord));

        Geheimen().Unprotect(other, encrypted).Error.Should().Be(new GeheimOnleesbaar(other));
    }

    [Fact]
    public void A_secret_of_which_the_keys_are_lost_cannot_be_read()
    {
        var encrypted = Geheimen().Protect(_school, new Geheim(Wachtwoord));
        Directory.Delete(_database.KeyFolder, recursive: true);

        var restarted = _database.StartProcess().GetRequiredService<IGeheimen>();

        restarted.Unprotect(_school, encrypted).Error.Should().Be(new GeheimOnleesbaar(_school));
    }

    [Fact]
    public void A_secret_that_was_changed_or_cut_off_cannot_be_read()
    {
        var encrypted = Geheimen().Protect(_school, new Geheim(Wachtwoord));
        byte[] changed = [.. encrypted[..^1], (byte)(encrypted[^1] ^ 1)];

        byte[][] broken = [changed, encrypted[..^1], encrypted[..10], [1, 2, 3], []];

        broken.Select(b => Geheimen().Unprotect(_school, b).Error).Should().AllBeEquivalentTo(
            new GeheimOnleesbaar(_school));
    }

    private IGeheimen Geheimen() => _database.Services.GetRequiredService<IGeheimen>();
}
