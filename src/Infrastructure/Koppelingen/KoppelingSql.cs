namespace Kurve.Numo.Infrastructure.Koppelingen;

/// <summary>What several statements about koppelingen, called <c>k</c> in them, have in common.</summary>
internal static class KoppelingSql
{
    /// <summary>How many gates are proved: all of them make an active koppeling. A gate without a row is open.</summary>
    public const string Bevestigd = """
        (SELECT COUNT(*) FROM Koppelingen_Poort AS g
            WHERE g.SchoolId = k.SchoolId AND g.Status = @Bevestigd)
        """;

    /// <summary>
    /// Whether the school is synced by night: Kurve has activated its koppeling, and nobody has suspended it. A gate that
    /// lapsed since does not matter, since the diagnosis of the night is what brings it back.
    /// </summary>
    public const string IsGeactiveerd = """
        k.OpgeschortMoment IS NULL AND EXISTS (
            SELECT 1 FROM Koppelingen_Poort AS g
            WHERE g.SchoolId = k.SchoolId AND g.Poort = @Activatie AND g.Status = @Bevestigd)
        """;
}
