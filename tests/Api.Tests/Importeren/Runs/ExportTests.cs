using System.Net.Http.Headers;
using System.Text.Json;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren.Runs;

[Collection(nameof(ImporterenApi))]
public sealed class ExportTests(EndToEnd api)
{
    [Fact]
    public async Task The_rows_of_a_run_come_as_csv_in_dutch_with_what_became_of_each()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var run = await school.ApplyAsync(await school.PreviewAsync(), "", RegelSoort.Nieuw);

        var csv = await school.ExportRegelsAsync(run);

        csv.Should().StartWith("\ufeffregel;rol;soort;uitkomst;naam;stamgroep;doelgroep;wijzigingen;meldingen;code;account\r\n");
        csv.Should().EndWith("\r\n");
        Lines(csv).Count(line => line.Contains(";leerling;nieuw;toegepast;", StringComparison.Ordinal))
            .Should().Be(simulated.Pupils);
    }

    [Fact]
    public async Task Every_run_has_one_export_whatever_the_moment_and_a_school_too()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var run = await school.ApplyAsync(await school.PreviewAsync());

        var (regels, mensen) = (await school.ExportRegelsAsync(run), await school.ExportAsync());

        (await school.ExportRegelsAsync(run)).Should().Be(regels);
        (await school.ExportAsync()).Should().Be(mensen);
        mensen.Should().StartWith("\ufeffrol;status;vestiging;eckid;sleutel;stamnummer;");
        Lines(mensen).Count(line => line.StartsWith("leerling;actief;", StringComparison.Ordinal))
            .Should().Be(simulated.Pupils);
        Lines(mensen).Count(line => line.StartsWith("docent;actief;", StringComparison.Ordinal))
            .Should().Be(run.Docenten.Nieuw);
    }

    [Fact]
    public async Task A_call_that_broke_goes_on_where_it_was()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        var whole = await school.ExportAsync();
        var request = new ExportLeerlingenRequest { SchoolId = school.Id, ShowGearchiveerd = true, MetDocenten = true };
        using var first = school.Leerlingen.ExportLeerlingen(request);
        await first.ResponseStream.MoveNext(CancellationToken.None);
        var begin = first.ResponseStream.Current;

        request.ResumeToken = begin.ResumeToken;
        using var second = school.Leerlingen.ExportLeerlingen(request);
        var rest = await second.ResponseStream.ReadAllAsync().Select(deel => deel.Csv.ToStringUtf8()).ToListAsync();

        begin.ResumeToken.Should().NotBeEmpty();
        (begin.Csv.ToStringUtf8() + string.Concat(rest)).Should().Be(whole);
    }

    [Fact]
    public async Task An_export_never_mixes_what_was_before_and_after_a_change()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var run = await school.ApplyAsync(await school.PreviewAsync());
        var request = new ExportLeerlingenRequest { SchoolId = school.Id, MetDocenten = true };
        using var first = school.Leerlingen.ExportLeerlingen(request);
        await first.ResponseStream.MoveNext(CancellationToken.None);
        request.ResumeToken = first.ResponseStream.Current.ResumeToken;
        await school.UndoAsync(run);

        using var second = school.Leerlingen.ExportLeerlingen(request);
        var reason = await RunCalls.ReasonAsync(() => second.ResponseStream.MoveNext(CancellationToken.None));
        request.ResumeToken = "not one of ours";
        using var third = school.Leerlingen.ExportLeerlingen(request);
        var wrong = await RunCalls.ReasonAsync(() => third.ResponseStream.MoveNext(CancellationToken.None));

        (reason, wrong).Should().Be(("EXPORT_VEROUDERD", "RESUME_TOKEN_ONGELDIG"));
    }

    [Fact]
    public async Task The_same_export_comes_over_json()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        using var client = new HttpClient { BaseAddress = api.Api.JsonAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", api.Api.Token("numo.read"));

        var lines = (await client.GetStringAsync(
            new Uri($"/v1/scholen/{school.Id}/leerlingen:export?showGearchiveerd=true&metDocenten=true", UriKind.Relative)))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var bytes = lines.SelectMany(line =>
            JsonDocument.Parse(line).RootElement.GetProperty("csv").GetBytesFromBase64());
        System.Text.Encoding.UTF8.GetString([.. bytes]).Should().Be(await school.ExportAsync());
    }

    [Fact]
    public async Task A_run_without_a_plan_has_no_rows_to_export()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        api.Simulator.Misbehaviour.Add(
            Simulator.Misbehaviours.UwlrMisbehaviour.FaultAutorisatieOngeldig, simulated.Brin, times: 1);
        var failed = await school.PreviewAsync();

        (await RunCalls.ReasonAsync(() => school.ExportRegelsAsync(failed))).Should().Be("PLAN_ONTBREEKT");
    }

    private static string[] Lines(string csv) => csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
