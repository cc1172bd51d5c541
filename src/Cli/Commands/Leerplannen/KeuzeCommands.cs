using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Leerplannen;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerplannen;

/// <summary>`numo leerplan activate` and `deactivate`.</summary>
internal static class KeuzeCommands
{
    /// <summary>Builds `numo leerplan activate`.</summary>
    public static Command Activate(CommandRunner run)
    {
        var options = new Options("--met-voorwaarden", "Activate the voorwaarden that are not active as well.");
        var command = options.Build(
            "activate",
            "Activates vaardigheden for a doelgroep, groep or leerling. Needs scope numo.leerplan, and numo.read to find "
                + "a school, doelgroep or groep by its name. "
                + "Example: numo leerplan activate --school 99XY --doelgroep 'havo 3' --vaardigheid NL.LEZEN.4F.01");
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var asked = await options.ReadAsync(session, parsed, ct);
            var request = new ActivateVaardighedenRequest
            {
                SchoolId = asked.SchoolId,
                Schooljaar = asked.Schooljaar,
                Bereik = asked.Bereik,
                Vaardigheden = { asked.Vaardigheden },
                MetVoorwaarden = asked.Extra,
                RequestId = RequestId.New(),
                ValidateOnly = asked.ValidateOnly,
            };
            var answer = await session.Api.Leerplannen.ActivateVaardighedenAsync(request, cancellationToken: ct);
            return session.Print(
                answer, console => LeerplanRendering.Write(console, answer.Leerplan, answer.Effect, asked.ValidateOnly));
        }));
        return command;
    }

    /// <summary>Builds `numo leerplan deactivate`.</summary>
    public static Command Deactivate(CommandRunner run)
    {
        var options = new Options("--met-afhankelijken", "Deactivate active vaardigheden that need them as well.");
        var command = options.Build(
            "deactivate",
            "Deactivates vaardigheden for a doelgroep, groep or leerling. Needs scope numo.leerplan, and numo.read to "
                + "find a school, doelgroep or groep by its name. "
                + "Example: numo leerplan deactivate --school 99XY --groep H3a --vaardigheid NL.LEZEN.3F.03");
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var asked = await options.ReadAsync(session, parsed, ct);
            var request = new DeactivateVaardighedenRequest
            {
                SchoolId = asked.SchoolId,
                Schooljaar = asked.Schooljaar,
                Bereik = asked.Bereik,
                Vaardigheden = { asked.Vaardigheden },
                MetAfhankelijken = asked.Extra,
                RequestId = RequestId.New(),
                ValidateOnly = asked.ValidateOnly,
            };
            var answer = await session.Api.Leerplannen.DeactivateVaardighedenAsync(request, cancellationToken: ct);
            return session.Print(
                answer, console => LeerplanRendering.Write(console, answer.Leerplan, answer.Effect, asked.ValidateOnly));
        }));
        return command;
    }

    private sealed record Asked(
        string SchoolId,
        string Schooljaar,
        Leerplanbereik Bereik,
        string[] Vaardigheden,
        bool Extra,
        bool ValidateOnly);

    private sealed class Options(string extraName, string extraDescription)
    {
        private readonly Option<string> _school = Arguments.School();
        private readonly Option<string?> _schooljaar = LeerplanCommands.Schooljaar();
        private readonly BereikOptions _bereik = new();
        private readonly Option<bool> _extra = new(extraName) { Description = extraDescription };
        private readonly Option<bool> _validateOnly = Arguments.ValidateOnly();

        private readonly Option<string[]> _vaardigheden = new("--vaardigheid")
        {
            Description = "Codes, as `numo leerplan show` prints them; repeat the option or separate by commas. "
                + "Example: --vaardigheid NL.LEZEN.3F.01,NL.LEZEN.3F.02",
            HelpName = "CODE",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };

        public Command Build(string name, string description)
        {
            var command = new Command(name, description) { _school, _vaardigheden, _extra, _schooljaar, _validateOnly };
            _bereik.AddTo(command, required: true);
            return command;
        }

        public async Task<Asked> ReadAsync(Session session, ParseResult parsed, CancellationToken ct)
        {
            var schoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(_school), ct);
            var schooljaar = parsed.GetValue(_schooljaar) ?? "";
            return new Asked(
                schoolId,
                schooljaar,
                (await _bereik.ReadAsync(session, parsed, schoolId, schooljaar, ct))!,
                [
                    .. parsed.GetRequiredValue(_vaardigheden)
                        .SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries))
                        .Select(code => code.ToUpperInvariant()),
                ],
                parsed.GetValue(_extra),
                parsed.GetValue(_validateOnly));
        }
    }
}
