using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Csv;

/// <summary>Takes a CSV file apart: bytes to rows and fields, and nothing of what they mean.</summary>
public interface ICsvlezer
{
    /// <summary>Reads a file; a <see cref="Csvfout"/> when it is no CSV or larger than is read.</summary>
    /// <param name="inhoud">The whole file.</param>
    /// <param name="opdracht">How it is to be read: its characters, and the names by which its columns are
    /// known.</param>
    /// <param name="ct">Stops the reading.</param>
    Result<Csvblad> Read(byte[] inhoud, Csvopdracht opdracht, CancellationToken ct);
}

/// <summary>Keeps the layouts of columns that schools have saved.</summary>
public interface IKolomindelingRepository
{
    /// <summary>Finds one by its name, in any case.</summary>
    Task<Kolomindeling?> FindAsync(SchoolId schoolId, string naam, CancellationToken ct);

    /// <summary>
    /// Adds one of version 1, or replaces the one with the same name and the version before; false when that is not there.
    /// </summary>
    Task<bool> SaveAsync(Kolomindeling indeling, CancellationToken ct);

    /// <summary>Takes one away; false when it is not of that version any more.</summary>
    Task<bool> DeleteAsync(Kolomindeling indeling, CancellationToken ct);
}

/// <summary>How much of files is taken.</summary>
/// <param name="MaxBytes">The largest file, in bytes.</param>
/// <param name="MaxRegels">The most rows of one file.</param>
/// <param name="MaxBytesTegelijk">All files that wait to be read, together.</param>
public sealed record Uploadgrenzen(int MaxBytes, int MaxRegels, long MaxBytesTegelijk)
{
    /// <summary>The share of one school in what is being received.</summary>
    public long MaxBytesPerSchool { get; init; } = long.MaxValue;

    /// <summary>The share of one caller in what is being received.</summary>
    public long MaxBytesPerAanroeper { get; init; } = long.MaxValue;
}
