using System.CommandLine;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Leerlingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerlingen;

/// <summary>`lock` and `unlock` of a leerling or docent: which fields no source changes.</summary>
internal static class LockCommands
{
    private const string Locks = "vergrendelde_velden";

    private const string OfLeerling = "vestiging, eck_id, uwlr_key, stamnummer, id_gebr, roepnaam, voorvoegsel, "
        + "achternaam, leerjaar, opleidingscode, doelgroep, stamgroep, groepen";

    private const string OfDocent =
        "vestiging, eck_id, uwlr_key, roepnaam, voorvoegsel, achternaam, email, groepen";

    /// <summary>`numo leerling lock` or `unlock`.</summary>
    public static Command Leerling(CommandRunner run, bool locks)
    {
        var (school, id, velden) = (Arguments.School(), LeerlingCommands.Id(), Velden(locks, OfLeerling));
        var command = Build("leerling", locks, school, id, velden);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var found = await session.Api.Leerlingen.GetLeerlingAsync(
                new GetLeerlingRequest
                {
                    SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                    LeerlingId = await session.FindLeerlingIdAsync(parsed.GetRequiredValue(id), ct),
                },
                cancellationToken: ct);
            var leerling = found.Leerling;
            Change(leerling.VergrendeldeVelden, parsed.GetRequiredValue(velden), locks);
            var request = new UpdateLeerlingRequest
            {
                Leerling = leerling,
                UpdateMask = new FieldMask { Paths = { Locks } },
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Leerlingen.UpdateLeerlingAsync(request, cancellationToken: ct);
            return session.Print(answer, console => PersoonRendering.WriteChanged(
                console, answer.Leerling, validateOnly: false, locks ? "Locked." : "Unlocked."));
        }));
        return command;
    }

    /// <summary>`numo docent lock` or `unlock`.</summary>
    public static Command Docent(CommandRunner run, bool locks)
    {
        var (school, id, velden) = (Arguments.School(), DocentCommands.Id(), Velden(locks, OfDocent));
        var command = Build("docent", locks, school, id, velden);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var docent = await session.Api.FindDocentAsync(
                await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                await session.FindDocentIdAsync(parsed.GetRequiredValue(id), ct),
                ct);
            Change(docent.VergrendeldeVelden, parsed.GetRequiredValue(velden), locks);
            var request = new UpdateDocentRequest
            {
                Docent = docent,
                UpdateMask = new FieldMask { Paths = { Locks } },
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Leerlingen.UpdateDocentAsync(request, cancellationToken: ct);
            return session.Print(answer, console => PersoonRendering.WriteChanged(
                console, answer.Docent, validateOnly: false, locks ? "Locked." : "Unlocked."));
        }));
        return command;
    }

    private static Option<string[]> Velden(bool locks, string known)
    {
        var velden = PersoonArguments.Velden(locks ? "The fields to lock." : "The fields to unlock.", known);
        velden.Required = true;
        return velden;
    }

    private static Command Build(
        string wie, bool locks, Option<string> school, Argument<string> id, Option<string[]> velden)
    {
        var name = locks ? "lock" : "unlock";
        return new Command(
            name,
            (locks ? "Locks fields, so that no source changes them. " : "Unlocks fields, so that the source decides again. ")
                + "Needs scopes numo.import and numo.read. "
                + $"Example: numo {wie} {name} --school 99XY {wie.ToUpperInvariant()} --veld achternaam")
        {
            school, id, velden,
        };
    }

    private static void Change(RepeatedField<string> current, string[] velden, bool locks)
    {
        foreach (var veld in velden.Where(veld => locks && !current.Contains(veld)))
        {
            current.Add(veld);
        }

        foreach (var veld in velden.Where(_ => !locks))
        {
            current.Remove(veld);
        }
    }
}
