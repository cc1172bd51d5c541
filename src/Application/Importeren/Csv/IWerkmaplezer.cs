using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Csv;

/// <summary>Takes a workbook apart: one sheet, in the rows and fields that a CSV file gives.</summary>
public interface IWerkmaplezer
{
    /// <summary>Reads a sheet; a <see cref="Csvfout"/> when it cannot be read, null when the file is no workbook.</summary>
    /// <param name="inhoud">The whole file.</param>
    /// <param name="blad">The sheet's name, or its number from 1; null for the first that people see.</param>
    /// <param name="ct">Stops the reading.</param>
    Result<Csvblad>? Read(byte[] inhoud, string? blad, CancellationToken ct);
}
