using System.Text.Json;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>`merge`, `unmerge` and `not-same` of leerlingen and docenten.</summary>
public sealed class SamenvoegCommandTests
{
    private const string One = "0198c7a2-6f3e-7c11-9d5b-000000000001";
    private const string Other = "0198c7a2-6f3e-7c11-9d5b-000000000002";
    private const string Third = "0198c7a2-6f3e-7c11-9d5b-000000000003";
    private const int Width = 80;

    [Fact]
    public async Task A_merge_shows_who_stays_what_goes_over_and_how_to_undo_it()
    {
        var api = Merging();

        var result = await RunAsync(api, "leerling", "merge", "--keep", One, "--merge", Other);

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll("Merged.", "Noor Vos", "eck_id", "stamnummer", "3A", "2 move, 1 stay")
            .And.Contain($"numo leerling unmerge --school {RunBuilder.SchoolId} {Other}");
        var request = api.Requests<MergeLeerlingenRequest>().Single();
        (request.BlijftId, request.VervaltId, request.OndanksVerschil, request.ValidateOnly).Should().Be(
            (One, Other, false, false));
        request.RequestId.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_merge_that_is_only_checked_says_so()
    {
        var api = Merging();

        var result = await RunAsync(
            api, "leerling", "merge", "--keep", One, "--merge", Other, "--ondanks-verschil", "--validate-only");

        result.Out.Should().Contain("nothing was changed").And.NotContain("unmerge");
        var request = api.Requests<MergeLeerlingenRequest>().Single();
        (request.OndanksVerschil, request.ValidateOnly).Should().Be((true, true));
    }

    [Fact]
    public async Task As_json_it_is_the_answer_alone()
    {
        var result = await RunAsync(Merging(), "leerling", "merge", "--keep", One, "--merge", Other, "--json");

        using var json = JsonDocument.Parse(result.Out);
        json.RootElement.GetProperty("vervalt").GetProperty("samengevoegdMet").GetString().Should().Be(One);
    }

    [Fact]
    public async Task Docenten_are_merged_and_unmerged()
    {
        var docent = new Docent { Id = One, Achternaam = "Boer" };
        var api = new FakeApi()
            .Answer("MergeDocenten", new MergeDocentenResponse
            {
                Blijft = docent,
                Vervalt = new Docent { Id = Other, SamengevoegdMet = One },
                Samenvoeging = new Samenvoeging(),
            })
            .Answer("UndoMergeDocenten", new UndoMergeDocentenResponse { Blijft = docent, Hersteld = new Docent { Id = Other } });

        var merged = await RunAsync(api, "docent", "merge", "--keep", One, "--merge", Other);
        var undone = await RunAsync(api, "docent", "unmerge", Other);

        merged.Out.Should().ContainAll("Merged.", "Boer", "numo docent unmerge");
        undone.Out.Should().ContainAll("Both are again what they were.", Other);
        api.Requests<UndoMergeDocentenRequest>().Single().DocentId.Should().Be(Other);
    }

    [Fact]
    public async Task Two_accounts_are_told_apart_listed_and_that_is_forgotten_again()
    {
        var verschil = new Verschil { EneId = One, AndereId = Other, Reden = "tweeling", Door = "beheerder" };
        var api = new FakeApi()
            .Answer("MarkVerschillend", new MarkVerschillendResponse { Verschil = verschil })
            .Answer("UnmarkVerschillend", new UnmarkVerschillendResponse { Verschil = verschil })
            .Answer("ListVerschillend", new ListVerschillendResponse
            {
                Verschillen = { verschil, new Verschil { EneId = Third, AndereId = Other, Docenten = true } },
            });

        var marked = await RunAsync(api, "leerling", "not-same", One, Other, "--reden", "tweeling");
        var listed = await RunAsync(api, "leerling", "not-same");
        var forgotten = await RunAsync(api, "leerling", "not-same", One, Other, "--undo");
        var one = await RunAsync(api, "leerling", "not-same", One);

        marked.Out.Should().ContainAll("Two persons from now on.", One, Other, "tweeling");
        listed.Out.Should().ContainAll(One, "beheerder").And.NotContain(Third);
        forgotten.Out.Should().Contain("Forgotten.");
        one.ExitCode.Should().Be(2);
        api.Requests<MarkVerschillendRequest>().Single().Reden.Should().Be("tweeling");
    }

    [Fact]
    public async Task Likely_doubles_come_with_the_commands_to_merge_or_to_tell_apart_but_for_pairs_that_were()
    {
        var api = new FakeApi().Answer("ListDatakwaliteit", new ListDatakwaliteitResponse
        {
            Bevindingen =
            {
                new Bevinding
                {
                    Aantal = 3,
                    Leerlingen =
                    {
                        new Leerling { Id = One, Achternaam = "Vos", Status = Status.Gearchiveerd },
                        new Leerling { Id = Other, Achternaam = "Vos", Status = Status.Actief },
                        new Leerling { Id = Third, Achternaam = "Vos", Status = Status.Actief },
                    },
                    Verschillend = { new Accountpaar { EneId = Other, AndereId = Third } },
                },
            },
        });

        var result = await RunAsync(api, "school", "quality", "--soort", "leerling-dubbele-naam");

        var advice = result.Out[result.Out.IndexOf("1 one person", StringComparison.Ordinal)..];
        advice.Should().ContainAll($"--keep {Other}", $"--keep {Third}", $"--merge {One}", $"{Other} {One}", $"{Third} {One}");
        advice.Should().NotContain($"--merge {Third}", "it was told apart from the one that would stay");
        advice.Split('\n').Should().OnlyContain(line => line.Length <= Width);
    }

    private static Task<CommandLineResult> RunAsync(FakeApi api, string command, string subcommand, params string[] args) =>
        new CommandLineBuilder().With(api).RunAsync([command, subcommand, "--school", RunBuilder.SchoolId, .. args]);

    private static FakeApi Merging() => new FakeApi().Answer("MergeLeerlingen", new MergeLeerlingenResponse
    {
        Blijft = new Leerling { Id = One, Roepnaam = "Noor", Achternaam = "Vos", Status = Status.Actief },
        Vervalt = new Leerling { Id = Other, Achternaam = "Vos", Status = Status.Gearchiveerd, SamengevoegdMet = One },
        Samenvoeging = new Samenvoeging
        {
            OvergenomenVelden = { "eck_id" },
            VerschillendeVelden = { "stamnummer" },
            GroepenErbij = { "3A" },
            LeerplannenOver = 2,
            LeerplannenGebleven = 1,
        },
    });
}
