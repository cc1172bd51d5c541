using System.Security.Cryptography;

namespace Kurve.Numo.Domain.Wijzigingen;

/// <summary>What a school's webhook checks our signature with. Never shows itself but by <see cref="Reveal"/>.</summary>
public sealed class Webhookgeheim(string value)
{
    /// <summary>What each begins with, so that one that leaked is known for what it is.</summary>
    public const string Begin = "numo_whsec_";

    private const int Bytes = 32;

    /// <summary>Makes one of 256 bits, with a cryptographic generator.</summary>
    public static Webhookgeheim Make() => new(Begin + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>The secret itself.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public override string ToString() => "***";
}
