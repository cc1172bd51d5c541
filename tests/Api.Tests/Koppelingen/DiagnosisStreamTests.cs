using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen;

/// <summary>What a diagnosis tells while it goes on, and how long its checks took.</summary>
[Collection(nameof(KoppelingenApi))]
public sealed class DiagnosisStreamTests(EndToEnd numo)
{
    [Fact]
    public async Task The_login_is_told_while_the_list_is_still_on_its_way()
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        numo.Simulator.Misbehaviour.Add(
            MagisterMisbehaviour.Slow, simulated.Brin, details: new() { Delay = TimeSpan.FromMinutes(10) });
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var test = school.Koppelingen.TestKoppeling(
            new TestKoppelingRequest { SchoolId = school.Id }, cancellationToken: patience.Token);

        var told = new List<Controlesoort>();
        while (told.LastOrDefault() != Controlesoort.Inloggen && await test.ResponseStream.MoveNext(patience.Token))
        {
            told.Add(test.ResponseStream.Current.Controle.Soort);
        }

        told.Should().Equal(
            Controlesoort.Adres, Controlesoort.Verbinding, Controlesoort.Beveiliging, Controlesoort.Inloggen);
    }

    [Fact]
    public async Task A_slow_list_is_in_the_duration_of_its_own_check()
    {
        var (school, simulated) = await numo.TakeSchoolAsync();
        var pause = TimeSpan.FromSeconds(2);
        numo.Simulator.Misbehaviour.Add(
            MagisterMisbehaviour.Slow, simulated.Brin, details: new() { Delay = pause, PieceSize = 1_000_000 });

        var (controles, _) = await school.TestKoppelingAsync();

        // The fetch ends with the last byte, so the pause after it counts only where the server holds the answer open.
        Duration(controles, Controlesoort.RechtOpLijst).Should().BeGreaterThan(pause * 0.9);
        Duration(controles, Controlesoort.RechtOpLijst).Should().BeGreaterThan(
            Duration(controles, Controlesoort.Inloggen));
    }

    private static TimeSpan Duration(List<Controle> controles, Controlesoort soort) =>
        controles.Single(c => c.Soort == soort).Duur.ToTimeSpan();
}
