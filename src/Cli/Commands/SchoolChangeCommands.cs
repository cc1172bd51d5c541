using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo school update` and `close`.</summary>
internal static class SchoolChangeCommands
{
    /// <summary>Builds `update`.</summary>
    public static Command Update(CommandRunner run)
    {
        var school = SchoolCommands.Name();
        var naam = new Option<string?>("--naam")
        {
            Description = "Its new name. Example: --naam 'De Linde'",
            HelpName = "TEXT",
        };
        var vestiging = new Option<string[]>("--vestiging")
        {
            Description = "All vestigingen to import from now on, two digits each. Example: --vestiging 00 01",
            HelpName = "NN",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command(
            "update",
            "Changes the name or the vestigingen of a school. Needs scopes numo.beheer and numo.read. "
                + "Example: numo school update 99XY --naam 'De Linde'")
        {
            school, naam, vestiging,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(naam) is null && result.GetResult(vestiging) is null)
            {
                result.AddError($"Nothing is given to change: give {naam.Name} or {vestiging.Name}.");
            }
        });
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var found = await GetAsync(session, parsed.GetRequiredValue(school), ct);
            var mask = new FieldMask();
            if (parsed.GetValue(naam) is { } name)
            {
                found.Naam = name;
                mask.Paths.Add("naam");
            }

            if (parsed.GetValue(vestiging) is { Length: > 0 } vestigingen)
            {
                found.Vestigingen.Clear();
                found.Vestigingen.Add(vestigingen);
                mask.Paths.Add("vestigingen");
            }

            var answer = await session.Api.Scholen.UpdateSchoolAsync(
                new UpdateSchoolRequest { School = found, UpdateMask = mask, RequestId = RequestId.New() },
                cancellationToken: ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, "Changed.");
                SchoolRendering.Write(console, answer.School);
            });
        }));
        return command;
    }

    /// <summary>Builds `close`.</summary>
    public static Command Close(CommandRunner run)
    {
        var school = SchoolCommands.Name();
        var yes = Arguments.Yes("numo school close 99XY --yes");
        var command = new Command(
            "close",
            "Closes a school for good: it keeps its data, and nothing is imported any more. Asks first. Needs scopes "
                + "numo.beheer and numo.read. Example: numo school close 99XY")
        {
            school, yes,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var decision = new Decision(session, parsed.GetValue(yes), "close", "Not closed");
            var found = await GetAsync(session, parsed.GetRequiredValue(school), ct);
            await decision.AskAsync($"Close {found.Naam} ({found.Brin})? It cannot be opened again.", ct);
            var answer = await session.Api.Scholen.CloseSchoolAsync(
                new CloseSchoolRequest { SchoolId = found.Id, RequestId = RequestId.New() }, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, "Closed; its data are kept.");
                SchoolRendering.Write(console, answer.School);
            });
        }));
        return command;
    }

    private static async Task<School> GetAsync(Session session, string school, CancellationToken ct)
    {
        var id = await session.Api.FindSchoolIdAsync(school, ct);
        var request = new GetSchoolRequest { SchoolId = id };
        return (await session.Api.Scholen.GetSchoolAsync(request, cancellationToken: ct)).School;
    }
}
