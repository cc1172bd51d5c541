using System.Net.Http.Headers;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Leerplannen;

[Collection(nameof(PersonenApi))]
public sealed class LeerplanServiceTests(EndToEnd api)
{
    private static readonly Leerplanbereik Havo3 = new() { Doelgroep = new Doelgroep { Opleiding = "HAVO", Leerjaar = 3 } };

    [Fact]
    public async Task Voorwaarden_that_are_not_active_are_listed_one_by_one_with_a_dutch_sentence()
    {
        var (school, _) = await api.TakeSchoolAsync();

        var refused = await RefusedAsync(() => school.Leerplannen.ActivateVaardighedenAsync(
            new ActivateVaardighedenRequest
            {
                SchoolId = school.Id,
                Bereik = new Leerplanbereik { Doelgroep = new Doelgroep { Opleiding = "PRO", Leerjaar = 1 } },
                Vaardigheden = { "RK.GETALLEN.3F.01", "NL.LEZEN.3F.01" },
            }).ResponseAsync);

        refused.StatusCode.Should().Be(StatusCode.FailedPrecondition);
        var status = refused.GetRpcStatus()!;
        status.GetDetail<ErrorInfo>().Reason.Should().Be("VOORWAARDEN_NIET_ACTIEF");
        status.GetDetail<PreconditionFailure>().Violations.Select(v => (v.Type, v.Subject)).Should().Equal(
            ("VOORWAARDE_ONTBREEKT", "NL.LEZEN.3F.01"), ("VOORWAARDE_ONTBREEKT", "RK.GETALLEN.3F.01"));
        status.GetDetail<LocalizedMessage>().Message.Should().Contain("NL.LEZEN.2F.01");
    }

    [Fact]
    public async Task A_leerplan_is_changed_by_its_mask_and_read_back()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var leerplan = new Leerplan
        {
            SchoolId = school.Id,
            Bereik = Havo3,
            Keuzes = { new Keuze { Vaardigheid = "NL.TAALVERZORGING.3F.03", Actief = false } },
            Streefniveaus = { new Streefniveau { Vak = Vak.Engels, Niveau = Niveau.B1 } },
        };

        var first = await UpdateAsync(leerplan, "keuzes", "streefniveaus");
        var second = await UpdateAsync(new Leerplan { SchoolId = school.Id, Bereik = Havo3 }, "streefniveaus");
        var read = await school.Leerplannen.GetLeerplanAsync(
            new GetLeerplanRequest { SchoolId = school.Id, Bereik = Havo3 });
        var stale = await RefusedAsync(() => UpdateAsync(
            new Leerplan { SchoolId = school.Id, Bereik = Havo3, Etag = first.Leerplan.Etag }, "keuzes"));

        first.Leerplan.EffectieveStreefniveaus.Single(s => s.Vak == Vak.Engels).Niveau.Should().Be(Niveau.B1);
        first.Leerplan.ActieveVaardigheden.Should().NotContain("NL.TAALVERZORGING.3F.03");
        second.Leerplan.Keuzes.Should().Equal(leerplan.Keuzes);
        second.Leerplan.EffectieveStreefniveaus.Single(s => s.Vak == Vak.Engels).Niveau.Should().Be(Niveau.B2);
        read.Leerplan.Should().Be(second.Leerplan);
        stale.StatusCode.Should().Be(StatusCode.Aborted);

        async Task<UpdateLeerplanResponse> UpdateAsync(Leerplan changed, params string[] mask) =>
            await school.Leerplannen.UpdateLeerplanAsync(new UpdateLeerplanRequest
            {
                Leerplan = changed,
                UpdateMask = new FieldMask { Paths = { mask } },
            });
    }

    [Fact]
    public async Task Wrong_fields_are_refused_by_name()
    {
        var (school, _) = await api.TakeSchoolAsync();

        var geenBereik = await RefusedAsync(() => school.Leerplannen.ActivateVaardighedenAsync(
            new ActivateVaardighedenRequest { SchoolId = school.Id, Schooljaar = "2026" }).ResponseAsync);
        var onbekend = await RefusedAsync(() => school.Leerplannen.GetLeerplanAsync(new GetLeerplanRequest
        {
            SchoolId = school.Id,
            Bereik = new Leerplanbereik { Doelgroep = new Doelgroep { Opleiding = "HAVO", Leerjaar = 6 } },
        }).ResponseAsync);

        FieldsOf(geenBereik).Should().Equal("schooljaar", "bereik", "vaardigheden");
        FieldsOf(onbekend).Should().Equal("bereik.doelgroep");
        onbekend.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason.Should().Be("DOELGROEP_ONBEKEND");
    }

    [Fact]
    public async Task Another_schools_leerplannen_do_not_exist_and_changing_needs_its_scope()
    {
        var (mine, _) = await api.TakeSchoolAsync();
        var (other, _) = await api.TakeSchoolAsync();
        var bound = new LeerplanService.LeerplanServiceClient(api.Api.As(TestSchool.AllScopes, mine.Id));
        var reader = new LeerplanService.LeerplanServiceClient(api.Api.As("numo.read"));

        StatusCode[] refusals =
        [
            (await RefusedAsync(() => bound.GetLeerplanAsync(
                new GetLeerplanRequest { SchoolId = other.Id, Bereik = Havo3 }).ResponseAsync)).StatusCode,
            (await RefusedAsync(() => bound.ListLeerplannenAsync(
                new ListLeerplannenRequest { SchoolId = other.Id }).ResponseAsync)).StatusCode,
            (await RefusedAsync(() => bound.ActivateVaardighedenAsync(Activate(other.Id)).ResponseAsync)).StatusCode,
        ];
        var withoutScope = await RefusedAsync(() => reader.ActivateVaardighedenAsync(Activate(mine.Id)).ResponseAsync);

        refusals.Should().OnlyContain(code => code == StatusCode.NotFound);
        withoutScope.StatusCode.Should().Be(StatusCode.PermissionDenied);
        withoutScope.GetRpcStatus()!.GetDetail<ErrorInfo>().Metadata["scope"].Should().Be("numo.leerplan");
    }

    [Fact]
    public async Task The_catalogue_is_replaced_by_Kurve_alone_and_lines_that_are_wrong_are_named()
    {
        const string Csv = "code;vak;domein;niveau;volgorde;naam;voorwaarden\nA;rekenen;lezen;1F;10;Iets;\nB;Frans;x;1F;1;y;";
        var (mine, _) = await api.TakeSchoolAsync();
        var beheer = new LeerplanService.LeerplanServiceClient(api.Api.As("numo.beheer"));
        var bound = new LeerplanService.LeerplanServiceClient(api.Api.As("numo.beheer", mine.Id));
        var request = new ImportVaardighedenRequest { Csv = ByteString.CopyFromUtf8(Csv), ValidateOnly = true };

        var refused = await RefusedAsync(() => beheer.ImportVaardighedenAsync(request).ResponseAsync);
        var ofSchool = await RefusedAsync(() => bound.ImportVaardighedenAsync(request).ResponseAsync);

        refused.StatusCode.Should().Be(StatusCode.InvalidArgument);
        refused.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations
            .Select(v => (v.Field, v.Reason, v.LocalizedMessage.Message[..8])).Should().Equal(
                ("csv", "DOMEIN_ONBEKEND", "Regel 2:"), ("csv", "VAK_ONBEKEND", "Regel 3:"));
        ofSchool.StatusCode.Should().Be(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task A_file_in_which_everything_is_wrong_still_gets_an_answer()
    {
        var rij = $"\n{new string('X', 500)};{new string('é', 3_000)};lezen;1F;10;Iets;";
        var csv = "code;vak;domein;niveau;volgorde;naam;voorwaarden" + string.Concat(Enumerable.Repeat(rij, 300));
        var beheer = new LeerplanService.LeerplanServiceClient(api.Api.As("numo.beheer"));

        var refused = await RefusedAsync(() => beheer.ImportVaardighedenAsync(
            new ImportVaardighedenRequest { Csv = ByteString.CopyFromUtf8(csv) }).ResponseAsync);

        refused.StatusCode.Should().Be(StatusCode.InvalidArgument);
        refused.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Should().HaveCount(20)
            .And.OnlyContain(v => v.Description.Length <= 400);
    }

    [Fact]
    public async Task The_front_end_reads_a_leerplan_as_json()
    {
        var (school, _) = await api.TakeSchoolAsync();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", api.Api.Token("numo.read"));

        var text = await client.GetStringAsync(new Uri(
            api.Api.JsonAddress,
            $"v1/scholen/{school.Id}/leerplan?bereik.doelgroep.opleiding=HAVO&bereik.doelgroep.leerjaar=3"));

        using var json = JsonDocument.Parse(text);
        var leerplan = json.RootElement.GetProperty("leerplan");
        leerplan.GetProperty("naam").GetString().Should().Be("havo 3");
        leerplan.GetProperty("actieveVaardigheden").GetArrayLength().Should().BeGreaterThan(50);
    }

    private static ActivateVaardighedenRequest Activate(string schoolId) => new()
    {
        SchoolId = schoolId,
        Bereik = Havo3,
        Vaardigheden = { "NL.LEZEN.4F.01" },
    };

    private static IEnumerable<string> FieldsOf(RpcException refused) =>
        refused.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field);

    private static async Task<RpcException> RefusedAsync<T>(Func<Task<T>> call) =>
        (await call.Should().ThrowAsync<RpcException>()).Which;
}
