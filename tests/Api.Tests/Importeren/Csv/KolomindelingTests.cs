using System.Net.Http.Headers;
using System.Text;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren.Csv;

[Collection(nameof(ImporterenApi))]
public sealed class KolomindelingTests(EndToEnd api)
{
    [Fact]
    public async Task A_saved_layout_reads_the_files_of_its_school()
    {
        var school = await TakeAsync();
        var saved = await SetAsync(school, "Export locatie", ("nr", Csvkolom.Stamnummer), ("an", Csvkolom.Achternaam));

        var run = await school.UploadAsync("nr;an;hobby\r\n001234;Voorbeeld;dans\r\n", k => k.Kolomindeling = "EXPORT LOCATIE");

        saved.Etag.Should().Be("1");
        run.Leerlingen.Nieuw.Should().Be(1, run.Fout?.Tekst);
        run.Kolomindeling.Should().Be("Export locatie");
        run.Waarschuwingen.Should().Contain(m => m.Code == "KOLOMMEN_NIET_GELEZEN" && m.Tekst.Contains("'hobby'"));
    }

    [Fact]
    public async Task Layouts_are_listed_page_by_page_shown_replaced_and_taken_away()
    {
        var school = await TakeAsync();
        foreach (var naam in new[] { "b", "A", "c" })
        {
            await SetAsync(school, naam, ("nr", Csvkolom.Stamnummer));
        }

        var replaced = await SetAsync(school, "B", ("nummer", Csvkolom.Stamnummer), ("groep", Csvkolom.Negeren));
        var first = await school.Import.ListKolomindelingenAsync(
            new ListKolomindelingenRequest { SchoolId = school.Id, PageSize = 2 });
        var second = await school.Import.ListKolomindelingenAsync(
            new ListKolomindelingenRequest { SchoolId = school.Id, PageToken = first.NextPageToken });
        var shown = await school.Import.GetKolomindelingAsync(
            new GetKolomindelingRequest { SchoolId = school.Id, Naam = "b" });
        await school.Import.DeleteKolomindelingAsync(
            new DeleteKolomindelingRequest { SchoolId = school.Id, Naam = "b", Etag = shown.Kolomindeling.Etag });

        first.Kolomindelingen.Select(i => i.Naam).Should().Equal("A", "B");
        second.Kolomindelingen.Select(i => i.Naam).Should().Equal("c");
        shown.Kolomindeling.Should().Be(replaced);
        replaced.Etag.Should().Be("2");
        (await ReasonAsync(() => school.Import.GetKolomindelingAsync(
            new GetKolomindelingRequest { SchoolId = school.Id, Naam = "b" }).ResponseAsync))
            .Should().Be("KOLOMINDELING_ONBEKEND");
    }

    [Fact]
    public async Task Another_version_than_the_one_seen_is_not_replaced()
    {
        var school = await TakeAsync();
        var request = Request(school, "x", ("nr", Csvkolom.Stamnummer));
        request.Etag = "0";
        await school.Import.SetKolomindelingAsync(request);

        (await ReasonAsync(() => school.Import.SetKolomindelingAsync(request).ResponseAsync))
            .Should().Be("KOLOMINDELING_GEWIJZIGD");
    }

    [Fact]
    public async Task What_is_only_validated_is_not_saved()
    {
        var school = await TakeAsync();
        var request = Request(school, "x", ("nr", Csvkolom.Stamnummer));
        request.ValidateOnly = true;

        await school.Import.SetKolomindelingAsync(request);

        (await school.Import.ListKolomindelingenAsync(new ListKolomindelingenRequest { SchoolId = school.Id }))
            .Kolomindelingen.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "nr", Csvkolom.Stamnummer, "NAAM_ONGELDIG")]
    [InlineData("x", "--", Csvkolom.Stamnummer, "KOP_ONGELDIG")]
    [InlineData("x", "BSN", Csvkolom.Stamnummer, "KOP_VERBODEN")]
    [InlineData("x", "an", Csvkolom.Stamnummer, "KOP_DUBBEL")]
    [InlineData("x", "naam", Csvkolom.Achternaam, "KOLOM_DUBBEL")]
    [InlineData("x", "nr", Csvkolom.Unspecified, "WAARDE_ONTBREEKT")]
    public async Task A_layout_that_makes_no_sense_is_refused(string naam, string kop, Csvkolom kolom, string reason)
    {
        var school = await TakeAsync();

        (await ReasonAsync(() => SetAsync(school, naam, ("an", Csvkolom.Achternaam), (kop, kolom)))).Should().Be(reason);
    }

    [Fact]
    public async Task The_template_can_be_uploaded_as_it_is()
    {
        var school = await TakeAsync();
        var bound = new ImportService.ImportServiceClient(api.Api.As(TestSchool.AllScopes, school.Id));

        var sjabloon = await bound.GetCsvsjabloonAsync(new GetCsvsjabloonRequest());
        var bare = await bound.GetCsvsjabloonAsync(new GetCsvsjabloonRequest { ZonderVoorbeelden = true });
        var run = await school.WatchAsync((await school.Import.SendAsync(
            new Uploadkop { SchoolId = school.Id, Preset = Csvpreset.Numo }, sjabloon.Inhoud.ToByteArray())).Id);

        sjabloon.Inhoud.Span[..3].ToArray().Should().Equal(0xEF, 0xBB, 0xBF);
        bare.Inhoud.ToStringUtf8().TrimEnd().Should().NotContain("\n");
        run.State.Should().Be(ImportState.Vergeleken, run.Fout?.Tekst);
        (run.Leerlingen.Nieuw, run.Docenten.Nieuw, run.Waarschuwingen.Count).Should().Be((2, 1, 0));
    }

    [Fact]
    public async Task The_front_end_saves_a_layout_as_json()
    {
        var school = await TakeAsync();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", api.Api.Token(TestSchool.AllScopes));
        var address = new Uri(api.Api.JsonAddress, $"v1/scholen/{school.Id}/kolomindelingen/eigen");
        using var body = new StringContent(
            """{"kolommen": [{"kop": "nr", "kolom": "CSVKOLOM_STAMNUMMER"}]}""", Encoding.UTF8, "application/json");

        using var put = await client.PutAsync(address, body);
        var shown = await client.GetStringAsync(address);
        using var deleted = await client.DeleteAsync(address);

        put.IsSuccessStatusCode.Should().BeTrue();
        shown.Should().Contain("CSVKOLOM_STAMNUMMER");
        deleted.IsSuccessStatusCode.Should().BeTrue();
    }

    private Task<TestSchool> TakeAsync() => TestSchool.RegisterAsync(api.Api, api.TakeSimulated());

    private static SetKolomindelingRequest Request(
        TestSchool school, string naam, params (string Kop, Csvkolom Kolom)[] kolommen) => new()
        {
            SchoolId = school.Id,
            Naam = naam,
            Kolommen = { kolommen.Select(k => new Csvkolomkeuze { Kop = k.Kop, Kolom = k.Kolom }) },
        };

    private static async Task<Kolomindeling> SetAsync(
        TestSchool school, string naam, params (string Kop, Csvkolom Kolom)[] kolommen) =>
        (await school.Import.SetKolomindelingAsync(Request(school, naam, kolommen))).Kolomindeling;

    private static async Task<string> ReasonAsync<T>(Func<Task<T>> call) =>
        (await call.Should().ThrowAsync<RpcException>()).Which.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason;
}
