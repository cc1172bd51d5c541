using System.Text.Json;
using Google.Protobuf;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class KoppelingCommandTests
{
    [Fact]
    public async Task A_list_shows_a_sign_for_each_gate_who_acts_next_and_the_last_diagnosis()
    {
        var result = await RunAsync(Listing(), "list");

        result.ExitCode.Should().Be(0);
        var line = LineWith(result.Out, "99XY");
        line.Should().ContainAll("De Linde", "in opbouw", "✓✓!~·", "school", "2026-09-01", "failed");
        result.Out.Should().Contain("✓ bevestigd, ~ gemeld, ! vervallen, · open");
        result.Out.Should().NotContain("\u001b", "it must be readable without colour");
    }

    [Fact]
    public async Task A_list_is_read_to_its_last_page()
    {
        var api = Listing();

        var result = await RunAsync(api, "list", "--json", "--staat", "in-opbouw");

        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("koppelingen").EnumerateArray().Select(k => k.GetProperty("brin").GetString())
            .Should().Equal("99XY", "99XZ");
        api.Requests<ListKoppelingenRequest>().Should().HaveCount(2)
            .And.OnlyContain(request => request.Staat == Koppelstaat.InOpbouw);
    }

    [Theory]
    [InlineData("wachtwoord_en_query")]
    [InlineData("wachtwoord-en-query")]
    public async Task The_filters_of_a_list_are_sent(string poort)
    {
        var api = Listing();

        await RunAsync(
            api, "list", "--poort", poort, "--status", "vervallen", "--proef-mislukt",
            "--niet-beproefd-sinds", "2026-09-01T10:00:00Z");

        var request = api.Requests<ListKoppelingenRequest>()[0];
        request.Poort.Should().Be(Poort.WachtwoordEnQuery);
        request.Status.Should().Be(Poortstatus.Vervallen);
        request.ProefMislukt.Should().BeTrue();
        request.NietBeproefdSinds.ToDateTimeOffset()
            .Should().Be(new DateTimeOffset(2026, 9, 1, 10, 0, 0, TimeSpan.Zero));
    }

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

        var result = await RunAsync(Answering("GetKoppeling", answer), "status");

        result.ExitCode.Should().Be(0);
        string[] gates =
            ["✓  toestemming", "✓  webservice", "!  wachtwoord en query", "~  allowlisting", "·  activatie"];
        gates.Select(gate => result.Out.IndexOf(gate, StringComparison.Ordinal)).Should().BeInAscendingOrder()
            .And.NotContain(-1);
        result.Out.Should().Contain("First open poort: wachtwoord en query. Next step by school: Doe iets aan");
        LineWith(result.Out, "Last proef").Should().ContainAll("failed at inloggen", "INLOGGEN_GEWEIGERD");
        result.Out.Should().Contain("ticket 5").And.NotContain("ticket 6");
        result.Out.Should().Contain($"Next: numo koppeling test --school {RunBuilder.SchoolId}");
    }

    [Fact]
    public async Task The_status_of_a_stopped_koppeling_says_why_and_how_to_go_on()
    {
        var koppeling = KoppelingBuilder.Active();
        koppeling.Staat = Koppelstaat.Opgeschort;
        koppeling.OpgeschortReden = "Fusie [van] scholen";

        var result = await RunAsync(
            Answering("GetKoppeling", new GetKoppelingResponse { Koppeling = koppeling }), "status");

        result.Out.Should().ContainAll(
            "opgeschort: Fusie [van] scholen", "Last proef: never", "Next: numo koppeling resume");
    }

    [Fact]
    public async Task A_school_without_a_password_is_told_to_get_its_kit()
    {
        var koppeling = KoppelingBuilder.Koppeling(Poortstatus.Open, Poortstatus.Open, Poortstatus.Open);
        koppeling.Poorten[2].Actiehouder = Actiehouder.Kurve;

        var result = await RunAsync(
            Answering("GetKoppeling", new GetKoppelingResponse { Koppeling = koppeling }), "status");

        result.Out.Should().Contain("Next: numo koppeling kit");
    }

    [Fact]
    public async Task A_test_shows_each_check_and_then_the_gates()
    {
        var api = Testing(
            KoppelingBuilder.Ready(),
            KoppelingBuilder.Passed(Controlesoort.Adres), KoppelingBuilder.Passed(Controlesoort.RechtOpLijst));

        var result = await RunAsync(api, "test");

        result.ExitCode.Should().Be(0);
        LineWith(result.Out, "recht op lijst").Should().ContainAll("✓", "12 ms", "in orde");
        result.Out.IndexOf("adres", StringComparison.Ordinal)
            .Should().BeLessThan(result.Out.IndexOf("toestemming", StringComparison.Ordinal));
        result.Out.Should().Contain("Next: numo koppeling activate");
    }

    [Fact]
    public async Task A_test_with_a_failed_check_ends_with_1_and_says_who_does_what()
    {
        var result = await RunAsync(FailingTest(), "test");

        result.ExitCode.Should().Be(1);
        LineWith(result.Out, "inloggen").Should().ContainAll("✗", "340 ms", "HTTP 401", "INLOGGEN_GEWEIGERD");
        result.Out.Should().Contain("Next step by school: Zet het wachtwoord opnieuw.");
        LineWith(result.Out, "kolommen").Should().ContainAll("·", "overgeslagen");
        result.Error.Should().Contain("inloggen");
    }

    [Fact]
    public async Task A_failed_test_as_json_is_one_object_and_ends_with_1()
    {
        var result = await RunAsync(FailingTest(), "test", "--json");

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

        var result = await RunAsync(Testing(KoppelingBuilder.Ready(), warning), "test");

        result.ExitCode.Should().Be(0);
        LineWith(result.Out, "dekking").Should().Contain("!");
    }

    [Fact]
    public async Task A_test_that_stops_half_way_is_no_success()
    {
        var api = KoppelingBuilder.Api(KoppelingBuilder.Ready()).Stream(
            "TestKoppeling", new TestKoppelingResponse { Controle = KoppelingBuilder.Passed(Controlesoort.Adres) });

        var result = await RunAsync(api, "test");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("Test again");
    }

    [Fact]
    public async Task An_empty_list_says_how_to_begin()
    {
        var result = await RunAsync(NoKoppelingen(), "list");

        result.Out.Should().Contain("No koppelingen yet: numo koppeling create");
    }

    [Fact]
    public async Task A_list_without_a_match_says_so()
    {
        var result = await RunAsync(NoKoppelingen(), "list", "--proef-mislukt");

        result.Out.Should().Contain("No koppelingen match").And.NotContain("create");
    }

    [Fact]
    public async Task A_list_of_one_counts_one()
    {
        var api = new FakeApi().Answer("ListKoppelingen", (ListKoppelingenRequest _) => new ListKoppelingenResponse
        {
            Koppelingen = { new KoppelingRegel { Koppeling = KoppelingBuilder.Active() } },
        });

        var result = await RunAsync(api, "list");

        result.Out.Should().MatchRegex(@"(?m)^  1 koppeling\r?$");
    }

    [Fact]
    public async Task An_update_of_nothing_is_wrong_usage_that_names_what_can_be_given()
    {
        var api = new FakeApi();

        var result = await RunAsync(api, "update");

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

        var result = await RunAsync(api, "update", "--gebruiker", gebruiker);

        result.ExitCode.Should().Be(0);
        result.Out.Should().StartWith(said);
    }

    [Fact]
    public async Task A_secret_that_is_given_again_counts_as_changed()
    {
        var api = KoppelingBuilder.Api(KoppelingBuilder.Active());
        Answering(api, "UpdateKoppeling", new UpdateKoppelingResponse { Koppeling = KoppelingBuilder.Active().Next() });

        var result = await new CommandLineBuilder().With(api).WithInput("geheim\nsleutel\n").RunAsync(
            "koppeling", "update", "--school", RunBuilder.SchoolId, "--ask-password", "--ask-uwlr-sleutel");

        result.Out.Should().StartWith("Changed.");
        var request = api.Requests<UpdateKoppelingRequest>().Single();
        request.WebserviceWachtwoord.Should().Be("geheim");
        request.UwlrAutorisatiesleutel.Should().Be("sleutel");
        request.Etag.Should().Be("1");
    }

    [Fact]
    public async Task A_test_tells_that_the_next_password_was_seen()
    {
        var api = Testing(
            Rotated(), KoppelingBuilder.Active(), [KoppelingBuilder.Passed(Controlesoort.Inloggen)]);

        var result = await RunAsync(api, "test");

        result.Out.Should().ContainAll("The new password was seen", "Next: numo import preview");
    }

    [Fact]
    public async Task A_test_tells_that_the_next_password_is_not_set_yet_and_who_sets_it()
    {
        var api = Testing(Rotated(), Rotated(), [KoppelingBuilder.Passed(Controlesoort.Inloggen)]);

        var result = await RunAsync(api, "test");

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

        var result = await RunAsync(api, "test");

        result.ExitCode.Should().Be(1);
        result.Out.Should().Contain("The new password was not seen").And.NotContain("imports go on");
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

        var result = await RunAsync(api, "step", typed, "--toelichting", "Ticket 123", "--bevestigd");

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

        var result = await RunAsync(api, "step", "allowlisting", "--toelichting", "Gezien", "--bevestigd");

        result.ExitCode.Should().Be(0);
        result.Out.Should().Contain("Already proved; nothing recorded.").And.NotContain("Recorded.");
    }

    [Fact]
    public async Task The_last_gate_is_no_step()
    {
        var api = new FakeApi();

        var result = await RunAsync(api, "step", "activatie", "--toelichting", "x");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("numo koppeling activate");
        api.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task An_active_koppeling_goes_on_to_its_first_import()
    {
        var api = KoppelingBuilder.Api(KoppelingBuilder.Ready());
        Answering(
            api, "ActivateKoppeling", new ActivateKoppelingResponse { Koppeling = KoppelingBuilder.Active().Next() });

        var result = await RunAsync(api, "activate");

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll("✓  activatie", "All poorten are bevestigd.", "Next: numo import preview");
    }

    [Fact]
    public async Task A_stop_is_sent_with_its_reason_and_taken_away_again()
    {
        var api = KoppelingBuilder.Api(KoppelingBuilder.Active());
        Answering(api, "SuspendKoppeling", new SuspendKoppelingResponse { Koppeling = KoppelingBuilder.Active() });
        Answering(api, "ResumeKoppeling", new ResumeKoppelingResponse { Koppeling = KoppelingBuilder.Active() });

        var suspended = await RunAsync(api, "suspend", "--reden", "Fusie");
        var resumed = await RunAsync(api, "resume", "--json");

        suspended.ExitCode.Should().Be(0);
        api.Requests<SuspendKoppelingRequest>().Single().Reden.Should().Be("Fusie");
        api.Requests<SuspendKoppelingRequest>().Single().Etag.Should().Be("1");
        using var json = JsonDocument.Parse(resumed.Out);
        json.RootElement.GetProperty("koppeling").GetProperty("staat").GetString().Should().Be("KOPPELSTAAT_ACTIEF");
    }

    private static Task<CommandLineResult> RunAsync(FakeApi api, string command, params string[] more)
    {
        string[] school = command == "list" ? [] : ["--school", RunBuilder.SchoolId];
        return new CommandLineBuilder().With(api).RunAsync(["koppeling", command, .. school, .. more]);
    }

    private static string LineWith(string text, string part) =>
        text.Split('\n').First(line => line.Contains(part, StringComparison.Ordinal));

    private static FakeApi Answering<TResponse>(string method, TResponse answer)
        where TResponse : class, IMessage => Answering(new FakeApi(), method, answer);

    private static FakeApi Answering<TResponse>(FakeApi api, string method, TResponse answer)
        where TResponse : class, IMessage => api.Answer(method, (IMessage _) => answer);

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

    private static FakeApi NoKoppelingen() =>
        new FakeApi().Answer("ListKoppelingen", (ListKoppelingenRequest _) => new ListKoppelingenResponse());

    private static FakeApi Listing()
    {
        var first = new KoppelingRegel
        {
            Brin = "99XY",
            Naam = "De Linde",
            Koppeling = KoppelingBuilder.Halfway(),
            LaatsteProef = KoppelingBuilder.Moment,
        };
        var second = new KoppelingRegel { Brin = "99XZ", Naam = "De Eik", Koppeling = KoppelingBuilder.Active() };
        return new FakeApi().Answer("ListKoppelingen", (ListKoppelingenRequest request) => request.PageToken.Length == 0
            ? new ListKoppelingenResponse { Koppelingen = { first }, NextPageToken = "more" }
            : new ListKoppelingenResponse { Koppelingen = { second } });
    }
}
