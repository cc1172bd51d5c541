using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class OpleidingCommandTests
{
    private static readonly Opleiding Havo = new()
    {
        Code = "HAVO",
        Naam = "havo",
        Sector = Sector.Vo,
        Leerjaren = { 1, 2, 3, 4, 5 },
        Taal = Referentieniveau._3F,
    };

    [Fact]
    public async Task Unknown_codes_are_read_to_the_last_page_and_shown_as_a_table()
    {
        var api = new FakeApi().Answer(
            "ListUnknownOpleidingscodes",
            (ListUnknownOpleidingscodesRequest request) => request.PageToken.Length == 0
                ? new ListUnknownOpleidingscodesResponse { Opleidingscodes = { Code("G2", Havo) }, NextPageToken = "more" }
                : new ListUnknownOpleidingscodesResponse { Opleidingscodes = { Code("XYZ9", null) } });

        var result = await RunAsync(api, "unknown", "--school", RunBuilder.SchoolId);

        result.ExitCode.Should().Be(0);
        result.Out.Should().MatchRegex(@"G2\s+7\s+voorstel wacht\s+HAVO\s+laag\s+1 2\s+1A 2B")
            .And.MatchRegex(@"XYZ9\s+7\s+onbekend\s+HAVO of HAVO\s+onbekend").And.Contain("numo opleiding set");
    }

    [Fact]
    public async Task A_translation_is_shown_with_its_reason()
    {
        var api = new FakeApi().Answer(
            "TranslateOpleidingscode",
            (TranslateOpleidingscodeRequest request) => new TranslateOpleidingscodeResponse
            {
                Opleiding = Havo,
                Regel = Vertaalregel.Elementcode,
                Zekerheid = Zekerheid.Hoog,
                Leerjaar = request.Leerjaar,
                Leerjaaruitkomst = Leerjaaruitkomst.Past,
                Uitleg = "Staat in de tabel.",
            });

        var result = await RunAsync(api, "translate", "--school", RunBuilder.SchoolId, "0300", "--leerjaar", "3");

        result.Out.Should().ContainAll("HAVO (havo)", "elementcode", "hoog", "past", "Staat in de tabel.");
        api.Requests<TranslateOpleidingscodeRequest>().Single().Should().Be(new TranslateOpleidingscodeRequest
        {
            SchoolId = RunBuilder.SchoolId,
            Opleidingscode = "0300",
            Leerjaar = 3,
        });
    }

    [Fact]
    public async Task Settling_says_what_comes_next()
    {
        var api = new FakeApi().Answer("SetVertaling", (SetVertalingRequest request) => new SetVertalingResponse
        {
            Vertaling = new Vertaling { Opleidingscode = request.Opleidingscode, Opleiding = request.Opleiding },
        });

        var result = await RunAsync(
            api, "set", "--school", RunBuilder.SchoolId, "XYZ9", "havo", "--vanaf", "2026-2027", "--tot", "2027-2028");

        result.Out.Should().Contain("Settled.").And.Contain($"Next: numo import preview --school {RunBuilder.SchoolId}");
        var request = api.Requests<SetVertalingRequest>().Single();
        (request.Opleiding, request.SchooljaarVanaf, request.SchooljaarTot, request.ValidateOnly).Should().Be(
            ("HAVO", "2026-2027", "2027-2028", false));
        request.RequestId.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Siblings_that_are_offered_are_settled_in_one_request()
    {
        var api = new FakeApi().Answer("SetVertaling", (SetVertalingRequest request) => new SetVertalingResponse
        {
            Vertaling = new Vertaling { Opleidingscode = request.Opleidingscode, Opleiding = request.Opleiding },
            VerwanteVertalingen = { request.VerwanteCodes.Select(code => new Vertaling { Opleidingscode = code }) },
            VerwanteCodes = { request.ValidateOnly ? [Code("KH5EM", null), Code("KH5NT", null)] : [Code("KH3", null)] },
        });

        var result = await RunAsync(
            api, "set", "--school", RunBuilder.SchoolId, "KH4NT", "HAVO", "--also", "KH4", "--siblings");

        var requests = api.Requests<SetVertalingRequest>();
        requests.Select(r => r.ValidateOnly).Should().Equal(true, false);
        requests[1].VerwanteCodes.Should().Equal("KH4", "KH5EM", "KH5NT");
        result.Out.Should().Contain("With it: KH4, KH5EM, KH5NT.").And.Contain("Also HAVO? KH3.");
    }

    [Fact]
    public async Task Siblings_are_named_once_below_the_queue()
    {
        var (one, other) = (Code("KH4", null), Code("KH5", Havo));
        one.VerwanteCodes.Add("KH5");
        other.VerwanteCodes.Add("KH4");
        (other.Regel, other.AantalScholen) = (Vertaalregel.AndereScholen, 23);
        var api = new FakeApi().Answer(
            "ListUnknownOpleidingscodes",
            (ListUnknownOpleidingscodesRequest _) =>
                new ListUnknownOpleidingscodesResponse { Opleidingscodes = { one, other } });

        var result = await RunAsync(api, "unknown", "--school", RunBuilder.SchoolId);

        result.Out.Should().Contain("Siblings: KH4, KH5.").And.NotContain("Siblings: KH5")
            .And.Contain("HAVO (23 schools)");
    }

    [Fact]
    public async Task Without_a_value_the_settings_are_only_shown()
    {
        var api = new FakeApi().Answer("GetVertaalinstelling", (GetVertaalinstellingRequest _) =>
            new GetVertaalinstellingResponse { Vertaalinstelling = new Vertaalinstelling { Locatiecijfer = true } });

        var result = await RunAsync(api, "settings", "--school", RunBuilder.SchoolId);

        result.Out.Should().MatchRegex(@"locatiecijfer\s+ja");
        api.Requests<UpdateVertaalinstellingRequest>().Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_of_crebos_is_sent_whole()
    {
        var api = new FakeApi().Answer(
            "ImportCrebo", (ImportCreboRequest _) => new ImportCreboResponse { Aantal = 2 });
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "crebo;niveau\n25180;4\n");

            var result = await RunAsync(api, "crebo", "--csv", file, "--validate-only");

            result.Out.Should().Contain("Checked: 2 crebo's.");
            var request = api.Requests<ImportCreboRequest>().Single();
            (request.Csv, request.ValidateOnly).Should().Be(("crebo;niveau\n25180;4\n", true));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        var result = await RunAsync(new FakeApi(), "crebo", "--csv", "/nowhere/crebo.csv");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("cannot be read");
    }

    [Fact]
    public async Task A_folder_is_not_taken_for_a_file()
    {
        var folder = Path.GetTempPath();

        var result = await RunAsync(new FakeApi(), "crebo", "--csv", folder);

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain($"{folder} is a folder").And.NotContain("denied");
    }

    [Fact]
    public async Task Opleidingen_are_listed()
    {
        var api = new FakeApi().Answer(
            "ListOpleidingen", (ListOpleidingenRequest _) => new ListOpleidingenResponse { Opleidingen = { Havo } });

        var result = await RunAsync(api, "list");

        result.Out.Should().MatchRegex(@"HAVO\s+havo\s+VO\s+1 2 3 4 5\s+3F");
    }

    private static OnbekendeOpleidingscode Code(string code, Opleiding? opleiding) => new()
    {
        Opleidingscode = code,
        AantalLeerlingen = 7,
        Reden = opleiding is null ? Onbekendreden.Onbekend : Onbekendreden.Voorstel,
        Opleiding = opleiding,
        Zekerheid = opleiding is null ? Zekerheid.Unspecified : Zekerheid.Laag,
        Alternatieven = { Havo, Havo },
        Klassen = { "1A", "2B" },
        Leerjaren = { 1, 2 },
    };

    private static Task<CommandLineResult> RunAsync(FakeApi api, params string[] args) =>
        new CommandLineBuilder().With(api).RunAsync(["opleiding", .. args]);
}
