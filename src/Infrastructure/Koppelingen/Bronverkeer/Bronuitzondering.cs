using Kurve.Numo.Domain.Koppelingen;

namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// Carries a <see cref="Bronfout"/> out of the middle of a stream, where <see cref="Stream"/> leaves no other way. It
/// never leaves this folder: <see cref="BronXml"/> turns it into a result.
/// </summary>
internal sealed class Bronuitzondering(Bronfout fout) : Exception(fout.Message)
{
    public Bronfout Fout { get; } = fout;
}
