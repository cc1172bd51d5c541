using System.Globalization;

namespace Kurve.Numo.Infrastructure.Shared;

/// <summary>Where an export goes on, and of which version of the data it is.</summary>
/// <param name="Versie">The version that the export began with.</param>
/// <param name="Na">What the part before ended with.</param>
internal sealed record ResumeToken(long Versie, string Na)
{
    /// <summary>Reads a token; null when it is not one of ours.</summary>
    public static ResumeToken? Read(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var versie)
            ? new ResumeToken(versie, text[(dot + 1)..])
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Versie}.{Na}");
}
