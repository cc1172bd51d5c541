using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren;

/// <summary>Puts into a run how far it is.</summary>
internal static class Voortgangen
{
    /// <summary>The run with all phases so far, and the people read.</summary>
    public static ImportRun With(this ImportRun run, Voortgang voortgang)
    {
        var fases = voortgang.Fases;
        return run with
        {
            Fases = fases,
            Gelezen = fases.Where(f => f.Fase == Importfase.Personen).Sum(f => f.Gedaan),
        };
    }
}

/// <summary>
/// How far a run is: written by the work, read by whoever tells of it. Safe for use by many threads.
/// </summary>
/// <param name="clock">The time.</param>
/// <param name="vorige">What the last run did: who does the same again is expected to need as much.</param>
internal sealed class Voortgang(TimeProvider clock, IReadOnlyList<Fasevoortgang> vorige)
{
    private readonly Lock _gate = new();
    private readonly List<Fasevoortgang> _fases = [];
    private int _veranderingen;

    /// <summary>Rises with each change.</summary>
    public int Veranderingen => Volatile.Read(ref _veranderingen);

    /// <summary>All phases that began, in that order.</summary>
    public IReadOnlyList<Fasevoortgang> Fases
    {
        get
        {
            lock (_gate)
            {
                return [.. _fases];
            }
        }
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A phase begins.</summary>
    /// <param name="fase">What is done.</param>
    /// <param name="verwacht">How many there will be; null to go by the last run.</param>
    /// <param name="vestiging">Of which vestiging, where each is done apart.</param>
    /// <returns>Takes how many were done. A count that begins again counts from there.</returns>
    public Fasemeter Begin(Importfase fase, int? verwacht = null, Vestigingsnummer? vestiging = null)
    {
        var eerder = vorige.FirstOrDefault(f => f.Fase == fase
            && f.Klaar is not null
            && string.Equals(f.Vestiging, vestiging?.Value, StringComparison.Ordinal));
        lock (_gate)
        {
            _fases.Add(new Fasevoortgang(
                fase, vestiging?.Value, 0, verwacht ?? eerder?.Gedaan, Now, null));
            _veranderingen++;
            return new Fasemeter(this, _fases.Count - 1);
        }
    }

    private void Change(int index, Func<Fasevoortgang, Fasevoortgang> change)
    {
        lock (_gate)
        {
            _fases[index] = change(_fases[index]);
            _veranderingen++;
        }
    }

    /// <summary>Takes how far one phase is.</summary>
    internal sealed class Fasemeter(Voortgang voortgang, int index) : IProgress<int>
    {
        /// <inheritdoc/>
        public void Report(int value) => voortgang.Change(index, fase => fase with { Gedaan = value });

        /// <summary>The phase is done, with so many in all.</summary>
        public void End(int gedaan)
        {
            var now = voortgang.Now;
            voortgang.Change(index, fase =>
            {
                Telemetry.PhaseDone(fase.Fase.ToString(), now - fase.Begonnen);
                return fase with { Gedaan = gedaan, Klaar = now };
            });
        }
    }
}
