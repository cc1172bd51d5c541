namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>One row of a CSV file, as text.</summary>
/// <param name="Nummer">The line of the file on which it begins, from 1.</param>
/// <param name="Velden">Its fields, as many as the row has.</param>
public sealed record Csvregel(int Nummer, IReadOnlyList<string> Velden);

/// <summary>A CSV file, taken apart: text in rows and fields, and nothing of what they mean.</summary>
/// <param name="Regels">The rows, without lines that hold nothing at all.</param>
/// <param name="Tekenset">The characters in which it is written, such as <c>UTF-8</c>.</param>
/// <param name="Scheidingsteken">What stands between its fields.</param>
/// <param name="LegeRegels">Lines that hold nothing at all.</param>
/// <param name="Meldingen">What is odd about the file as a whole.</param>
/// <param name="Vingerafdruk">SHA-256 over its bytes.</param>
public sealed record Csvblad(
    IReadOnlyList<Csvregel> Regels,
    string Tekenset,
    char Scheidingsteken,
    int LegeRegels,
    IReadOnlyList<Melding> Meldingen,
    string Vingerafdruk)
{
    /// <summary>Of a workbook, the sheet that was read; else null.</summary>
    public string? Blad { get; init; }
}

/// <summary>What was found in a CSV file; the columns with what they were taken for.</summary>
/// <param name="Tekenset">The characters in which it is written.</param>
/// <param name="Scheidingsteken">What stands between its fields.</param>
/// <param name="Kopregel">The line with the names of the columns.</param>
/// <param name="Regels">Rows below that line, empty ones not counted.</param>
/// <param name="LegeRegels">Empty rows, which were skipped.</param>
/// <param name="OvergeslagenRegels">Rows that are no person to import: another role, no longer enrolled, archived, a
/// repeated line of names.</param>
/// <param name="Kolommen">The columns, from left to right.</param>
public sealed record Csvrapport(
    string Tekenset,
    char Scheidingsteken,
    int Kopregel,
    int Regels,
    int LegeRegels,
    int OvergeslagenRegels,
    IReadOnlyList<Csvkolomrapport> Kolommen)
{
    /// <summary>Of a workbook, the sheet that was read; else null.</summary>
    public string? Blad { get; init; }

    /// <summary>Whether some column was taken for this one.</summary>
    public bool Has(Csvkolom kolom) => Kolommen.Any(k => k.Kolom == kolom);
}

/// <summary>A column of a CSV file.</summary>
/// <param name="Kop">Its name as the file has it.</param>
/// <param name="Kolom">What it was taken for; null when it was not read.</param>
public sealed record Csvkolomrapport(string Kop, Csvkolom? Kolom);
