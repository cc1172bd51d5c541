namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>A programme of study in secondary education, as Numo chooses a leerplan by it.</summary>
/// <param name="Code">Stable code in UPPER_SNAKE, such as <c>VMBO_TL</c> or <c>HAVO_VWO</c>.</param>
/// <param name="Naam">Dutch name, such as <c>vmbo-tl</c> or <c>havo/vwo</c>.</param>
/// <param name="Leerjaren">The leerjaren that exist in it, ascending, each 1 to 6.</param>
public sealed record Opleiding(string Code, string Naam, IReadOnlyList<int> Leerjaren)
{
    /// <inheritdoc/>
    public bool Equals(Opleiding? other) =>
        other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Naam;
}

/// <summary>What decides a pupil's leerplan: opleiding and leerjaar.</summary>
/// <param name="Opleiding">The opleiding.</param>
/// <param name="Leerjaar">The leerjaar, one of the opleiding's own.</param>
public sealed record Doelgroep(Opleiding Opleiding, int Leerjaar)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Opleiding.Naam} {Leerjaar}";

    /// <summary>The same opleiding in another leerjaar; null when it has no such leerjaar.</summary>
    public Doelgroep? In(int leerjaar) => Opleiding.Leerjaren.Contains(leerjaar) ? new(Opleiding, leerjaar) : null;
}
