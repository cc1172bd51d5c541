using System.Diagnostics;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>Runs programs of which none should take long.</summary>
internal static class Programs
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs a program that asks nothing until it ends.</summary>
    /// <exception cref="TimeoutException">It did not end; what it wrote is in the message.</exception>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        using var process = Process.Start(start)!;
        using var patience = LimitTime(process);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException(
                $"{start.FileName} did not end within {Patience}:\n{await output}{await error}", e);
        }
    }

    /// <summary>Kills a program that takes too long, with all that it started; the token is cancelled then.</summary>
    public static CancellationTokenSource LimitTime(Process process)
    {
        var limit = new CancellationTokenSource(Patience);
        limit.Token.Register(() => process.Kill(entireProcessTree: true));
        return limit;
    }
}
