using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Schooljaren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Schooljaren;

/// <summary>`numo schooljaar agree`: says what the nights from 1 August on may apply.</summary>
internal sealed class AgreeCommand
{
    private const int Highest = 100_000;

    private readonly Option<string> _school = Arguments.School();
    private readonly Option<bool> _validateOnly = Arguments.ValidateOnly();
    private readonly Option<bool> _yes = Arguments.Yes("numo schooljaar agree --school 99XY --yes");
    private readonly Option<string?> _vestiging = new("--vestiging")
    {
        Description = "The vestiging that the bounds are for; the others keep what was agreed. Without it they are for the "
            + "only one. Example: --vestiging 01 --max-vertrek 40",
        HelpName = "NN",
    };

    private readonly Option<int?> _maxVertrek =
        Bound("--max-vertrek", "The most leerlingen that leave; default what was found, and five or a tenth more.");

    private readonly Option<int?> _maxNieuw =
        Bound("--max-nieuw", "The most leerlingen that come or come back; default as of --max-vertrek.");

    private readonly Option<int?> _maxZonderKlas =
        Bound("--max-zonder-klas", "The most leerlingen that stay and have no class yet; default 0.");

    private readonly Option<string?> _vertrekOp = new("--vertrek-op")
    {
        Description = "The day from which on leavers are archived, 1 August to 31 October; default what was said before, or "
            + "1 August. Example: --vertrek-op 2027-08-15",
        HelpName = "DAY",
        CustomParser = ReadDay,
    };

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run) => new AgreeCommand().BuildCommand(run);

    private Command BuildCommand(CommandRunner run)
    {
        var command = new Command(
            "agree",
            "Agrees that the nights from 1 August on apply the new school year within bounds, without a person. Shows them "
                + "beside what was found, and asks. Needs scope numo.import, and numo.read to find a school. "
                + "Example: numo schooljaar agree --school 99XY --max-vertrek 140")
        {
            _school, _vestiging, _maxVertrek, _maxNieuw, _maxZonderKlas, _vertrekOp, _validateOnly, _yes,
        };
        command.Validators.Add(result =>
        {
            Option[] bounds = [_maxVertrek, _maxNieuw, _maxZonderKlas];
            if (result.GetResult(_vestiging) is not null && !Array.Exists(bounds, b => result.GetResult(b) is not null))
            {
                result.AddError("--vestiging goes with a bound, such as --max-vertrek 40.");
            }
        });
        command.SetAction(run(AgreeAsync));
        return command;
    }

    private async Task<int> AgreeAsync(Session session, ParseResult parsed, CancellationToken ct)
    {
        var validateOnly = parsed.GetValue(_validateOnly);
        var decision = new Decision(
            session, parsed.GetValue(_yes) || validateOnly, "agree", "Not agreed");
        var school = parsed.GetRequiredValue(_school);
        var found = await SchooljaarCommands.GetAsync(session, school, schooljaar: null, ct);
        var request = Read(parsed, found.Schooljaarwissel);
        var shown = await session.Api.Schooljaren.AgreeSchooljaarAsync(request, cancellationToken: ct);
        if (validateOnly)
        {
            return session.Print(shown, console =>
            {
                Plain.Write(console, "Nothing was agreed. It would be:");
                WisselRendering.WriteState(console, shown.Schooljaarwissel);
            });
        }

        if (!decision.IsTaken)
        {
            WisselRendering.WriteState(session.Terminal.Error, shown.Schooljaarwissel);
        }

        await decision.AskAsync($"Agree that the nights apply {shown.Schooljaarwissel.Schooljaar} within these bounds?", ct);
        var agreed = await session.Api.Schooljaren.AgreeSchooljaarAsync(
            AsShown(request, shown.Schooljaarwissel), cancellationToken: ct);
        return session.Print(agreed, console =>
        {
            Plain.Write(console, "Agreed.");
            WisselRendering.WriteState(console, agreed.Schooljaarwissel);
            var advice = new SchooljaarAdvice(session.RepeatedOptions(), school);
            Plain.Write(console, advice.NextStep(agreed.Schooljaarwissel));
        });
    }

    private AgreeSchooljaarRequest Read(ParseResult parsed, Schooljaarwissel wissel)
    {
        var request = new AgreeSchooljaarRequest
        {
            SchoolId = wissel.SchoolId,
            Schooljaar = wissel.Schooljaar,
            VertrekOp = parsed.GetValue(_vertrekOp) ?? "",
            Etag = wissel.Etag,
            ValidateOnly = true,
        };
        if (ReadBounds(parsed) is { } grens)
        {
            var vestiging = parsed.GetValue(_vestiging) ?? OnlyOne(wissel);
            request.Grenzen.Add(new Grenskeuze { Vestiging = vestiging, Grens = grens });
            // What is agreed takes the place of all that was: the other vestigingen are said again.
            request.Grenzen.Add(wissel.Vestigingen
                .Where(v => v.Grens is not null && !string.Equals(v.Vestiging, vestiging, StringComparison.Ordinal))
                .Select(Again));
        }

        return request;
    }

    private Wisselgrens? ReadBounds(ParseResult parsed)
    {
        var (vertrek, nieuw, zonderKlas) = (
            parsed.GetValue(_maxVertrek), parsed.GetValue(_maxNieuw), parsed.GetValue(_maxZonderKlas));
        if ((vertrek, nieuw, zonderKlas) is (null, null, null))
        {
            return null;
        }

        var grens = new Wisselgrens();
        if (vertrek is { } maxVertrek)
        {
            grens.MaxVertrek = maxVertrek;
        }

        if (nieuw is { } maxNieuw)
        {
            grens.MaxNieuw = maxNieuw;
        }

        if (zonderKlas is { } maxZonderKlas)
        {
            grens.MaxZonderKlas = maxZonderKlas;
        }

        return grens;
    }

    private static string OnlyOne(Schooljaarwissel wissel) => wissel.Vestigingen is [var only]
        ? only.Vestiging
        : throw new WrongUsageException(
            $"The school has vestigingen {string.Join(", ", wissel.Vestigingen.Select(v => v.Vestiging))}: say with --vestiging "
                + "which one the bounds are for. Nothing was agreed.");

    // The bounds to the letter: a night between showing and agreeing may find other numbers to set them by.
    private static AgreeSchooljaarRequest AsShown(AgreeSchooljaarRequest request, Schooljaarwissel shown) => new()
    {
        SchoolId = request.SchoolId,
        Schooljaar = request.Schooljaar,
        Grenzen = { shown.Vestigingen.Where(v => v.Grens is not null).Select(Again) },
        VertrekOp = shown.VertrekOp,
        Etag = request.Etag,
        RequestId = RequestId.New(),
    };

    private static Grenskeuze Again(Vestigingwissel vestiging) => new()
    {
        Vestiging = vestiging.Vestiging,
        Grens = new Wisselgrens
        {
            MaxVertrek = vestiging.Grens.MaxVertrek,
            MaxNieuw = vestiging.Grens.MaxNieuw,
            MaxZonderKlas = vestiging.Grens.MaxZonderKlas,
        },
    };

    private static Option<int?> Bound(string name, string description) => new(name)
    {
        Description = $"{description} Example: {name} 140",
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Highest)
            {
                return number;
            }

            result.AddError($"{name} must be a number from 0 to {Highest}, not '{text}'.");
            return null;
        },
    };

    private static string? ReadDay(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            result.AddError($"'{text}' is not a day such as 2027-08-15.");
        }

        return text;
    }
}
