using System.Text.Json;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Koppelingen;

public sealed class KoppelingTestTests
{
    [Fact]
    public async Task A_test_shows_each_check_and_then_the_gates()
    {
        var api = Testing(
            KoppelingBuilder.Ready(),
            KoppelingBuilder.Passed(Controlesoort.Adres), KoppelingBuilder.Passed(Controlesoort.RechtOpLijst));

        var result = await api.RunKoppelingAsync("test");

        result.ExitCode.Should().Be(0);
        result.LineWith("recht op lijst").Should().ContainAll("✓", "12 ms", "in orde");
        result.Out.IndexOf("adres", StringComparison.Ordinal)
            .Should().BeLessThan(result.Out.IndexOf("toestemming", StringComparison.Ordinal));
        result.Out.Should().Contain("Next: numo koppeling activate");
    }

    [Fact]
    public async Task A_test_with_a_failed_check_ends_with_1_and_says_who_does_what()
    {
        var result = await FailingTest().RunKoppelingAsync("test");

        result.ExitCode.Should().Be(1);
        result.LineWith("inloggen").Should().ContainAll("✗", "340 ms", "HTTP 401", "INLOGGEN_GEWEIGERD");
        result.Out.Should().Contain("Volgende stap door school: Zet het wachtwoord opnieuw.");
        result.LineWith("kolommen").Should().ContainAll("·", "overgeslagen");
        result.Error.Should().Contain("inloggen");
    }

    [Fact]
    public async Task A_failed_test_as_json_is_one_object_and_ends_with_1()
    {
        var result = await FailingTest().RunKoppelingAsync("test", "--json");

        result.ExitCode.Should().Be(1);
        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("controles").GetArrayLength().Should().Be(2);
        json.RootElement.GetProperty("koppeling").GetProperty("schooldomein").GetString().Should().Be("delinde");
    }

    [Fact]
    public async Task A_warning_is_no_failure()
    {
        var warning = KoppelingBuilder.Failed(Controlesoort.Dekking);
        warning.Uitkomst = Controleuitkomst.Waarschuwing;

        var result = await Testing(KoppelingBuilder.Ready(), warning).RunKoppelingAsync("test");

        result.ExitCode.Should().Be(0);
        result.LineWith("dekking").Should().Contain("!");
    }

    [Fact]
    public async Task A_test_that_stops_half_way_is_no_success()
    {
        var api = KoppelingBuilder.Api(KoppelingBuilder.Ready()).Stream(
            "TestKoppeling", new TestKoppelingResponse { Controle = KoppelingBuilder.Passed(Controlesoort.Adres) });

        var result = await api.RunKoppelingAsync("test");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("Test again");
    }

    [Fact]
    public async Task A_test_tells_that_the_next_password_was_seen()
    {
        var api = Testing(
            Rotated(), KoppelingBuilder.Active(), [KoppelingBuilder.Passed(Controlesoort.Inloggen)]);

        var result = await api.RunKoppelingAsync("test");

        result.Out.Should().ContainAll("The new password was seen", "Next: numo import preview");
    }

    [Fact]
    public async Task A_test_tells_that_the_next_password_is_not_set_yet_and_who_sets_it()
    {
        var api = Testing(Rotated(), Rotated(), [KoppelingBuilder.Passed(Controlesoort.Inloggen)]);

        var result = await api.RunKoppelingAsync("test");

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll(
            "not set in Magister yet", "imports go on", "The school must set",
            "Next, once the school has set the new password: numo koppeling test");
        result.Out.Should().NotContain("koppeling activate");
    }

    [Fact]
    public async Task A_test_that_got_in_by_neither_password_does_not_say_that_imports_go_on()
    {
        var api = Testing(Rotated(), Rotated(), [KoppelingBuilder.Failed(Controlesoort.Inloggen)]);

        var result = await api.RunKoppelingAsync("test");

        result.ExitCode.Should().Be(1);
        result.Out.Should().Contain("The new password was not seen").And.NotContain("imports go on");
    }

    private static FakeApi FailingTest() => Testing(
        KoppelingBuilder.Halfway(),
        KoppelingBuilder.Failed(Controlesoort.Inloggen), KoppelingBuilder.Skipped(Controlesoort.Kolommen));

    private static FakeApi Testing(Koppeling koppeling, params Controle[] controles) =>
        Testing(koppeling, koppeling, controles);

    private static FakeApi Testing(Koppeling before, Koppeling koppeling, Controle[] controles) =>
        KoppelingBuilder.Api(before).Stream(
            "TestKoppeling",
            [
                .. controles.Select(controle => new TestKoppelingResponse { Controle = controle }),
                new TestKoppelingResponse { Koppeling = koppeling },
            ]);

    private static Koppeling Rotated()
    {
        var koppeling = KoppelingBuilder.Active();
        koppeling.WachtwoordWisselt = true;
        return koppeling;
    }
}
