using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Importeren;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

public sealed class ImportWorkerTests : IAsyncDisposable
{
    private readonly TestDatabase _database = TestDatabase.Create();

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_process_that_stops_refuses_what_it_would_not_do()
    {
        var school = await _database.RegisterSchoolAsync();
        await _database.Services.GetRequiredService<ImportWorker>().StopAsync(default);

        var preview = await _database.SendAsync(new PreviewImport(school, Schooljaar: null, RequestId: null));

        preview.Error.Should().BeOfType<ProcesStopt>();
        (await _database.QueryAsync<int>("SELECT COUNT(*) FROM Importeren_Run;")).Should().Equal(0);
    }
}
