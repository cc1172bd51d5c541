using System.Text.Json;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

public sealed class QualityCommandTests
{
    [Fact]
    public async Task Every_kind_is_shown_with_its_number_and_what_it_means()
    {
        var result = await RunAsync(Counting());

        result.ExitCode.Should().Be(0);
        result.Out.Should().MatchRegex("leerling-zonder-eck-id +12 +no ECK iD")
            .And.MatchRegex("docent-zonder-email +0 +no e-mail").And.ContainAll("2026-2027", "812");
    }

    [Fact]
    public async Task As_json_it_is_the_answer_alone()
    {
        var result = await RunAsync(Counting(), "--json");

        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("tellingen")[0].GetProperty("aantal").GetInt32().Should().Be(12);
        result.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_double_stands_together()
    {
        var api = Listing(new Bevinding
        {
            Aantal = 2,
            Leerlingen =
            {
                new Leerling { Id = "id-1", Roepnaam = "Jan", Achternaam = "Vos", UwlrKey = "0123", Status = Status.Actief },
                new Leerling { Id = "id-2", Roepnaam = "Jan", Achternaam = "Vos", UwlrKey = "123", Status = Status.Gearchiveerd },
            },
        });

        var result = await RunAsync(api, "--soort", "leerling-gelijkende-sleutel");

        result.Out.Should().MatchRegex(@"1 +Jan Vos +actief +0123 +id-1").And.MatchRegex(
            @"1 +Jan Vos +gearchiveerd +123 +id-2");
        api.Requests<ListDatakwaliteitRequest>().Single().Soort.Should().Be(
            Kwaliteitssoort.LeerlingGelijkendeSleutel);
    }

    [Fact]
    public async Task Groepen_and_rows_of_a_source_are_listed()
    {
        var groep = await RunAsync(
            Listing(new Bevinding { Groep = new Groep { Naam = "1X", Soort = Groepsoort.Stamgroep, Vestiging = "00" } }),
            "--soort", "groep-zonder-docent");
        var regel = await RunAsync(
            Listing(new Bevinding
            {
                Bronregel = new Bronregel { Nummer = 4, Sleutel = "3000001", Stamnummer = "0012", Reden = "Onbekend." },
            }),
            "--soort", "REGEL-ZONDER-LEERLING");

        groep.Out.Should().MatchRegex("1X +stamgroep +00 +0 +0");
        regel.Out.Should().MatchRegex("4 +3000001 +0012").And.Contain("Onbekend.");
    }

    [Fact]
    public async Task All_pages_are_read_only_when_that_is_asked()
    {
        var pages = new Queue<string>(["next", "", "next"]);
        FakeApi Paged() => new FakeApi().Answer("ListDatakwaliteit", (ListDatakwaliteitRequest _) =>
            new ListDatakwaliteitResponse
            {
                Bevindingen = { new Bevinding { Groep = new Groep { Naam = "1X" } } },
                NextPageToken = pages.Dequeue(),
            });
        var (all, first) = (Paged(), Paged());

        await RunAsync(all, "--soort", "groep-zonder-leerling", "--all");
        var result = await RunAsync(first, "--soort", "groep-zonder-leerling");

        all.Requests<ListDatakwaliteitRequest>().Should().HaveCount(2);
        first.Requests<ListDatakwaliteitRequest>().Should().ContainSingle();
        result.Out.Should().Contain("There is more; --all shows it.");
    }

    [Fact]
    public async Task Nothing_wrong_is_said_in_so_many_words() =>
        (await RunAsync(Listing(), "--soort", "docent-zonder-email")).Out.Should().Contain("docent-zonder-email is 0");

    [Fact]
    public async Task An_unknown_kind_is_answered_with_the_known_ones()
    {
        var result = await RunAsync(new FakeApi(), "--soort", "bogus");

        result.ExitCode.Should().Be(2);
        result.Error.Should().ContainAll("'bogus'", "leerling-zonder-eck-id", "niet-herkend");
    }

    private static Task<CommandLineResult> RunAsync(FakeApi api, params string[] args) =>
        new CommandLineBuilder().With(api).RunAsync(
            ["school", "quality", "--school", RunBuilder.SchoolId, .. args]);

    private static FakeApi Counting() => new FakeApi().Answer("GetDatakwaliteit", new GetDatakwaliteitResponse
    {
        Schooljaar = "2026-2027",
        Leerlingen = 812,
        Tellingen =
        {
            new Kwaliteitstelling { Soort = Kwaliteitssoort.LeerlingZonderEckId, Aantal = 12 },
            new Kwaliteitstelling { Soort = Kwaliteitssoort.DocentZonderEmail },
        },
    });

    private static FakeApi Listing(params Bevinding[] bevindingen) => new FakeApi().Answer(
        "ListDatakwaliteit", new ListDatakwaliteitResponse { Bevindingen = { bevindingen } });
}
