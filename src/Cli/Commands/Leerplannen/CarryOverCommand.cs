using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Leerplannen;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerplannen;

/// <summary>`numo leerplan carry-over`: takes last year's leerplannen over.</summary>
internal static class CarryOverCommand
{
    private static readonly IReadOnlyList<Leerplansoort> Known =
        [Leerplansoort.Doelgroep, Leerplansoort.Groep, Leerplansoort.Leerling];

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var van = Schooljaar("--van", "From which school year; default the one before --naar.");
        var naar = Schooljaar("--naar", "Into which school year; default the current one.");
        var validateOnly = Arguments.ValidateOnly();
        var soorten = new Option<Leerplansoort[]>("--soort")
        {
            Description = "Which leerplannen: doelgroep, groep, leerling; repeat the option or separate by commas. "
                + "Example: --soort doelgroep,leerling",
            HelpName = "SOORT",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => Arguments.ParseEach(result, Find, "one of doelgroep, groep, leerling"),
        };
        var command = new Command(
            "carry-over",
            "Takes leerplannen over from last school year, for which nothing happens by itself. What was said in the new "
                + "school year already stays. Needs scope numo.leerplan, and numo.read to find a school by its BRIN. "
                + "Example: numo leerplan carry-over --school 99XY --soort doelgroep --validate-only")
        {
            school, soorten, van, naar, validateOnly,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = new CarryOverLeerplannenRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct),
                VanSchooljaar = parsed.GetValue(van) ?? "",
                NaarSchooljaar = parsed.GetValue(naar) ?? "",
                Soorten = { parsed.GetRequiredValue(soorten) },
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(validateOnly),
            };
            var answer = await session.Api.Leerplannen.CarryOverLeerplannenAsync(request, cancellationToken: ct);
            return session.Print(answer, console => LeerplanRendering.Write(console, answer, request.ValidateOnly));
        }));
        return command;
    }

    private static Option<string?> Schooljaar(string name, string description) => new(name)
    {
        Description = $"{description} Example: {name} 2026-2027",
        HelpName = "YYYY-YYYY",
    };

    private static Leerplansoort? Find(string text) => Known
        .Where(soort => string.Equals(soort.ToString(), text, StringComparison.OrdinalIgnoreCase))
        .Select(soort => (Leerplansoort?)soort)
        .FirstOrDefault();
}
