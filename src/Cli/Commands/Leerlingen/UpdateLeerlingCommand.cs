using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using FieldMask = Google.Protobuf.WellKnownTypes.FieldMask;

namespace Kurve.Numo.Cli.Commands.Leerlingen;

/// <summary>`numo leerling update`: changes a leerling by hand.</summary>
internal static class UpdateLeerlingCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var options = new UpdateOptions();
        var command = new Command(
            "update",
            "Changes a leerling by hand; what changes is locked against the source. Needs scopes numo.import and "
                + "numo.read. Example: numo leerling update --school 99XY LEERLING --roepnaam Sam")
        {
            options.School, options.Id, options.NoLock, options.ValidateOnly,
        };
        foreach (var option in options.Changes)
        {
            command.Options.Add(option);
        }

        PersoonArguments.RequireOne(command, options.Changes);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = await options.ReadAsync(session, parsed, ct);
            var answer = await session.Api.Leerlingen.UpdateLeerlingAsync(request, cancellationToken: ct);
            return session.Print(answer, console => PersoonRendering.WriteChanged(
                console, answer.Leerling, request.ValidateOnly, "Changed."));
        }));
        return command;
    }

    private sealed class UpdateOptions
    {
        private readonly Option<string?> _roepnaam = PersoonArguments.Text("--roepnaam", "First name", "Sam");
        private readonly Option<string?> _voorvoegsel = PersoonArguments.Text("--voorvoegsel", "Prefix", "'van der'");
        private readonly Option<string?> _achternaam = PersoonArguments.Text("--achternaam", "Last name", "Eijk");
        private readonly Option<string?> _stamnummer = PersoonArguments.Text("--stamnummer", "Pupil number", "10234");
        private readonly Option<string?> _vestiging = PersoonArguments.Text("--vestiging", "Vestiging", "01");
        private readonly Option<string?> _code = PersoonArguments.Text("--opleidingscode", "Opleidingscode", "H4");

        private readonly Option<int> _leerjaar = Arguments.Number(
            "--leerjaar", "Leerjaar; 0 for none. Example: --leerjaar 4", 0, 0, 6);

        private readonly Option<string?> _opleiding = new("--opleiding")
        {
            Description = "Code of the opleiding of the doelgroep, with --leerjaar. Example: --opleiding HAVO --leerjaar 4",
            HelpName = "CODE",
        };

        public Option<string> School { get; } = Arguments.School();

        public Argument<string> Id { get; } = LeerlingCommands.Id();

        public Option<bool> NoLock { get; } = PersoonArguments.NoLock();

        public Option<bool> ValidateOnly { get; } = Arguments.ValidateOnly();

        public Option[] Changes =>
            [_roepnaam, _voorvoegsel, _achternaam, _stamnummer, _vestiging, _code, _leerjaar, _opleiding];

        public async Task<UpdateLeerlingRequest> ReadAsync(Session session, ParseResult parsed, CancellationToken ct)
        {
            var leerling = new Leerling
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(School), ct),
                Id = await session.FindLeerlingIdAsync(parsed.GetRequiredValue(Id), ct),
                Roepnaam = parsed.GetValue(_roepnaam) ?? "",
                Voorvoegsel = parsed.GetValue(_voorvoegsel) ?? "",
                Achternaam = parsed.GetValue(_achternaam) ?? "",
                Stamnummer = parsed.GetValue(_stamnummer) ?? "",
                Vestiging = parsed.GetValue(_vestiging) ?? "",
                Opleidingscode = parsed.GetValue(_code) ?? "",
                Leerjaar = parsed.GetValue(_leerjaar),
            };
            if (parsed.GetValue(_opleiding) is { Length: > 0 } opleiding)
            {
                leerling.Doelgroep = new Doelgroep
                {
                    Opleiding = opleiding.ToUpperInvariant(),
                    Leerjaar = parsed.Has(_leerjaar) ? leerling.Leerjaar : throw new WrongUsageException(
                        "A doelgroep is an opleiding in a leerjaar: give --leerjaar as well."),
                };
            }

            return new UpdateLeerlingRequest
            {
                Leerling = leerling,
                UpdateMask = new FieldMask { Paths = { Changes.Where(parsed.Has).Select(PathOf) } },
                NietVergrendelen = parsed.GetValue(NoLock),
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(ValidateOnly),
            };
        }

        private string PathOf(Option option) => option == _opleiding ? "doelgroep" : option.Name[2..];
    }
}
