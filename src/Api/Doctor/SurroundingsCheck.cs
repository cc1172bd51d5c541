using System.Net.Sockets;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Infrastructure;

namespace Kurve.Numo.Api.Doctor;

/// <summary>
/// Looks at what the service needs around it: database, keys, issuer, sources, collector, clock and disk. Nothing is changed
/// but that the folder of the keys is made, and each check ends within seconds.
/// </summary>
internal sealed class SurroundingsCheck(IServiceProvider services, IConfiguration configuration, TimeProvider clock)
{
    private const long Gigabyte = 1024 * 1024 * 1024;
    private const long LeastDisk = Gigabyte / 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(1);

    private readonly IssuerCheck _issuer = new(configuration, clock);

    /// <summary>What was found, in a fixed order.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct) =>
    [
        .. await Task.WhenAll(
            TryAsync("database", CheckDatabaseAsync, ct),
            TryAsync("keys", _ => Task.FromResult(CheckKeys()), ct),
            TryAsync("issuer", _issuer.CheckAsync, ct),
            TryAsync("source", CheckSourceAsync, ct),
            TryAsync("collector", CheckCollectorAsync, ct),
            TryAsync("clock", CheckClockAsync, ct),
            TryAsync("disk", _ => Task.FromResult(CheckDisk()), ct)),
    ];

    private static async Task<Finding> TryAsync(
        string check, Func<CancellationToken, Task<Finding>> run, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return await run(patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Finding.Fault(check, $"no answer within {Patience.TotalSeconds:0} seconds.", "See whether it is up and reachable from here.");
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            return Finding.Fault(check, exception.Message, "Mend what it says, and try again.");
        }
    }

    private async Task<Finding> CheckDatabaseAsync(CancellationToken ct)
    {
        var database = services.DescribeStores().Database;
        if (services.FindDatabaseFile() is { } file && !File.Exists(file))
        {
            return Finding.Good("database", $"{database}; it is made at the first start.");
        }

        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.PingDatabaseAsync(ct);
        return Finding.Good("database", $"{database} answers.");
    }

    private Finding CheckKeys()
    {
        var folder = services.DescribeStores().Keys;
        if (!Directory.Exists(folder))
        {
            return Finding.Good("keys", $"{folder} is made at the first start.");
        }

        var probe = Path.Combine(folder, $".doctor-{Guid.NewGuid():N}");
        File.WriteAllText(probe, "");
        File.Delete(probe);
        var isNew = services.FindDatabaseFile() is { } file && !File.Exists(file);
        return isNew || Directory.EnumerateFiles(folder, "key-*.xml").Any()
            ? Finding.Good("keys", $"{folder} can be read and written.")
            : Finding.Warning(
                "keys", $"{folder} holds no keys.", "If schools have passwords already, put the folder back (docs/runbooks/restore.md).");
    }

    private async Task<Finding> CheckSourceAsync(CancellationToken ct)
    {
        var source = services.DescribeSource();
        if (!source.HasCredentials)
        {
            return Finding.Warning(
                "source",
                $"{source.Address.Host} cannot be asked: Kurve's own key is missing.",
                "Set Numo:Uwlr:Klantcode, Klantnaam and Autorisatiesleutel.");
        }

        await ConnectAsync(source.Address, ct);
        return Finding.Good("source", $"{source.Address.Host} is reachable; each school by `numo koppeling test`.");
    }

    private async Task<Finding> CheckCollectorAsync(CancellationToken ct)
    {
        if (TelemetryExport.FindCollector(configuration) is not { } collector)
        {
            return Finding.Good("collector", "none is configured (OTEL_EXPORTER_OTLP_ENDPOINT).");
        }

        try
        {
            await ConnectAsync(collector, ct);
            return Finding.Good("collector", $"{collector} is reachable.");
        }
        catch (SocketException exception)
        {
            return Finding.Warning(
                "collector",
                $"{collector}: {exception.Message}.",
                "Traces, metrics and logs are lost until it is up, or OTEL_EXPORTER_OTLP_ENDPOINT names another.");
        }
    }

    private async Task<Finding> CheckClockAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var built = new DateTimeOffset(File.GetLastWriteTimeUtc(typeof(SurroundingsCheck).Assembly.Location), TimeSpan.Zero);
        if (now < built)
        {
            return Finding.Fault("clock", $"it is {now:u} by this machine, before this program was built ({built:u}).", "Set the clock.");
        }

        var skew = await _issuer.FindSkewAsync(ct);
        return skew is { } known && known.Duration() > MostSkew
            ? Finding.Warning(
                "clock",
                $"it is {now:u} by this machine, {known.Duration().TotalSeconds:0} seconds from the issuer's.",
                "Synchronise it with NTP: tokens are refused, and nights begin at other hours.")
            : Finding.Good("clock", skew is null ? $"{now:u}, compared with nothing." : $"{now:u}, as the issuer's.");
    }

    private Finding CheckDisk()
    {
        var folder = Path.GetDirectoryName(services.FindDatabaseFile() ?? services.DescribeStores().Keys)!;
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var free = new DriveInfo(folder).AvailableFreeSpace;
        var text = $"{(double)free / Gigabyte:0.0} GB free at {folder}.";
        const string Remedy = "Make room: a database that is full takes nothing in.";
        return free < LeastDisk ? Finding.Fault("disk", text, Remedy)
            : free < Gigabyte ? Finding.Warning("disk", text, Remedy)
            : Finding.Good("disk", text);
    }

    private static async Task ConnectAsync(Uri address, CancellationToken ct)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port, ct);
    }
}
