namespace Kurve.Numo.Infrastructure.Koppelingen;

/// <summary>What several statements about koppelingen, called <c>k</c> in them, have in common.</summary>
internal static class KoppelingSql
{
    /// <summary>How many gates are proved: all of them make an active koppeling. A gate without a row is open.</summary>
    public const string Bevestigd = """
        (SELECT COUNT(*) FROM Koppelingen_Poort AS g
            WHERE g.SchoolId = k.SchoolId AND g.Status = @Bevestigd)
        """;

    /// <summary>Whether imports may run, as far as the koppeling goes.</summary>
    public const string IsActief = $"k.OpgeschortMoment IS NULL AND @AllePoorten = {Bevestigd}";
}
