using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Leerlingen;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo groep`: looks up groepen.</summary>
internal static class GroepCommands
{
    private const string Stamgroep = "stamgroep";
    private const string Samengesteld = "samengesteld";

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var groep = new Command("groep", "Looks up groepen. Example: numo groep list --school 99XY");
        groep.Subcommands.Add(List(run));
        return groep;
    }

    private static Command List(CommandRunner run)
    {
        var school = Arguments.School();
        var schooljaar = new Option<string?>("--schooljaar")
        {
            Description = "The school year; default the groepen that are shown now. Example: --schooljaar 2026-2027",
            HelpName = "YYYY-YYYY",
        };
        var soort = new Option<string?>("--soort")
        {
            Description = $"Only this kind: {Stamgroep} or {Samengesteld}. Example: --soort {Stamgroep}",
            HelpName = "SOORT",
        };
        Arguments.AcceptOnly(soort, Stamgroep, Samengesteld);
        var archived = new Option<bool>("--gearchiveerd")
        {
            Description = "Archived ones too. Example: numo groep list --school 99XY --gearchiveerd",
        };
        var command = new Command(
            "list",
            "Lists a school's groepen by name, with the number of active people in each. Needs scope numo.read. "
                + "Example: numo groep list --school 99XY --soort stamgroep")
        {
            school, schooljaar, soort, archived,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new ListGroepenRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                Schooljaar = parsed.GetValue(schooljaar) ?? "",
                Soort = Read(parsed.GetValue(soort)),
                ShowGearchiveerd = parsed.GetValue(archived),
            };
            var all = await session.Api.ReadGroepenAsync(request, ct);
            return session.Print(all, console => GroepRendering.Write(console, all.Groepen));
        }));
        return command;
    }

    private static Groepsoort Read(string? soort) =>
        string.Equals(soort, Stamgroep, StringComparison.OrdinalIgnoreCase) ? Groepsoort.Stamgroep
        : string.Equals(soort, Samengesteld, StringComparison.OrdinalIgnoreCase) ? Groepsoort.Samengesteld
        : Groepsoort.Unspecified;
}
