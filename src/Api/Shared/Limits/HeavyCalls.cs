using System.Threading.RateLimiting;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Kurve.Numo.V1;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Api.Shared.Limits;

/// <summary>
/// Bounds the calls that ask much, such as a preview, a diagnosis or an export: how many of one school and of one caller go
/// on at once.
/// </summary>
internal sealed class HeavyCalls : IDisposable
{
    private const string School = "school_id";

    /// <summary>The methods that ask much.</summary>
    public static readonly IReadOnlySet<string> Methods = new HashSet<string>(StringComparer.Ordinal)
    {
        Path(ImportService.Descriptor, "PreviewImport"),
        Path(ImportService.Descriptor, "UploadImport"),
        Path(ImportService.Descriptor, "PreviewCsv"),
        Path(ImportService.Descriptor, "ApplyImport"),
        Path(ImportService.Descriptor, "UndoImport"),
        Path(ImportService.Descriptor, "CompareImportRuns"),
        Path(ImportService.Descriptor, "ExportImportRegels"),
        Path(KoppelingService.Descriptor, "TestKoppeling"),
        Path(LeerlingService.Descriptor, "ExportLeerlingen"),
        Path(LeerplanService.Descriptor, "ImportVaardigheden"),
        Path(LeerplanService.Descriptor, "CarryOverLeerplannen"),
        Path(OpleidingService.Descriptor, "ImportCrebo"),
        Path(SchooljaarService.Descriptor, "PrepareSchooljaar"),
        Path(SchooljaarService.Descriptor, "RehearseSchooljaar"),
    };

    private readonly PartitionedRateLimiter<string> _ofSchools;
    private readonly PartitionedRateLimiter<string> _ofCallers;
    private readonly LimitOptions _options;

    public HeavyCalls(IOptions<LimitOptions> options)
    {
        _options = options.Value;
        _ofSchools = AtOnce(_options.HeavyCallsPerSchool);
        _ofCallers = AtOnce(_options.HeavyCallsPerCaller);
    }

    /// <summary>Lets a call begin; dispose what comes back when it has ended. Null when it asks little.</summary>
    /// <exception cref="RpcException">The school or the caller has as many under way as it may.</exception>
    public IDisposable? Begin(ServerCallContext context, object request)
    {
        if (!Methods.Contains(context.Method))
        {
            return null;
        }

        var caller = Take(_ofCallers, context.Subject(), _options.HeavyCallsPerCaller);
        try
        {
            // Only what is an id is counted, so that nobody fills the memory with names that are none.
            return SchoolOf(request) is { } school && Guid.TryParse(school, out _)
                ? new Both(caller, Take(_ofSchools, school, _options.HeavyCallsPerSchool))
                : caller;
        }
        catch
        {
            caller.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _ofSchools.Dispose();
        _ofCallers.Dispose();
    }

    private static string Path(Google.Protobuf.Reflection.ServiceDescriptor service, string method) =>
        $"/{service.FullName}/{service.FindMethodByName(method).Name}";

    private static PartitionedRateLimiter<string> AtOnce(int most) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetConcurrencyLimiter(
            key, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 }));

    private static RateLimitLease Take(PartitionedRateLimiter<string> limiter, string key, int most)
    {
        var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        throw new TeVeelTegelijk(most).ToRpcException();
    }

    private static string? SchoolOf(object request) => request is IMessage message
        && message.Descriptor.FindFieldByName(School) is { FieldType: FieldType.String } field
            ? (string)field.Accessor.GetValue(message)
            : null;

    private sealed class Both(IDisposable first, IDisposable second) : IDisposable
    {
        public void Dispose()
        {
            first.Dispose();
            second.Dispose();
        }
    }
}
