namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>A level to reach that changes.</summary>
/// <param name="Vak">The vak.</param>
/// <param name="Oud">Before; null for none.</param>
/// <param name="Nieuw">After; null for none.</param>
public sealed record Streefniveauwijziging(Vak Vak, Niveau? Oud, Niveau? Nieuw);

/// <summary>How two leerplannen differ.</summary>
/// <param name="WordtActief">Codes that become active, in the order of the catalogue.</param>
/// <param name="WordtInactief">Codes that stop being active, in the same order.</param>
/// <param name="Streefniveaus">The levels to reach that change, by vak.</param>
public sealed record Leerplanverschil(
    IReadOnlyList<string> WordtActief,
    IReadOnlyList<string> WordtInactief,
    IReadOnlyList<Streefniveauwijziging> Streefniveaus)
{
    /// <summary>Whether they do not.</summary>
    public bool IsLeeg => WordtActief.Count + WordtInactief.Count + Streefniveaus.Count == 0;

    /// <summary>Compares what was with what will be, of one catalogue.</summary>
    public static Leerplanverschil Between(EffectiefLeerplan oud, EffectiefLeerplan nieuw)
    {
        var was = Active(oud);
        var wordt = Active(nieuw);
        return new Leerplanverschil(
            [.. wordt.Except(was, StringComparer.Ordinal)],
            [.. was.Except(wordt, StringComparer.Ordinal)],
            [
                .. Enum.GetValues<Vak>()
                    .Select(vak => new Streefniveauwijziging(vak, Find(oud, vak), Find(nieuw, vak)))
                    .Where(wijziging => wijziging.Oud != wijziging.Nieuw),
            ]);
    }

    private static string[] Active(EffectiefLeerplan leerplan) =>
        [.. leerplan.Vaardigheden.Where(v => v.Actief).Select(v => v.Vaardigheid.Code)];

    private static Niveau? Find(EffectiefLeerplan leerplan, Vak vak) =>
        leerplan.Streefniveaus.FirstOrDefault(s => s.Vak == vak)?.Niveau;
}
