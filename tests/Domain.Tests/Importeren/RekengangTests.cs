using Kurve.Numo.Domain.Importeren;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren;

public sealed class RekengangTests
{
    private const int Leerlingen = 1_000;
    private readonly List<int> _told = [];

    [Fact]
    public void A_comparison_tells_how_far_it_is()
    {
        ImportPlanner.Plan(
            Stand(), Delivered(), Kader, new Rekengang(new Teller(_told.Add), CancellationToken.None));

        _told.Should().Equal(256, 512, 768);
    }

    [Fact]
    public void A_comparison_that_must_stop_stops_where_it_is()
    {
        using var stop = new CancellationTokenSource();
        var gang = new Rekengang(
            new Teller(done =>
            {
                _told.Add(done);
                stop.Cancel();
            }),
            stop.Token);

        var plan = () => ImportPlanner.Plan(Stand(), Delivered(), Kader, gang);

        plan.Should().Throw<OperationCanceledException>();
        _told.Should().Equal(256);
    }

    [Fact]
    public void Whether_anybody_follows_makes_no_difference_to_the_plan()
    {
        var followed = ImportPlanner.Plan(
            Stand(), Delivered(), Kader, new Rekengang(new Teller(_told.Add), CancellationToken.None));

        followed.Hash.Should().Be(Plan(Stand(), Delivered()).Hash);
    }

    private static Aanlevering Delivered() =>
        Aanlevering([.. Enumerable.Range(1, Leerlingen).Select(n => Aangeleverd(n))]);

    private sealed class Teller(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
