using System.Text.Json;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Koppelingen;

public sealed class KoppelingListTests
{
    [Fact]
    public async Task A_list_shows_a_sign_for_each_gate_who_acts_next_and_the_last_diagnosis()
    {
        var result = await Listing().RunKoppelingAsync("list");

        result.ExitCode.Should().Be(0);
        var line = result.LineWith("99XY");
        line.Should().ContainAll("De Linde", "in-opbouw", "✓✓!~·", "school", "2026-09-01", "failed");
        result.Out.Should().Contain("✓ bevestigd, ~ gemeld, ! vervallen, · open");
        result.Out.Should().NotContain("\u001b", "it must be readable without colour");
    }

    [Fact]
    public async Task A_list_is_read_to_its_last_page()
    {
        var api = Listing();

        var result = await api.RunKoppelingAsync("list", "--json", "--staat", "in-opbouw");

        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("koppelingen").EnumerateArray().Select(k => k.GetProperty("brin").GetString())
            .Should().Equal("99XY", "99XZ");
        api.Requests<ListKoppelingenRequest>().Should().HaveCount(2)
            .And.OnlyContain(request => request.Staat == Koppelstaat.InOpbouw);
    }

    [Theory]
    [InlineData("wachtwoord_en_query")]
    [InlineData("wachtwoord-en-query")]
    public async Task The_filters_of_a_list_are_sent(string poort)
    {
        var api = Listing();

        await api.RunKoppelingAsync(
            "list", "--poort", poort, "--status", "vervallen", "--proef-mislukt",
            "--niet-beproefd-sinds", "2026-09-01T10:00:00Z");

        var request = api.Requests<ListKoppelingenRequest>()[0];
        request.Poort.Should().Be(Poort.WachtwoordEnQuery);
        request.Status.Should().Be(Poortstatus.Vervallen);
        request.ProefMislukt.Should().BeTrue();
        request.NietBeproefdSinds.ToDateTimeOffset()
            .Should().Be(new DateTimeOffset(2026, 9, 1, 10, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task An_empty_list_says_how_to_begin()
    {
        var result = await NoKoppelingen().RunKoppelingAsync("list");

        result.Out.Should().Contain("No koppelingen yet, or none that this token may see: numo koppeling create");
    }

    [Fact]
    public async Task A_list_without_a_match_says_so()
    {
        var result = await NoKoppelingen().RunKoppelingAsync("list", "--proef-mislukt");

        result.Out.Should().Contain("No koppelingen match").And.NotContain("create");
    }

    [Fact]
    public async Task A_list_of_one_counts_one()
    {
        var api = new FakeApi().Answer("ListKoppelingen", (ListKoppelingenRequest _) => new ListKoppelingenResponse
        {
            Koppelingen = { new KoppelingRegel { Koppeling = KoppelingBuilder.Active() } },
        });

        var result = await api.RunKoppelingAsync("list");

        result.Out.Should().MatchRegex(@"(?m)^  1 koppeling\r?$");
    }

    private static FakeApi NoKoppelingen() =>
        new FakeApi().Answer("ListKoppelingen", (ListKoppelingenRequest _) => new ListKoppelingenResponse());

    private static FakeApi Listing()
    {
        var first = new KoppelingRegel
        {
            Brin = "99XY",
            Naam = "De Linde",
            Koppeling = KoppelingBuilder.Halfway(),
            LaatsteProef = KoppelingBuilder.Moment,
        };
        var second = new KoppelingRegel { Brin = "99XZ", Naam = "De Eik", Koppeling = KoppelingBuilder.Active() };
        return new FakeApi().Answer("ListKoppelingen", (ListKoppelingenRequest request) => request.PageToken.Length == 0
            ? new ListKoppelingenResponse { Koppelingen = { first }, NextPageToken = "more" }
            : new ListKoppelingenResponse { Koppelingen = { second } });
    }
}
