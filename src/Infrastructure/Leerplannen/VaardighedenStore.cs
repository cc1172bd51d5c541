using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerplannen;

/// <summary>The catalogue that this process read last; good for as long as the database names the same version.</summary>
internal sealed class Catalogusgeheugen
{
    private Leerplancatalogus? _laatste;

    public Leerplancatalogus? Find(long versie) => _laatste is { } laatste && laatste.Versie == versie ? laatste : null;

    public Leerplancatalogus Keep(Leerplancatalogus catalogus) => _laatste = catalogus;
}

internal sealed class VaardighedenStore(DbSession session, Catalogusgeheugen geheugen) : IVaardighedenStore
{
    private const string FindVersie = """
        SELECT Versie
        FROM Leerplannen_Catalogus;
        """;

    private const string LoadVaardigheden = """
        SELECT Code, Vak, Domein, Niveau, Volgorde, Naam, Voorwaarden, Vervallen
        FROM Leerplannen_Vaardigheid;
        """;

    private const string LoadStandaarden = """
        SELECT Opleiding, Leerjaren, Vak, ActiefTot, Streefniveau
        FROM Leerplannen_Standaard;
        """;

    private const string LoadInGebruik = """
        SELECT DISTINCT Vaardigheid
        FROM Leerplannen_Keuze;
        """;

    private const string RaiseVersie = """
        UPDATE Leerplannen_Catalogus
        SET Versie = Versie + 1
        WHERE Versie = @Versie;
        """;

    private const string Add = """
        INSERT INTO Leerplannen_Vaardigheid (Code, Vak, Domein, Niveau, Volgorde, Naam, Voorwaarden, Vervallen)
        VALUES (@Code, @Vak, @Domein, @Niveau, @Volgorde, @Naam, @Voorwaarden, @Vervallen);
        """;

    private const string Update = """
        UPDATE Leerplannen_Vaardigheid
        SET Vak = @Vak, Domein = @Domein, Niveau = @Niveau, Volgorde = @Volgorde, Naam = @Naam,
            Voorwaarden = @Voorwaarden, Vervallen = @Vervallen
        WHERE Code = @Code;
        """;

    private const string Delete = """
        DELETE FROM Leerplannen_Vaardigheid
        WHERE Code = @Code;
        """;

    public async Task<Leerplancatalogus> GetAsync(CancellationToken ct)
    {
        var versie = (await session.QueryAsync<long>(FindVersie, new { }, ct))[0];
        return geheugen.Find(versie) ?? geheugen.Keep(await session.ReadAtOnceAsync(() => LoadAsync(ct), ct));
    }

    public async Task<IReadOnlySet<string>> FindInGebruikAsync(CancellationToken ct) =>
        (await session.QueryAsync<string>(LoadInGebruik, new { }, ct)).ToHashSet(StringComparer.Ordinal);

    public async Task<bool> ReplaceAsync(long versie, Cataloguswijziging wijziging, CancellationToken ct)
    {
        if (await session.ExecuteAsync(RaiseVersie, new { Versie = versie }, ct) == 0)
        {
            return false;
        }

        await session.ExecuteAsync(Delete, wijziging.Verwijderd.Select(ToParameters), ct);
        await session.ExecuteAsync(Add, wijziging.Nieuw.Select(ToParameters), ct);
        await session.ExecuteAsync(Update, wijziging.Gewijzigd.Concat(wijziging.Vervallen).Select(ToParameters), ct);
        return true;
    }

    private async Task<Leerplancatalogus> LoadAsync(CancellationToken ct)
    {
        var versie = (await session.QueryAsync<long>(FindVersie, new { }, ct))[0];
        var rijen = await session.QueryAsync<Rij>(LoadVaardigheden, new { }, ct);
        var vaardigheden = Vaardighedencatalogus.Create([.. rijen.Select((rij, i) => rij.ToVaardigheidrij(i + 1))]);
        var standaarden = Standaardleerplannen.Create(
            await session.QueryAsync<Standaardrij>(LoadStandaarden, new { }, ct));

        // What is stored was checked before: if it is wrong, somebody changed the database by hand.
        var error = vaardigheden.Error ?? standaarden.Error;
        return error is null
            ? new Leerplancatalogus(versie, vaardigheden.Value, standaarden.Value)
            : throw new InvalidOperationException(error.Message);
    }

    private static object ToParameters(Vaardigheid vaardigheid) => new
    {
        vaardigheid.Code,
        Vak = vaardigheid.Vak.Show(),
        Domein = vaardigheid.Domein.Show(),
        Niveau = vaardigheid.Niveau.Show(),
        vaardigheid.Volgorde,
        vaardigheid.Naam,
        Voorwaarden = vaardigheid.Voorwaarden.Count == 0 ? null : string.Join(' ', vaardigheid.Voorwaarden),
        Vervallen = vaardigheid.Vervallen ? 1 : 0,
    };

    private sealed class Rij
    {
        public required string Code { get; init; }

        public required string Vak { get; init; }

        public required string Domein { get; init; }

        public required string Niveau { get; init; }

        public required int Volgorde { get; init; }

        public required string Naam { get; init; }

        public string? Voorwaarden { get; init; }

        public required bool Vervallen { get; init; }

        public Vaardigheidrij ToVaardigheidrij(int regel) => new(
            regel,
            Code,
            Vak,
            Domein,
            Niveau,
            Volgorde.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Naam,
            Voorwaarden,
            Vervallen);
    }
}
