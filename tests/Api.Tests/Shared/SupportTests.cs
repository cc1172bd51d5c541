using System.Net.Http.Headers;
using Google.Protobuf;
using Grpc.Core;
using Kurve.Numo.Api.Tests.Importeren;
using Kurve.Numo.Api.Tests.Importeren.Runs;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>Kurve's support in the data of a school: it sees what happens, and not who people are.</summary>
[Collection(nameof(DagenApi))]
public sealed class SupportTests(EndToEnd api) : IDisposable
{
    private const string Scopes = "numo.read numo.import numo.support";

    private CallInvoker Support => api.Api.AsPerson("support", Scopes);

    private ImportService.ImportServiceClient Imports => new(Support);

    private LeerlingService.LeerlingServiceClient Leerlingen => new(Support);

    private WijzigingService.WijzigingServiceClient Berichten => new(Support);

    public void Dispose() => api.Simulator.Day = 0;

    [Fact]
    public async Task Support_cannot_see_or_act_in_the_data_of_the_school__it_sees_rows_masked_and_is_audited()
    {
        var (school, first, run) = await TwoDaysAsync();
        var persons = await PersonsAsync(school);
        var asAdministrator = await ReadAllAsync(school.Import, school.Leerlingen, school, run);

        var asSupport = await ReadAllAsync(Imports, Leerlingen, school, run);

        Recognised(asAdministrator, persons).Should().HaveCountGreaterThan(100, "these answers are about people");
        Recognised(asSupport, persons).Should().BeEmpty();
        Rows(asSupport).Should().NotBeEmpty().And.Equal(Rows(asAdministrator), "they can speak of the same row");
        (await school.AuditAsync("support")).Should().Contain(
            ["ListLeerlingen", "ListDocenten", "ListImportRegels", "CompareImportRuns", "ListDatakwaliteit"]);
        first.State.Should().Be(ImportState.Toegepast);
    }

    [Fact]
    public async Task Support_acts_on_what_it_cannot_recognise()
    {
        var (school, _, run) = await TwoDaysAsync();
        var row = (await Imports.ListImportRegelsAsync(new ListImportRegelsRequest
        {
            SchoolId = school.Id,
            ImportRunId = run.Id,
            Soorten = { RegelSoort.Archiveren },
        })).Regels[0];

        var applied = (await Imports.ApplyImportAsync(new ApplyImportRequest
        {
            SchoolId = school.Id,
            ImportRunId = run.Id,
            PlanHash = run.PlanHash,
            Regels = { row.Nummer },
        })).ImportRun;

        applied.ToegepastePersonen.Should().Be(1);
        applied.Handelingen[^1].Wie.Should().Be("support");
    }

    [Fact]
    public async Task What_cannot_be_masked_or_would_write_back_what_was_masked_is_refused()
    {
        var (school, _, run) = await TwoDaysAsync();
        var leerling = await school.FirstLeerlingAsync();
        var docent = (await school.DocentenAsync())[0];

        string[] reasons =
        [
            await RunCalls.ReasonAsync(() => FirstAsync(Leerlingen.ExportLeerlingen(
                new ExportLeerlingenRequest { SchoolId = school.Id }))),
            await RunCalls.ReasonAsync(() => FirstAsync(Imports.ExportImportRegels(
                new ExportImportRegelsRequest { SchoolId = school.Id, ImportRunId = run.Id }))),
            await RunCalls.ReasonAsync(() => Leerlingen.UpdateLeerlingAsync(new UpdateLeerlingRequest
            {
                Leerling = new Leerling { SchoolId = school.Id, Id = leerling.Id, Roepnaam = "N***" },
            }).ResponseAsync),
            await RunCalls.ReasonAsync(() => Leerlingen.UpdateDocentAsync(new UpdateDocentRequest
            {
                Docent = new Docent { SchoolId = school.Id, Id = docent.Id, Roepnaam = "N***" },
            }).ResponseAsync),
            await RunCalls.ReasonAsync(() => Berichten.RotateWebhookgeheimAsync(
                new RotateWebhookgeheimRequest { SchoolId = school.Id }).ResponseAsync),
            await RunCalls.ReasonAsync(() => Berichten.UpdateBerichtinstellingAsync(new UpdateBerichtinstellingRequest
            {
                Berichtinstelling = new Berichtinstelling { SchoolId = school.Id, Adressen = { new Berichtadres { Adres = "o***" } } },
            }).ResponseAsync),
        ];

        reasons.Should().OnlyContain(reason => reason == "NIET_VOOR_SUPPORT").And.HaveCount(6);
        (await school.LeerlingAsync(leerling.Id)).Should().Be(leerling);
    }

    [Fact]
    public async Task Json_is_masked_as_well()
    {
        var (school, _, run) = await TwoDaysAsync();
        var persons = await PersonsAsync(school);
        using var client = new HttpClient { BaseAddress = api.Api.JsonAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", api.Api.Token(Scopes));

        var leerlingen = await client.GetStringAsync(
            new Uri($"/v1/scholen/{school.Id}/leerlingen?pageSize=500", UriKind.Relative));
        var regels = await client.GetStringAsync(
            new Uri($"/v1/scholen/{school.Id}/imports/{run.Id}/regels?pageSize=500", UriKind.Relative));

        leerlingen.Should().Contain("***\"");
        IMessage[] answers =
        [
            JsonParser.Default.Parse<ListLeerlingenResponse>(leerlingen),
            JsonParser.Default.Parse<ListImportRegelsResponse>(regels),
        ];
        Recognised(answers, persons).Should().BeEmpty();
    }

    private static IEnumerable<(int Nummer, RegelSoort Soort, string Account, string Doelgroep)> Rows(
        IEnumerable<IMessage> answers) =>
        answers.OfType<ListImportRegelsResponse>().Single().Regels.Select(
            r => (r.Nummer, r.Soort, r.AccountId, r.Doelgroep));

    /// <summary>A school that was imported, with a preview of some days later that has a conflict as well.</summary>
    private async Task<(TestSchool School, ImportRun First, ImportRun Second)> TwoDaysAsync()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var first = await school.ApplyAsync(await school.PreviewAsync());
        api.Simulator.Day = 3;
        api.Simulator.Misbehaviour.Add(UwlrMisbehaviour.Namesakes, simulated.Brin, times: 1);
        var docenten = await school.DocentenAsync();
        await MailAsync(school, docenten[1].Id, "tijdelijk@voorbeeld.invalid", locks: false);
        await MailAsync(school, docenten[0].Id, docenten[1].Email, locks: true);
        var second = await school.PreviewAsync();
        var conflict = (await school.RegelsAsync(second, r => r.Soorten.Add(RegelSoort.Conflict)))[0];
        await school.Import.ResolveConflictAsync(new ResolveConflictRequest
        {
            SchoolId = school.Id,
            ImportRunId = second.Id,
            Nummer = conflict.Nummer,
            Soort = Beslissingsoort.Overslaan,
        });
        return (school, first, second);
    }

    private static async Task MailAsync(TestSchool school, string docent, string email, bool locks) =>
        await school.Leerlingen.UpdateDocentAsync(new UpdateDocentRequest
        {
            Docent = new Docent { SchoolId = school.Id, Id = docent, Email = email },
            NietVergrendelen = !locks,
        });

    /// <summary>Every answer with people in it.</summary>
    private static async Task<List<IMessage>> ReadAllAsync(
        ImportService.ImportServiceClient imports,
        LeerlingService.LeerlingServiceClient leerlingen,
        TestSchool school,
        ImportRun run)
    {
        var (id, runId) = (school.Id, run.Id);
        var everybody = await leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = id, PageSize = 500, ShowGearchiveerd = true });
        var one = everybody.Leerlingen[0].Id;
        List<IMessage> answers =
        [
            everybody,
            await leerlingen.GetLeerlingAsync(new GetLeerlingRequest { SchoolId = id, LeerlingId = one }),
            await leerlingen.BatchGetLeerlingenAsync(
                new BatchGetLeerlingenRequest { SchoolId = id, LeerlingIds = { one } }),
            await leerlingen.ListDocentenAsync(new ListDocentenRequest { SchoolId = id, PageSize = 500 }),
            await leerlingen.ListGroepenAsync(new ListGroepenRequest { SchoolId = id, PageSize = 500 }),
            await leerlingen.ArchiveLeerlingAsync(
                new ArchiveLeerlingRequest { SchoolId = id, LeerlingId = one, ValidateOnly = true }),
            await imports.ListImportRegelsAsync(
                new ListImportRegelsRequest { SchoolId = id, ImportRunId = runId, PageSize = 500 }),
            await imports.GetImportRunAsync(new GetImportRunRequest { SchoolId = id, ImportRunId = runId }),
            await imports.ListImportRunsAsync(new ListImportRunsRequest { SchoolId = id }),
            await imports.ListBeslissingenAsync(new ListBeslissingenRequest { SchoolId = id }),
            await imports.CompareImportRunsAsync(
                new CompareImportRunsRequest { SchoolId = id, ImportRunId = runId, PageSize = 500 }),
        ];
        foreach (var soort in Enum.GetValues<Kwaliteitssoort>().Where(soort => soort != Kwaliteitssoort.Unspecified))
        {
            answers.Add(await leerlingen.ListDatakwaliteitAsync(
                new ListDatakwaliteitRequest { SchoolId = id, Soort = soort, PageSize = 500 }));
        }

        using var watch = imports.WatchImportRun(new WatchImportRunRequest { SchoolId = id, ImportRunId = runId });
        await foreach (var answer in watch.ResponseStream.ReadAllAsync())
        {
            answers.Add(answer);
        }

        return answers;
    }

    /// <summary>What tells who the people of a school are: names as they are shown, addresses and keys.</summary>
    private static async Task<HashSet<string>> PersonsAsync(TestSchool school)
    {
        var leerlingen = await school.LeerlingenAsync(archived: true);
        var docenten = await school.DocentenAsync();
        return leerlingen
            .SelectMany(l => new[]
            {
                l.EckId, l.UwlrKey, l.Stamnummer, l.IdGebr, l.Roepnaam, l.Achternaam,
                Naam(l.Roepnaam, l.Voorvoegsel, l.Achternaam),
            })
            .Concat(docenten.SelectMany(d => new[]
            {
                d.EckId, d.UwlrKey, d.Email, d.Roepnaam, d.Achternaam, Naam(d.Roepnaam, d.Voorvoegsel, d.Achternaam),
            }))
            .Where(value => value.Length > 2)
            .ToHashSet(StringComparer.Ordinal);

        static string Naam(params string[] parts) => string.Join(' ', parts.Where(part => part.Length > 0));
    }

    /// <summary>Every text in the answers by which somebody can be recognised.</summary>
    private static List<string> Recognised(IEnumerable<IMessage> answers, HashSet<string> persons) =>
        [.. answers.SelectMany(Texts).Where(persons.Contains)];

    private static IEnumerable<string> Texts(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            var value = field.Accessor.GetValue(message);
            foreach (var item in value is System.Collections.IList many ? many.Cast<object>() : [value])
            {
                foreach (var text in item is IMessage child ? Texts(child) : item is string own ? [own] : [])
                {
                    yield return text;
                }
            }
        }
    }

    private static async Task<T> FirstAsync<T>(AsyncServerStreamingCall<T> call)
    {
        using (call)
        {
            await call.ResponseStream.MoveNext(CancellationToken.None);
            return call.ResponseStream.Current;
        }
    }
}
