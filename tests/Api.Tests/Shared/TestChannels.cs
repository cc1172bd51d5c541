using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>Where tests get their connections to an API, so that each call over one has a deadline.</summary>
internal static class TestChannels
{
    public static GrpcChannel Open(Uri address) => GrpcChannel.ForAddress(address);

    /// <summary>The way in over a connection, with a deadline for each call that has none.</summary>
    public static CallInvoker Calls(this GrpcChannel channel) => channel.CreateCallInvoker().Intercept(new Deadline());
}
