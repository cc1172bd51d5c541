namespace Kurve.Numo.Domain.Koppelingen;

/// <summary>
/// A password or key in memory. It never shows itself: text, logs, debuggers and serializers see <c>***</c>; only
/// <see cref="Reveal"/> gives the value, and who calls that sends it to the system that it opens.
/// </summary>
public sealed class Geheim(string value)
{
    /// <summary>The secret itself.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public override string ToString() => "***";
}
