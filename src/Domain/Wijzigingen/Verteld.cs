namespace Kurve.Numo.Domain.Wijzigingen;

/// <summary>What an address was last told of one kind.</summary>
/// <param name="Soort">The kind.</param>
/// <param name="Onderwerp">
/// What was told, or what came after it and says the same; see <see cref="Aanleiding.Onderwerp"/>.
/// </param>
/// <param name="Dag">The Dutch day on which it was told.</param>
public sealed record Verteld(Berichtsoort Soort, string Onderwerp, DateOnly Dag)
{
    /// <summary>After how many days the same thing is told again.</summary>
    public const int Herhaling = 7;

    /// <summary>Whether something says the same, and it is too early to say it again.</summary>
    /// <param name="aanleiding">The thing.</param>
    /// <param name="andere">What else there is to tell: what it follows may be among it.</param>
    /// <param name="vandaag">The Dutch day.</param>
    public bool Covers(Aanleiding aanleiding, IReadOnlyList<Aanleiding> andere, DateOnly vandaag)
    {
        if (aanleiding.Soort != Soort || Dag.AddDays(Herhaling) <= vandaag)
        {
            return false;
        }

        var volgt = andere.Where(a => a.Soort == Soort)
            .ToDictionary(a => a.Onderwerp, a => a.Vorige, StringComparer.Ordinal);
        var onderwerp = aanleiding.Onderwerp;
        var vorige = aanleiding.Vorige;
        while (vorige is not null && !string.Equals(onderwerp, Onderwerp, StringComparison.Ordinal))
        {
            onderwerp = vorige;
            volgt.Remove(onderwerp, out vorige);
        }

        return string.Equals(onderwerp, Onderwerp, StringComparison.Ordinal);
    }
}
