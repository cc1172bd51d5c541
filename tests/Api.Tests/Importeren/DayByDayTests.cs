using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren;

[Collection(nameof(GroteScholenApi))]
public sealed class DayByDayTests(GroteScholen api) : IDisposable
{
    public void Dispose() => api.Simulator.Day = 0;

    [Fact]
    public async Task A_day_later_exactly_that_days_changes_are_applied()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());

        for (var day = 1; day <= 4; day++)
        {
            api.Simulator.Day = day;
            var expected = api.Simulator.Changes(simulated, day - 1, day);
            var run = await school.PreviewAsync();
            await school.ApplyAsync(run);

            run.Leerlingen.Nieuw.Should().Be(expected.Joiners, "day {0}", day);
            run.Leerlingen.Archiveren.Should().Be(expected.Leavers);
            run.Leerlingen.Heractiveren.Should().Be(expected.Returners);
            (await school.PreviewAsync()).Leerlingen.Should().Be(new Tellingen { Ongewijzigd = expected.After });
        }
    }
}
