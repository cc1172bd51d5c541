namespace Kurve.Numo.Api.Doctor;

/// <summary>Looks at the surroundings once the service has started, and logs what is to be mended.</summary>
internal sealed partial class StartCheck(SurroundingsCheck check, ILogger<StartCheck> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var finding in await check.RunAsync(stoppingToken))
        {
            if (finding.Kind != FindingKind.Good)
            {
                LogFound(finding.Check, finding.Text, finding.Remedy!);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Check}: {Text} {Remedy}")]
    private partial void LogFound(string check, string text, string remedy);
}
