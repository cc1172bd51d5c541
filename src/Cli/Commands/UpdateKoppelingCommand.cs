using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo koppeling update`: mends what was entered wrongly.</summary>
internal static class UpdateKoppelingCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var domein = new Option<string?>("--domein")
        {
            Description = "The school's name at Magister. Example: --domein delinde",
            HelpName = "NAME",
        };
        var gebruiker = new Option<string?>("--gebruiker")
        {
            Description = "The user of Magister's web service. Example: --gebruiker Kurve",
            HelpName = "NAME",
        };
        var wachtwoord = new Option<bool>("--ask-password")
        {
            Description = "Ask for the password of that user, or read it as a line of standard input. "
                + "Example: numo koppeling update --school 99XY --ask-password",
        };
        var command = new Command(
            "update",
            "Mends what was entered wrongly; gates that were proved with it lapse. Needs scope numo.beheer, and "
                + "numo.read to find a school by its BRIN. "
                + "Example: numo koppeling update --school 99XY --domein delinde")
        {
            school, domein, gebruiker, wachtwoord,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var name = parsed.GetRequiredValue(school);
            var request = new UpdateKoppelingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(name, ct),
                Schooldomein = parsed.GetValue(domein) ?? "",
                WebserviceGebruiker = parsed.GetValue(gebruiker) ?? "",
                WebserviceWachtwoord = parsed.GetValue(wachtwoord)
                    ? await session.Terminal.ReadSecretAsync("web service password", ct)
                    : "",
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Koppelingen.UpdateKoppelingAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, "Changed.");
                KoppelingRendering.WritePoorten(console, answer.Koppeling);
                Plain.Write(console, KoppelingAdvice.NextCommand(answer.Koppeling, session.RepeatedOptions(), name));
            });
        }));
        return command;
    }
}
