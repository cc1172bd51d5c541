using System.Net;
using System.Net.Http.Headers;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Shared.Limits;

/// <summary>The share of one token, one school and one caller.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    private const int Burst = 20;

    private SimulatorHost _simulator = null!;
    private ApiProcess _api = null!;

    public async Task InitializeAsync()
    {
        _simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions { Pupils = 40, Schools = 3, Quiet = true }, CancellationToken.None);
        _api = await ApiProcess.StartAsync(
            _simulator,
            ("Numo:Limits:CallsPerSecond", "1"),
            ("Numo:Limits:Burst", $"{Burst}"),
            ("Numo:Limits:HeavyCallsPerCaller", "2"),
            ("Numo:Limits:StreamIdle", "00:00:02"));
    }

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_token_that_calls_too_often_is_refused_and_keeps_no_other_from_calling()
    {
        var busy = await TestSchool.RegisterAsync(_api, _simulator.Scholen[0]);
        var other = await TestSchool.RegisterAsync(_api, _simulator.Scholen[1]);

        var refusals = await CallAsync(busy.Id, 3 * Burst);

        refusals.Count(refusal => refusal is null).Should().BeGreaterThanOrEqualTo(Burst);
        var refused = refusals.OfType<RpcException>().Should().NotBeEmpty().And.Subject.First();
        refused.StatusCode.Should().Be(StatusCode.ResourceExhausted);
        refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.Should().Be("TE_VEEL_AANROEPEN");
        refused.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.Seconds.Should().BePositive();
        (await CallAsync(other.Id, 1)).Should().Equal([null], "that is another school");
        using var answer = await GetJsonAsync(busy.Id);
        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.Should().NotBeNull();
        (await answer.Content.ReadAsStringAsync()).Should().Contain("TE_VEEL_AANROEPEN");
    }

    [Fact]
    public async Task Uploads_that_stall_end_and_are_bounded_and_then_others_go_on()
    {
        var school = await TestSchool.RegisterAsync(_api, _simulator.Scholen[2]);
        using var first = await StallAsync(school);
        using var second = await StallAsync(school);

        using var third = await StallAsync(school);
        var tooMany = await OutcomeAsync(third);
        var ended = await Task.WhenAll(OutcomeAsync(first), OutcomeAsync(second));
        using var again = await StallAsync(school);
        await again.RequestStream.WriteAsync(new UploadImportRequest
        {
            Blok = Google.Protobuf.ByteString.CopyFromUtf8("Roepnaam;Achternaam;Stamnummer\nNoor;Voorbeeld;1\n"),
        });
        await again.RequestStream.CompleteAsync();

        tooMany.Should().Be((StatusCode.ResourceExhausted, "TE_VEEL_TEGELIJK"));
        ended.Should().AllBeEquivalentTo((StatusCode.Unavailable, "STROOM_STIL"));
        (await again.ResponseAsync).ImportRun.State.Should().Be(ImportState.Ophalen);
    }

    private static async Task<AsyncClientStreamingCall<UploadImportRequest, UploadImportResponse>> StallAsync(
        TestSchool school)
    {
        var call = school.Import.UploadImport();
        await call.RequestStream.WriteAsync(
            new UploadImportRequest { Kop = new Uploadkop { SchoolId = school.Id, Bestandsnaam = "l.csv" } });
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        return call;
    }

    private static async Task<(StatusCode Code, string? Reason)> OutcomeAsync(
        AsyncClientStreamingCall<UploadImportRequest, UploadImportResponse> call)
    {
        var end = async () => await call.ResponseAsync;
        var refusal = (await end.Should().ThrowAsync<RpcException>()).Which;
        return (refusal.StatusCode, refusal.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
    }

    private async Task<IReadOnlyList<RpcException?>> CallAsync(string school, int times)
    {
        var scholen = new SchoolService.SchoolServiceClient(_api.As("numo.read", school));
        var outcomes = new List<RpcException?>();
        for (var i = 0; i < times; i++)
        {
            try
            {
                await scholen.GetSchoolAsync(new GetSchoolRequest { SchoolId = school });
                outcomes.Add(null);
            }
            catch (RpcException refusal)
            {
                outcomes.Add(refusal);
            }
        }

        return outcomes;
    }

    private async Task<HttpResponseMessage> GetJsonAsync(string school)
    {
        using var client = new HttpClient { BaseAddress = _api.JsonAddress };
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", _api.Token("numo.read", school));
        return await client.GetAsync(new Uri($"v1/scholen/{school}", UriKind.Relative));
    }
}
