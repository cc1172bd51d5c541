using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>A message as it is stored.</summary>
internal sealed class BerichtRow
{
    public required Guid Id { get; init; }

    public required Guid AdresId { get; init; }

    public required Berichtkanaal Kanaal { get; init; }

    public required Berichtstaat Staat { get; init; }

    public required DateTimeOffset Gemaakt { get; init; }

    public required int Pogingen { get; init; }

    public DateTimeOffset? EerstePoging { get; init; }

    public DateTimeOffset? Beeindigd { get; init; }

    public string? FoutCode { get; init; }

    public string? FoutTekst { get; init; }

    public Bericht ToBericht(IEnumerable<Aanleiding> aanleidingen) => new()
    {
        Id = Id,
        AdresId = AdresId,
        Staat = Staat,
        Gemaakt = Gemaakt,
        Pogingen = Pogingen,
        EerstePoging = EerstePoging,
        Aanleidingen = [.. aanleidingen],
    };
}

/// <summary>What a message tells, as it is stored.</summary>
internal sealed class BerichtregelRow
{
    /// <summary>The rows of some messages.</summary>
    public const string List = """
        SELECT BerichtId, Soort, Onderwerp, Moment, Inhoud
        FROM Wijzigingen_Berichtregel
        WHERE SchoolId = @SchoolId AND BerichtId IN @Ids
        ORDER BY Moment;
        """;

    public required Guid BerichtId { get; init; }

    public required Berichtsoort Soort { get; init; }

    public required string Onderwerp { get; init; }

    public required DateTimeOffset Moment { get; init; }

    public required string Inhoud { get; init; }

    public Aanleiding ToAanleiding()
    {
        var inhoud = BerichtJson.Read(Inhoud);
        return new Aanleiding(Soort, Onderwerp, Moment, inhoud.Redenen, inhoud.Tellingen, inhoud.Actiehouder)
        {
            Vorige = inhoud.Vorige,
        };
    }
}
