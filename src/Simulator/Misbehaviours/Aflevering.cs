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
}

/// <summary>Delivers answers, well or badly.</summary>
internal static class Afleveraar
{
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromMilliseconds(100);

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

            // What was written must have left the machine before the connection goes.
            await Task.Delay(TimeToLeave, ct);
            http.Abort();
        }
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
