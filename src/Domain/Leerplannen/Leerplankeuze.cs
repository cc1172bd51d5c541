using System.Collections.Immutable;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>
/// Changes a leerplan, unless an active vaardigheid would then stand without its voorwaarden. That is looked at with all
/// levels above, for each kind of pupil that the leerplan is for; what lower levels say is their own affair.
/// </summary>
/// <param name="catalogus">The vaardigheden.</param>
/// <param name="boven">The levels above, once for each kind of pupil; none when the leerplan is for nobody yet.</param>
public sealed class Leerplankeuze(Vaardighedencatalogus catalogus, IReadOnlyList<IReadOnlyList<Laag>> boven)
{
    private readonly IReadOnlyList<IReadOnlyList<Laag>> _boven = boven.Count > 0 ? boven : [[]];

    /// <summary>Activates.</summary>
    /// <param name="leerplan">The leerplan.</param>
    /// <param name="codes">The vaardigheden.</param>
    /// <param name="metVoorwaarden">Whether the voorwaarden that are not active are activated as well.</param>
    /// <returns>The leerplan after; or <see cref="VaardigheidOnbekend"/>, <see cref="VaardigheidVervallen"/> or
    /// <see cref="VoorwaardenNietActief"/>.</returns>
    public Result<Leerplan> Activate(Leerplan leerplan, IReadOnlyList<string> codes, bool metVoorwaarden)
    {
        if (Refuse(codes, isActivating: true) is { } error)
        {
            return error;
        }

        var alle = metVoorwaarden ? Close(codes, code => MissingVoorwaarden(leerplan, code)) : Close(codes, _ => []);
        return Check(leerplan, leerplan.Choose(alle, actief: true), alle);
    }

    /// <summary>Deactivates.</summary>
    /// <param name="leerplan">The leerplan.</param>
    /// <param name="codes">The vaardigheden.</param>
    /// <param name="metAfhankelijken">Whether what needs them is deactivated as well.</param>
    /// <returns>The leerplan after; or <see cref="VaardigheidOnbekend"/> or <see cref="VoorwaardenNietActief"/>.
    /// </returns>
    public Result<Leerplan> Deactivate(Leerplan leerplan, IReadOnlyList<string> codes, bool metAfhankelijken)
    {
        if (Refuse(codes, isActivating: false) is { } error)
        {
            return error;
        }

        var alle = metAfhankelijken ? Close(codes, code => ActiveAfhankelijken(leerplan, code)) : Close(codes, _ => []);
        return Check(leerplan, leerplan.Choose(alle, actief: false), []);
    }

    /// <summary>Replaces all that a leerplan says; null leaves a part as it is.</summary>
    /// <returns>The leerplan after; or <see cref="VaardigheidOnbekend"/>, <see cref="VaardigheidVervallen"/>,
    /// <see cref="StreefniveauOngeldig"/> or <see cref="VoorwaardenNietActief"/>.</returns>
    public Result<Leerplan> Replace(
        Leerplan leerplan, IReadOnlyDictionary<string, bool>? keuzes, IReadOnlyDictionary<Vak, Niveau>? streefniveaus)
    {
        var verkeerd = streefniveaus?.Where(paar => !Vakindeling.Knows(paar.Key, paar.Value)).ToArray() ?? [];
        if (verkeerd is [var (vak, niveau), ..])
        {
            return new StreefniveauOngeldig(vak, niveau);
        }

        // What was chosen before a vaardigheid was retired may stay.
        var nieuw = keuzes?.Where(k => k.Value && !leerplan.Keuzes.GetValueOrDefault(k.Key)).Select(k => k.Key) ?? [];
        if ((Refuse([.. keuzes?.Keys ?? []], isActivating: false) ?? Refuse([.. nieuw], isActivating: true)) is { } error)
        {
            return error;
        }

        var na = leerplan with
        {
            Keuzes = keuzes is null ? leerplan.Keuzes : Leerplan.GeenKeuzes.AddRange(keuzes),
            Streefniveaus = streefniveaus?.ToImmutableSortedDictionary() ?? leerplan.Streefniveaus,
        };
        return Check(leerplan, na, []);
    }

    private Error? Refuse(IReadOnlyList<string> codes, bool isActivating) => codes
        .Select(code => catalogus.Find(code) switch
        {
            null => new VaardigheidOnbekend(code),
            { Vervallen: true } when isActivating => new VaardigheidVervallen(code),
            _ => (Error?)null,
        })
        .FirstOrDefault(error => error is not null);

    private IEnumerable<string> MissingVoorwaarden(Leerplan leerplan, string code) =>
        catalogus.Find(code)!.Voorwaarden.Where(voorwaarde => !_boven.All(b => IsActief(b, leerplan, voorwaarde)));

    private IEnumerable<string> ActiveAfhankelijken(Leerplan leerplan, string code) => catalogus
        .Afhankelijken(code)
        .Select(afhankelijke => afhankelijke.Code)
        .Where(afhankelijke => _boven.Any(b => IsActief(b, leerplan, afhankelijke)));

    private static HashSet<string> Close(IReadOnlyList<string> codes, Func<string, IEnumerable<string>> next)
    {
        var alle = new HashSet<string>(codes, StringComparer.Ordinal);
        var open = new Queue<string>(codes);
        while (open.TryDequeue(out var code))
        {
            foreach (var volgende in next(code).Where(alle.Add))
            {
                open.Enqueue(volgende);
            }
        }

        return alle;
    }

    /// <summary>What was broken before may stay so, but for what is asked for by name.</summary>
    private Result<Leerplan> Check(Leerplan voor, Leerplan na, HashSet<string> gevraagd)
    {
        var breuken = new OrderedDictionary<(string Vaardigheid, string Voorwaarde), Error>();
        foreach (var lagen in _boven)
        {
            foreach (var vaardigheid in catalogus.All.Where(v => v.Voorwaarden.Count > 0 && IsActief(lagen, na, v.Code)))
            {
                foreach (var voorwaarde in vaardigheid.Voorwaarden.Where(code => !IsActief(lagen, na, code)))
                {
                    var was = IsActief(lagen, voor, voorwaarde);
                    if (was || gevraagd.Contains(vaardigheid.Code) || !IsActief(lagen, voor, vaardigheid.Code))
                    {
                        breuken[(vaardigheid.Code, voorwaarde)] = was
                            ? new VoorwaardeNogNodig(voorwaarde, vaardigheid.Code)
                            : new VoorwaardeOntbreekt(vaardigheid.Code, voorwaarde);
                    }
                }
            }
        }

        return breuken.Count > 0 ? new VoorwaardenNietActief([.. breuken.Values]) : na;
    }

    private static bool IsActief(IReadOnlyList<Laag> lagen, Leerplan leerplan, string code) =>
        leerplan.Keuzes.TryGetValue(code, out var keuze) ? keuze : EffectiefLeerplan.IsActief(code, lagen);
}
