using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client.Configuration;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Connection;

/// <summary>
/// Which calls are repeated for a few seconds when the API is away: those that change nothing, and those with a
/// <c>request_id</c>, which the API does once.
/// </summary>
internal static class Repeats
{
    private const string RequestId = "request_id";
    private static readonly string[] Reads = ["Get", "List", "BatchGet"];

    /// <summary>As the channel takes it.</summary>
    public static ServiceConfig Configuration()
    {
        var config = new MethodConfig
        {
            // Each wait is drawn between nothing and this.
            RetryPolicy = new RetryPolicy
            {
                MaxAttempts = 5,
                InitialBackoff = TimeSpan.FromSeconds(1),
                BackoffMultiplier = 1.5,
                MaxBackoff = TimeSpan.FromSeconds(2),
                RetryableStatusCodes = { StatusCode.Unavailable, StatusCode.ResourceExhausted },
            },
        };
        ServiceDescriptor[] services =
        [
            SchoolService.Descriptor, KoppelingService.Descriptor, ImportService.Descriptor, LeerlingService.Descriptor,
            OpleidingService.Descriptor, LeerplanService.Descriptor, SynchronisatieService.Descriptor,
            WijzigingService.Descriptor, SchooljaarService.Descriptor,
        ];
        foreach (var method in services.SelectMany(service => service.Methods).Where(IsRepeated))
        {
            config.Names.Add(new MethodName { Service = method.Service.FullName, Method = method.Name });
        }

        return new ServiceConfig { MethodConfigs = { config } };
    }

    private static bool IsRepeated(MethodDescriptor method) =>
        method is { IsClientStreaming: false, IsServerStreaming: false }
        && (method.InputType.FindFieldByName(RequestId) is not null
            || Reads.Any(read => method.Name.StartsWith(read, StringComparison.Ordinal)));
}
