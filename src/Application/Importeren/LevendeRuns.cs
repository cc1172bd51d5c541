using System.Collections.Concurrent;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren;

/// <summary>
/// The runs that this process is at. It knows of them without asking the store, so that it never takes one of its own for
/// dead, however long its heartbeats wait.
/// </summary>
public sealed class LevendeRuns
{
    private readonly ConcurrentDictionary<ImportRunId, byte> _runs = new();

    /// <summary>All of them.</summary>
    public IReadOnlySet<ImportRunId> Ids => _runs.Keys.ToHashSet();

    /// <summary>Whether this process is at it.</summary>
    public bool Contains(ImportRunId id) => _runs.ContainsKey(id);

    /// <summary>This process begins with a run; dispose what comes back at its end. Null when it is at it already.</summary>
    public IDisposable? Begin(ImportRunId id) => _runs.TryAdd(id, 0) ? new Life(this, id) : null;

    private sealed class Life(LevendeRuns runs, ImportRunId id) : IDisposable
    {
        public void Dispose() => runs._runs.TryRemove(id, out _);
    }
}
