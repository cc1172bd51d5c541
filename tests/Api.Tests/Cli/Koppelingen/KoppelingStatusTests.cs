using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Koppelingen;

public sealed class KoppelingStatusTests
{
    [Fact]
    public async Task The_status_draws_the_gates_in_order_and_says_who_does_what_next()
    {
        var answer = new GetKoppelingResponse { Koppeling = KoppelingBuilder.Halfway() };
        answer.LaatsteProef = new Proef { Moment = KoppelingBuilder.Moment, Door = "support" };
        answer.LaatsteProef.Controles.Add(KoppelingBuilder.Failed(Controlesoort.Inloggen));
        answer.Geschiedenis.Add(Enumerable.Range(1, 7).Select(n => new Poortgebeurtenis
        {
            Poort = Poort.Webservice,
            Van = Poortstatus.Open,
            Naar = Poortstatus.Gemeld,
            Bewijs = $"ticket {n}",
        }));

        var result = await new FakeApi().Answer("GetKoppeling", answer).RunKoppelingAsync("status");

        result.ExitCode.Should().Be(0);
        string[] gates =
            ["✓  toestemming", "✓  webservice", "!  wachtwoord-en-query", "~  allowlisting", "·  activatie"];
        gates.Select(gate => result.Out.IndexOf(gate, StringComparison.Ordinal)).Should().BeInAscendingOrder()
            .And.NotContain(-1);
        result.Out.Should().Contain("Eerste open poort: wachtwoord-en-query. Volgende stap door school: Doe iets aan");
        result.LineWith("Last proef").Should().ContainAll("failed at inloggen", "INLOGGEN_GEWEIGERD");
        result.Out.Should().Contain("ticket 5").And.NotContain("ticket 6");
        result.Out.Should().Contain($"Next: numo koppeling test --school {RunBuilder.SchoolId}");
    }

    [Fact]
    public async Task The_status_of_a_stopped_koppeling_says_why_and_how_to_go_on()
    {
        var koppeling = KoppelingBuilder.Active();
        koppeling.Staat = Koppelstaat.Opgeschort;
        koppeling.OpgeschortReden = "Fusie [van] scholen";

        var result = await KoppelingBuilder.Api(koppeling).RunKoppelingAsync("status");

        result.Out.Should().ContainAll(
            "opgeschort: Fusie [van] scholen", "Last proef: never", "Next: numo koppeling resume");
    }

    [Fact]
    public async Task A_school_without_a_password_is_told_to_get_its_kit()
    {
        var koppeling = KoppelingBuilder.Koppeling(Poortstatus.Open, Poortstatus.Open, Poortstatus.Open);
        koppeling.Poorten[2].Actiehouder = Actiehouder.Kurve;

        var result = await KoppelingBuilder.Api(koppeling).RunKoppelingAsync("status");

        result.Out.Should().Contain("Next: numo koppeling kit");
    }
}
