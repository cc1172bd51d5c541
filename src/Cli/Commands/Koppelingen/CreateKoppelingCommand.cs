using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Koppelingen;

/// <summary>`numo koppeling create`: connects a school.</summary>
internal static class CreateKoppelingCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var options = new CreateOptions();
        var command = new Command(
            "create",
            "Connects a school to Magister. Asks for the web service password, or reads it as a line of standard "
                + "input; --no-password is for a school that gets it with its kit. Needs scope numo.beheer, and "
                + "numo.read to find a school by its BRIN. "
                + "Example: numo koppeling create --school 99XY --domein delinde < password.txt");
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = options.Read(parsed);
            var school = request.SchoolId;
            request.SchoolId = await session.Api.FindSchoolIdAsync(school, ct);
            var withKit = parsed.GetValue(options.NoPassword);
            if (!withKit)
            {
                request.WebserviceWachtwoord = await session.Terminal.ReadSecretAsync("web service password", ct);
            }

            if (parsed.GetValue(options.AskUwlrSleutel))
            {
                request.UwlrAutorisatiesleutel = await session.Terminal.ReadSecretAsync("UWLR autorisatiesleutel", ct);
            }

            var answer = await session.Api.Koppelingen.CreateKoppelingAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, "Connected.");
                KoppelingRendering.Write(console, answer.Koppeling);
                var next = withKit ? "kit" : "test";
                Plain.Write(console, $"Next: numo koppeling {next} {session.RepeatedOptions()}--school {school}");
            });
        }));
        return command;
    }

    private sealed class CreateOptions
    {
        private readonly Option<string> _school = Arguments.School();

        private readonly Option<string> _domein = new("--domein")
        {
            Description = "The school's name at Magister: what stands before .swp.nl. Example: --domein delinde",
            HelpName = "NAME",
            Required = true,
        };

        private readonly Option<string> _gebruiker = new("--gebruiker")
        {
            Description = "The user of Magister's web service. Example: --gebruiker Kurve",
            HelpName = "NAME",
            DefaultValueFactory = _ => "Kurve",
        };

        private readonly Option<string?> _uwlrEndpoint = new("--uwlr-endpoint")
        {
            Description = "Another UWLR address than the configured one, for this school alone. "
                + "Example: --uwlr-endpoint https://uwlr.example/leerlinggegevens-smalle-set.svc",
            HelpName = "URL",
        };

        public Option<bool> AskUwlrSleutel { get; } = new("--ask-uwlr-sleutel")
        {
            Description = "Ask for a UWLR key of the school's own as well, or read it as the next line of standard "
                + "input. Example: numo koppeling create --school 99XY --domein delinde --ask-uwlr-sleutel",
        };

        public Option<bool> NoPassword { get; } = new("--no-password")
        {
            Description = "Ask for no password: the school gets one with its kit. "
                + "Example: numo koppeling create --school 99XY --domein delinde --no-password",
        };

        public IReadOnlyList<Option> All =>
            [_school, _domein, _gebruiker, _uwlrEndpoint, AskUwlrSleutel, NoPassword];

        public CreateKoppelingRequest Read(ParseResult parsed) => new()
        {
            SchoolId = parsed.GetRequiredValue(_school),
            Las = Las.Magister,
            Schooldomein = parsed.GetRequiredValue(_domein),
            WebserviceGebruiker = parsed.GetRequiredValue(_gebruiker),
            UwlrEndpoint = parsed.GetValue(_uwlrEndpoint) ?? "",
            RequestId = RequestId.New(),
        };
    }
}
