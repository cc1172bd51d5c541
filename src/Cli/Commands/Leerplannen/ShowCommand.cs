using System.CommandLine;
using Kurve.Numo.Cli.Commands.Koppelingen;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Leerplannen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerplannen;

/// <summary>`numo leerplan show`: the matrix of a school, one level, or one pupil's leerplan with its provenance.</summary>
internal static class ShowCommand
{
    private const int LargestPage = 500;
    private static readonly Vak[] Vakken = [Vak.Nederlands, Vak.Engels, Vak.Rekenen];

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var school = Arguments.School();
        var schooljaar = LeerplanCommands.Schooljaar();
        var bereik = new BereikOptions();
        var vak = new Option<Vak>("--vak")
        {
            Description = "Only this vak: nederlands, engels or rekenen. Example: --vak rekenen",
            HelpName = "VAK",
            CustomParser = result => PoortOptions.Parse(result, Vakken, LeerplanRendering.Of),
        };
        var command = new Command(
            "show",
            "Shows which vaardigheden are active for each doelgroep of a school; or, of one doelgroep, groep or leerling, "
                + "what is active and which level said so. Needs scope numo.read. "
                + "Example: numo leerplan show --school 99XY --vak rekenen")
        {
            school, vak, schooljaar,
        };
        bereik.AddTo(command, required: false);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var schoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(school), ct);
            var jaar = parsed.GetValue(schooljaar) ?? "";
            var vaardigheden = await session.Api.Leerplannen.ReadVaardighedenAsync(parsed.GetValue(vak), ct);
            if (await bereik.LeerlingAsync(session, parsed, ct) is { } leerling)
            {
                return await ShowLeerlingAsync(session, schoolId, leerling, jaar, vaardigheden, ct);
            }

            return await bereik.ReadAsync(session, parsed, schoolId, jaar, ct) is { } one
                ? await ShowOneAsync(session, schoolId, one, jaar, vaardigheden, ct)
                : await ShowMatrixAsync(session, schoolId, jaar, vaardigheden, ct);
        }));
        return command;
    }

    private static async Task<int> ShowLeerlingAsync(
        Session session,
        string schoolId,
        string leerling,
        string schooljaar,
        IReadOnlyList<Vaardigheid> vaardigheden,
        CancellationToken ct)
    {
        var request = new GetEffectiveLeerplanRequest
        {
            SchoolId = schoolId,
            LeerlingId = leerling,
            Schooljaar = schooljaar,
        };
        var answer = await session.Api.Leerplannen.GetEffectiveLeerplanAsync(request, cancellationToken: ct);
        return session.Print(answer, console => HerkomstRendering.Write(console, answer, vaardigheden));
    }

    private static async Task<int> ShowOneAsync(
        Session session,
        string schoolId,
        Leerplanbereik bereik,
        string schooljaar,
        IReadOnlyList<Vaardigheid> vaardigheden,
        CancellationToken ct)
    {
        var request = new GetLeerplanRequest { SchoolId = schoolId, Schooljaar = schooljaar, Bereik = bereik };
        var answer = await session.Api.Leerplannen.GetLeerplanAsync(request, cancellationToken: ct);
        return session.Print(answer, console => LeerplanRendering.Write(console, answer.Leerplan, vaardigheden));
    }

    private static async Task<int> ShowMatrixAsync(
        Session session,
        string schoolId,
        string schooljaar,
        IReadOnlyList<Vaardigheid> vaardigheden,
        CancellationToken ct)
    {
        var request = new ListLeerplannenRequest
        {
            SchoolId = schoolId,
            Schooljaar = schooljaar,
            Soorten = { Leerplansoort.Doelgroep },
            PageSize = LargestPage,
        };
        var all = new ListLeerplannenResponse();
        do
        {
            var page = await session.Api.Leerplannen.ListLeerplannenAsync(request, cancellationToken: ct);
            all.Leerplannen.Add(page.Leerplannen);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return session.Print(all, console =>
        {
            LeerplanMatrix.Write(console, all.Leerplannen, vaardigheden);
            if (schooljaar.Length > 0 && all.Leerplannen.Count > 0)
            {
                Plain.Write(console, "  Leerlingen: by the doelgroep that they have now, not in that school year.");
            }
        });
    }
}
