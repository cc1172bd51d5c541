using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Leerlingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerlingen;

/// <summary>`numo docent`: looks up docenten and changes them by hand.</summary>
internal static class DocentCommands
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var docent = new Command(
            "docent", "Looks up docenten and changes them by hand. Example: numo docent list --school 99XY");
        docent.Subcommands.Add(List(run));
        docent.Subcommands.Add(Show(run));
        docent.Subcommands.Add(Update(run));
        docent.Subcommands.Add(LockCommands.Docent(run, locks: true));
        docent.Subcommands.Add(LockCommands.Docent(run, locks: false));
        docent.Subcommands.Add(ArchiveCommands.Docent(run, archives: true));
        docent.Subcommands.Add(ArchiveCommands.Docent(run, archives: false));
        docent.Subcommands.Add(PinCommands.Docent(run));
        docent.Subcommands.Add(PinCommands.UnpinDocent(run));
        docent.Subcommands.Add(MergeCommands.Merge(run, "docent"));
        docent.Subcommands.Add(MergeCommands.Unmerge(run, "docent"));
        docent.Subcommands.Add(NotSameCommands.Build(run, "docent"));
        return docent;
    }

    /// <summary>The docent that a command is about.</summary>
    public static Argument<string> Id() => PersoonArguments.Person("DOCENT");

    private static Command List(CommandRunner run)
    {
        var school = Arguments.School();
        var archived = new Option<bool>("--gearchiveerd")
        {
            Description = "Archived ones too. Example: numo docent list --school 99XY --gearchiveerd",
        };
        var pinned = PinCommands.Only("docent");
        var command = new Command(
            "list", "Lists a school's docenten. Needs scope numo.read. Example: numo docent list --school 99XY")
        {
            school, archived, pinned,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var schoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var all = await session.Api.ReadDocentenAsync(
                schoolId, parsed.GetValue(archived), parsed.GetValue(pinned), ct);
            return session.Print(all, console => PersoonRendering.WriteList(console, all.Docenten));
        }));
        return command;
    }

    private static Command Show(CommandRunner run)
    {
        var (school, id) = (Arguments.School(), Id());
        var command = new Command(
            "show",
            "Shows a docent with what is locked against the source. Needs scope numo.read. "
                + "Example: numo docent show --school 99XY DOCENT")
        {
            school, id,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var schoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var docent = await session.Api.FindDocentAsync(
                schoolId, await session.FindDocentIdAsync(parsed.GetRequiredValue(id), ct), ct);
            return session.Print(docent, console => PersoonRendering.WriteDetails(console, docent));
        }));
        return command;
    }

    private static Command Update(CommandRunner run)
    {
        var (school, id) = (Arguments.School(), Id());
        var (noLock, validateOnly) = (PersoonArguments.NoLock(), Arguments.ValidateOnly());
        Option<string?>[] changes =
        [
            PersoonArguments.Text("--roepnaam", "First name", "Kim"),
            PersoonArguments.Text("--voorvoegsel", "Prefix", "de"),
            PersoonArguments.Text("--achternaam", "Last name", "Boer"),
            PersoonArguments.Text("--vestiging", "Vestiging", "01"),
            PersoonArguments.Text("--email", "E-mail, with which the docent logs in", "k.deboer@school.example"),
        ];
        var command = new Command(
            "update",
            "Changes a docent by hand; what changes is locked against the source. Needs scopes numo.import and "
                + "numo.read. Example: numo docent update --school 99XY DOCENT --email k.deboer@school.example")
        {
            school, id, noLock, validateOnly,
        };
        foreach (var option in changes)
        {
            command.Options.Add(option);
        }

        PersoonArguments.RequireOne(command, changes);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var values = Array.ConvertAll(changes, option => parsed.GetValue(option) ?? "");
            var request = new UpdateDocentRequest
            {
                Docent = new Docent
                {
                    SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                    Id = await session.FindDocentIdAsync(parsed.GetRequiredValue(id), ct),
                    Roepnaam = values[0],
                    Voorvoegsel = values[1],
                    Achternaam = values[2],
                    Vestiging = values[3],
                    Email = values[4],
                },
                UpdateMask = new FieldMask { Paths = { changes.Where(parsed.Has).Select(option => option.Name[2..]) } },
                NietVergrendelen = parsed.GetValue(noLock),
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(validateOnly),
            };
            var answer = await session.Api.Leerlingen.UpdateDocentAsync(request, cancellationToken: ct);
            return session.Print(answer, console => PersoonRendering.WriteChanged(
                console, answer.Docent, request.ValidateOnly, "Changed."));
        }));
        return command;
    }
}
