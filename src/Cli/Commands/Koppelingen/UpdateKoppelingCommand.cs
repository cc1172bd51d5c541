using System.CommandLine;
using System.CommandLine.Parsing;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Koppelingen;

/// <summary>`numo koppeling update`: mends what was entered wrongly.</summary>
internal static class UpdateKoppelingCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var options = new UpdateOptions();
        var command = new Command(
            "update",
            "Mends what was entered wrongly; gates that were proved with it lapse. Needs scopes numo.beheer and "
                + "numo.read. Example: numo koppeling update --school 99XY --domein delinde")
        {
            options.School,
        };
        foreach (var option in options.Changes)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(options.CheckUwlr);
        command.Validators.Add(result =>
        {
            if (options.Changes.All(option => result.GetResult(option) is null or { Implicit: true }))
            {
                var names = string.Join(", ", options.Changes.Select(option => option.Name));
                result.AddError($"Nothing is given to change: give one or more of {names}.");
            }
        });
        command.SetAction(KoppelingChange.Run(run, options.School, async (session, parsed, found, ct) =>
        {
            var request = await options.ReadAsync(session, parsed, found, ct);
            var answer = await session.Api.Koppelingen.UpdateKoppelingAsync(request, cancellationToken: ct);
            var said = IsChange(request, found, answer.Koppeling) ? "Changed." : "Nothing to change.";
            return (said, answer, answer.Koppeling);
        }));
        return command;
    }

    // A secret counts as another one: nobody can compare it.
    private static bool IsChange(UpdateKoppelingRequest request, Koppeling before, Koppeling after) =>
        request.WebserviceWachtwoord.Length > 0
        || request.UwlrAutorisatiesleutel.Length > 0
        || (before.Schooldomein, before.WebserviceGebruiker, before.UwlrEndpoint, before.EigenUwlrSleutel)
            != (after.Schooldomein, after.WebserviceGebruiker, after.UwlrEndpoint, after.EigenUwlrSleutel);

    private sealed class UpdateOptions
    {
        private readonly Option<string?> _domein = new("--domein")
        {
            Description = "The school's name at Magister. Example: --domein delinde",
            HelpName = "NAME",
        };

        private readonly Option<string?> _gebruiker = new("--gebruiker")
        {
            Description = "The user of Magister's web service. Example: --gebruiker Kurve",
            HelpName = "NAME",
        };

        private readonly Option<bool> _wachtwoord = new("--ask-password")
        {
            Description = "Ask for the password of that user, or read it as a line of standard input. "
                + "Example: numo koppeling update --school 99XY --ask-password",
        };

        private readonly Option<string?> _uwlrEndpoint = new("--uwlr-endpoint")
        {
            Description = "Another UWLR address than the configured one, for this school alone. "
                + "Example: --uwlr-endpoint https://uwlr.example/leerlinggegevens-smalle-set.svc",
            HelpName = "URL",
        };

        private readonly Option<bool> _uwlrSleutel = new("--ask-uwlr-sleutel")
        {
            Description = "Ask for a UWLR key of the school's own, or read it as the next line of standard input. "
                + "Example: numo koppeling update --school 99XY --ask-uwlr-sleutel",
        };

        private readonly Option<bool> _zonderEigenUwlr = new("--zonder-eigen-uwlr")
        {
            Description = "Go back to Kurve's UWLR address and key; not together with --uwlr-endpoint or "
                + "--ask-uwlr-sleutel. Example: numo koppeling update --school 99XY --zonder-eigen-uwlr",
        };

        public Option<string> School { get; } = Arguments.School();

        public IReadOnlyList<Option> Changes =>
            [_domein, _gebruiker, _wachtwoord, _uwlrEndpoint, _uwlrSleutel, _zonderEigenUwlr];

        public void CheckUwlr(CommandResult result)
        {
            if (result.GetValue(_zonderEigenUwlr)
                && (result.GetResult(_uwlrEndpoint) is not null || result.GetValue(_uwlrSleutel)))
            {
                result.AddError(
                    $"{_zonderEigenUwlr.Name} cannot go together with {_uwlrEndpoint.Name} or {_uwlrSleutel.Name}.");
            }
        }

        public async Task<UpdateKoppelingRequest> ReadAsync(
            Session session, ParseResult parsed, Koppeling found, CancellationToken ct) => new()
            {
                SchoolId = found.SchoolId,
                Etag = found.Etag,
                Schooldomein = parsed.GetValue(_domein) ?? "",
                WebserviceGebruiker = parsed.GetValue(_gebruiker) ?? "",
                WebserviceWachtwoord = parsed.GetValue(_wachtwoord)
                    ? await session.Terminal.ReadSecretAsync("web service password", ct)
                    : "",
                UwlrEndpoint = parsed.GetValue(_uwlrEndpoint) ?? "",
                UwlrAutorisatiesleutel = parsed.GetValue(_uwlrSleutel)
                    ? await session.Terminal.ReadSecretAsync("UWLR autorisatiesleutel", ct)
                    : "",
                ZonderEigenUwlr = parsed.GetValue(_zonderEigenUwlr),
                RequestId = RequestId.New(),
            };
    }
}
