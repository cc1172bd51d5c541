using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;

namespace Kurve.Numo.Simulator.Misbehaviours;

/// <summary>How the bytes of an answer go out.</summary>
internal enum Aflevering
{
    /// <summary>Whole, as they are written.</summary>
    Heel,

    /// <summary>Only the first part, as a complete HTTP answer.</summary>
    Afgekapt,

    /// <summary>Only the first part, though Content-Length promises all.</summary>
    VerbrokenMetLengte,

    /// <summary>Only the first chunks.</summary>
    VerbrokenChunks,

    /// <summary>A few bytes at a time.</summary>
    Traag,

    /// <summary>Compressed with gzip.</summary>
    Gzip,

    /// <summary>Compressed with deflate.</summary>
    Deflate,

    /// <summary>Compressed with Brotli.</summary>
    Brotli,

    /// <summary>Compressed with gzip, and no header says so.</summary>
    GzipOnaangekondigd,

    /// <summary>Only the first part of what was compressed with gzip.</summary>
    GzipAfgekapt,
}

/// <summary>Delivers answers, well or badly.</summary>
internal static class Afleveraar
{
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan TimeToRead = TimeSpan.FromSeconds(5);

    /// <summary>Writes what <paramref name="write"/> writes, with its text changed.</summary>
    public static Func<Stream, CancellationToken, Task> Edit(
        Func<Stream, CancellationToken, Task> write, Func<string, string>? change) => change is null
        ? write
        : async (target, ct) =>
        {
            using var buffer = new MemoryStream();
            await write(buffer, ct);
            var text = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
            await target.WriteAsync(Encoding.UTF8.GetBytes(change(text)), ct);
        };

    /// <summary>Sends what <paramref name="write"/> writes.</summary>
    public static async Task SendAsync(
        HttpContext http,
        Aflevering aflevering,
        MisbehaviourDetails details,
        Func<Stream, CancellationToken, Task> write)
    {
        var ct = http.RequestAborted;
        if (aflevering is Aflevering.Heel)
        {
            await write(http.Response.Body, ct);
            return;
        }

        using var buffer = new MemoryStream();
        await write(buffer, ct);
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (aflevering is Aflevering.Traag)
        {
            await DripAsync(http, bytes, details);
            return;
        }

        if (aflevering >= Aflevering.Gzip)
        {
            await CompressAsync(http, bytes, aflevering);
            return;
        }

        var part = bytes[..(int)(bytes.Length * Math.Clamp(details.Fraction, 0, 1))];
        http.Response.ContentLength = aflevering switch
        {
            Aflevering.Afgekapt => part.Length,
            Aflevering.VerbrokenMetLengte => bytes.Length,
            _ => null,
        };
        await http.Response.Body.WriteAsync(part, ct);
        if (aflevering is not Aflevering.Afgekapt)
        {
            await http.Response.Body.FlushAsync(ct);

            await BreakAsync(http);
        }
    }

    private static async Task CompressAsync(HttpContext http, ReadOnlyMemory<byte> bytes, Aflevering aflevering)
    {
        using var compressed = new MemoryStream();
        await using (Stream stream = aflevering switch
        {
            Aflevering.Deflate => new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            Aflevering.Brotli => new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            await stream.WriteAsync(bytes, http.RequestAborted);
        }

        http.Response.Headers.ContentEncoding = aflevering switch
        {
            Aflevering.Deflate => "deflate",
            Aflevering.Brotli => "br",
            Aflevering.GzipOnaangekondigd => default,
            _ => "gzip",
        };
        var sent = compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
        sent = aflevering is Aflevering.GzipAfgekapt ? sent[..(sent.Length / 2)] : sent;
        await http.Response.Body.WriteAsync(sent, http.RequestAborted);
    }

    // The end is sent after the part, and the reset only once the other side has read that far: a reset takes away what
    // was not read yet, and then nothing of the answer would have arrived.
    private static async Task BreakAsync(HttpContext http)
    {
        await Task.Delay(TimeToLeave, http.RequestAborted);
        http.Features.Get<IConnectionSocketFeature>()?.Socket.Shutdown(SocketShutdown.Send);
        await Task.Delay(TimeToRead, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Abort();
    }

    private static async Task DripAsync(HttpContext http, ReadOnlyMemory<byte> bytes, MisbehaviourDetails details)
    {
        var size = Math.Max(1, details.PieceSize);
        for (var start = 0; start < bytes.Length; start += size)
        {
            await http.Response.Body.WriteAsync(
                bytes.Slice(start, Math.Min(size, bytes.Length - start)), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(details.Delay, http.RequestAborted);
        }
    }
}
