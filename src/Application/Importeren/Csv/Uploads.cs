using System.Collections.Concurrent;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Csv;

/// <summary>
/// The files that wait to be read. In memory only: what is in a file is about people, and must not stay on a disk that
/// nobody cleans. A file whose process stops is lost, and its run then ends as interrupted.
/// </summary>
/// <param name="grenzen">How much may wait.</param>
public sealed class Uploads(Uploadgrenzen grenzen)
{
    private readonly ConcurrentDictionary<ImportRunId, Wachtend> _wachtend = new();
    private long _bytes;

    /// <summary>Bytes that are being received or wait.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Makes room for a part of a file; false when too much is waiting already.</summary>
    public bool TryReserve(int bytes)
    {
        if (Interlocked.Add(ref _bytes, bytes) <= grenzen.MaxBytesTegelijk)
        {
            return true;
        }

        Release(bytes);
        return false;
    }

    /// <summary>Gives room back.</summary>
    public void Release(int bytes) => Interlocked.Add(ref _bytes, -bytes);

    /// <summary>Keeps a file until its run takes it.</summary>
    internal void Add(ImportRunId id, Wachtend wachtend)
    {
        Interlocked.Add(ref _bytes, wachtend.Bestand.Inhoud.Length);
        _wachtend[id] = wachtend;
    }

    /// <summary>The file of a run; null when this process does not have it.</summary>
    internal Wachtend? Find(ImportRunId id) => _wachtend.GetValueOrDefault(id);

    /// <summary>Lets a file go, if there is one.</summary>
    internal void Remove(ImportRunId id)
    {
        if (_wachtend.TryRemove(id, out var wachtend))
        {
            Release(wachtend.Bestand.Inhoud.Length);
        }
    }
}

/// <summary>A file that waits.</summary>
/// <param name="Bestand">The file.</param>
/// <param name="Keuze">How it is to be read.</param>
/// <param name="Indeling">The school's own layout of columns, as it was when the file came.</param>
internal sealed record Wachtend(Csvbestand Bestand, Csvkeuze Keuze, Kolomindeling? Indeling);
