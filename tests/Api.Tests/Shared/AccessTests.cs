using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Shared;

[Collection(nameof(KoppelingenApi))]
public sealed class AccessTests(EndToEnd api)
{
    [Fact]
    public async Task Nothing_answers_without_a_token()
    {
        var scholen = new SchoolService.SchoolServiceClient(api.Api.WithoutToken());

        var refused = await Refused(() => scholen.ListScholenAsync(new ListScholenRequest()).ResponseAsync);

        refused.StatusCode.Should().Be(StatusCode.Unauthenticated);
    }

    [Fact]
    public async Task A_token_without_the_scope_is_refused_with_the_scope_that_it_lacks()
    {
        var scholen = new SchoolService.SchoolServiceClient(api.Api.As("numo.read"));

        var refused = await Refused(
            () => scholen.RegisterSchoolAsync(new RegisterSchoolRequest { Naam = "X", Brin = "99ZZ" }).ResponseAsync);

        refused.StatusCode.Should().Be(StatusCode.PermissionDenied);
        Info(refused).Metadata["scope"].Should().Be("numo.beheer");
    }

    [Fact]
    public async Task Another_schools_data_do_not_exist()
    {
        var (mine, _) = await api.TakeSchoolAsync();
        var (other, _) = await api.TakeSchoolAsync();
        var bound = api.Api.As(TestSchool.AllScopes, mine.Id);
        var scholen = new SchoolService.SchoolServiceClient(bound);
        var import = new ImportService.ImportServiceClient(bound);
        var leerlingen = new LeerlingService.LeerlingServiceClient(bound);

        var refusals = new[]
        {
            await Refused(() => scholen.GetSchoolAsync(new GetSchoolRequest { SchoolId = other.Id }).ResponseAsync),
            await Refused(
                () => import.PreviewImportAsync(new PreviewImportRequest { SchoolId = other.Id }).ResponseAsync),
            await Refused(
                () => leerlingen.ListLeerlingenAsync(new ListLeerlingenRequest { SchoolId = other.Id }).ResponseAsync),
        };

        refusals.Should().OnlyContain(r => r.StatusCode == StatusCode.NotFound);
        (await scholen.ListScholenAsync(new ListScholenRequest())).Scholen.Should().ContainSingle().Which.Id.Should().Be(mine.Id);
    }

    [Fact]
    public async Task Wrong_fields_are_named_all_at_once()
    {
        var scholen = new SchoolService.SchoolServiceClient(api.Api.As(TestSchool.AllScopes));
        var request = new RegisterSchoolRequest { Naam = "", Brin = "nee", Vestigingen = { "00", "x" }, RequestId = "geen uuid" };

        var refused = await Refused(() => scholen.RegisterSchoolAsync(request).ResponseAsync);

        refused.StatusCode.Should().Be(StatusCode.InvalidArgument);
        refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field)
            .Should().Equal("naam", "brin", "vestigingen[1]", "request_id");
    }

    [Fact]
    public async Task A_wrong_field_without_a_text_for_the_school_has_no_empty_one()
    {
        var scholen = new SchoolService.SchoolServiceClient(api.Api.As(TestSchool.AllScopes));

        var refused = await Refused(
            () => scholen.GetSchoolAsync(new GetSchoolRequest { SchoolId = "geen uuid" }).ResponseAsync);

        refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Should().ContainSingle()
            .Which.LocalizedMessage.Should().BeNull();
    }

    [Theory]
    [InlineData("page_size=x", HttpStatusCode.BadRequest)]
    [InlineData("pageSize=1.5", HttpStatusCode.BadRequest)]
    [InlineData("page_size=-1", HttpStatusCode.BadRequest)]
    [InlineData("page_size=1", HttpStatusCode.OK)]
    public async Task A_page_size_that_is_no_number_is_named_in_json(string query, HttpStatusCode expected)
    {
        using var client = new HttpClient { BaseAddress = api.Api.JsonAddress };
        var token = api.Api.Token("numo.read");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var answer = await client.GetAsync(new Uri($"v1/scholen?{query}", UriKind.Relative));
        var body = (await answer.Content.ReadAsStringAsync()).Replace(": ", ":", StringComparison.Ordinal);

        answer.StatusCode.Should().Be(expected);
        body.Contains("\"field\":\"page_size\"", StringComparison.Ordinal)
            .Should().Be(expected != HttpStatusCode.OK, body);
    }

    [Theory]
    [InlineData("kwaad.nl/", "schooldomein")]
    [InlineData("", "schooldomein")]
    public async Task A_wrong_school_domain_is_named(string domein, string field)
    {
        var koppelingen = new KoppelingService.KoppelingServiceClient(api.Api.As(TestSchool.AllScopes));
        var request = new CreateKoppelingRequest
        {
            SchoolId = Guid.NewGuid().ToString(),
            Las = Las.Magister,
            Schooldomein = domein,
            WebserviceWachtwoord = "x",
        };

        var refused = await Refused(() => koppelingen.CreateKoppelingAsync(request).ResponseAsync);

        refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Should().ContainSingle().Which.Field.Should().Be(field);
    }

    [Fact]
    public async Task A_brin_is_registered_once_and_a_repeated_request_gets_the_first_answer()
    {
        var scholen = new SchoolService.SchoolServiceClient(api.Api.As(TestSchool.AllScopes));
        var request = new RegisterSchoolRequest { Naam = "Eén", Brin = "99QQ", RequestId = Guid.NewGuid().ToString() };

        var first = await scholen.RegisterSchoolAsync(request);
        var second = await scholen.RegisterSchoolAsync(request);
        var other = await Refused(() =>
            scholen.RegisterSchoolAsync(new RegisterSchoolRequest { Naam = "Twee", Brin = "99QQ" }).ResponseAsync);
        var reused = await Refused(() => scholen.RegisterSchoolAsync(
            new RegisterSchoolRequest { Naam = "Drie", Brin = "99QR", RequestId = request.RequestId }).ResponseAsync);

        second.Should().Be(first);
        other.StatusCode.Should().Be(StatusCode.AlreadyExists);
        reused.StatusCode.Should().Be(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task A_school_is_changed_by_its_etag_and_closed()
    {
        var scholen = new SchoolService.SchoolServiceClient(api.Api.As(TestSchool.AllScopes));
        var school = (
            await scholen.RegisterSchoolAsync(new RegisterSchoolRequest { Naam = "Oud", Brin = "99QS" })).School;
        var change = new School { Id = school.Id, Naam = "Nieuw", Vestigingen = { "01", "00" }, Etag = school.Etag };

        var changed = (await scholen.UpdateSchoolAsync(new UpdateSchoolRequest { School = change })).School;
        var stale = await Refused(
            () => scholen.UpdateSchoolAsync(new UpdateSchoolRequest { School = change }).ResponseAsync);
        var closed = (await scholen.CloseSchoolAsync(new CloseSchoolRequest { SchoolId = school.Id })).School;

        changed.Naam.Should().Be("Nieuw");
        changed.Vestigingen.Should().Equal("00", "01");
        stale.StatusCode.Should().Be(StatusCode.Aborted);
        closed.CloseTime.Should().NotBeNull();
    }

    [Fact]
    public async Task The_same_contract_answers_over_json()
    {
        var (school, _) = await api.TakeSchoolAsync();
        using var client = new HttpClient { BaseAddress = api.Api.JsonAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", api.Api.Token("numo.read"));

        var text = await client.GetStringAsync(new Uri($"/v1/scholen/{school.Id}", UriKind.Relative));
        using var wrong = await client.GetAsync(new Uri("/v1/scholen/geen-id", UriKind.Relative));

        JsonDocument.Parse(text).RootElement.GetProperty("school").GetProperty("id").GetString().Should().Be(school.Id);
        wrong.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await wrong.Content.ReadAsStringAsync()).Should().Contain("school_id");
    }

    private static ErrorInfo Info(RpcException refused) => refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!;

    private static async Task<RpcException> Refused<T>(Func<Task<T>> call) =>
        (await FluentActions.Awaiting(call).Should().ThrowAsync<RpcException>()).Which;
}
