namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>A skill that a pupil practises.</summary>
/// <param name="Code">Stable, such as <c>NL.LEZEN.2F.03</c>; what everything else refers to.</param>
/// <param name="Naam">Dutch name.</param>
/// <param name="Vak">The subject.</param>
/// <param name="Domein">The part of the subject.</param>
/// <param name="Niveau">The level, of the vak's own scale.</param>
/// <param name="Volgorde">Its place within the domein; lower comes first.</param>
/// <param name="Voorwaarden">Codes of the vaardigheden that must be active for it to make sense: of the same vak, and of
/// no higher niveau.</param>
/// <param name="Vervallen">Whether the catalogue no longer has it. It stays with who chose it; nobody gets it anew.
/// </param>
public sealed record Vaardigheid(
    string Code,
    string Naam,
    Vak Vak,
    Domein Domein,
    Niveau Niveau,
    int Volgorde,
    IReadOnlyList<string> Voorwaarden,
    bool Vervallen = false)
{
    /// <summary>Whether both say the same.</summary>
    public bool Equals(Vaardigheid? other) =>
        other is not null
        && string.Equals(Code, other.Code, StringComparison.Ordinal)
        && string.Equals(Naam, other.Naam, StringComparison.Ordinal)
        && (Vak, Domein, Niveau, Volgorde, Vervallen)
            == (other.Vak, other.Domein, other.Niveau, other.Volgorde, other.Vervallen)
        && Voorwaarden.SequenceEqual(other.Voorwaarden, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A vaardigheid as a data file or the database says it, not yet checked.</summary>
/// <param name="Regel">The line that it stands on, from 1.</param>
/// <param name="Code">The code.</param>
/// <param name="Vak">As written: <c>rekenen</c>.</param>
/// <param name="Domein">As written: <c>meten en meetkunde</c>.</param>
/// <param name="Niveau">As written: <c>2F</c>.</param>
/// <param name="Volgorde">A whole number of 0 or more.</param>
/// <param name="Naam">Dutch name.</param>
/// <param name="Voorwaarden">Codes with spaces between; null or empty for none.</param>
/// <param name="Vervallen">Whether it is retired.</param>
public sealed record Vaardigheidrij(
    int Regel,
    string Code,
    string Vak,
    string Domein,
    string Niveau,
    string Volgorde,
    string Naam,
    string? Voorwaarden,
    bool Vervallen = false);
