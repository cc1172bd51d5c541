using System.Text;
using System.Xml;

namespace Kurve.Numo.Simulator;

/// <summary>
/// Writes XML to a stream in pieces: elements are written without waiting into a small buffer, and the buffer goes out
/// between two persons. Nothing holds the whole text.
/// </summary>
internal sealed class XmlUitvoer : IDisposable
{
    private const int Piece = 32 * 1024;
    private readonly MemoryStream _buffer = new(Piece * 2);
    private readonly Stream _target;

    /// <summary>Starts an XML document.</summary>
    public XmlUitvoer(Stream target, Encoding encoding, bool declaration)
    {
        _target = target;
        Xml = XmlWriter.Create(_buffer, new XmlWriterSettings
        {
            Encoding = encoding,
            OmitXmlDeclaration = !declaration,
            CloseOutput = false,
        });
    }

    /// <summary>Writes the elements.</summary>
    public XmlWriter Xml { get; }

    /// <summary>Sends what is there when it is enough for a piece.</summary>
    public ValueTask SendPieceAsync(CancellationToken ct) =>
        _buffer.Length < Piece ? ValueTask.CompletedTask : SendAsync(ct);

    /// <summary>Sends everything.</summary>
    public ValueTask FinishAsync(CancellationToken ct)
    {
        Xml.Flush();
        return SendAsync(ct);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Xml.Dispose();
        _buffer.Dispose();
    }

    private async ValueTask SendAsync(CancellationToken ct)
    {
        await _target.WriteAsync(_buffer.GetBuffer().AsMemory(0, (int)_buffer.Length), ct);
        await _target.FlushAsync(ct);
        _buffer.SetLength(0);
    }
}
