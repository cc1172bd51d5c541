using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>Whom a school wants to be told, as it is stored; its addresses are rows of their own.</summary>
internal sealed class BerichtinstellingRow
{
    private static readonly Berichtsoort[] Alle = Enum.GetValues<Berichtsoort>();

    public required SchoolId SchoolId { get; init; }

    public required bool Aan { get; init; }

    public required int Soorten { get; init; }

    public required int Uur { get; init; }

    public byte[]? Geheim { get; init; }

    public DateTimeOffset? GeheimSinds { get; init; }

    public byte[]? VorigGeheim { get; init; }

    public DateTimeOffset? VorigGeheimTot { get; init; }

    public DateTimeOffset? LaatsteTest { get; init; }

    public int? Testdag { get; init; }

    public int? Tests { get; init; }

    public required string Door { get; init; }

    public required DateTimeOffset Gewijzigd { get; init; }

    public required long Versie { get; init; }

    public static BerichtinstellingRow Of(Berichtinstelling instelling) => new()
    {
        SchoolId = instelling.SchoolId,
        Aan = instelling.Aan,
        Soorten = SumOf(instelling.Soorten),
        Uur = instelling.Uur,
        Geheim = instelling.Geheim,
        GeheimSinds = instelling.GeheimSinds,
        VorigGeheim = instelling.VorigGeheim,
        VorigGeheimTot = instelling.VorigGeheimTot,
        LaatsteTest = instelling.LaatsteTest,
        Door = instelling.Door ?? "",
        Gewijzigd = instelling.Gewijzigd ?? DateTimeOffset.MinValue,
        Versie = instelling.Versie,
    };

    /// <summary>Kinds, as they are stored.</summary>
    public static int SumOf(IEnumerable<Berichtsoort> soorten) => soorten.Sum(soort => (int)soort);

    public Berichtinstelling ToInstelling(IReadOnlyList<Berichtadres> adressen) => new()
    {
        SchoolId = SchoolId,
        Aan = Aan,
        Soorten = [.. Alle.Where(soort => (Soorten & (int)soort) != 0)],
        Adressen = [.. adressen.Where(a => a.Kanaal == Berichtkanaal.Mail).Select(a => a.Adres)],
        Webhook = adressen.FirstOrDefault(a => a.Kanaal == Berichtkanaal.Webhook)?.Adres,
        Uur = Uur,
        Geheim = Geheim,
        GeheimSinds = GeheimSinds,
        VorigGeheim = VorigGeheim,
        VorigGeheimTot = VorigGeheimTot,
        LaatsteTest = LaatsteTest,
        Testdag = Testdag is { } dag ? DateOnly.FromDayNumber(dag) : null,
        Tests = Tests ?? 0,
        Door = Door,
        Gewijzigd = Gewijzigd,
        Versie = Versie,
    };
}
