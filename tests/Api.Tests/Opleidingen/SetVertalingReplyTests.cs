using Grpc.Core;
using Kurve.Numo.Api.Opleidingen;
using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.V1;
using MediatR;
using Microsoft.Extensions.Logging.Abstractions;

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
        var service = new OpleidingGrpcService(new Sender(siblings), NullLogger<OpleidingGrpcService>.Instance);
        var request = new SetVertalingRequest
        {
            SchoolId = Settled.Vertaling.SchoolId.ToString(),
            Opleidingscode = "0300",
            Opleiding = "vwo",
        };
        return service.SetVertaling(request, new Call());
    }

    /// <summary>Settles, and then does as it is told.</summary>
    private sealed class Sender(Func<Result<Page<OnbekendeCodeView>>> siblings) : ISender
    {
        public Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default) =>
            Task.FromResult((TResponse)(request is ListVerwanteCodes
                ? (object)siblings()
                : (Result<VertalingenView>)Settled));

        public Task Send<TRequest>(TRequest request, CancellationToken cancellationToken = default)
            where TRequest : IRequest => throw new NotSupportedException();

        public Task<object?> Send(object request, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<TResponse> CreateStream<TResponse>(
            IStreamRequest<TResponse> request, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<object?> CreateStream(object request, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }

    /// <summary>A call that nobody cancels.</summary>
    private sealed class Call : ServerCallContext
    {
        protected override string MethodCore => "SetVertaling";

        protected override string HostCore => "localhost";

        protected override string PeerCore => "localhost";

        protected override DateTime DeadlineCore => DateTime.MaxValue;

        protected override Metadata RequestHeadersCore { get; } = [];

        protected override CancellationToken CancellationTokenCore => CancellationToken.None;

        protected override Metadata ResponseTrailersCore { get; } = [];

        protected override Grpc.Core.Status StatusCore { get; set; }

        protected override WriteOptions? WriteOptionsCore { get; set; }

        protected override AuthContext AuthContextCore { get; } = new(null, []);

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
            throw new NotSupportedException();

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;
    }
}
