using System.Text;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Bronverkeer;

/// <summary>An answer of up to the largest size that is read, made while it is read: the test itself takes no memory.</summary>
/// <param name="head">What comes first.</param>
/// <param name="pattern">What comes over and over, by number.</param>
/// <param name="tail">What comes last.</param>
/// <param name="size">How large the answer is, in bytes, about.</param>
internal sealed class PatternStream(
    string head, Func<int, string> pattern, string tail, long size = BronXml.DefaultMaxBytes - (256 * 1024)) : ForwardStream
{
    private const int PieceSize = 64 * 1024;

    private readonly IEnumerator<byte[]> _pieces = Pieces(head, pattern, tail, size).GetEnumerator();
    private ReadOnlyMemory<byte> _piece;

    /// <summary>What making the answer itself allocated.</summary>
    public long Allocated { get; private set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (_piece.IsEmpty)
        {
            if (!_pieces.MoveNext())
            {
                return 0;
            }

            _piece = _pieces.Current;
        }

        Allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        var taken = Math.Min(buffer.Length, _piece.Length);
        _piece.Span[..taken].CopyTo(buffer);
        _piece = _piece[taken..];
        return taken;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    private static IEnumerable<byte[]> Pieces(string head, Func<int, string> pattern, string tail, long size)
    {
        yield return Encoding.UTF8.GetBytes(head);
        var text = new StringBuilder(PieceSize * 2);
        var (written, number) = (0L, 0);
        while (written < size)
        {
            text.Clear();
            while (text.Length < PieceSize)
            {
                text.Append(pattern(number++));
            }

            var piece = Encoding.UTF8.GetBytes(text.ToString());
            written += piece.Length;
            yield return piece;
        }

        yield return Encoding.UTF8.GetBytes(tail);
    }
}
