using System.Text;
using Google.Protobuf;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren.Csv;

/// <summary>Uploads files as a client does.</summary>
internal static class CsvUploads
{
    public const string Kop = "stamnummer;roepnaam;achternaam;klas;leerjaar;opleidingscode\r\n";
    public const int Blok = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Uploads a file in parts, and waits until the run needs a person or is finished.</summary>
    public static async Task<ImportRun> UploadAsync(
        this TestSchool school, string csv, Action<Uploadkop>? change = null)
    {
        var kop = new Uploadkop { SchoolId = school.Id, Bestandsnaam = "leerlingen.csv" };
        change?.Invoke(kop);
        var started = await school.Import.SendAsync(kop, Encoding.UTF8.GetBytes(csv));
        return await school.WatchAsync(started.Id);
    }

    /// <summary>Sends a header and a file in parts.</summary>
    public static Task<ImportRun> SendAsync(
        this ImportService.ImportServiceClient imports, Uploadkop kop, byte[] inhoud, int blok = Blok) =>
        imports.SendAsync(
        [
            new UploadImportRequest { Kop = kop },
            .. inhoud.Chunk(blok).Select(deel => new UploadImportRequest { Blok = ByteString.CopyFrom(deel) }),
        ]);

    /// <summary>Sends parts as they are.</summary>
    public static async Task<ImportRun> SendAsync(
        this ImportService.ImportServiceClient imports, IReadOnlyList<UploadImportRequest> delen)
    {
        using var call = imports.UploadImport(deadline: TimeProvider.System.GetUtcNow().UtcDateTime + Patience);
        try
        {
            foreach (var deel in delen)
            {
                // A part may wait for room at a server that has answered already.
                var sent = call.RequestStream.WriteAsync(deel);
                if (await Task.WhenAny(sent, call.ResponseAsync) != sent)
                {
                    break;
                }

                await sent;
            }

            if (!call.ResponseAsync.IsCompleted)
            {
                await call.RequestStream.CompleteAsync();
            }
        }
        catch (Exception e) when (e is Grpc.Core.RpcException or InvalidOperationException)
        {
            // Refused before the end; the answer says why.
        }

        return (await call.ResponseAsync).ImportRun;
    }

    /// <summary>A file of so many pupils; all invented.</summary>
    public static string Leerlingen(int aantal) => Kop + string.Concat(Enumerable
        .Range(1, aantal)
        .Select(n => $"{200000 + n};Roepnaam{n};Achternaam{n};{1 + (n % 2)}A;{1 + (n % 2)};H{1 + (n % 2)}\r\n"));
}
