using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Opleidingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Opleidingen;

/// <summary>Settles what a school's codes mean.</summary>
internal static class VertalingCommands
{
    /// <summary>`numo opleiding set`.</summary>
    public static Command Set(CommandRunner run)
    {
        var school = Arguments.School();
        var code = OpleidingCommands.Code();
        var opleiding = new Argument<string>("OPLEIDING")
        {
            Description = "Code of the opleiding, as `numo opleiding list` prints it.",
        };
        var vanaf = Schooljaar("--vanaf", "The first school year; the current one when not given.");
        var tot = Schooljaar("--tot", "The last school year; as long as nothing else is said when not given.");
        var also = new Option<string[]>("--also")
        {
            Description = "A sibling that means the same and is settled with the code: one that differs only in leerjaar, "
                + "profile, stream or class. May be given several times. Example: --also KH5NT --also KH4EM",
            HelpName = "CODE",
        };
        var siblings = new Option<bool>("--siblings")
        {
            Description = "Settles all siblings that wait and may mean the same with the code.",
        };
        var validateOnly = Arguments.ValidateOnly();
        var command = new Command(
            "set",
            "Settles what a code means at a school, and offers its siblings; the next preview shows whom it changes. "
                + "Needs scope numo.import, and numo.read to find a school by its BRIN. "
                + "Example: numo opleiding set --school 99XY KH4NT HAVO --siblings")
        {
            school, code, opleiding, vanaf, tot, also, siblings, validateOnly,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var name = parsed.GetRequiredValue(school);
            var request = new SetVertalingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(name, ct),
                Opleidingscode = parsed.GetRequiredValue(code),
                Opleiding = parsed.GetRequiredValue(opleiding).ToUpperInvariant(),
                SchooljaarVanaf = parsed.GetValue(vanaf) ?? "",
                SchooljaarTot = parsed.GetValue(tot) ?? "",
                ValidateOnly = parsed.GetValue(validateOnly),
                VerwanteCodes = { parsed.GetValue(also) ?? [] },
            };
            var answer = await SetAsync(session.Api.Opleidingen, request, parsed.GetValue(siblings), ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, request.ValidateOnly ? "Checked; nothing was settled." : "Settled.");
                OpleidingRendering.Write(console, answer);
                Plain.Write(console, $"Next: numo import preview {session.RepeatedOptions()}--school {name}");
            });
        }));
        return command;
    }

    // The siblings are those that the server offers; then all are settled in one transaction.
    private static async Task<SetVertalingResponse> SetAsync(
        OpleidingService.OpleidingServiceClient api, SetVertalingRequest request, bool siblings, CancellationToken ct)
    {
        if (siblings)
        {
            var trial = new SetVertalingRequest(request) { ValidateOnly = true };
            var offered = await api.SetVertalingAsync(trial, cancellationToken: ct);
            request.VerwanteCodes.Add(offered.VerwanteCodes.Select(code => code.Opleidingscode));
        }

        request.RequestId = RequestId.New();
        return await api.SetVertalingAsync(request, cancellationToken: ct);
    }

    /// <summary>`numo opleiding unset`.</summary>
    public static Command Unset(CommandRunner run)
    {
        var school = Arguments.School();
        var code = OpleidingCommands.Code();
        var vanaf = Schooljaar("--vanaf", "Its first school year; the current one when not given.");
        var command = new Command(
            "unset",
            "Takes back what was settled of a code; the next preview shows whom it changes. Needs scope numo.import, and "
                + "numo.read to find a school by its BRIN. Example: numo opleiding unset --school 99XY XYZ9")
        {
            school, code, vanaf,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new DeleteVertalingRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                Opleidingscode = parsed.GetRequiredValue(code),
                SchooljaarVanaf = parsed.GetValue(vanaf) ?? "",
                RequestId = RequestId.New(),
            };
            var answer = await session.Api.Opleidingen.DeleteVertalingAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, "Taken back.");
                OpleidingRendering.Write(console, answer.Vertaling);
            });
        }));
        return command;
    }

    /// <summary>`numo opleiding settings`.</summary>
    public static Command Settings(CommandRunner run)
    {
        var school = Arguments.School();
        var locatiecijfer = new Option<bool?>("--locatiecijfer")
        {
            Description = "Whether the school puts a location digit before its codes (81kb). "
                + "Example: --locatiecijfer true",
            HelpName = "true|false",
        };
        var command = new Command(
            "settings",
            "Shows how a school writes its codes, or says so (scope numo.import). "
                + "Example: numo opleiding settings --school 99XY --locatiecijfer true")
        {
            school, locatiecijfer,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var id = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            if (parsed.GetValue(locatiecijfer) is not { } wanted)
            {
                var shown = await session.Api.Opleidingen.GetVertaalinstellingAsync(
                    new GetVertaalinstellingRequest { SchoolId = id }, cancellationToken: ct);
                return session.Print(shown, console => OpleidingRendering.Write(console, shown.Vertaalinstelling));
            }

            var request = new UpdateVertaalinstellingRequest
            {
                SchoolId = id,
                Locatiecijfer = wanted,
                RequestId = RequestId.New(),
            };
            var changed = await session.Api.Opleidingen.UpdateVertaalinstellingAsync(request, cancellationToken: ct);
            return session.Print(changed, console => OpleidingRendering.Write(console, changed.Vertaalinstelling));
        }));
        return command;
    }

    private static Option<string?> Schooljaar(string name, string description) => new(name)
    {
        Description = $"{description} Example: {name} 2026-2027",
        HelpName = "SCHOOLJAAR",
    };
}
