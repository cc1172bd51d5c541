using Google.Protobuf;
using Grpc.Core;
using Kurve.Numo.Cli.Commands;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>Sends a file part by part, so that it is never whole in memory here.</summary>
internal static class CsvUpload
{
    private const int Blok = 256 * 1024;

    /// <summary>Sends a file.</summary>
    /// <returns>The run that was started.</returns>
    /// <exception cref="RefusedException">The file cannot be read.</exception>
    public static async Task<ImportRun> SendAsync(
        ImportService.ImportServiceClient imports, Uploadkop kop, FileInfo file, CancellationToken ct)
    {
        await using var content = InputFile.Open(file);
        using var call = imports.UploadImport(cancellationToken: ct);
        try
        {
            // A part may wait for room at an API that has answered already.
            var sending = SendAsync(kop, content, call.RequestStream, ct);
            await Task.WhenAny(sending, call.ResponseAsync);
            if (sending.IsCompleted)
            {
                await sending;
            }
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // The API refused before it had all; its answer says why.
        }

        return (await call.ResponseAsync).ImportRun;
    }

    private static async Task SendAsync(
        Uploadkop kop, Stream content, IClientStreamWriter<UploadImportRequest> stream, CancellationToken ct)
    {
        await stream.WriteAsync(new UploadImportRequest { Kop = kop }, ct);
        var buffer = new byte[Blok];
        int length;
        while ((length = await ReadAsync(content, buffer, ct)) > 0)
        {
            var blok = ByteString.CopyFrom(buffer.AsSpan(0, length));
            await stream.WriteAsync(new UploadImportRequest { Blok = blok }, ct);
        }

        await stream.CompleteAsync();
    }

    private static async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationToken ct)
    {
        try
        {
            return await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        }
        catch (IOException e)
        {
            throw InputFile.Unreadable(e);
        }
    }
}
