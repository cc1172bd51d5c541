using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Kurve.Numo.Api.Tests.Shared;
using Kurve.Numo.Infrastructure.Tests.Wijzigingen;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;
using static Kurve.Numo.Api.Tests.Importeren.ImportSteps;

namespace Kurve.Numo.Api.Tests.Wijzigingen;

/// <summary>From the import that waits to what the school's people and programs see.</summary>
[Collection(nameof(TellingApis))]
public sealed class BerichtenTests(TellingApi api)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] All = ["aan", "adressen", "webhook", "uur"];

    [Fact]
    public async Task A_run_that_waits_arrives_by_mail_and_at_a_webhook_and_names_nobody()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var geheim = await RotateAsync(school);
        await SetAsync(school, Wanted(simulated), All);

        var run = await WaitingAsync(school, simulated);

        var mail = await WaitForAsync(() => api.Simulator.Mail!.Caught.FirstOrDefault(m => m.To.Contains(Adres(simulated))));
        var call = await WaitForAsync(() => api.Simulator.Webhooks.Caught.FirstOrDefault(c => c.Name == simulated.Brin));
        mail.Text.Should().Contain(run.Id).And.Contain("BRON_GEKROMPEN");
        call.Body.Should().Contain(run.Id).And.Contain("BRON_GEKROMPEN");
        WebhookReceiver.IsFromNumo(geheim, call.Headers["numo-signature"], call.Body, TimeProvider.System.GetUtcNow())
            .Should().BeTrue();
        var names = await NamesOfAsync(school);
        names.Should().HaveCountGreaterThan(100);
        names.Where(name => mail.Text.Contains(name) || mail.Subject.Contains(name) || call.Body.Contains(name))
            .Should().BeEmpty("no message names a pupil");
        var listed = await WaitForAsync(() => Sent(school));
        listed.Should().HaveCount(2).And.OnlyContain(b => b.Aanleidingen.Single().Onderwerp == run.Id);
    }

    [Fact]
    public async Task A_test_says_of_each_address_how_it_went()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await RotateAsync(school);
        var wanted = Wanted(simulated);
        wanted.Webhook.Adres = "http://127.0.0.1:9/";
        await SetAsync(school, wanted, "adressen", "webhook");

        var test = await api.Wijzigingen.TestBerichtAsync(new TestBerichtRequest { SchoolId = school.Id });

        test.Uitslagen.Should().Satisfy(
            u => u.Kanaal == Berichtkanaal.Mail && u.Adres == Adres(simulated) && u.Fout == null,
            u => u.Kanaal == Berichtkanaal.Webhook && u.Fout.Code == "WEBHOOK_ONBEREIKBAAR");
        api.Simulator.Mail!.Caught.Should().ContainSingle(m => m.To.Contains(Adres(simulated)))
            .Which.Subject.Should().StartWith("Numo: testbericht");
        (await RefusalAsync(async () => await api.Wijzigingen.TestBerichtAsync(new() { SchoolId = school.Id })))
            .Should().Be("TESTBERICHT_TE_SNEL");
        (await school.AuditAsync("test")).Should().Contain("TestBericht").And.Contain("UpdateBerichtinstelling");
    }

    [Theory]
    [InlineData("http://hooks.school.example/", StatusCode.InvalidArgument)]
    [InlineData("https://10.0.0.7/", StatusCode.InvalidArgument)]
    [InlineData("https://hooks.school.example:22/", StatusCode.InvalidArgument)]
    [InlineData("https://hooks.school.example/#x", StatusCode.InvalidArgument)]
    public async Task A_webhook_address_that_the_rules_refuse_is_named_with_the_remedy(string adres, StatusCode status)
    {
        var (school, _) = await api.TakeSchoolAsync();
        await RotateAsync(school);

        var refusal = await RefuseAsync(school, new Berichtinstelling { Webhook = new Berichtadres { Adres = adres } });

        refusal.StatusCode.Should().Be(status);
        var violation = refusal.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Single();
        (violation.Field, violation.Reason).Should().Be(("berichtinstelling.webhook.adres", "WEBHOOKADRES_GEWEIGERD"));
        violation.Description.Should().Contain("Use https to a public host");
        refusal.GetRpcStatus()!.GetDetail<Google.Rpc.LocalizedMessage>()!.Message.Should().Contain("Gebruik https");
    }

    [Fact]
    public async Task A_webhook_without_a_secret_is_refused_with_the_remedy()
    {
        var (school, simulated) = await api.TakeSchoolAsync();

        var refusal = await RefuseAsync(school, new Berichtinstelling { Webhook = Wanted(simulated).Webhook });

        refusal.StatusCode.Should().Be(StatusCode.FailedPrecondition);
        var violation = refusal.GetRpcStatus()!.GetDetail<Google.Rpc.PreconditionFailure>()!.Violations.Single();
        (violation.Type, violation.Subject).Should().Be(("WEBHOOKGEHEIM_ONTBREEKT", "berichtinstelling.webhook"));
        violation.Description.Should().Contain("RotateWebhookgeheim");
    }

    [Theory]
    [InlineData("geen adres", "BERICHTADRES_ONGELDIG")]
    [InlineData("Jan <jan@school.example>", "BERICHTADRES_ONGELDIG")]
    [InlineData("jan@school.example\r\nBcc: x@y.example", "BERICHTADRES_ONGELDIG")]
    [InlineData("jan@school.example, piet@school.example", "BERICHTADRES_ONGELDIG")]
    [InlineData("jän@school.example", "BERICHTADRES_ONGELDIG")]
    [InlineData(" ", "TEKST_ONGELDIG")]
    public async Task What_is_no_email_address_is_refused_and_not_repeated(string adres, string reason)
    {
        var (school, _) = await api.TakeSchoolAsync();

        var refusal = await RefuseAsync(
            school, new Berichtinstelling { Adressen = { new Berichtadres { Adres = adres } } });

        var violation = refusal.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Single();
        (violation.Field, violation.Reason).Should().Be(("berichtinstelling.adressen[0].adres", reason));
        refusal.Status.Detail.Should().NotContain("jan@");
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var (school, _) = await api.TakeSchoolAsync();

        var refusal = await RefuseAsync(
            school, new Berichtinstelling { Aan = true, Uur = 24 }, "aan", "uur", "soorten");

        refusal.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(v => v.Field).Should().Equal(
            "berichtinstelling.uur", "berichtinstelling.soorten", "berichtinstelling.aan");
    }

    [Fact]
    public async Task What_would_hold_can_be_asked_and_changes_nothing_and_an_old_etag_is_refused()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var request = new UpdateBerichtinstellingRequest
        {
            Berichtinstelling = new Berichtinstelling
            {
                SchoolId = school.Id,
                Aan = true,
                Adressen = { Wanted(simulated).Adressen },
            },
            ValidateOnly = true,
        };

        var would = await api.Wijzigingen.UpdateBerichtinstellingAsync(request);

        would.Berichtinstelling.Aan.Should().BeTrue();
        (await GetAsync(school)).Aan.Should().BeFalse();
        request.ValidateOnly = false;
        request.Berichtinstelling.Etag = "7";
        (await RefusalAsync(async () => await api.Wijzigingen.UpdateBerichtinstellingAsync(request)))
            .Should().Be("VERSIE_GEWIJZIGD");
    }

    [Fact]
    public async Task The_secret_stands_nowhere_readable()
    {
        var (school, _) = await api.TakeSchoolAsync();

        var geheim = await RotateAsync(school);

        (await GetAsync(school)).ToString().Should().NotContain(geheim);
        api.Api.Output.Should().NotContain(geheim);
        await using var connection = await api.Api.OpenDatabaseAsync();
        (await StoredTexts.ReadAsync(connection)).Should().NotContain(text => text.Contains(geheim));
        (await RotateAsync(school)).Should().NotBe(geheim);
        (await GetAsync(school)).VorigGeheimVervaltTime.ToDateTimeOffset()
            .Should().BeCloseTo(TimeProvider.System.GetUtcNow().AddDays(1), TimeSpan.FromMinutes(1));
    }

    private static string Adres(SimulatedSchool simulated) => $"beheer@{simulated.Domein}.example";

    private Berichtinstelling Wanted(SimulatedSchool simulated) => new()
    {
        Aan = true,
        Adressen = { new Berichtadres { Adres = Adres(simulated) } },
        Webhook = new Berichtadres { Adres = new Uri(api.Simulator.Address, $"webhook/{simulated.Brin}").ToString() },
    };

    private async Task<ImportRun> WaitingAsync(TestSchool school, SimulatedSchool simulated)
    {
        await school.ApplyAsync(await school.PreviewAsync());
        api.Simulator.Misbehaviour.Add(UwlrMisbehaviour.PartOfThePeople, simulated.Brin);
        var run = await school.PreviewAsync();
        run.State.Should().Be(ImportState.Wachtend);
        return run;
    }

    private async Task<string> RotateAsync(TestSchool school) => (await api.Wijzigingen.RotateWebhookgeheimAsync(
        new RotateWebhookgeheimRequest { SchoolId = school.Id })).Geheim;

    private async Task<Berichtinstelling> GetAsync(TestSchool school) => (await api.Wijzigingen.GetBerichtinstellingAsync(
        new GetBerichtinstellingRequest { SchoolId = school.Id })).Berichtinstelling;

    private async Task SetAsync(TestSchool school, Berichtinstelling wanted, params string[] paths)
    {
        wanted.SchoolId = school.Id;
        await api.Wijzigingen.UpdateBerichtinstellingAsync(new UpdateBerichtinstellingRequest
        {
            Berichtinstelling = wanted,
            UpdateMask = new FieldMask { Paths = { paths } },
        });
    }

    private async Task<RpcException> RefuseAsync(TestSchool school, Berichtinstelling wanted, params string[] paths)
    {
        var set = () => SetAsync(school, wanted, paths);
        return (await set.Should().ThrowAsync<RpcException>()).Which;
    }

    private Bericht[]? Sent(TestSchool school)
    {
        var berichten = api.Wijzigingen.ListBerichten(new ListBerichtenRequest { SchoolId = school.Id }).Berichten;
        return berichten.All(b => b.Staat == Berichtstaat.Verzonden) ? [.. berichten] : null;
    }

    private static async Task<IReadOnlyList<string>> NamesOfAsync(TestSchool school)
    {
        var people = await school.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id, PageSize = 500 });
        return [.. people.Leerlingen.Select(l => l.Achternaam).Distinct().Where(name => name.Length > 2)];
    }

    private static async Task<T> WaitForAsync<T>(Func<T?> find)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (find() is { } found)
            {
                return found;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}
