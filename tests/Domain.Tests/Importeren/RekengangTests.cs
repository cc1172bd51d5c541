using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Tests.Importeren.Csv;
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
    public void Reading_a_file_tells_how_many_rows_were_read_and_stops_when_it_must()
    {
        using var stop = new CancellationTokenSource();
        string[] rows = [.. Enumerable.Range(1, Leerlingen).Select(n => $"{100_000 + n};Voorbeeld")];
        var blad = Bestand.Of(["stamnummer;achternaam", .. rows]);

        blad.Read(gang: new Rekengang(new Teller(_told.Add), stop.Token)).Value.Leerlingen.Should().HaveCount(Leerlingen);
        stop.Cancel();
        var stopped = () => blad.Read(gang: new Rekengang(new Teller(_told.Add), stop.Token));

        _told.Should().Equal(256, 512, 768);
        stopped.Should().Throw<OperationCanceledException>();
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
