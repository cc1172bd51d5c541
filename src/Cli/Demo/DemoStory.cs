using Kurve.Numo.Cli.Commands;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Demo;

/// <summary>What the demo did.</summary>
/// <param name="School">The school.</param>
/// <param name="Runs">The imports, in order, as they ended up.</param>
internal sealed record DemoOutcome(School School, IReadOnlyList<ImportRun> Runs);

/// <summary>
/// The demo itself: a new school from registration to the second day and a pupil's leerplan, each step shown and checked.
/// </summary>
internal sealed class DemoStory(ApiConnection api, SimulatorReady simulator, DemoImports imports, IAnsiConsole console)
{
    private const int ShownPupils = 8;
    private const int LargestPage = 500;
    private int _step;

    /// <summary>Tells it.</summary>
    /// <exception cref="RefusedException">A step did not do what it should.</exception>
    public async Task<DemoOutcome> TellAsync(CancellationToken ct)
    {
        var school = await RegisterAsync(ct);
        using var control = new SimulatorControl(simulator.Address);
        await new DemoGates(api, simulator, control, console, Heading).PassAsync(school, ct);

        Heading("Preview the first import: nothing changes yet");
        var first = await imports.PreviewAsync(school, ct);
        await imports.WriteRowsAsync(first, ct);
        Heading("Apply it");
        first = await imports.ApplyAsync(first, [], ct);
        Heading("Read pupils back over gRPC");
        await ReadBackAsync(school, first, ct);
        Heading("Preview again: nothing to do");
        var again = await imports.PreviewNothingAsync(school, ct);

        Heading("A day later at the school: preview what changed");
        await control.MoveToDayAsync(1, ct);
        var changes = await control.ReadChangesAsync(simulator.School.Brin, 0, 1, ct);
        var second = await imports.PreviewAsync(school, ct);
        var rows = await imports.WriteRowsAsync(second, ct);
        Heading("Compare with what the simulator says it changed");
        DayComparison.Check(console, second, changes);
        Heading("Apply exactly these rows");
        second = await imports.ApplyAsync(second, rows, ct);
        Heading("Preview once more: nothing to do");
        var last = await imports.PreviewNothingAsync(school, ct);
        var more = await new DemoLeerplan(api, imports, console, Heading).TellAsync(school, ct);
        return new DemoOutcome(school, [first, again, second, last, .. more]);
    }

    private async Task<School> RegisterAsync(CancellationToken ct)
    {
        Heading("Register the school");
        var answer = await api.Scholen.RegisterSchoolAsync(
            new RegisterSchoolRequest
            {
                Naam = "Simulatieschool " + simulator.School.Brin,
                Brin = simulator.School.Brin,
                Vestigingen = { simulator.School.Vestigingen },
                RequestId = RequestId.New(),
            },
            cancellationToken: ct);
        SchoolRendering.Write(console, answer.School);
        return answer.School;
    }

    private async Task ReadBackAsync(School school, ImportRun applied, CancellationToken ct)
    {
        var ids = await ReadAllIdsAsync(school, ct);
        if (ids.Count != applied.Leerlingen.Nieuw)
        {
            throw new RefusedException(
                $"{Words.Count(applied.Leerlingen.Nieuw, "leerling was", "leerlingen were")} applied, but "
                    + $"ListLeerlingen gives {ids.Count}.");
        }

        var request = new BatchGetLeerlingenRequest { SchoolId = school.Id, LeerlingIds = { ids.Take(ShownPupils) } };
        var batch = await api.Leerlingen.BatchGetLeerlingenAsync(request, cancellationToken: ct);
        LeerlingRendering.Write(console, batch.Leerlingen);
        Plain.Write(
            console,
            $"  {Words.Count(ids.Count, "leerling", "leerlingen")} by ListLeerlingen, {batch.Leerlingen.Count} of them "
                + "by BatchGetLeerlingen; one by GetLeerling:");
        if (ids.Count > 0)
        {
            var one = await api.Leerlingen.GetLeerlingAsync(
                new GetLeerlingRequest { SchoolId = school.Id, LeerlingId = ids[0] }, cancellationToken: ct);
            LeerlingRendering.WriteDetails(console, one.Leerling);
        }
    }

    private async Task<List<string>> ReadAllIdsAsync(School school, CancellationToken ct)
    {
        var ids = new List<string>();
        var request = new ListLeerlingenRequest { SchoolId = school.Id, PageSize = LargestPage };
        do
        {
            var page = await api.Leerlingen.ListLeerlingenAsync(request, cancellationToken: ct);
            ids.AddRange(page.Leerlingen.Select(l => l.Id));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return ids;
    }

    private void Heading(string text)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{++_step}. {Markup.Escape(text)}[/]");
    }
}
