using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Leerlingen;
using Kurve.Numo.Infrastructure.Tests.Leerplannen;
using Kurve.Numo.Infrastructure.Tests.Wijzigingen;
using Microsoft.Extensions.DependencyInjection;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.Plans;

/// <summary>Goes through the product as its users do, so that all that it writes is seen.</summary>
internal static class WriteFlows
{
    public static async Task RunAsync()
    {
        await ImportAndUndoAsync();
        await MergeAndChangeAsync();
        await GoThroughTheYearAsync();
        await ConnectAsync();
        await PlanAsync();
        await TellAsync();
    }

    private static async Task ImportAndUndoAsync()
    {
        await using var school = await CreateAsync("00", "01");
        school.Leerlingen.AddRange([Leerling(1), Leerling(2), Leerling(3, "01")]);
        school.Docenten.AddRange([Docent(1), Docent(2)]);
        await school.ImportAsync();
        school.Clock.Advance(TimeSpan.FromSeconds(1));
        school.Leerlingen.RemoveAt(0);
        school.Leerlingen[0] = Leerling(2, klas: "1B");
        school.Leerlingen.Add(Leerling(4));
        await school.ImportAsync();
        (await school.UndoLastImportAsync()).Error.Should().BeNull();
        var discarded = await school.PreviewAsync();
        await school.SendAsync(new DiscardImport(school.Id, new ImportRunId(discarded.Id), RequestId: null));
        await school.UploadAsync("rol;stamnummer;roepnaam;achternaam;stamgroep\nleerling;1;Sam;Eerste;1A\n");
        await school.ApplyAllByNightAsync();
        await school.NightAsync();
        school.Clock.Advance(TimeSpan.FromDays(60));
        await using var scope = school.StartProcess(_ => { }).CreateAsyncScope();
        var opruiming = scope.ServiceProvider.GetRequiredService<Opruiming>();
        await opruiming.ExpireAsync(school.Clock.GetUtcNow(), default);
        await opruiming.CleanUpAsync(school.Clock.GetUtcNow(), default);
        await scope.ServiceProvider.GetRequiredService<IImportRunRepository>()
            .FailSilentAsync(school.Clock.GetUtcNow(), new HashSet<ImportRunId>(), default);
    }

    private static async Task MergeAndChangeAsync()
    {
        await using var school = await CreateAsync();
        var (blijft, vervalt) = await school.ImportTwiceAsync();
        (await school.MergeAsync(blijft, vervalt)).Error.Should().BeNull();
        (await school.UndoMergeAsync(vervalt)).Error.Should().BeNull();
        await school.MarkAsync(blijft, vervalt);
        await school.UnmarkAsync(blijft, vervalt);
        var (ene, andere) = (await school.FindDocentAsync(1), await school.FindDocentAsync(2));
        (await school.MergeDocentenAsync(ene.Id, andere.Id)).Error.Should().BeNull();
        (await school.UndoMergeDocentenAsync(andere.Id)).Error.Should().BeNull();
        (await school.SendAsync(new ArchiveLeerling(school.Id, blijft, null, null, false))).Error.Should().BeNull();
        (await school.SendAsync(new ReactivateLeerling(school.Id, blijft, null, null, false))).Error.Should().BeNull();
        var bewerking = new Bewerking<LeerlingGegevens>(new(), Veld.Geen, Veld.Roepnaam, NietVergrendelen: false);
        (await school.SendAsync(new UpdateLeerling(school.Id, blijft, bewerking, null, null, false))).Error.Should().BeNull();
        (await school.SendAsync(new ArchiveDocent(school.Id, new AccountId(ene.Id), null, null, false))).Error.Should().BeNull();
        (await school.UndoLastImportAsync()).Error.Should().BeNull();
        await school.SendAsync(new CloseSchool(school.Id, RequestId: null));
    }

    private static async Task GoThroughTheYearAsync()
    {
        await using var school = await CreateAsync();
        school.Leerlingen.AddRange([Leerling(1), Leerling(2)]);
        await school.ImportAsync();
        await school.ApplyAllByNightAsync();
        school.Clock.SetUtcNow(new DateTimeOffset(2027, 6, 1, 8, 0, 0, TimeSpan.Zero));
        school.Volgend = [Leerling(1, klas: "2A"), Leerling(5)];
        var volgend = Schooljaar.Hydrate(TestDatabase.Jaar.Begin + 1);
        await school.SendAsync(new PrepareSchooljaar(school.Id, volgend, RequestId: null));
        await school.SendAsync(new DiscardImport(school.Id, await school.LastRunAsync(), RequestId: null));
        var prepared = await school.PreviewAsync(volgend);
        (await school.ApplyAsync(prepared)).Error.Should().BeNull();
        await school.SendAsync(new AgreeSchooljaar(school.Id, null, [], null, null, null, ValidateOnly: false));
        await school.NightAsync();
        school.Leerlingen.Clear();
        school.Leerlingen.AddRange(school.Volgend);
        school.Volgend = null;
        school.Clock.SetUtcNow(new DateTimeOffset(2027, 8, 1, 1, 0, 0, TimeSpan.Zero));
        await school.NightAsync();
    }

    private static async Task ConnectAsync()
    {
        await using var database = TestDatabase.Create();
        var school = await database.RegisterSchoolAsync();
        await database.SendAsync(new CreateKoppeling(
            school, Las.Magister, Schooldomein.Hydrate("voorbeeld"), "Kurve", new Geheim("wachtwoord"), null, null, null));
        await database.SendAsync(new IssueActivationKit(school, default, null));
        foreach (var poort in Enum.GetValues<Poort>().Except([Poort.Activatie]))
        {
            await database.SendAsync(new ConfirmStep(school, poort, "bewijs", null, null));
        }

        (await database.SendAsync(new ActivateKoppeling(school, null, null))).Error.Should().BeNull();
        await database.SendAsync(new SuspendKoppeling(school, "reden", null, null));
        await database.SendAsync(new ResumeKoppeling(school, null, null));
        await database.SendAsync(new UpdateSchool(
            school, "Ander college", [Vestigingsnummer.Hydrate("01")], null, Guid.CreateVersion7()));
        await database.SendAsync(new StartSync(school, null));
    }

    private static async Task PlanAsync()
    {
        await using var school = await Leerplanschool.CreateAsync();
        foreach (var bereik in new[]
        {
            Leerplanbereik.Of(school.Havo3), Leerplanbereik.Of(school.Stamgroep), Leerplanbereik.Of(school.Leerlingen[0]),
        })
        {
            (await school.ActivateAsync(bereik, Leerplanschool.Havo3Inactief)).Error.Should().BeNull();
        }

        await school.DeactivateAsync(Leerplanbereik.Of(school.Stamgroep), Leerplanschool.Havo3Actief);
        await school.SendAsync(new CarryOverLeerplannen(
            school.Id, null, Schooljaar.Hydrate(2027), Enum.GetValues<Leerplansoort>(), null, ValidateOnly: false));
    }

    private static async Task TellAsync()
    {
        await using var school = await Berichtschool.CreateAsync();
        await school.TurnOnAsync();
        await school.MakeWaitAsync();
        var process = school.StartProcess();
        school.School.Clock.Advance(TimeSpan.FromDays(1));
        await Berichtschool.DeliverAsync(process);
        school.School.Clock.Advance(TimeSpan.FromDays(400));
        await using var scope = process.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Application.Wijzigingen.Contract.Berichtopruiming>()
            .CleanUpAsync(school.School.Clock.GetUtcNow(), default);
    }
}
