using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>What the joining of both sources gave.</summary>
/// <param name="Leerlingen">The pupils, in the order in which they were delivered.</param>
/// <param name="Rapport">How well the sources fit.</param>
/// <param name="Waarschuwingen">What is to be said of the codes as a whole.</param>
public sealed record Koppeluitkomst(
    IReadOnlyList<Aangeleverd<LeerlingGegevens>> Leerlingen,
    Koppelrapport Rapport,
    IReadOnlyList<Melding> Waarschuwingen)
{
    /// <summary>The rows that belong to no pupil, in the order in which they were delivered.</summary>
    public IReadOnlyList<Opleidingsregel> RegelsZonderLeerling { get; init; } = [];
}

/// <summary>Counts the pupils per code and leerjaar that do not go together.</summary>
internal sealed class Leerjaartelling
{
    private readonly Dictionary<(string Code, int Leerjaar, string Naam), int> _aantallen = [];

    public void Add(string? code, Vertaling vertaling)
    {
        if (code is not null && vertaling is
            {
                Leerjaaruitkomst: Leerjaaruitkomst.Ongeldig,
                Zekerheid: Zekerheid.Hoog,
                Opleiding: { } opleiding,
                Leerjaar: { } leerjaar,
            })
        {
            var key = (code, leerjaar, opleiding.Naam);
            _aantallen[key] = _aantallen.GetValueOrDefault(key) + 1;
        }
    }

    public IReadOnlyList<Melding> ToMeldingen() =>
    [
        .. _aantallen
            .OrderBy(a => a.Key.Code, StringComparer.Ordinal)
            .ThenBy(a => a.Key.Leerjaar)
            .Select(a => Meldingen.LeerjarenOngeldig(a.Key.Code, a.Key.Naam, a.Key.Leerjaar, a.Value)),
    ];
}
