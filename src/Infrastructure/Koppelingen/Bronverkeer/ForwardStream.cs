namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// A stream that is read once from its beginning to its end, and can do nothing else. The rest throws what
/// <see cref="Stream"/> asks for when <see cref="CanSeek"/> and <see cref="CanWrite"/> are false.
/// </summary>
internal abstract class ForwardStream : Stream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException();

    public sealed override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public sealed override void Flush() => throw new NotSupportedException();

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
