using System.CommandLine;
using System.CommandLine.Parsing;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Wijzigingen;
using Kurve.Numo.V1;
using FieldMask = Google.Protobuf.WellKnownTypes.FieldMask;

namespace Kurve.Numo.Cli.Commands.Wijzigingen;

/// <summary>`numo berichten set`: who of a school is told, of what and when.</summary>
internal sealed class SetBerichtenCommand
{
    private static readonly IReadOnlyList<Berichtsoort> Known =
        [.. Enum.GetValues<Berichtsoort>().Where(soort => soort != Berichtsoort.Unspecified)];

    private readonly Option<string> _school = Arguments.School();
    private readonly Option<bool> _validateOnly = Arguments.ValidateOnly();
    private readonly Option<bool> _on = new("--on")
    {
        Description = "Turn messages on. Example: --mail beheer@school.example --on",
    };

    private readonly Option<bool> _off = new("--off") { Description = "Turn messages off; what was not sent yet lapses." };
    private readonly Option<bool> _noMail = new("--no-mail") { Description = "Tell nobody by mail any more." };
    private readonly Option<bool> _noWebhook = new("--no-webhook") { Description = "Call no webhook any more." };

    private readonly Option<string[]> _mail = new("--mail")
    {
        Description = "All e-mail addresses that are told, each by itself, in the place of those of now; repeat the option. "
            + "Example: --mail beheer@school.example --mail rooster@school.example",
        HelpName = "ADDRESS",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _webhook = new("--webhook")
    {
        Description = "The webhook that is called; it needs a secret first, see `numo berichten rotate`. "
            + "Example: --webhook https://hooks.school.example/numo",
        HelpName = "URL",
    };

    private readonly Option<int> _uur = Arguments.Number(
        "--uur",
        "The hour by the Dutch clock from which on messages go. Example: --uur 7",
        standard: 7,
        least: 0,
        most: 23);

    private readonly Option<Berichtsoort[]> _soorten = new("--soort")
    {
        Description = $"What is told: one or more of {string.Join(", ", Known.Select(BerichtenRendering.NameOf))}; repeat the "
            + "option. Example: --soort run-wacht",
        HelpName = "SOORT",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ReadSoorten,
    };

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run) => new SetBerichtenCommand().BuildCommand(run);

    private Command BuildCommand(CommandRunner run)
    {
        var command = new Command(
            "set",
            "Says who of a school is told, of what and when; what is not given stays. Needs scope numo.import, and "
                + "numo.read to find a school by its BRIN. "
                + "Example: numo berichten set --school 99XY --mail beheer@school.example --on")
        {
            _school, _on, _off, _mail, _noMail, _webhook, _noWebhook, _soorten, _uur, _validateOnly,
        };
        command.Validators.Add(Check);
        command.SetAction(run(SetAsync));
        return command;
    }

    private void Check(CommandResult result)
    {
        foreach (var (one, other) in new (Option, Option)[] { (_on, _off), (_mail, _noMail), (_webhook, _noWebhook) })
        {
            if (IsGiven(result.GetResult(one)) && IsGiven(result.GetResult(other)))
            {
                result.AddError($"Give either {one.Name} or {other.Name}.");
            }
        }

        Option[] changes = [_on, _off, _mail, _noMail, _webhook, _noWebhook, _soorten, _uur];
        if (!Array.Exists(changes, option => IsGiven(result.GetResult(option))))
        {
            result.AddError("Say what to change, such as --on; `numo berichten show --school 99XY` shows what holds now.");
        }
    }

    private async Task<int> SetAsync(Session session, ParseResult parsed, CancellationToken ct)
    {
        var request = Read(parsed);
        request.Berichtinstelling.SchoolId =
            await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(_school), ct);
        var answer = await session.Api.Wijzigingen.UpdateBerichtinstellingAsync(request, cancellationToken: ct);
        return session.Print(answer, console =>
        {
            Plain.Write(console, request.ValidateOnly ? "Nothing was changed. It would be:" : "Changed.");
            BerichtenRendering.Write(console, answer.Berichtinstelling);
        });
    }

    private UpdateBerichtinstellingRequest Read(ParseResult parsed)
    {
        (string Path, bool IsGiven)[] parts =
        [
            ("aan", parsed.GetValue(_on) || parsed.GetValue(_off)),
            ("adressen", IsGiven(parsed.GetResult(_mail)) || parsed.GetValue(_noMail)),
            ("webhook", IsGiven(parsed.GetResult(_webhook)) || parsed.GetValue(_noWebhook)),
            ("soorten", IsGiven(parsed.GetResult(_soorten))),
            ("uur", IsGiven(parsed.GetResult(_uur))),
        ];
        return new UpdateBerichtinstellingRequest
        {
            Berichtinstelling = new Berichtinstelling
            {
                Aan = parsed.GetValue(_on),
                Adressen = { (parsed.GetValue(_mail) ?? []).Select(adres => new Berichtadres { Adres = adres }) },
                Webhook = parsed.GetValue(_webhook) is { } webhook ? new Berichtadres { Adres = webhook } : null,
                Soorten = { parsed.GetValue(_soorten) ?? [] },
                Uur = IsGiven(parsed.GetResult(_uur)) ? parsed.GetValue(_uur) : 0,
            },
            UpdateMask = new FieldMask { Paths = { parts.Where(part => part.IsGiven).Select(part => part.Path) } },
            ValidateOnly = parsed.GetValue(_validateOnly),
            RequestId = RequestId.New(),
        };
    }

    private static bool IsGiven(OptionResult? result) => result is { Implicit: false };

    private static Berichtsoort[] ReadSoorten(ArgumentResult result)
    {
        var texts = result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)).ToList();
        foreach (var text in texts.Where(text => Find(text) == Berichtsoort.Unspecified))
        {
            result.AddError($"'{text}' is not one of {string.Join(", ", Known.Select(BerichtenRendering.NameOf))}.");
        }

        return [.. texts.Select(Find)];
    }

    private static Berichtsoort Find(string text) => Known.FirstOrDefault(
        soort => string.Equals(BerichtenRendering.NameOf(soort), text, StringComparison.OrdinalIgnoreCase));
}
