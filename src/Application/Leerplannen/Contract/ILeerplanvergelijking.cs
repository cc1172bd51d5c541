using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerplannen.Contract;

/// <summary>Tells other modules what another doelgroep means for a leerplan.</summary>
public interface ILeerplanvergelijking
{
    /// <summary>
    /// What Kurve and the school say to one doelgroep and not to another. Groepen and pupils have their own say on top
    /// of both, which stays as it is.
    /// </summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="schooljaar">The school year.</param>
    /// <param name="wisselingen">The doelgroepen before and after; null for none.</param>
    /// <param name="ct">Stops the read.</param>
    /// <returns>The difference of each pair that was asked for.</returns>
    Task<IReadOnlyDictionary<Doelgroepwisseling, Leerplanverschil>> CompareAsync(
        SchoolId schoolId,
        Schooljaar schooljaar,
        IReadOnlyCollection<Doelgroepwisseling> wisselingen,
        CancellationToken ct);
}

/// <summary>A change of doelgroep.</summary>
/// <param name="Van">Before; null for none.</param>
/// <param name="Naar">After; null for none.</param>
public sealed record Doelgroepwisseling(Doelgroep? Van, Doelgroep? Naar);

internal sealed class Leerplanvergelijking(ILeerplanStore leerplannen, IVaardighedenStore vaardigheden)
    : ILeerplanvergelijking
{
    public async Task<IReadOnlyDictionary<Doelgroepwisseling, Leerplanverschil>> CompareAsync(
        SchoolId schoolId,
        Schooljaar schooljaar,
        IReadOnlyCollection<Doelgroepwisseling> wisselingen,
        CancellationToken ct)
    {
        if (wisselingen.Count == 0)
        {
            return new Dictionary<Doelgroepwisseling, Leerplanverschil>();
        }

        var catalogus = await vaardigheden.GetAsync(ct);
        var vanSchool = (await leerplannen.LoadDoelgroepenAsync(schoolId, schooljaar, ct)).ToLookup(
            laag => laag.Herkomst.Naam, StringComparer.Ordinal);
        return wisselingen.Distinct().ToDictionary(
            wisseling => wisseling,
            wisseling => Leerplanverschil.Between(Resolve(wisseling.Van), Resolve(wisseling.Naar)));

        EffectiefLeerplan Resolve(Doelgroep? doelgroep) => catalogus.Resolve(
            doelgroep is null ? [] : [catalogus.LaagOf(doelgroep), .. vanSchool[doelgroep.ToString()]]);
    }
}
