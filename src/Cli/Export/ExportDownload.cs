using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;

namespace Kurve.Numo.Cli.Export;

/// <summary>A part of an export, whichever it is of.</summary>
/// <param name="Csv">Its bytes.</param>
/// <param name="ResumeToken">Asks for what comes after; empty with the last.</param>
/// <param name="Aantal">How many rows are in it.</param>
internal readonly record struct ExportPart(ByteString Csv, string ResumeToken, int Aantal);

/// <summary>Brings an export to a file, and goes on where it was when the connection breaks.</summary>
internal static class ExportDownload
{
    private const int Attempts = 5;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    /// <summary>Downloads.</summary>
    /// <param name="session">The command's session.</param>
    /// <param name="file">Where it goes.</param>
    /// <param name="force">Whether a file that is there may be overwritten.</param>
    /// <param name="call">Begins the export, or goes on after a token.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<int> RunAsync(
        Session session,
        FileInfo file,
        bool force,
        Func<string, CancellationToken, IAsyncEnumerable<ExportPart>> call,
        CancellationToken ct)
    {
        await using var output = ExportFile.Open(file, force);
        var aantal = 0;
        await foreach (var part in ReadAsync(call, session.Clock, ct))
        {
            await output.WriteAsync(part.Csv.Memory, ct);
            aantal += part.Aantal;
        }

        await output.CompleteAsync(ct);
        Write(session, file, aantal);
        return ExitCode.Done;
    }

    private static async IAsyncEnumerable<ExportPart> ReadAsync(
        Func<string, CancellationToken, IAsyncEnumerable<ExportPart>> call,
        TimeProvider clock,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (token, failures, ended) = ("", 0, false);
        while (!ended)
        {
            await using var parts = call(token, ct).GetAsyncEnumerator(ct);
            while (await MoveNextAsync(parts, ++failures < Attempts, ct))
            {
                (token, failures) = (parts.Current.ResumeToken, 0);
                ended = token.Length == 0;
                yield return parts.Current;
            }

            if (!ended)
            {
                await Task.Delay(BetweenAttempts, clock, ct);
            }
        }
    }

    private static async Task<bool> MoveNextAsync(
        IAsyncEnumerator<ExportPart> parts, bool mayRetry, CancellationToken ct)
    {
        try
        {
            return await parts.MoveNextAsync();
        }
        catch (RpcException e) when (mayRetry && e.IsInterruption(ct))
        {
            return false;
        }
    }

    private static void Write(Session session, FileInfo file, int aantal)
    {
        if (session.Json)
        {
            session.Terminal.Out.Profile.Out.Writer.WriteLine(
                $"{{\"bestand\":\"{JsonEncodedText.Encode(file.FullName)}\",\"aantal\":{Words.Of(aantal)}}}");
        }
        else
        {
            Plain.Write(
                session.Terminal.Out,
                $"Wrote {Words.Count(aantal, "row", "rows")} to {file.FullName}, readable by you alone. It holds "
                    + "personal data.");
        }
    }
}
