using Kurve.Numo.Application.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Shared;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Kurve.Numo.Application.Tests.Importeren;

public sealed class BeleidwachtTests
{
    private static readonly SchoolId School = new(Guid.CreateVersion7());
    private static readonly Importpauze Zomer = new(new DateOnly(2026, 7, 10), new DateOnly(2026, 8, 23), "Zomer");

    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData("2026-07-09T21:59:59Z", true, "in the Netherlands it is still 9 July")]
    [InlineData("2026-07-09T22:00:00Z", false, "in the Netherlands it is 10 July")]
    [InlineData("2026-08-23T21:59:59Z", false, "in the Netherlands it is still 23 August")]
    [InlineData("2026-08-23T22:00:00Z", true, "the pause ends by itself")]
    public async Task A_pause_follows_the_days_of_the_Netherlands(string now, bool allowed, string because)
    {
        _clock.SetUtcNow(DateTimeOffset.Parse(now, null));

        (await CheckAsync()).IsOk.Should().Be(allowed, because);
    }

    [Fact]
    public async Task A_refusal_says_until_when_and_why()
    {
        _clock.SetUtcNow(new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero));

        var error = (await CheckAsync()).Error!;

        error.Code.Should().Be("IMPORT_GEPAUZEERD");
        error.Tekst.Should().Contain("23-8-2026").And.Contain("Zomer");
        error.Message.Should().Contain("2026-08-23");
    }

    private Task<Result<Importmodus>> CheckAsync()
    {
        var repository = Substitute.For<IImportbeleidRepository>();
        repository.GetAsync(School, default).Returns(ImportBeleid.Standaard(School) with { Pauze = Zomer });
        return new Beleidwacht(repository, _clock).CheckAsync(School, CancellationToken.None);
    }
}
