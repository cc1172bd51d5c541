using System.Diagnostics;
using System.Text;
using Kurve.Numo.Api.Tests.Importeren;
using Kurve.Numo.Api.Tests.Shared;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>The command line as its users run it, in a process of its own that gets a Ctrl-C.</summary>
[Collection(nameof(TweeApis))]
public sealed class InterruptedPreviewTests(TwoProcesses api)
{
    [Fact]
    public async Task Ctrl_C_tells_that_the_run_goes_on_how_to_follow_it_and_how_to_stop_it()
    {
        var (school, run) = await api.StartSlowAsync();
        var token = api.First.Token(TestSchool.AllScopes);

        var (exitCode, shown) = await WatchAndInterruptAsync(school, run, token);
        var after = await school.Import.GetImportRunAsync(
            new GetImportRunRequest { SchoolId = school.Id, ImportRunId = run });
        var discarded = await new CommandLineBuilder().OverNetwork()
            .WithVariable("NUMO_API", api.Second.GrpcAddress.ToString())
            .WithVariable("NUMO_TOKEN", token)
            .RunAsync("import", "discard", "--school", school.Id, run);

        exitCode.Should().Be(1);
        shown.Should().ContainAll(
            $"Run {run} goes on without you.",
            $"numo import watch --school {school.Id} {run}",
            $"numo import discard --school {school.Id} {run}");
        after.ImportRun.State.Should().Be(ImportState.Ophalen);
        discarded.Out.Should().ContainAll("Discarded", "VERWORPEN");
    }

    private async Task<(int ExitCode, string Shown)> WatchAndInterruptAsync(TestSchool school, string run, string token)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Kurve.Numo.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [program, "import", "watch", "--school", school.Id, run])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["NUMO_API"] = api.First.GrpcAddress.ToString();
        start.Environment["NUMO_TOKEN"] = token;
        using var process = Process.Start(start)!;
        using var patience = Programs.LimitTime(process);
        var shown = new StringBuilder();
        while (await process.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            shown.AppendLine(line);
            if (line.Contains("UWLR 00", StringComparison.Ordinal))
            {
                using var interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]);
                await interrupt.WaitForExitAsync();
                break;
            }
        }

        shown.Append(await process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, shown.ToString());
    }
}
