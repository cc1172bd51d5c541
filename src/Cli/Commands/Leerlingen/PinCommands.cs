using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerlingen;

/// <summary>`pin` and `unpin` of a leerling or docent.</summary>
internal static class PinCommands
{
    /// <summary>`numo leerling pin`.</summary>
    public static Command Leerling(CommandRunner run)
    {
        var (school, id, validateOnly) = (Arguments.School(), LeerlingCommands.Id(), Arguments.ValidateOnly());
        var (reden, tot) = (Reden(), Tot());
        var command = Pin("leerling", school, id, reden, tot, validateOnly);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new PinLeerlingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                LeerlingId = await session.FindLeerlingIdAsync(parsed.GetRequiredValue(id), ct),
                Reden = parsed.GetRequiredValue(reden),
                TotEnMet = Arguments.Write(parsed.GetValue(tot).GetValueOrDefault()),
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(validateOnly),
            };
            var answer = await session.Api.Leerlingen.PinLeerlingAsync(request, cancellationToken: ct);
            return session.Print(answer, console => PersoonRendering.WriteChanged(
                console, answer.Leerling, request.ValidateOnly, "Pinned."));
        }));
        return command;
    }

    /// <summary>`numo leerling unpin`.</summary>
    public static Command UnpinLeerling(CommandRunner run)
    {
        var (school, id, validateOnly) = (Arguments.School(), LeerlingCommands.Id(), Arguments.ValidateOnly());
        var command = Unpin("leerling", school, id, validateOnly);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new UnpinLeerlingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                LeerlingId = await session.FindLeerlingIdAsync(parsed.GetRequiredValue(id), ct),
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(validateOnly),
            };
            var answer = await session.Api.Leerlingen.UnpinLeerlingAsync(request, cancellationToken: ct);
            return session.Print(answer, console => PersoonRendering.WriteChanged(
                console, answer.Leerling, request.ValidateOnly, "No longer pinned."));
        }));
        return command;
    }

    /// <summary>`numo docent pin`.</summary>
    public static Command Docent(CommandRunner run)
    {
        var (school, id, validateOnly) = (Arguments.School(), DocentCommands.Id(), Arguments.ValidateOnly());
        var (reden, tot) = (Reden(), Tot());
        var command = Pin("docent", school, id, reden, tot, validateOnly);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new PinDocentRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                DocentId = await session.FindDocentIdAsync(parsed.GetRequiredValue(id), ct),
                Reden = parsed.GetRequiredValue(reden),
                TotEnMet = Arguments.Write(parsed.GetValue(tot).GetValueOrDefault()),
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(validateOnly),
            };
            var answer = await session.Api.Leerlingen.PinDocentAsync(request, cancellationToken: ct);
            return session.Print(answer, console => PersoonRendering.WriteChanged(
                console, answer.Docent, request.ValidateOnly, "Pinned."));
        }));
        return command;
    }

    /// <summary>`numo docent unpin`.</summary>
    public static Command UnpinDocent(CommandRunner run)
    {
        var (school, id, validateOnly) = (Arguments.School(), DocentCommands.Id(), Arguments.ValidateOnly());
        var command = Unpin("docent", school, id, validateOnly);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new UnpinDocentRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                DocentId = await session.FindDocentIdAsync(parsed.GetRequiredValue(id), ct),
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(validateOnly),
            };
            var answer = await session.Api.Leerlingen.UnpinDocentAsync(request, cancellationToken: ct);
            return session.Print(answer, console => PersoonRendering.WriteChanged(
                console, answer.Docent, request.ValidateOnly, "No longer pinned."));
        }));
        return command;
    }

    private static Command Pin(
        string persoon,
        Option<string> school,
        Argument<string> id,
        Option<string> reden,
        Option<DateOnly?> tot,
        Option<bool> validateOnly) => new(
        "pin",
        $"Pins a {persoon}: until a day no source archives it. Needs scopes numo.import and numo.read. "
            + $"Example: numo {persoon} pin --school 99XY {persoon.ToUpperInvariant()} "
            + "--reden 'Stage in het buitenland' --tot 2027-01-31")
    {
        school, id, reden, tot, validateOnly,
    };

    private static Command Unpin(string persoon, Option<string> school, Argument<string> id, Option<bool> validateOnly) => new(
        "unpin",
        $"Takes the pin of a {persoon} away. Needs scopes numo.import and numo.read. "
            + $"Example: numo {persoon} unpin --school 99XY {persoon.ToUpperInvariant()}")
    {
        school, id, validateOnly,
    };

    /// <summary>Shows only who is pinned.</summary>
    public static Option<bool> Only(string persoon) => new("--vastgezet")
    {
        Description = $"Only those whose pin holds today. Example: numo {persoon} list --school 99XY --vastgezet",
    };

    private static Option<string> Reden() => new("--reden")
    {
        Description = "Why, for the school: 1 to 200 characters. Example: --reden 'Stage in het buitenland'",
        HelpName = "TEXT",
        Required = true,
    };

    private static Option<DateOnly?> Tot()
    {
        var tot = Arguments.Day("--tot", "The last day on which the pin holds.", "2027-01-31");
        tot.Required = true;
        return tot;
    }
}
