namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>What one level says of one thing.</summary>
/// <typeparam name="T">Whether it is active, or a niveau.</typeparam>
/// <param name="Herkomst">Who says it.</param>
/// <param name="Waarde">What.</param>
public sealed record Uitspraak<T>(Herkomst Herkomst, T Waarde);

/// <summary>What a leerplan amounts to for one vaardigheid.</summary>
/// <param name="Vaardigheid">The vaardigheid.</param>
/// <param name="Uitspraken">What each level says, the weakest first: the last one decides. Empty when none does; then
/// it is not active.</param>
/// <param name="InactieveVoorwaarden">Of an active vaardigheid, its voorwaarden that are not active.</param>
public sealed record EffectieveVaardigheid(
    Vaardigheid Vaardigheid, IReadOnlyList<Uitspraak<bool>> Uitspraken, IReadOnlyList<string> InactieveVoorwaarden)
{
    /// <summary>Whether the pupil practises it.</summary>
    public bool Actief => Uitspraken is [.., { Waarde: true }];
}

/// <summary>What a leerplan amounts to for the level to reach in one vak.</summary>
/// <param name="Vak">The vak.</param>
/// <param name="Uitspraken">What each level says, the weakest first, at least one: the last one decides.</param>
public sealed record EffectiefStreefniveau(Vak Vak, IReadOnlyList<Uitspraak<Niveau>> Uitspraken)
{
    /// <summary>The level to reach.</summary>
    public Niveau Niveau => Uitspraken[^1].Waarde;
}

/// <summary>
/// What all levels together amount to. Of levels of different soort the later <see cref="Laagsoort"/> decides; of two
/// samengestelde groepen that disagree, active and the higher niveau decide: what one teacher does not need, another may.
/// </summary>
/// <param name="Vaardigheden">Every vaardigheid, but retired ones of which nobody says anything; ordered as in the
/// catalogue.</param>
/// <param name="Streefniveaus">The levels to reach, by vak.</param>
public sealed record EffectiefLeerplan(
    IReadOnlyList<EffectieveVaardigheid> Vaardigheden, IReadOnlyList<EffectiefStreefniveau> Streefniveaus)
{
    /// <summary>Computes what levels amount to; their order does not matter.</summary>
    public static EffectiefLeerplan Resolve(Vaardighedencatalogus catalogus, IReadOnlyList<Laag> lagen)
    {
        var actief = new HashSet<string>(StringComparer.Ordinal);
        var gehoord = new List<(Vaardigheid Vaardigheid, Uitspraak<bool>[] Uitspraken)>(catalogus.All.Count);
        foreach (var vaardigheid in catalogus.All)
        {
            var uitspraken = Hear(lagen, laag => Keuze(laag, vaardigheid.Code));
            if (uitspraken is [.., { Waarde: true }])
            {
                actief.Add(vaardigheid.Code);
            }

            if (uitspraken.Length > 0 || !vaardigheid.Vervallen)
            {
                gehoord.Add((vaardigheid, uitspraken));
            }
        }

        return new EffectiefLeerplan(
            [.. gehoord.Select(g => new EffectieveVaardigheid(g.Vaardigheid, g.Uitspraken, Missing(g.Vaardigheid, actief)))],
            [
                .. Enum.GetValues<Vak>()
                    .Select(vak => new EffectiefStreefniveau(vak, Hear(lagen, laag => Streefniveau(laag, vak))))
                    .Where(streefniveau => streefniveau.Uitspraken.Count > 0),
            ]);
    }

    /// <summary>Whether levels amount to active for one vaardigheid.</summary>
    public static bool IsActief(string code, IReadOnlyList<Laag> lagen)
    {
        var (sterkste, actief) = (default(Laagsoort), false);
        foreach (var laag in lagen)
        {
            if (laag.Herkomst.Soort >= sterkste && laag.Keuzes.TryGetValue(code, out var keuze))
            {
                actief = keuze || (actief && laag.Herkomst.Soort == sterkste);
                sterkste = laag.Herkomst.Soort;
            }
        }

        return actief;
    }

    private static Uitspraak<T>[] Hear<T>(IReadOnlyList<Laag> lagen, Func<Laag, T?> say)
        where T : struct
    {
        var uitspraken = new List<Uitspraak<T>>(lagen.Count);
        foreach (var laag in lagen)
        {
            if (say(laag) is { } waarde)
            {
                uitspraken.Add(new Uitspraak<T>(laag.Herkomst, waarde));
            }
        }

        return uitspraken.Count < 2
            ? [.. uitspraken]
            :
            [
                .. uitspraken
                    .OrderBy(u => u.Herkomst.Soort)
                    .ThenBy(u => u.Waarde)
                    .ThenBy(u => u.Herkomst.Naam, StringComparer.Ordinal)
                    .ThenBy(u => u.Herkomst.Id),
            ];
    }

    private static bool? Keuze(Laag laag, string code) => laag.Keuzes.TryGetValue(code, out var actief) ? actief : null;

    private static Niveau? Streefniveau(Laag laag, Vak vak) =>
        laag.Streefniveaus.TryGetValue(vak, out var niveau) ? niveau : null;

    private static string[] Missing(Vaardigheid vaardigheid, HashSet<string> actief) =>
        vaardigheid.Voorwaarden.Count == 0 || !actief.Contains(vaardigheid.Code)
            ? []
            : [.. vaardigheid.Voorwaarden.Where(code => !actief.Contains(code))];
}
