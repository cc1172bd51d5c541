using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo school`: registers schools and shows them.</summary>
internal static class SchoolCommands
{
    private const int LargestPage = 500;

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = new Command("school", "Registers schools and shows them. Example: numo school list");
        school.Subcommands.Add(Register(run));
        school.Subcommands.Add(List(run));
        school.Subcommands.Add(Show(run));
        school.Subcommands.Add(SchoolChangeCommands.Update(run));
        school.Subcommands.Add(SchoolChangeCommands.Close(run));
        school.Subcommands.Add(QualityCommand.Build(run));
        return school;
    }

    /// <summary>The school that a command is about.</summary>
    public static Argument<string> Name() => new("BRIN|ID")
    {
        Description = "The school's BRIN or id. Example: 99XY",
    };

    private static Command Register(CommandRunner run)
    {
        var naam = new Option<string>("--naam")
        {
            Description = "Its name. Example: --naam 'De Linde'",
            Required = true,
        };
        var brin = new Option<string>("--brin")
        {
            Description = "Its BRIN: two digits, two letters. Example: --brin 99XY",
            Required = true,
        };
        var vestiging = new Option<string[]>("--vestiging")
        {
            Description = "The vestigingen to import, two digits each; none means 00. Example: --vestiging 00 01",
            HelpName = "NN",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command(
            "register",
            "Registers a school. Needs scope numo.beheer. "
                + "Example: numo school register --naam 'De Linde' --brin 99XY")
        {
            naam, brin, vestiging,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new RegisterSchoolRequest
            {
                Naam = parsed.GetRequiredValue(naam),
                Brin = parsed.GetRequiredValue(brin).ToUpperInvariant(),
                Vestigingen = { parsed.GetValue(vestiging) ?? [] },
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Scholen.RegisterSchoolAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, "Registered.");
                SchoolRendering.Write(console, answer.School);
                var options = session.RepeatedOptions();
                Plain.Write(
                    console, $"Next: numo koppeling create {options}--school {answer.School.Brin} --domein NAME");
            });
        }));
        return command;
    }

    private static Command List(CommandRunner run)
    {
        var gesloten = new Option<bool>("--gesloten")
        {
            Description = "Show closed schools too. Example: numo school list --gesloten",
        };
        var command = new Command(
            "list", "Lists the schools that the token may see. Needs scope numo.read. Example: numo school list")
        {
            gesloten,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var together = new ListScholenResponse();
            var request = new ListScholenRequest { PageSize = LargestPage, ShowClosed = parsed.GetValue(gesloten) };
            do
            {
                var page = await session.Api.Scholen.ListScholenAsync(request, cancellationToken: ct);
                together.Scholen.AddRange(page.Scholen);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);

            return session.Print(together, console => SchoolRendering.Write(console, together.Scholen));
        }));
        return command;
    }

    private static Command Show(CommandRunner run)
    {
        var school = Name();
        var command = new Command("show", "Shows one school. Needs scope numo.read. Example: numo school show 99XY")
        {
            school,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var id = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var answer = await session.Api.Scholen.GetSchoolAsync(
                new GetSchoolRequest { SchoolId = id }, cancellationToken: ct);
            return session.Print(answer, console => SchoolRendering.Write(console, answer.School));
        }));
        return command;
    }
}
