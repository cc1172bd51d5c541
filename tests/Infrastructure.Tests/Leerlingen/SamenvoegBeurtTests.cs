using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

/// <summary>A merge and an apply at once, of which a gate decides who gets the turn to write first.</summary>
public sealed class SamenvoegBeurtTests : IAsyncLifetime
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly WriteGate _gate = new();
    private Keuzeschool _school = null!;
    private AccountId _blijft;
    private AccountId _vervalt;
    private ServiceProvider _late = null!;

    public async Task InitializeAsync()
    {
        _school = await Keuzeschool.CreateAsync();
        (_blijft, _vervalt) = await _school.ImportTwiceAsync();
        _school.Leerlingen[0] = _school.Leerlingen[0] with { Leerjaar = 2 };
        _late = _school.StartProcess(_gate.Close);
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task A_merge_that_comes_first_makes_the_plan_old_that_is_being_applied()
    {
        var run = await _school.PreviewAsync();
        var applying = _late.SendAsync(_school.Apply(run));
        await _gate.Waiting.WaitAsync(Deadline);

        var merged = await _school.MergeAsync(_blijft, _vervalt).WaitAsync(Deadline);
        _gate.Open();
        var applied = await applying.WaitAsync(Deadline);

        merged.Error.Should().BeNull();
        applied.Error.Should().BeOfType<StandGewijzigd>();
        await ShouldBeMergedInAsync(leerjaar: 1);
    }

    [Fact]
    public async Task A_merge_that_comes_second_merges_the_accounts_as_the_import_left_them()
    {
        var run = await _school.PreviewAsync();
        var merging = _late.SendAsync(_school.Merge(_blijft, _vervalt) with { OndanksVerschil = true });
        await _gate.Waiting.WaitAsync(Deadline);

        var applied = await _school.ApplyAsync(run).WaitAsync(Deadline);
        _gate.Open();
        var merged = await merging.WaitAsync(Deadline);

        applied.Error.Should().BeNull();
        merged.Error.Should().BeNull("a merge names accounts, not a plan");
        await ShouldBeMergedInAsync(leerjaar: 2);
    }

    private async Task ShouldBeMergedInAsync(int leerjaar)
    {
        var leerlingen = (await _school.Database.LoadAsync(_school.Id)).Leerlingen;
        leerlingen.Single(l => l.Id == _blijft).Gegevens.Leerjaar.Should().Be(leerjaar);
        leerlingen.Single(l => l.Id == _vervalt).SamengevoegdMet.Should().Be(_blijft);
    }
}
