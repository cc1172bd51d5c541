using System.Net;
using Grpc.Core;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>How a connection meets a gateway whose replicas die, on a real network.</summary>
public sealed class BrokenApiTests : IAsyncLifetime
{
    private readonly List<string> _asked = [];
    private WebApplication _gateway = null!;
    private ApiConnection _api = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _gateway = builder.Build();
        _gateway.Run(AnswerAsync);
        await _gateway.StartAsync();
        var server = _gateway.Services.GetRequiredService<IServer>();
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        _api = ApiConnection.Open(new Uri(addresses.Single()), token: null);
    }

    public async Task DisposeAsync()
    {
        _api.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task A_question_is_asked_some_times_and_a_change_without_a_request_id_once()
    {
        var read = async () => await _api.Imports.GetImportRunAsync(new GetImportRunRequest());
        var change = async () => await _api.Koppelingen.RotateWachtwoordAsync(new RotateWachtwoordRequest());

        var failure = (await read.Should().ThrowAsync<RpcException>()).Which.Status;
        await change.Should().ThrowAsync<RpcException>();

        failure.StatusCode.Should().Be(StatusCode.Unavailable);
        failure.DebugException.Should().BeNull("something answered");
        _asked.Count(method => method.EndsWith("/GetImportRun", StringComparison.Ordinal)).Should().Be(5);
        _asked.Count(method => method.EndsWith("/RotateWachtwoord", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task A_stream_that_is_reset_is_an_interruption()
    {
        using var call = _api.Imports.WatchImportRun(new WatchImportRunRequest());

        var next = () => call.ResponseStream.MoveNext(CancellationToken.None);

        (await next.Should().ThrowAsync<RpcException>()).Which.IsInterruption(CancellationToken.None).Should().BeTrue();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        _asked.Add(context.Request.Path);
        if (!context.Request.Path.Value!.EndsWith("/WatchImportRun", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            return;
        }

        const int cancel = 8;
        context.Response.ContentType = "application/grpc";
        await context.Response.StartAsync();
        context.Features.Get<IHttpResetFeature>()!.Reset(cancel);
    }
}
