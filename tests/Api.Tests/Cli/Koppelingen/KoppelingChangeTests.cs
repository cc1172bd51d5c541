using System.Text.Json;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Koppelingen;

public sealed class KoppelingChangeTests
{
    [Fact]
    public async Task An_update_of_nothing_is_wrong_usage_that_names_what_can_be_given()
    {
        var api = new FakeApi();

        var result = await api.RunKoppelingAsync("update");

        result.ExitCode.Should().Be(2);
        result.Error.Should().ContainAll(
            "--domein", "--gebruiker", "--ask-password", "--uwlr-endpoint", "--ask-uwlr-sleutel");
        api.Calls.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Kurve", "Nothing to change.")]
    [InlineData("Numo", "Changed.")]
    public async Task An_update_says_whether_anything_became_different(string gebruiker, string said)
    {
        var api = KoppelingBuilder.Api(KoppelingBuilder.Active());
        api.Answer("UpdateKoppeling", (UpdateKoppelingRequest request) =>
        {
            var next = KoppelingBuilder.Active().Next();
            next.WebserviceGebruiker = request.WebserviceGebruiker;
            return new UpdateKoppelingResponse { Koppeling = next };
        });

        var result = await api.RunKoppelingAsync("update", "--gebruiker", gebruiker);

        result.ExitCode.Should().Be(0);
        result.Out.Should().StartWith(said);
    }

    [Fact]
    public async Task A_secret_that_is_given_again_counts_as_changed()
    {
        var api = KoppelingBuilder.Api(KoppelingBuilder.Active());
        api.Answer("UpdateKoppeling", new UpdateKoppelingResponse { Koppeling = KoppelingBuilder.Active().Next() });

        var result = await new CommandLineBuilder().With(api).WithInput("geheim\nsleutel\n").RunAsync(
            "koppeling", "update", "--school", RunBuilder.SchoolId, "--ask-password", "--ask-uwlr-sleutel");

        result.Out.Should().StartWith("Changed.");
        var request = api.Requests<UpdateKoppelingRequest>().Single();
        request.WebserviceWachtwoord.Should().Be("geheim");
        request.UwlrAutorisatiesleutel.Should().Be("sleutel");
        request.Etag.Should().Be("1");
    }

    [Theory]
    [InlineData("wachtwoord-en-query", Poort.WachtwoordEnQuery)]
    [InlineData("allowlisting", Poort.Allowlisting)]
    public async Task A_step_is_recorded_as_it_was_said(string typed, Poort poort)
    {
        var api = KoppelingBuilder.Api(KoppelingBuilder.Halfway())
            .Answer("RecordStep", (RecordStepRequest _) => new RecordStepResponse
            {
                Koppeling = KoppelingBuilder.Halfway().Next(),
            });

        var result = await api.RunKoppelingAsync("step", typed, "--toelichting", "Ticket 123", "--bevestigd");

        result.ExitCode.Should().Be(0);
        var request = api.Requests<RecordStepRequest>().Single();
        request.Poort.Should().Be(poort);
        request.Toelichting.Should().Be("Ticket 123");
        request.Bevestigd.Should().BeTrue();
        request.Etag.Should().Be("1", "of two at once only one may succeed");
        Guid.TryParse(request.RequestId, out _).Should().BeTrue();
        result.Out.Should().Contain("Recorded.").And.Contain("~  allowlisting");
    }

    [Fact]
    public async Task A_step_that_changes_nothing_is_not_called_recorded()
    {
        var api = KoppelingBuilder.Api(KoppelingBuilder.Active())
            .Answer("RecordStep", (RecordStepRequest _) => new RecordStepResponse
            {
                Koppeling = KoppelingBuilder.Active(),
            });

        var result = await api.RunKoppelingAsync("step", "allowlisting", "--toelichting", "Gezien", "--bevestigd");

        result.ExitCode.Should().Be(0);
        result.Out.Should().Contain("Already proved; nothing recorded.").And.NotContain("Recorded.");
    }

    [Fact]
    public async Task The_last_gate_is_no_step()
    {
        var api = new FakeApi();

        var result = await api.RunKoppelingAsync("step", "activatie", "--toelichting", "x");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("numo koppeling activate");
        api.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task An_active_koppeling_goes_on_to_its_first_import()
    {
        var api = KoppelingBuilder.Api(KoppelingBuilder.Ready());
        api.Answer("ActivateKoppeling", new ActivateKoppelingResponse { Koppeling = KoppelingBuilder.Active().Next() });

        var result = await api.RunKoppelingAsync("activate");

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll("✓  activatie", "Alle poorten zijn bevestigd.", "Next: numo import preview");
    }

    [Fact]
    public async Task A_stop_is_sent_with_its_reason_and_taken_away_again()
    {
        var api = KoppelingBuilder.Api(KoppelingBuilder.Active());
        api.Answer("SuspendKoppeling", new SuspendKoppelingResponse { Koppeling = KoppelingBuilder.Active() });
        api.Answer("ResumeKoppeling", new ResumeKoppelingResponse { Koppeling = KoppelingBuilder.Active() });

        var suspended = await api.RunKoppelingAsync("suspend", "--reden", "Fusie");
        var resumed = await api.RunKoppelingAsync("resume", "--json");

        suspended.ExitCode.Should().Be(0);
        api.Requests<SuspendKoppelingRequest>().Single().Reden.Should().Be("Fusie");
        api.Requests<SuspendKoppelingRequest>().Single().Etag.Should().Be("1");
        using var json = JsonDocument.Parse(resumed.Out);
        json.RootElement.GetProperty("koppeling").GetProperty("staat").GetString().Should().Be("KOPPELSTAAT_ACTIEF");
    }
}
