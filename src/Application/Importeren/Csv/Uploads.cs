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
    private readonly Lock _lock = new();
    private readonly Dictionary<SchoolId, long> _ofSchools = [];
    private readonly Dictionary<string, long> _ofCallers = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>Bytes that are being received or wait.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>
    /// Makes room for a part of a file that is being received; false when too much is waiting already, or this school or
    /// this caller has its share.
    /// </summary>
    public bool TryReserve(int bytes, SchoolId school, string caller)
    {
        lock (_lock)
        {
            var ofSchool = _ofSchools.GetValueOrDefault(school) + bytes;
            var ofCaller = _ofCallers.GetValueOrDefault(caller) + bytes;
            if (_bytes + bytes > grenzen.MaxBytesTegelijk
                || ofSchool > grenzen.MaxBytesPerSchool
                || ofCaller > grenzen.MaxBytesPerAanroeper)
            {
                return false;
            }

            (_ofSchools[school], _ofCallers[caller]) = (ofSchool, ofCaller);
            _bytes += bytes;
            return true;
        }
    }

    /// <summary>Gives back the room of a file that is received or given up.</summary>
    public void Release(int bytes, SchoolId school, string caller)
    {
        lock (_lock)
        {
            Subtract(_ofSchools, school, bytes);
            Subtract(_ofCallers, caller, bytes);
            _bytes -= bytes;
        }
    }

    /// <summary>Keeps a file until its run takes it; a school has one such run at a time.</summary>
    internal void Add(ImportRunId id, Wachtend wachtend)
    {
        Count(wachtend.Bestand.Inhoud.Length);
        _wachtend[id] = wachtend;
    }

    /// <summary>The file of a run; null when this process does not have it.</summary>
    internal Wachtend? Find(ImportRunId id) => _wachtend.GetValueOrDefault(id);

    /// <summary>Lets a file go, if there is one.</summary>
    internal void Remove(ImportRunId id)
    {
        if (_wachtend.TryRemove(id, out var wachtend))
        {
            Count(-wachtend.Bestand.Inhoud.Length);
        }
    }

    private void Count(int bytes)
    {
        lock (_lock)
        {
            _bytes += bytes;
        }
    }

    private static void Subtract<TKey>(Dictionary<TKey, long> shares, TKey key, int bytes)
        where TKey : notnull
    {
        var left = shares.GetValueOrDefault(key) - bytes;
        if (left > 0)
        {
            shares[key] = left;
        }
        else
        {
            shares.Remove(key);
        }
    }
}

/// <summary>A file that waits.</summary>
/// <param name="Bestand">The file.</param>
/// <param name="Keuze">How it is to be read.</param>
/// <param name="Indeling">The school's own layout of columns, as it was when the file came.</param>
internal sealed record Wachtend(Csvbestand Bestand, Csvkeuze Keuze, Kolomindeling? Indeling);
