using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>Of two who change one layout at once, one is told so, whatever both had read.</summary>
public sealed class KolomindelingRepositoryTests : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.Create();
    private Kolomindeling _first = null!;

    public async Task InitializeAsync()
    {
        _first = new Kolomindeling
        {
            SchoolId = await _database.RegisterSchoolAsync(),
            Naam = "Eigen",
            Preset = Csvpreset.Numo,
            Kolommen = [],
            Door = "test",
            Gewijzigd = new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero),
            Versie = 1,
        };
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Two_who_add_or_change_the_same_version_do_not_lose_the_change_of_one()
    {
        (await UseAsync(layouts => layouts.SaveAsync(_first, default))).Should().BeTrue();
        (await UseAsync(layouts => layouts.SaveAsync(_first with { Door = "ander" }, default))).Should().BeFalse();
        (await UseAsync(layouts => layouts.SaveAsync(_first with { Versie = 2, Door = "een" }, default))).Should().BeTrue();
        (await UseAsync(layouts => layouts.SaveAsync(_first with { Versie = 2, Door = "twee" }, default))).Should().BeFalse();

        (await UseAsync(layouts => layouts.FindAsync(_first.SchoolId, "Eigen", default)))!.Door.Should().Be("een");
    }

    [Fact]
    public async Task One_that_was_changed_meanwhile_is_not_taken_away()
    {
        await UseAsync(layouts => layouts.SaveAsync(_first, default));
        await UseAsync(layouts => layouts.SaveAsync(_first with { Versie = 2 }, default));

        (await UseAsync(layouts => layouts.DeleteAsync(_first, default))).Should().BeFalse();

        (await UseAsync(layouts => layouts.DeleteAsync(_first with { Versie = 2 }, default))).Should().BeTrue();
    }

    private async Task<T> UseAsync<T>(Func<IKolomindelingRepository, Task<T>> use)
    {
        await using var scope = _database.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<IKolomindelingRepository>());
    }
}
