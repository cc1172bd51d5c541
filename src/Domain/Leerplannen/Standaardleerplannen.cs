using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerplannen;

/// <summary>What Kurve says of one vak to one doelgroep.</summary>
/// <param name="ActiefTot">Vaardigheden up to and including this niveau are active.</param>
/// <param name="Streefniveau">The level to reach; null where none is set.</param>
public sealed record Standaard(Niveau ActiefTot, Niveau? Streefniveau);

/// <summary>A row of Kurve's own leerplannen as its data file says it, not yet checked.</summary>
/// <param name="Opleiding">Code of the opleiding.</param>
/// <param name="Leerjaren">Digits 1 to 6: <c>123</c>.</param>
/// <param name="Vak">As written.</param>
/// <param name="ActiefTot">As written.</param>
/// <param name="Streefniveau">As written; null for none.</param>
public sealed record Standaardrij(string Opleiding, string Leerjaren, string Vak, string ActiefTot, string? Streefniveau);

/// <summary>Kurve's own leerplan for each doelgroep: what counts where a school says nothing.</summary>
public sealed class Standaardleerplannen
{
    private readonly Dictionary<(string Opleiding, int Leerjaar), Dictionary<Vak, Standaard>> _standaarden = [];

    private Standaardleerplannen()
    {
    }

    /// <summary>Makes the leerplannen of rows.</summary>
    /// <returns>The leerplannen, or <see cref="StandaardOngeldig"/> that names the first row that is wrong.</returns>
    public static Result<Standaardleerplannen> Create(IEnumerable<Standaardrij> rijen)
    {
        var standaarden = new Standaardleerplannen();
        foreach (var rij in rijen)
        {
            if (standaarden.Add(rij) is { } reden)
            {
                return new StandaardOngeldig($"{rij.Opleiding} {rij.Leerjaren} {rij.Vak}", reden);
            }
        }

        return standaarden;
    }

    /// <summary>What Kurve says to a doelgroep, per vak; a vak that is not in it has nothing active.</summary>
    public IReadOnlyDictionary<Vak, Standaard> Of(Doelgroep doelgroep) =>
        _standaarden.GetValueOrDefault((doelgroep.Opleiding.Code, doelgroep.Leerjaar)) ?? [];

    private string? Add(Standaardrij rij)
    {
        if (Vakindeling.FindVak(rij.Vak) is not { } vak)
        {
            return $"there is no vak '{rij.Vak}'";
        }

        if (Vakindeling.FindNiveau(vak, rij.ActiefTot) is not { } actiefTot)
        {
            return $"niveau '{rij.ActiefTot}' is not one of {vak.Show()}";
        }

        var streefniveau = rij.Streefniveau is null ? null : Vakindeling.FindNiveau(vak, rij.Streefniveau);
        if (rij.Streefniveau is not null && streefniveau is null)
        {
            return $"niveau '{rij.Streefniveau}' is not one of {vak.Show()}";
        }

        foreach (var cijfer in rij.Leerjaren)
        {
            if (cijfer is < '1' or > '6')
            {
                return $"expected leerjaren as digits 1 to 6, found '{rij.Leerjaren}'";
            }

            if (!AddTo((rij.Opleiding, cijfer - '0'), vak, new Standaard(actiefTot, streefniveau)))
            {
                return $"leerjaar {cijfer} is in another row as well";
            }
        }

        return null;
    }

    private bool AddTo((string Opleiding, int Leerjaar) doelgroep, Vak vak, Standaard standaard)
    {
        if (!_standaarden.TryGetValue(doelgroep, out var vakken))
        {
            _standaarden.Add(doelgroep, vakken = []);
        }

        return vakken.TryAdd(vak, standaard);
    }
}

/// <summary>All that does not depend on a school: the vaardigheden, and what Kurve says to each doelgroep.</summary>
/// <param name="versie">Rises when the vaardigheden are replaced.</param>
/// <param name="vaardigheden">The vaardigheden.</param>
/// <param name="standaarden">What Kurve says.</param>
public sealed class Leerplancatalogus(
    long versie, Vaardighedencatalogus vaardigheden, Standaardleerplannen standaarden)
{
    private readonly ConcurrentDictionary<Doelgroep, Laag> _lagen = new();

    /// <summary>Rises when the vaardigheden are replaced.</summary>
    public long Versie => versie;

    /// <summary>The vaardigheden.</summary>
    public Vaardighedencatalogus Vaardigheden => vaardigheden;

    /// <summary>What Kurve says to a doelgroep: of every vaardigheid that is not retired.</summary>
    public Laag LaagOf(Doelgroep doelgroep) => _lagen.GetOrAdd(doelgroep, Create);

    /// <summary>All levels of a pupil, Kurve's too.</summary>
    public IReadOnlyList<Laag> LagenOf(Leerlinglagen leerling) =>
        leerling.Doelgroep is { } doelgroep ? [LaagOf(doelgroep), .. leerling.Lagen] : leerling.Lagen;

    /// <summary>What levels amount to.</summary>
    public EffectiefLeerplan Resolve(IReadOnlyList<Laag> lagen) => EffectiefLeerplan.Resolve(vaardigheden, lagen);

    private Laag Create(Doelgroep doelgroep)
    {
        var standaard = standaarden.Of(doelgroep);
        return new Laag(
            new Herkomst(Laagsoort.Kurve, doelgroep.ToString()),
            vaardigheden.All.Where(v => !v.Vervallen).ToDictionary(
                v => v.Code,
                v => standaard.GetValueOrDefault(v.Vak) is { } grens && v.Niveau <= grens.ActiefTot,
                StringComparer.Ordinal),
            standaard
                .Where(paar => paar.Value.Streefniveau is not null)
                .ToImmutableDictionary(paar => paar.Key, paar => paar.Value.Streefniveau!.Value));
    }
}
