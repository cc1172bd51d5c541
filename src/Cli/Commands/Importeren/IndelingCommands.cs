using System.CommandLine;
using System.CommandLine.Parsing;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Importeren;

/// <summary>`numo import indeling`: what a school calls the columns of its files.</summary>
internal static class IndelingCommands
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var indeling = new Command(
            "indeling",
            "Saves what a school calls the columns of its CSV files, for `numo import preview --csv FILE --indeling NAAM`. "
                + "Example: numo import indeling list --school 99XY");
        indeling.Subcommands.Add(List(run));
        indeling.Subcommands.Add(Show(run));
        indeling.Subcommands.Add(Set(run));
        indeling.Subcommands.Add(Delete(run));
        return indeling;
    }

    private static Command List(CommandRunner run)
    {
        var school = Arguments.School();
        var command = new Command(
            "list",
            "Lists a school's first 500 saved layouts, by name. Needs scope numo.import, and numo.read to find a school by "
                + "its BRIN. Example: numo import indeling list --school 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ListKolomindelingenRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                PageSize = 500,
            };
            var answer = await session.Api.Imports.ListKolomindelingenAsync(request, cancellationToken: ct);
            return session.Print(answer, console => CsvRendering.Write(console, answer.Kolomindelingen));
        }));
        return command;
    }

    private static Command Show(CommandRunner run)
    {
        var (school, naam) = (Arguments.School(), Naam());
        var command = new Command(
            "show",
            "Shows a saved layout. Needs scope numo.import, and numo.read to find a school by its BRIN. "
                + "Example: numo import indeling show --school 99XY 'export locatie 01'")
        {
            school, naam,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new GetKolomindelingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                Naam = parsed.GetRequiredValue(naam),
            };
            var answer = await session.Api.Imports.GetKolomindelingAsync(request, cancellationToken: ct);
            return session.Print(answer, console => CsvRendering.Write(console, answer.Kolomindeling));
        }));
        return command;
    }

    private static Command Set(CommandRunner run)
    {
        var (school, naam, preset) = (Arguments.School(), Naam(), CsvOptions.PresetOption());
        var kolommen = Kolommen();
        var check = new Option<bool>("--check")
        {
            Description = "Only check; save nothing. "
                + "Example: numo import indeling set --school 99XY Export --kolom 'Groep=stamgroep' --check",
        };
        var command = new Command(
            "set",
            "Saves a layout; the one with the same name is replaced. Columns that it does not name are recognised by their "
                + "names. Needs scope numo.import, and numo.read to find a school by its BRIN. "
                + "Example: numo import indeling set --school 99XY Export --kolom 'Groep=stamgroep' --kolom 'Nr=stamnummer'")
        {
            school, naam, kolommen, preset, check,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var name = parsed.GetRequiredValue(school);
            var request = new SetKolomindelingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(name, ct),
                Naam = parsed.GetRequiredValue(naam),
                Preset = parsed.GetValue(preset),
                Kolommen = { parsed.GetRequiredValue(kolommen) },
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(check),
            };
            var answer = await session.Api.Imports.SetKolomindelingAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, request.ValidateOnly ? "Checked; nothing was saved." : "Saved.");
                CsvRendering.Write(console, answer.Kolomindeling);
            });
        }));
        return command;
    }

    private static Command Delete(CommandRunner run)
    {
        var (school, naam) = (Arguments.School(), Naam());
        var command = new Command(
            "delete",
            "Takes a saved layout away; imports that were made with it stay as they are. Needs scope numo.import, and "
                + "numo.read to find a school by its BRIN. Example: numo import indeling delete --school 99XY Export")
        {
            school, naam,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new DeleteKolomindelingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                Naam = parsed.GetRequiredValue(naam),
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Imports.DeleteKolomindelingAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, "Taken away.");
                CsvRendering.Write(console, answer.Kolomindeling);
            });
        }));
        return command;
    }

    private static Argument<string> Naam() => new("NAAM")
    {
        Description = "The name of the layout, in any case.",
    };

    private static Option<Csvkolomkeuze[]> Kolommen() => new("--kolom")
    {
        Description = "The name of a column and what it is: one of "
            + $"{string.Join(", ", CsvWords.Kolommen.Select(CsvWords.Of))}; repeat the option for each column. "
            + "Example: --kolom 'Groep=stamgroep'",
        HelpName = "KOP=KOLOM",
        Arity = ArgumentArity.OneOrMore,
        Required = true,
        CustomParser = result => [.. result.Tokens.Select(token => Read(result, token.Value)).OfType<Csvkolomkeuze>()],
    };

    private static Csvkolomkeuze? Read(ArgumentResult result, string text)
    {
        var at = text.LastIndexOf('=');
        var kolom = CsvWords.Kolommen.FirstOrDefault(k =>
            at > 0 && string.Equals(CsvWords.Of(k), text[(at + 1)..].Trim(), StringComparison.OrdinalIgnoreCase));
        if (kolom == Csvkolom.Unspecified)
        {
            result.AddError($"'{text}' is not a name of a column and what it is, such as 'Groep=stamgroep'.");
            return null;
        }

        return new Csvkolomkeuze { Kop = text[..at].Trim(), Kolom = kolom };
    }
}
