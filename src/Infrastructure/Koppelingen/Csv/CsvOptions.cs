using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen.Csv;

/// <summary>Section <c>Numo:Csv</c>: how much of files is taken.</summary>
internal sealed class CsvOptions
{
    public const string Section = "Numo:Csv";
    private const int Mebibyte = 1024 * 1024;

    /// <summary>The largest file; the largest school of the country needs about 10 MB, in UTF-16 twice as much.</summary>
    public int MaxBytes { get; set; } = 32 * Mebibyte;

    public int MaxRegels { get; set; } = 200_000;

    /// <summary>All files that are being received or wait, together.</summary>
    public long MaxBytesTegelijk { get; set; } = 256L * Mebibyte;

    /// <summary>What is being received for one school: two of the largest files.</summary>
    public long MaxBytesPerSchool { get; set; } = 64L * Mebibyte;

    /// <summary>What is being received of one caller, who may act for many schools.</summary>
    public long MaxBytesPerAanroeper { get; set; } = 128L * Mebibyte;
}

internal sealed class CsvOptionsValidator : IValidateOptions<CsvOptions>
{
    private const int Smallest = 1024;
    private const int Largest = 512 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, CsvOptions options) =>
        options.MaxBytes is < Smallest or > Largest
            ? Fail($"MaxBytes is {options.MaxBytes}; expected {Smallest} to {Largest}")
            : options.MaxRegels < 1 ? Fail($"MaxRegels is {options.MaxRegels}; expected 1 or more")
            : options.MaxBytesTegelijk < 2L * options.MaxBytes
                ? Fail($"MaxBytesTegelijk is {options.MaxBytesTegelijk}; expected twice MaxBytes or more")
            : Math.Min(options.MaxBytesPerSchool, options.MaxBytesPerAanroeper) < options.MaxBytes
                ? Fail($"MaxBytesPerSchool is {options.MaxBytesPerSchool} and MaxBytesPerAanroeper is "
                    + $"{options.MaxBytesPerAanroeper}; expected MaxBytes or more for both")
            : ValidateOptionsResult.Success;

    private static ValidateOptionsResult Fail(string reden) =>
        ValidateOptionsResult.Fail($"{CsvOptions.Section}:{reden}.");
}
