using System.CommandLine;
using System.Text.Json.Nodes;
using Grpc.Core;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Cli.Schooljaren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Schooljaren;

/// <summary>`numo schooljaar rehearse`: what the night of 1 August would do, on a throw-away copy.</summary>
internal static class RehearseCommand
{
    private const string NotConnected = "NIET_GEKOPPELD";

    /// <summary>A school administration takes some minutes at most, and others may be before it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var schools = new Option<string[]>(Arguments.SchoolName)
        {
            Description = "A school: its id, or its BRIN; repeat the option for more. Default all that have an active koppeling "
                + "and are not done. Example: --school 99XY --school 99XZ",
            HelpName = "ID|BRIN",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command(
            "rehearse",
            "Fetches the new school year and does what the night of 1 August would, on a copy that is thrown away. Takes some "
                + "minutes a school. With --json one object a line. Needs scopes numo.import and numo.read. "
                + "Example: numo schooljaar rehearse --school 99XY")
        {
            schools,
        };
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var chosen = parsed.GetValue(schools) is { Length: > 0 } names
                ? await FindAsync(session, names, ct)
                : await FindAllAsync(session, ct);
            return await RehearseAsync(session, chosen, ct);
        }));
        return command;
    }

    private static async Task<RepetitieSchool[]> FindAsync(Session session, string[] names, CancellationToken ct)
    {
        var found = new List<RepetitieSchool>();
        foreach (var name in names)
        {
            found.Add(new RepetitieSchool(await session.Api.FindSchoolIdAsync(name, ct), name.Trim()));
        }

        return [.. found.DistinctBy(school => school.SchoolId, StringComparer.Ordinal)];
    }

    private static async Task<RepetitieSchool[]> FindAllAsync(Session session, CancellationToken ct)
    {
        var all = await ListWisselsCommand.ListAllAsync(session, new ListSchooljaarwisselsRequest(), ct);
        Schooljaarwissel[] open =
        [
            .. all.Schooljaarwissels.Where(wissel => wissel.Staat != Wisselstaat.Klaar
                && wissel.Punten.All(punt => !string.Equals(punt.Code, NotConnected, StringComparison.Ordinal))),
        ];
        var left = all.Schooljaarwissels.Count - open.Length;
        if (left > 0)
        {
            Plain.Write(
                session.Terminal.Error,
                $"Left out {Words.Count(left, "school", "schools")} that {(left == 1 ? "is" : "are")} done, or without an active "
                    + "koppeling.");
        }

        return open.Length == 0
            ? throw new RefusedException("There is no school to rehearse.")
            : [.. open.Select(wissel => new RepetitieSchool(wissel.SchoolId, wissel.Brin))];
    }

    private static async Task<int> RehearseAsync(Session session, RepetitieSchool[] schools, CancellationToken ct)
    {
        var repetities = new Repetitie[schools.Length];
        var gate = new Lock();
        await new BulkWork(session.Terminal.Error, session.Clock).ShowForEachAsync(
            $"Rehearsing {Words.Count(schools.Length, "school", "schools")}",
            [.. Enumerable.Range(0, schools.Length)],
            index => schools[index].Naam,
            async (index, stop) =>
            {
                var repetitie = await RehearseAsync(session, schools[index], stop);
                repetities[index] = repetitie;
                if (session.Json)
                {
                    lock (gate)
                    {
                        session.Terminal.Out.Profile.Out.Writer.WriteLine(JsonOf(repetitie));
                    }
                }
            },
            ct);
        if (!session.Json)
        {
            RepetitieRendering.Write(session.Terminal.Out, repetities);
        }

        Repetitie[] failed = [.. repetities.Where(repetitie => repetitie.Antwoord is null)];
        return failed.Length == 0 ? ExitCode.Done : throw new RefusedException(string.Join(
            '\n',
            failed.Select(repetitie => $"{repetitie.School.Naam}: {repetitie.Fout}")
                .Prepend($"{failed.Length} of {Words.Count(schools.Length, "rehearsal", "rehearsals")} failed.")));
    }

    private static async Task<Repetitie> RehearseAsync(Session session, RepetitieSchool school, CancellationToken ct)
    {
        try
        {
            var answer = await session.Api.Schooljaren.RehearseSchooljaarAsync(
                new RehearseSchooljaarRequest { SchoolId = school.SchoolId },
                deadline: (session.Clock.GetUtcNow() + Patience).UtcDateTime,
                cancellationToken: ct);
            return new Repetitie(school, answer, "");
        }
        catch (RpcException e) when (!ct.IsCancellationRequested)
        {
            return new Repetitie(school, null, string.Join(' ', session.Describe(e, school.Naam)));
        }
    }

    private static string JsonOf(Repetitie repetitie) => ProtoJson.Line(new JsonObject
    {
        ["school"] = repetitie.School.Naam,
        ["schoolId"] = repetitie.School.SchoolId,
        ["repetitie"] = repetitie.Antwoord is { } antwoord ? ProtoJson.Node(antwoord) : null,
        ["fout"] = repetitie.Fout,
    });
}
