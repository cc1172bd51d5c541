using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>An <see cref="Opleiding"/> as it is stored.</summary>
/// <param name="Code">UPPER_SNAKE.</param>
/// <param name="Naam">Dutch name.</param>
/// <param name="Sector"><c>VO</c> or <c>MBO</c>.</param>
/// <param name="Leerjaren">Digits 1 to 6, ascending: <c>1234</c>.</param>
/// <param name="Taal"><c>1F</c> to <c>4F</c>, or null.</param>
/// <param name="Rekenen"><c>1F</c> to <c>4F</c>, or null.</param>
public sealed record Opleidingrij(
    string Code, string Naam, string Sector, string Leerjaren, string? Taal, string? Rekenen)
{
    internal Result<Opleiding> Read()
    {
        Sector? sector = Sector switch { "VO" => Scholen.Sector.Vo, "MBO" => Scholen.Sector.Mbo, _ => null };
        return !IsUpperSnake(Code) ? new CatalogusOngeldig(Code, "expected a code in UPPER_SNAKE")
            : string.IsNullOrWhiteSpace(Naam) ? new CatalogusOngeldig(Code, "the name is empty")
            : sector is null ? new CatalogusOngeldig(Code, $"expected sector VO or MBO, found '{Sector}'")
            : !Leerjarenlijst.TryRead(Leerjaren, out var leerjaren) ? Leerjarenlijst.Refuse(Code, Leerjaren)
            : !TryReadNiveau(Taal, out var taal) ? RefuseNiveau(Taal)
            : !TryReadNiveau(Rekenen, out var rekenen) ? RefuseNiveau(Rekenen)
            : new Opleiding(Code, Naam, sector.Value, leerjaren, taal, rekenen);
    }

    private static bool IsUpperSnake(string code) =>
        code.Length > 0 && char.IsAsciiLetterUpper(code[0]) && code[^1] != '_'
        && code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_')
        && !code.Contains("__", StringComparison.Ordinal);

    private static bool TryReadNiveau(string? niveau, out Referentieniveau? read)
    {
        read = niveau is [>= '1' and <= '4', 'F'] ? (Referentieniveau)(niveau[0] - '0') : null;
        return niveau is null || read is not null;
    }

    private CatalogusOngeldig RefuseNiveau(string? niveau) =>
        new(Code, $"expected a reference level 1F to 4F, found '{niveau}'");
}

/// <summary>An <see cref="Elementcode"/> as it is stored.</summary>
/// <param name="Code">Four digits.</param>
/// <param name="Opleiding">Code of the opleiding.</param>
/// <param name="Leerjaren">Digits 1 to 6, ascending: <c>12</c>.</param>
public sealed record Elementcoderij(string Code, string Opleiding, string Leerjaren)
{
    private const int Length = 4;

    internal Result<Elementcode> Read(IReadOnlyDictionary<string, Opleiding> opleidingen) =>
        Code.Length != Length || !Code.All(char.IsAsciiDigit)
            ? new CatalogusOngeldig(Code, "expected an elementcode of four digits")
        : !opleidingen.TryGetValue(Opleiding, out var opleiding)
            ? new CatalogusOngeldig(Code, $"there is no opleiding '{Opleiding}'")
        : !Leerjarenlijst.TryRead(Leerjaren, out var leerjaren) ? Leerjarenlijst.Refuse(Code, Leerjaren)
        : leerjaren.Except(opleiding.Leerjaren).Any()
            ? new CatalogusOngeldig(Code, $"leerjaren {Leerjaren} are not all of {Opleiding}")
        : new Elementcode(Code, opleiding, leerjaren);
}

internal static class Leerjarenlijst
{
    private static readonly int[][] Lists =
    [
        .. from first in Enumerable.Range(1, 6)
           from last in Enumerable.Range(first, 7 - first)
           select Enumerable.Range(first, last - first + 1).ToArray(),
    ];

    private static readonly Dictionary<string, int[]> ByText =
        Lists.ToDictionary(list => string.Concat(list), StringComparer.Ordinal);

    // Hundreds of rows share a handful of lists.
    public static bool TryRead(string text, out int[] leerjaren) => ByText.TryGetValue(text, out leerjaren!);

    public static CatalogusOngeldig Refuse(string rij, string leerjaren) =>
        new(rij, $"expected leerjaren as a row of digits 1 to 6 such as 1234, found '{leerjaren}'");
}
