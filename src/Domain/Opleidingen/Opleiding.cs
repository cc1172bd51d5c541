using Kurve.Numo.Domain.Scholen;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>A programme of study, as Numo chooses a leerplan by it.</summary>
/// <param name="Code">Stable code in UPPER_SNAKE, such as <c>VMBO_TL</c> or <c>MBO_4</c>.</param>
/// <param name="Naam">Dutch name, such as <c>vmbo-tl</c> or <c>mbo niveau 4</c>.</param>
/// <param name="Sector">Secondary or vocational education.</param>
/// <param name="Leerjaren">The leerjaren that exist in it, ascending, each 1 to 6.</param>
/// <param name="Taal">The reference level for Dutch to reach by the end; a mixed level has the lowest of those that it
/// mixes. Null where the law sets none.</param>
/// <param name="Rekenen">The same for arithmetic.</param>
public sealed record Opleiding(
    string Code,
    string Naam,
    Sector Sector,
    IReadOnlyList<int> Leerjaren,
    Referentieniveau? Taal,
    Referentieniveau? Rekenen)
{
    /// <inheritdoc/>
    public bool Equals(Opleiding? other) =>
        other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Naam;
}

/// <summary>
/// A fundamental level of the referentiekader taal en rekenen (Besluit referentieniveaus, BWBR0027879).
/// </summary>
public enum Referentieniveau
{
    /// <summary>1F: end of primary school.</summary>
    F1 = 1,

    /// <summary>2F: end of vmbo and of mbo 2 and 3.</summary>
    F2,

    /// <summary>3F: end of havo and mbo 4; of vwo for arithmetic.</summary>
    F3,

    /// <summary>4F: end of vwo; Dutch only.</summary>
    F4,
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
