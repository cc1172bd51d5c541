using Kurve.Numo.Cli;
using Kurve.Numo.Cli.Demo;

namespace Kurve.Numo.Api.Tests.Cli.Demo;

public sealed class SimulatorAnnouncementTests
{
    private const string School =
        "SCHOOL brin=99AA vestiging=00,01 domein=sim-99aa gebruiker=Kurve wachtwoord=a=b0c1 pupils=800";

    [Theory]
    [InlineData("UWLR sleutel=abc klantcode=KURVE-SIM klantnaam=\"Kurve simulator\"")]
    [InlineData("UWLR sleutel=abc klantcode=KURVE-SIM klantnaam=Kurve simulator")]
    public async Task A_simulator_is_ready_when_address_school_and_credentials_are_known(string uwlr)
    {
        var announcement = new SimulatorAnnouncement();

        announcement.Read("some other line");
        announcement.Read("LISTENING http://127.0.0.1:4567");
        announcement.Read(School);
        announcement.Read("SCHOOL brin=99AB vestiging=00 domein=sim-99ab gebruiker=Kurve wachtwoord=x pupils=800");
        announcement.Ready.IsCompleted.Should().BeFalse("the credentials are still missing");
        announcement.Read(uwlr);

        (await announcement.Ready).Should().BeEquivalentTo(new SimulatorReady(
            new Uri("http://127.0.0.1:4567"),
            new Uri("http://127.0.0.1:4567"),
            new SimulatorSchool("99AA", ["00", "01"], "sim-99aa", "Kurve", "a=b0c1"),
            new SimulatorUwlr("abc", "KURVE-SIM", "Kurve simulator")));
    }

    [Fact]
    public async Task A_line_without_what_it_should_tell_is_a_failure_and_not_a_wait()
    {
        var announcement = new SimulatorAnnouncement();

        announcement.Read("SCHOOL brin=99AA");

        var waiting = async () => await announcement.Ready;
        await waiting.Should().ThrowAsync<RefusedException>();
    }
}
