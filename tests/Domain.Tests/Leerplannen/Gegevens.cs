using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Tests.Opleidingen;
using Groep = Kurve.Numo.Domain.Opleidingen.Doelgroep;

namespace Kurve.Numo.Domain.Tests.Leerplannen;

/// <summary>The vaardigheden and Kurve's own leerplannen of the data files, and small catalogues to test rules with.
/// </summary>
internal static class Gegevens
{
    public static IReadOnlyList<Vaardigheidrij> Rijen { get; } =
    [
        .. Catalogus.Read("0011_vaardigheden.csv").Select((v, i) =>
            new Vaardigheidrij(i + 1, v[0]!, v[1]!, v[2]!, v[3]!, v[4]!, v[5]!, v[6])),
    ];

    public static IReadOnlyList<Standaardrij> Standaardrijen { get; } =
        [.. Catalogus.Read("0012_standaardleerplannen.csv").Select(v => new Standaardrij(v[0]!, v[1]!, v[2]!, v[3]!, v[4]))];

    public static Leerplancatalogus Catalogus2026 { get; } = new(
        1, Vaardighedencatalogus.Create(Rijen).Value, Standaardleerplannen.Create(Standaardrijen).Value);

    public static Groep Doelgroep(string opleiding, int leerjaar) => new(Catalogus.Default.Find(opleiding)!, leerjaar);

    /// <summary>A row that is right; each test spoils or changes what it is about.</summary>
    public static Vaardigheidrij Rij(string code, string? voorwaarden = null, int regel = 1) =>
        new(regel, code, "rekenen", "getallen", "2F", "10", "Iets kunnen", voorwaarden);

    /// <summary>Vaardigheden A, B that needs A, and C that needs B.</summary>
    public static Vaardighedencatalogus Keten { get; } =
        Vaardighedencatalogus.Create([Rij("A"), Rij("B", "A"), Rij("C", "B")]).Value;

    public static Laag Laag(Laagsoort soort, params (string Code, bool Actief)[] keuzes) => Laag(soort, "", keuzes);

    public static Laag Laag(Laagsoort soort, string naam, params (string Code, bool Actief)[] keuzes) => new(
        new Herkomst(soort, naam),
        keuzes.ToDictionary(k => k.Code, k => k.Actief),
        new Dictionary<Vak, Niveau>());
}
