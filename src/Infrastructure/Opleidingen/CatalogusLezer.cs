using Dapper;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Opleidingen;

/// <summary>Reads the catalogue that the migrations brought; once, when the process starts.</summary>
internal static class CatalogusLezer
{
    private const string Opleidingen = """
        SELECT Code, Naam, Sector, Leerjaren, Taal, Rekenen
        FROM Opleidingen_Opleiding
        ORDER BY Volgorde;
        """;

    private const string Elementcodes = """
        SELECT Code, Opleiding, Leerjaren
        FROM Opleidingen_Elementcode
        ORDER BY Code;
        """;

    /// <exception cref="InvalidOperationException">The data of a migration are wrong; the message names the
    /// row.</exception>
    public static Opleidingscatalogus Load(SqlDialect dialect)
    {
        using var connection = dialect.CreateConnection();
        connection.Open();
        var catalogus = Opleidingscatalogus.Create(
            connection.Query<Opleidingrij>(Opleidingen), connection.Query<Elementcoderij>(Elementcodes));
        return catalogus.IsOk ? catalogus.Value : throw new InvalidOperationException(catalogus.Error.Message);
    }
}
