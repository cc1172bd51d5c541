using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>Requests of which no message can be made.</summary>
[Collection(nameof(PersonenApi))]
public sealed class UnreadableRequestTests(EndToEnd api)
{
    private const string Geheim = "zeer-geheime-waarde";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly byte[] Garbage = [0x0a, 0xff, 0xff, 0xff, 0x7f, 0x01];

    [Fact]
    public async Task Bytes_that_are_no_message_are_refused_by_every_method_and_leave_a_line_in_the_log()
    {
        var before = api.Api.Output.Length;
        var wrong = new List<string>();
        foreach (var method in Contract.Methods)
        {
            var refusal = await api.Api.As(TestSchool.AllScopes).CallAsync(method, Garbage, Patience);
            if (refusal?.StatusCode != StatusCode.InvalidArgument || Reason(refusal) != "BERICHT_ONLEESBAAR")
            {
                wrong.Add($"{method.FullName}: {refusal?.Status}");
            }
        }

        wrong.Should().BeEmpty();
        api.Api.Output[before..].Should().NotContain("   at Google.Protobuf").And.NotContain("Unhandled");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("\"x\"")]
    [InlineData("{\"naam\": 5}")]
    [InlineData("{\"naam\": \"zeer-geheime-waarde\", \"sector\": \"zeer-geheime-waarde\"}")]
    public async Task Json_that_is_no_message_is_refused_with_a_reason(string body)
    {
        using var answer = await SendAsync(HttpMethod.Post, "v1/scholen", body);

        var error = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        error.GetProperty("details")[0].GetProperty("reason").GetString().Should().Be("JSON_ONLEESBAAR");
        api.Api.Output.Should().NotContain(Geheim);
    }

    [Theory]
    [InlineData(long.MaxValue, 0)]
    [InlineData(long.MinValue, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 1_000_000_000)]
    public async Task A_moment_out_of_range_is_refused_by_its_name(long seconds, int nanos)
    {
        var imports = new ImportService.ImportServiceClient(api.Api.As(TestSchool.AllScopes));

        var list = async () => await imports.ListImportRunsAsync(new ListImportRunsRequest
        {
            SchoolId = Guid.NewGuid().ToString(),
            Vanaf = new Timestamp { Seconds = seconds, Nanos = nanos },
        });

        var refusal = (await list.Should().ThrowAsync<RpcException>()).Which;
        refusal.StatusCode.Should().Be(StatusCode.InvalidArgument);
        refusal.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Should().ContainSingle()
            .Which.Field.Should().Be("vanaf");
    }

    [Theory]
    [InlineData("99999-01-01T00:00:00Z")]
    [InlineData("gisteren")]
    public async Task A_moment_that_is_none_is_refused_in_an_address(string moment)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"v1/scholen/{Guid.NewGuid()}/imports?vanaf={moment}", null);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("JSON_ONLEESBAAR");
    }

    [Fact]
    public async Task The_log_has_the_reason_and_the_fields_of_what_is_refused_and_no_value()
    {
        var scholen = new SchoolService.SchoolServiceClient(api.Api.As(TestSchool.AllScopes));
        var request = new RegisterSchoolRequest { Naam = "x", Brin = Geheim + "\u001b[31m", RequestId = Geheim };

        var register = async () => await scholen.RegisterSchoolAsync(request);

        await register.Should().ThrowAsync<RpcException>();
        await api.Api.WaitForOutputAsync(
            "/kurve.numo.v1.SchoolService/RegisterSchool refused with REQUEST_INVALID: brin, request_id", Patience);
        api.Api.Output.Should().NotContain(Geheim).And.NotContain("\u001b[31m");
    }

    private static string? Reason(RpcException refusal) => refusal.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason;

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body)
    {
        using var client = new HttpClient { BaseAddress = api.Api.JsonAddress };
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", api.Api.Token(TestSchool.AllScopes));
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await client.SendAsync(request);
    }
}
