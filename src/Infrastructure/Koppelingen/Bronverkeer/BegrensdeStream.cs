using System.IO.Hashing;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// An answer as it comes in: counted against a cap, hashed while it passes, and stopped by its token.
/// <para>
/// <see cref="Read(byte[], int, int)"/> is synchronous and waits for the asynchronous read below it. That is on
/// purpose: a synchronous <see cref="System.Xml.XmlReader"/> walks an answer several times faster than an asynchronous
/// one, while only the token of an asynchronous read ends a wait for a server that drips or hangs. Callers read on the
/// thread pool (<see cref="Bronkanaal"/>), one thread per fetch.
/// </para>
/// </summary>
internal sealed class BegrensdeStream(Stream inner, string bron, long maxBytes, CancellationToken ct) : ForwardStream
{
    private const int HeadSize = 512;
    private readonly byte[] _head = new byte[HeadSize];
    private readonly XxHash128 _hash = new();
    private int _headStart;
    private int _headEnd;
    private long _received;

    /// <summary>Whether the source said that nothing follows.</summary>
    public bool Ended { get; private set; }

    /// <summary>The first bytes, without taking them: all that are needed to see an XML declaration.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        while (!Ended && _headEnd < HeadSize && _head.AsSpan(0, _headEnd).IndexOf((byte)'>') < 0)
        {
            _headEnd += Receive(_head.AsMemory(_headEnd));
        }

        return _head.AsSpan(0, _headEnd);
    }

    /// <summary>XXH128 over every byte received, lower-case hex: tells answers apart, and protects nothing.</summary>
    public string Vingerafdruk() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_headStart == _headEnd)
        {
            return Receive(buffer.AsMemory(offset, count));
        }

        var taken = Math.Min(count, _headEnd - _headStart);
        _head.AsSpan(_headStart, taken).CopyTo(buffer.AsSpan(offset));
        _headStart += taken;
        return taken;
    }

    private int Receive(Memory<byte> buffer)
    {
        ct.ThrowIfCancellationRequested();
        var pending = inner.ReadAsync(buffer, ct);
        var count = pending.IsCompletedSuccessfully ? pending.Result : pending.AsTask().GetAwaiter().GetResult();
        Ended |= count == 0;
        _received += count;
        if (_received > maxBytes)
        {
            throw new Bronuitzondering(Bronfouten.AntwoordTeGroot(bron, maxBytes));
        }

        _hash.Append(buffer.Span[..count]);
        return count;
    }
}
