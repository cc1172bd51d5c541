using System.CommandLine;
using System.CommandLine.Parsing;
using Kurve.Numo.Cli.Commands.Koppelingen;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Importeren;

/// <summary>The options by which `numo import preview` reads a file instead of the sources of a koppeling.</summary>
internal sealed class CsvOptions
{
    /// <summary>The file.</summary>
    public Option<FileInfo?> Csv { get; } = new("--csv")
    {
        Description = "Read this CSV file or workbook (.xlsx) instead of Magister; the school needs no koppeling. "
            + "Example: numo import preview --school 99XY --csv leerlingen.csv",
        HelpName = "FILE",
    };

    /// <summary>The export that it is.</summary>
    public Option<Csvpreset> Preset { get; } = PresetOption();

    /// <summary>The school's own layout.</summary>
    public Option<string?> Indeling { get; } = new("--indeling")
    {
        Description = "The layout of columns that `numo import indeling set` saved. Example: --indeling 'export locatie 01'",
        HelpName = "NAAM",
    };

    /// <summary>The vestiging of rows that name none.</summary>
    public Option<string?> Vestiging { get; } = new("--vestiging")
    {
        Description = "The vestiging of all rows that name none. Example: --vestiging 01",
        HelpName = "NN",
    };

    /// <summary>Whether rows without a role are docenten.</summary>
    public Option<bool> Docenten { get; } = new("--docenten")
    {
        Description = "Rows without a role are docenten. Example: numo import preview --school 99XY --csv p.csv --docenten",
    };

    /// <summary>The characters in which the file is written.</summary>
    public Option<Csvtekenset> Tekenset { get; } = new("--tekenset")
    {
        Description = "The characters in which the file is written: "
            + $"{string.Join(", ", CsvWords.Tekensets.Select(CsvWords.Of))}; found out from the file when not given. "
            + "Example: --tekenset mac-roman",
        HelpName = "TEKENSET",
        CustomParser = ParseTekenset,
    };

    /// <summary>The sheet of a workbook.</summary>
    public Option<string?> Blad { get; } = new("--blad")
    {
        Description = "Of a workbook (.xlsx), the sheet: its name, or its number from 1; the first that is not hidden when "
            + "not given. Example: numo import preview --school 99XY --csv school.xlsx --blad Leerlingen",
        HelpName = "BLAD",
    };

    /// <summary>Adds the options to a command, and refuses what makes no sense together.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Csv, Preset, Indeling, Vestiging, Docenten, Tekenset, Blad })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(Csv) is null
                && new Option[] { Preset, Indeling, Vestiging, Docenten, Tekenset, Blad }.FirstOrDefault(
                    o => result.GetResult(o) is { Implicit: false }) is { } lonely)
            {
                result.AddError($"{lonely.Name} needs --csv.");
            }

            if (result.GetResult(Preset) is { Implicit: false } && result.GetResult(Indeling) is { Implicit: false })
            {
                result.AddError("--preset and --indeling exclude each other: a saved layout has a preset of its own.");
            }
        });
    }

    /// <summary>What goes before the file.</summary>
    public Uploadkop Read(ParseResult parsed, FileInfo file, string schoolId, string schooljaar) => new()
    {
        SchoolId = schoolId,
        Schooljaar = schooljaar,
        Preset = parsed.GetValue(Preset),
        Kolomindeling = parsed.GetValue(Indeling) ?? "",
        Bestandsnaam = file.Name,
        Vestiging = parsed.GetValue(Vestiging) ?? "",
        Persoon = parsed.GetValue(Docenten) ? Persoonssoort.Docent : Persoonssoort.Unspecified,
        Blad = parsed.GetValue(Blad) ?? "",
        RequestId = RequestId.New(),
        Tekenset = parsed.GetValue(Tekenset),
    };

    // UTF8, utf-8 and "Mac Roman" are as good.
    private static Csvtekenset ParseTekenset(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        var known = CsvWords.Tekensets.FirstOrDefault(
            t => string.Equals(Bare(CsvWords.Of(t)), Bare(text), StringComparison.OrdinalIgnoreCase));
        if (known == Csvtekenset.Unspecified)
        {
            result.AddError($"'{text}' is not one of {string.Join(", ", CsvWords.Tekensets.Select(CsvWords.Of))}.");
        }

        return known;

        static string Bare(string naam) => string.Concat(naam.Where(char.IsLetterOrDigit));
    }

    /// <summary>The export that a file or a layout is of.</summary>
    public static Option<Csvpreset> PresetOption() => new("--preset")
    {
        Description = "The export that it is: "
            + $"{string.Join(", ", CsvWords.Presets.Select(CsvWords.Of))}; the names of all are tried when not given. "
            + "Example: --preset somtoday",
        HelpName = "PRESET",
        CustomParser = result => PoortOptions.Parse(result, CsvWords.Presets, CsvWords.Of),
    };
}
