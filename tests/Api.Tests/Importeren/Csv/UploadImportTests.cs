using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren.Csv;

[Collection(nameof(ImporterenApi))]
public sealed class UploadImportTests(EndToEnd api)
{
    private const int Leerlingen = 3_000;

    [Fact]
    public async Task A_school_without_a_koppeling_comes_in_from_a_file_and_a_second_upload_finds_nothing()
    {
        var school = await TakeAsync();
        var csv = CsvUploads.Leerlingen(Leerlingen);

        var preview = await school.UploadAsync(csv);
        var before = await school.CountLeerlingenAsync();
        var applied = await school.ApplyAsync(preview);
        var again = await school.UploadAsync(csv);

        (preview.State, preview.Bron).Should().Be((ImportState.Vergeleken, V1.Bron.Csv), preview.Fout?.Tekst);
        preview.Leerlingen.Nieuw.Should().Be(Leerlingen);
        (preview.Bestandsnaam, preview.BestandBytes).Should().Be(("leerlingen.csv", Encoding.UTF8.GetByteCount(csv)));
        preview.Csvrapport.Kolommen.Select(k => k.Kolom).Should().Equal(
            Csvkolom.Stamnummer, Csvkolom.Roepnaam, Csvkolom.Achternaam, Csvkolom.Stamgroep, Csvkolom.Leerjaar,
            Csvkolom.Opleidingscode);
        before.Should().Be(0, "a preview changes nothing");
        applied.State.Should().Be(ImportState.Toegepast);
        (await school.CountLeerlingenAsync()).Should().Be(Leerlingen);
        again.Leerlingen.Should().Be(new Tellingen { Ongewijzigd = Leerlingen });
        (again.GroepenNieuw + again.GroepenBijwerken + again.GroepenArchiveren).Should().Be(0);
    }

    [Fact]
    public async Task A_character_set_that_is_given_is_used_and_shown()
    {
        var school = await TakeAsync();
        var kop = new Uploadkop { SchoolId = school.Id, Tekenset = Csvtekenset.MacRoman };
        var mac = CodePagesEncodingProvider.Instance.GetEncoding(10000)!;

        var started = await school.Import.SendAsync(kop, mac.GetBytes(CsvUploads.Kop + "001234;Ñ;Voorbeeld;1A;1;H1\r\n"));
        var applied = await school.ApplyAsync(await school.WatchAsync(started.Id));

        applied.Csvrapport.Tekenset.Should().Be("Mac Roman");
        (await school.Leerlingen.ListLeerlingenAsync(new ListLeerlingenRequest { SchoolId = school.Id }))
            .Leerlingen.Single().Roepnaam.Should().Be("Ñ");
    }

    [Fact]
    public async Task A_file_that_a_spreadsheet_spoiled_changes_and_archives_nobody()
    {
        var school = await TakeAsync();
        const string Goed = CsvUploads.Kop + "123001;Noor;Voorbeeld;3-4;1;H1\r\n123002;Sem;Fictief;3-4;1;H1\r\n";
        await school.ApplyAsync(await school.UploadAsync(Goed));

        var preview = await school.UploadAsync(
            CsvUploads.Kop + "123.001;Noor;Voorbeeld;3 april;1;\r\n’123002;Sem;Fictief;03. Apr;1;\r\n");

        (preview.Leerlingen.Nieuw, preview.Leerlingen.Archiveren, preview.Leerlingen.Bijwerken).Should().Be((0, 0, 0));
        preview.Leerlingen.Afgekeurd.Should().Be(1);
        (preview.GroepenNieuw + preview.GroepenArchiveren).Should().Be(0);
    }

    [Fact]
    public async Task Leerlingen_and_docenten_are_read_back_with_their_groepen()
    {
        var school = await TakeAsync();

        await school.ApplyAsync(await school.UploadAsync(
            "rol;stamnummer;sleutel;roepnaam;voorvoegsel;achternaam;email;leerjaar;opleidingscode;stamgroep;groepen\r\n"
            + "leerling;001234;;Noor;van der;Voorbeeld;;4;H4;4H2;wisA1|du2\r\n"
            + "docent;;VBD;Joke;de;Verzonnen;joke@voorbeeld.invalid;;;4H2;wisA1\r\n"));

        var leerling = (await school.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id })).Leerlingen.Single();
        var docent = (await school.Leerlingen.ListDocentenAsync(
            new ListDocentenRequest { SchoolId = school.Id })).Docenten.Single();
        (leerling.Stamnummer, leerling.Achternaam, leerling.Stamgroep.Naam).Should().Be(("001234", "Voorbeeld", "4H2"));
        leerling.Doelgroep.Should().NotBeNull();
        leerling.Groepen.Select(g => g.Naam).Should().BeEquivalentTo("wisA1", "du2");
        docent.Email.Should().Be("joke@voorbeeld.invalid");
        docent.Groepen.Select(g => g.Naam).Should().BeEquivalentTo("4H2", "wisA1");
    }

    [Fact]
    public async Task A_file_recognises_whom_Magister_brought_in_by_stamnummer_and_their_classes_by_name()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        var page = await school.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id, PageSize = 500 });
        // Who has no number is known by the key of the school administration.
        var csv = "stamnummer;sleutel;roepnaam;voorvoegsel;achternaam;stamgroep\r\n" + string.Concat(page.Leerlingen.Select(l =>
            $"{l.Stamnummer};{(l.Stamnummer.Length == 0 ? l.UwlrKey : "")};\"{l.Roepnaam}\";\"{l.Voorvoegsel}\";\"{l.Achternaam}\";\"{l.Stamgroep?.Naam}\"\r\n"));

        var run = await school.UploadAsync(csv);

        run.Leerlingen.Should().Be(new Tellingen { Ongewijzigd = simulated.Pupils });
        (run.GroepenNieuw, run.GroepenBijwerken, run.GroepenArchiveren).Should().Be((0, 0, 0), "absent is not empty");
        run.Docenten.Archiveren.Should().Be(0, "the file says nothing of docenten");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_ends_the_run_with_line_column_and_remedy_and_the_log_has_no_value_of_it()
    {
        var school = await TakeAsync();

        var run = await school.UploadAsync(CsvUploads.Kop + "123456;\"Geheimenaam;Voorbeeld;1A;1;H1\r\n");

        (run.State, run.Fout.Code, run.Actiehouder).Should().Be(
            (ImportState.Mislukt, "AANHALINGSTEKEN_ONGELDIG", Actiehouder.School));
        run.Fout.Tekst.Should().StartWith("Regel 2, kolom 2:");
        run.Bestandsnaam.Should().Be("leerlingen.csv");
        api.Api.Output.Should().NotContain("Geheimenaam").And.NotContain("123456;");
    }

    [Fact]
    public async Task Only_a_header_changes_nothing()
    {
        var school = await TakeAsync();
        await school.ApplyAsync(await school.UploadAsync(CsvUploads.Leerlingen(30)));

        var run = await school.UploadAsync(CsvUploads.Kop);

        (run.State, run.Fout.Code).Should().Be((ImportState.Mislukt, "BESTAND_ZONDER_REGELS"));
        (await school.CountLeerlingenAsync()).Should().Be(30);
    }

    [Fact]
    public async Task A_repeated_upload_with_the_same_request_id_gets_the_first_answer_and_another_file_does_not()
    {
        var school = await TakeAsync();
        var kop = new Uploadkop { SchoolId = school.Id, RequestId = Guid.NewGuid().ToString() };
        var csv = Encoding.UTF8.GetBytes(CsvUploads.Leerlingen(3));

        var first = await school.Import.SendAsync(kop, csv);
        await school.WatchAsync(first.Id);
        var second = await school.Import.SendAsync(kop, csv);
        var other = await RefusedAsync(() => school.Import.SendAsync(kop, [.. csv, (byte)' ']));

        second.Id.Should().Be(first.Id);
        other.Should().Be("REQUEST_ID_HERGEBRUIKT");
    }

    [Theory]
    [InlineData("UPLOAD_VOLGORDE", 100)]
    [InlineData("BLOK_ONGELDIG", -1, 100, 100)]
    [InlineData("BLOK_ONGELDIG", -1, 1024 * 1024 + 1)]
    [InlineData("BLOK_ONGELDIG", -1, 64 * 1024, 0)]
    [InlineData("UPLOAD_VOLGORDE", -1, 64 * 1024, -1)]
    [InlineData("BESTAND_LEEG", -1)]
    [InlineData("UPLOAD_VOLGORDE")]
    public async Task Parts_of_the_wrong_size_or_in_the_wrong_order_are_refused(string code, params int[] delen)
    {
        var school = await TakeAsync();
        var kop = new Uploadkop { SchoolId = school.Id };

        var refused = await RefusedAsync(() => school.Import.SendAsync([.. delen.Select(bytes => bytes < 0
            ? new UploadImportRequest { Kop = kop }
            : new UploadImportRequest { Blok = ByteString.CopyFrom(new byte[bytes]) })]));

        refused.Should().Be(code);
    }

    [Fact]
    public async Task A_file_over_the_cap_is_refused_before_all_of_it_came()
    {
        var school = await TakeAsync();
        var blok = new UploadImportRequest { Blok = ByteString.CopyFrom(new byte[1024 * 1024]) };

        var refused = await RefusedAsync(() => school.Import.SendAsync(
            [new UploadImportRequest { Kop = new Uploadkop { SchoolId = school.Id } }, .. Enumerable.Repeat(blok, 34)]));

        refused.Should().Be("BESTAND_TE_GROOT");
    }

    [Fact]
    public async Task Who_may_not_import_for_the_school_cannot_send_a_file()
    {
        var (mine, other) = (await TakeAsync(), await TakeAsync());
        var reader = new ImportService.ImportServiceClient(api.Api.As("numo.read"));
        var bound = new ImportService.ImportServiceClient(api.Api.As(TestSchool.AllScopes, mine.Id));
        var kop = new Uploadkop { SchoolId = other.Id };

        (await RefusedAsync(() => reader.SendAsync(kop, new byte[10]))).Should().Be("SCOPE_ONTBREEKT");
        (await RefusedAsync(() => bound.SendAsync(kop, new byte[10]))).Should().Be("SCHOOL_ONBEKEND");
    }

    [Fact]
    public async Task What_makes_no_sense_in_the_header_is_refused_by_field()
    {
        var school = await TakeAsync();
        var kop = new Uploadkop
        {
            SchoolId = school.Id,
            Schooljaar = "2026",
            Vestiging = "1",
            Preset = Csvpreset.Numo,
            Kolomindeling = "eigen",
            Bestandsnaam = new string('a', 201),
        };

        var send = () => school.Import.SendAsync(kop, new byte[10]);

        var refused = (await send.Should().ThrowAsync<RpcException>()).Which;
        refused.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field).Should().BeEquivalentTo(
            "schooljaar", "vestiging", "bestandsnaam", "kolomindeling");
    }

    [Fact]
    public async Task A_layout_that_the_school_never_saved_and_a_vestiging_that_it_has_not_are_refused()
    {
        var school = await TakeAsync();
        Task<ImportRun> Send(Uploadkop kop) => school.Import.SendAsync(kop, new byte[10]);

        (await RefusedAsync(() => Send(new Uploadkop { SchoolId = school.Id, Kolomindeling = "eigen" })))
            .Should().Be("KOLOMINDELING_ONBEKEND");
        (await RefusedAsync(() => Send(new Uploadkop { SchoolId = school.Id, Vestiging = "07" })))
            .Should().Be("VESTIGING_ONBEKEND");
    }

    [Fact]
    public async Task The_front_end_uploads_as_json()
    {
        var school = await TakeAsync();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", api.Api.Token(TestSchool.AllScopes));
        var inhoud = Convert.ToBase64String(Encoding.UTF8.GetBytes(CsvUploads.Leerlingen(5)));
        using var body = new StringContent(
            $$"""{"kop": {"bestandsnaam": "l.csv", "preset": "CSVPRESET_NUMO"}, "inhoud": "{{inhoud}}"}""",
            Encoding.UTF8,
            "application/json");

        using var response = await client.PostAsync(
            new Uri(api.Api.JsonAddress, $"v1/scholen/{school.Id}/imports:previewCsv"), body);

        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue(text);
        using var json = JsonDocument.Parse(text);
        var run = await school.WatchAsync(json.RootElement.GetProperty("importRun").GetProperty("id").GetString()!);
        run.Leerlingen.Nieuw.Should().Be(5);
        run.Kolomindeling.Should().Be("Numo");
    }

    private Task<TestSchool> TakeAsync() => TestSchool.RegisterAsync(api.Api, api.TakeSimulated());

    private static async Task<string> RefusedAsync<T>(Func<Task<T>> call) =>
        (await call.Should().ThrowAsync<RpcException>()).Which.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason;
}
