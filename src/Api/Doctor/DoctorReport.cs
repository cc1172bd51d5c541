using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Api.Doctor;

/// <summary>
/// `doctor`: reads configuration and environment as a start would, looks at the surroundings and the ports, and says what is
/// wrong and how to mend it. The service is not started.
/// </summary>
internal static class DoctorReport
{
    private const int Width = 80;
    private const int TextAt = 17;

    /// <returns>0 when nothing keeps the service from working; 1 otherwise.</returns>
    public static async Task<int> RunAsync(
        Func<WebApplication> build, Func<Exception, string?> explain, TextWriter output, CancellationToken ct)
    {
        IReadOnlyList<Finding> findings;
        try
        {
            await using var app = build();
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            findings =
            [
                Finding.Good("configuration", $"environment {app.Environment.EnvironmentName}; every setting is known and valid."),
                .. await app.Services.GetRequiredService<SurroundingsCheck>().RunAsync(ct),
                .. Ports(app.Configuration).Select(CheckPort),
            ];
        }
        catch (Exception exception) when (explain(exception) is { } reason)
        {
            findings = [Finding.Fault("configuration", reason, "Mend it and run this again: the rest is looked at then.")];
        }

        await WriteAsync(findings, output);
        return findings.Any(finding => finding.Kind == FindingKind.Fault) ? 1 : 0;
    }

    private static async Task WriteAsync(IReadOnlyList<Finding> findings, TextWriter output)
    {
        foreach (var finding in findings)
        {
            var mark = finding.Kind switch { FindingKind.Good => "✓", FindingKind.Warning => "!", _ => "✗" };
            await output.WriteLineAsync(Wrap($"{mark} {finding.Check}", finding.Text));
            if (finding.Remedy is { } remedy)
            {
                await output.WriteLineAsync(Wrap($"{new string(' ', TextAt - 2)}→", remedy));
            }
        }

        var (faults, warnings) = (Count(FindingKind.Fault), Count(FindingKind.Warning));
        await output.WriteLineAsync(faults + warnings == 0
            ? "All is well."
            : $"{faults} to mend before the service works, {warnings} to look at.");

        int Count(FindingKind kind) => findings.Count(finding => finding.Kind == kind);
    }

    // By words; each line of the text stands under the first.
    private static string Wrap(string head, string text)
    {
        var lines = new List<string> { head.PadRight(TextAt - 1) };
        foreach (var word in text.Split(' ', '\n'))
        {
            if (lines[^1].Length + 1 + word.Length > Width && lines[^1].Length >= TextAt)
            {
                lines.Add(new string(' ', TextAt - 1));
            }

            lines[^1] += $" {word}";
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<int> Ports(IConfiguration configuration)
    {
        var urls = configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => Uri.TryCreate(endpoint["Url"], UriKind.Absolute, out var url) ? url.Port : 0)
            .Where(port => port > 0)
            .ToArray();
        return urls.Length > 0 ? urls : ApiRegistration.DefaultPorts;
    }

    private static Finding CheckPort(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return Finding.Good($"port {port}", "is free.");
        }
        catch (SocketException exception)
        {
            return Finding.Warning(
                $"port {port}",
                $"{exception.Message}.",
                "Fine when the service runs already; otherwise stop what uses it, or name other addresses in Kestrel:Endpoints.");
        }
    }
}
