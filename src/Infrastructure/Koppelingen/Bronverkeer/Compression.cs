using System.IO.Compression;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// Opens the body of an answer that may be compressed without saying so: servers and gateways in front of them compress
/// unasked, and forget the header or say it of what was compressed twice. What a header says is taken off before. Nothing
/// is unpacked in advance, so the cap on an answer counts what comes out.
/// </summary>
internal static class Compression
{
    private const int Header = 2;
    private const byte GzipFirst = 0x1F;
    private const byte GzipSecond = 0x8B;
    private const byte ZlibFirst = 0x78;
    private const int ZlibCheck = 31;

    /// <summary>The body as it was before it was compressed.</summary>
    public static async Task<Stream> OpenAsync(Stream body, CancellationToken ct)
    {
        var head = new byte[Header];
        var count = await body.ReadAtLeastAsync(head, Header, throwOnEndOfStream: false, ct);
        var whole = new PrefixedStream(head.AsMemory(0, count), body);
        return head is [GzipFirst, GzipSecond] ? new GZipStream(whole, CompressionMode.Decompress)
            : IsZlib(head) ? new ZLibStream(whole, CompressionMode.Decompress)
            : whole;
    }

    // RFC 1950: no XML begins with an x.
    private static bool IsZlib(byte[] head) =>
        head[0] == ZlibFirst && ((head[0] << 8) | head[1]) % ZlibCheck == 0;

    /// <summary>A stream of which the first bytes were read already.</summary>
    private sealed class PrefixedStream(ReadOnlyMemory<byte> head, Stream rest) : ForwardStream
    {
        private ReadOnlyMemory<byte> _head = head;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_head.IsEmpty)
            {
                return await rest.ReadAsync(buffer, cancellationToken);
            }

            var count = Math.Min(_head.Length, buffer.Length);
            _head[..count].CopyTo(buffer);
            _head = _head[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            throw new NotSupportedException("An answer is only read asynchronously here.");

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                rest.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
