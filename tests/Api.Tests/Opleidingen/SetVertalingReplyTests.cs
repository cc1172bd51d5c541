using Grpc.Core;
using Kurve.Numo.Api.Opleidingen;
using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.V1;
using MediatR;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace Kurve.Numo.Api.Tests.Opleidingen;

/// <summary>What is answered once a translation is settled, whatever happens to what is shown beside it.</summary>
public sealed class SetVertalingReplyTests
{
    private static readonly VertalingenView Settled = new(
        new VertalingView(Guid.NewGuid(), "0300", "vwo", "vwo", "2026-2027", null, "test", DateTimeOffset.UnixEpoch, 1), []);

    [Fact]
    public async Task A_translation_that_is_settled_is_answered_without_siblings_when_they_cannot_be_read()
    {
        var reply = await SetAsync(() => throw new InvalidOperationException("The database went away."));

        reply.Vertaling.Opleidingscode.Should().Be("0300");
        reply.VerwanteCodes.Should().BeEmpty();
    }

    [Fact]
    public async Task A_translation_that_is_settled_is_answered_without_siblings_when_they_are_refused()
    {
        var reply = await SetAsync(() => new OpleidingOnbekend("vwo"));

        reply.Vertaling.Opleidingscode.Should().Be("0300");
        reply.VerwanteCodes.Should().BeEmpty();
    }

    private static Task<SetVertalingResponse> SetAsync(Func<Result<Page<OnbekendeCodeView>>> siblings)
    {
        var sender = Substitute.For<ISender>();
        sender.Send(Arg.Any<SetVertaling>(), Arg.Any<CancellationToken>()).Returns(Settled);
        sender.Send(Arg.Any<ListVerwanteCodes>(), Arg.Any<CancellationToken>()).Returns(_ => siblings());
        var service = new OpleidingGrpcService(sender, NullLogger<OpleidingGrpcService>.Instance);
        var request = new SetVertalingRequest
        {
            SchoolId = Settled.Vertaling.SchoolId.ToString(),
            Opleidingscode = "0300",
            Opleiding = "vwo",
        };
        return service.SetVertaling(request, Substitute.For<ServerCallContext>());
    }
}
