using Google.Protobuf;
using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Importeren.Csv;

/// <summary>
/// Receives a file part by part, into memory and within bounds: of one file, and of all that are received at once.
/// Disposing gives the room back; who keeps the file has made room of its own by then.
/// </summary>
internal sealed class UploadReader(Uploads uploads, Uploadgrenzen grenzen, SchoolId school, string caller) : IDisposable
{
    private const int SmallestBlok = 64 * 1024;
    private const int LargestBlok = 1024 * 1024;

    private int _reserved;

    /// <summary>The first message, which says how the file is to be read.</summary>
    public static async Task<V1.Uploadkop> ReadKopAsync(
        IAsyncStreamReader<V1.UploadImportRequest> stream, CancellationToken ct) =>
        await stream.MoveNext(ct) && stream.Current.Kop is { } kop
            ? kop
            : throw new UploadVolgorde("The first message of an upload holds kop.").ToRpcException();

    /// <summary>The rest: the file.</summary>
    public async Task<byte[]> ReadAsync(IAsyncStreamReader<V1.UploadImportRequest> stream, CancellationToken ct)
    {
        var inhoud = new MemoryStream();
        var last = LargestBlok;
        while (await stream.MoveNext(ct))
        {
            if (stream.Current.DeelCase != V1.UploadImportRequest.DeelOneofCase.Blok)
            {
                throw new UploadVolgorde("Every message but the first holds blok.").ToRpcException();
            }

            var blok = stream.Current.Blok;
            if (last < SmallestBlok || blok.Length is 0 or > LargestBlok)
            {
                var length = last < SmallestBlok ? last : blok.Length;
                throw new BlokOngeldig(length, SmallestBlok, LargestBlok) { Field = "blok" }.ToRpcException();
            }

            last = blok.Length;
            Reserve(blok.Length);
            inhoud.Write(blok.Span);
        }

        return Finish(inhoud.ToArray());
    }

    /// <summary>A file that came in one message.</summary>
    public byte[] Take(ByteString inhoud)
    {
        Reserve(inhoud.Length);
        return Finish(inhoud.ToByteArray());
    }

    public void Dispose() => uploads.Release(Interlocked.Exchange(ref _reserved, 0), school, caller);

    private void Reserve(int bytes)
    {
        if (_reserved + bytes > grenzen.MaxBytes)
        {
            throw (CsvErrors.BestandTeGroot(grenzen.MaxBytes) with { Field = "blok" }).ToRpcException();
        }

        if (!uploads.TryReserve(bytes, school, caller))
        {
            throw new UploadsVol().ToRpcException();
        }

        _reserved += bytes;
    }

    private static byte[] Finish(byte[] inhoud) => inhoud.Length > 0
        ? inhoud
        : throw (CsvErrors.BestandLeeg with { Field = "blok" }).ToRpcException();
}

/// <summary>The messages of an upload come in another order than they must.</summary>
internal sealed record UploadVolgorde(string Uitleg) : Error(ErrorKind.Invalid, "UPLOAD_VOLGORDE", Uitleg);

/// <summary>A part of a file that is too small or too large.</summary>
internal sealed record BlokOngeldig(int Bytes, int Kleinste, int Grootste)
    : Error(
        ErrorKind.Invalid,
        "BLOK_ONGELDIG",
        $"A blok has {Kleinste} to {Grootste} bytes, and only the last may be smaller, but not empty; this one has {Bytes}.");

/// <summary>Too many files are being received.</summary>
internal sealed record UploadsVol()
    : Error(
        ErrorKind.Exhausted,
        "UPLOADS_VOL",
        "Too many files are being received, altogether or for this school or caller; try again soon.",
        "Er worden op dit moment te veel bestanden aangeleverd. Probeer het zo nog eens.");
