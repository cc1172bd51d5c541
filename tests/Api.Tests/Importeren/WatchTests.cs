using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

[Collection(nameof(TweeApis))]
public sealed class WatchTests(TwoProcesses api)
{
    [Fact]
    public async Task A_run_tells_what_it_did_how_many_and_when()
    {
        var (school, simulated) = await api.TakeSchoolAsync();

        var run = await school.PreviewAsync();
        var applied = await school.ApplyAsync(run);

        var people = run.Leerlingen.Nieuw + run.Docenten.Nieuw;
        run.Fases.Select(f => f.Fase).Should().BeEquivalentTo(
        [
            Importfase.Wachten, Importfase.Personen, Importfase.Personen, Importfase.Opleidingen, Importfase.Koppelen,
            Importfase.Vergelijken, Importfase.Opslaan,
        ]);
        run.Fases.Should().OnlyContain(f => f.EndTime >= f.BeginTime);
        run.Fases.Where(f => f.Fase == Importfase.Personen).Sum(f => f.Gedaan).Should().Be(people);
        run.Fases.Where(f => f.Fase == Importfase.Personen).Select(f => f.Vestiging)
            .Should().BeEquivalentTo(simulated.Vestigingen);
        run.Fases.Single(f => f.Fase == Importfase.Opleidingen).Gedaan.Should().Be(run.Koppelrapport.Regels);
        run.Fases.Single(f => f.Fase == Importfase.Koppelen).Gedaan.Should().Be(run.Leerlingen.Nieuw);
        run.Fases.Single(f => f.Fase == Importfase.Opslaan).Gedaan.Should().Be(people);
        var applying = applied.Fases.Single(f => f.Fase == Importfase.Toepassen);
        applying.Gedaan.Should().Be(applied.ToegepastePersonen).And.BePositive();
        applying.EndTime.Should().Be(applied.EndTime);
    }

    [Fact]
    public async Task The_second_run_expects_of_each_source_what_the_first_one_got()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var first = await school.PreviewAsync();

        var second = await school.PreviewAsync();

        second.Fases.Where(f => f.Fase is Importfase.Personen or Importfase.Opleidingen)
            .Select(f => (f.Fase, f.Vestiging, f.Verwacht)).Should().BeEquivalentTo(
                first.Fases.Where(f => f.Fase is Importfase.Personen or Importfase.Opleidingen)
                    .Select(f => (f.Fase, f.Vestiging, f.Gedaan)));
        first.Fases.Where(f => f.Fase is Importfase.Personen).Should().OnlyContain(f => f.Verwacht == 0);
    }

    [Fact]
    public async Task A_run_of_another_process_is_watched_from_the_middle_and_again_after_the_watch_broke_off()
    {
        var (school, run) = await api.StartSlowAsync(TwoProcesses.Slow with { PieceSize = 4_096 });
        var elsewhere = school.Through(api.Second);

        var first = await WatchUntilAsync(elsewhere, run, r => Read(r) > 0);
        var later = await WatchUntilAsync(elsewhere, run, r => Read(r) > Read(first));

        first.State.Should().Be(ImportState.Ophalen);
        first.Fases.Should().ContainSingle(f => f.Fase == Importfase.Wachten && f.EndTime != null);
        later.Fases.Should().ContainSingle(f => f.Fase == Importfase.Personen && f.EndTime == null);
        await school.DiscardAsync(run);
    }

    private static int Read(ImportRun run) => run.Fases.Where(f => f.Fase == Importfase.Personen).Sum(f => f.Gedaan);

    private static async Task<ImportRun> WatchUntilAsync(TestSchool school, string run, Func<ImportRun, bool> enough)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var watch = school.Import.WatchImportRun(
            new WatchImportRunRequest { SchoolId = school.Id, ImportRunId = run }, cancellationToken: timeout.Token);
        await foreach (var answer in watch.ResponseStream.ReadAllAsync(timeout.Token))
        {
            if (enough(answer.ImportRun))
            {
                return answer.ImportRun;
            }
        }

        throw new InvalidOperationException("The run ended before that.");
    }
}
