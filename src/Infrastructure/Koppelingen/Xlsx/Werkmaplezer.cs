using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Koppelingen.Xlsx;

/// <summary>Reads a workbook when a file is one, by its bytes: its name says nothing.</summary>
internal sealed class Werkmaplezer(Uploadgrenzen grenzen) : IWerkmaplezer
{
    private readonly Xlsxlezer _xlsx = new(grenzen);

    public Result<Csvblad>? Read(byte[] inhoud, string? blad, CancellationToken ct) => Bestandssoorten.Of(inhoud) switch
    {
        Bestandssoort.Archief => inhoud.Length > grenzen.MaxBytes
            ? CsvErrors.BestandTeGroot(grenzen.MaxBytes)
            : _xlsx.Read(inhoud, blad, ct),
        Bestandssoort.OudExcel => XlsxErrors.OudExcel,
        Bestandssoort.Beveiligd => XlsxErrors.Beveiligd,
        _ => (Result<Csvblad>?)null,
    };
}
