using Grpc.Core;
using Kurve.Numo.Api.Tests.Importeren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>What a person calls a run, a leerling, a docent or a groep, in `numo` against a real API.</summary>
[Collection(nameof(PersonenApi))]
public sealed class LookupTests(EndToEnd api)
{
    [Fact]
    public async Task A_leerling_is_found_by_stamnummer_eck_id_name_and_the_first_characters_of_the_id()
    {
        var (school, brin) = await ImportedAsync();
        var people = await school.LeerlingenAsync();
        var one = people.First(l => l.EckId.Length > 0 && people.Count(o => NameOf(o) == NameOf(l)) == 1);
        string[] calls = [one.Stamnummer, "0" + one.Stamnummer, one.EckId, NameOf(one).ToUpperInvariant(), one.Id[..35]];

        foreach (var call in calls)
        {
            var shown = await RunAsync("leerling", "show", "--school", brin, call);

            shown.ExitCode.Should().Be(0, $"'{call}' names one leerling: {shown.Error}");
            shown.Out.Should().Contain(one.Id);
        }
    }

    [Fact]
    public async Task Who_is_several_people_is_asked_for_more_and_nobody_is_changed()
    {
        var (school, brin) = await ImportedAsync();

        var several = await RunAsync("leerling", "archive", "--school", brin, "0");
        var begin = (await school.LeerlingenAsync())[0].Id[..8];
        var ambiguous = await RunAsync("leerling", "archive", "--school", brin, begin);
        var nobody = await RunAsync("leerling", "archive", "--school", brin, "Niemand Zo");

        several.ExitCode.Should().Be(1);
        ambiguous.ExitCode.Should().Be(1);
        ambiguous.Error.Should().Contain("more than one leerling").And.Contain(begin);
        nobody.Error.Should().Contain("no leerling 'Niemand Zo'");
        (await school.LeerlingenAsync()).Should().OnlyContain(l => l.Status == V1.Status.Actief);
    }

    [Fact]
    public async Task A_docent_is_found_by_e_mail_name_and_id()
    {
        var (school, brin) = await ImportedAsync();
        var people = await school.DocentenAsync();
        var one = people.First(d => people.Count(o => o.Achternaam == d.Achternaam && o.Roepnaam == d.Roepnaam) == 1);

        foreach (var call in new[] { one.Email.ToUpperInvariant(), $"{one.Roepnaam} {one.Achternaam}", one.Id })
        {
            var shown = await RunAsync("docent", "show", "--school", brin, call);

            shown.Out.Should().Contain(one.Id, $"'{call}' names one docent: {shown.Error}");
        }
    }

    [Fact]
    public async Task A_run_is_found_by_latest_and_by_its_first_characters()
    {
        var (school, brin) = await ImportedAsync();
        var newest = await school.PreviewAsync();
        var history = await RunAsync("import", "history", "--school", brin);

        var latest = await RunAsync("import", "show", "--school", brin, "latest", "--json");
        var prefix = await RunAsync("import", "show", "--school", brin, newest.Id[..13], "--json");
        var several = await RunAsync("import", "show", "--school", brin, newest.Id[..4]);
        var none = await RunAsync("import", "show", "--school", brin, "ffff");
        var undone = await RunAsync("import", "undo", "--school", brin, "latest", "--yes");

        latest.Out.Should().Contain(newest.Id);
        prefix.Out.Should().Contain(newest.Id);
        several.Error.Should().Contain("More than one import").And.Contain(newest.Id);
        none.Error.Should().Contain("begins with 'ffff'");
        history.Out.Should().Contain(newest.Id[..13]).And.NotContain(newest.Id, "what is shown can be typed");
        undone.ExitCode.Should().Be(0, "undo takes the latest that was applied, not the preview: " + undone.Error);
    }

    [Fact]
    public async Task A_list_at_80_columns_has_whole_names_a_total_and_pages()
    {
        var (school, brin) = await ImportedAsync();
        var people = await school.LeerlingenAsync();

        var first = await RunAsync("leerling", "list", "--school", brin);
        var last = await RunAsync("leerling", "list", "--school", brin, "--pagina", "3");
        var beyond = await RunAsync("leerling", "list", "--school", brin, "--pagina", "4");
        var all = await RunAsync("leerling", "list", "--school", brin, "--all");

        all.Out.Should().ContainAll(people.Select(NameOf));
        first.Out.Should().Contain("1 to 50 of 120 leerlingen. Next: the same with --pagina 2, or --all.");
        last.Out.Should().Contain("101 to 120 of 120 leerlingen. This is the last page.");
        beyond.Error.Should().Contain("120 leerlingen on 3 pages");
        all.Out.Split('\n').Should().OnlyContain(line => line.Length <= 80);
    }

    [Fact]
    public async Task A_list_is_narrowed_by_name_groep_stamnummer_and_status()
    {
        var (school, brin) = await ImportedAsync();
        var people = await school.LeerlingenAsync();
        var one = people.First(l => l.Stamgroep is not null);
        var inGroep = people.Where(l => l.Stamgroep?.Naam == one.Stamgroep.Naam).ToList();
        await RunAsync("leerling", "archive", "--school", brin, one.Id);

        var byName = await ListAsync(brin, "--naam", $"{one.Achternaam[..3]} {one.Roepnaam}", "--status", "alle");
        var byGroep = await ListAsync(brin, "--groep", one.Stamgroep.Naam.ToLowerInvariant());
        var byNumber = await ListAsync(brin, "--stamnummer", "00" + one.Stamnummer, "--status", "gearchiveerd");
        var archived = await ListAsync(brin, "--status", "GEARCHIVEERD");
        var unknown = await RunAsync("leerling", "list", "--school", brin, "--groep", "9Z9");

        byName.Should().Contain(one.Id);
        byGroep.Should().BeEquivalentTo(inGroep.Select(l => l.Id).Except([one.Id]));
        byNumber.Should().Equal(one.Id);
        archived.Should().Equal(one.Id);
        unknown.Error.Should().Contain("no groep '9Z9'");
    }

    [Fact]
    public async Task Pages_in_order_of_name_give_everybody_once_in_dutch_order()
    {
        var (school, _) = await ImportedAsync();
        var request = new ListLeerlingenRequest
        {
            SchoolId = school.Id,
            PageSize = 7,
            OrderBy = "naam",
            MetTotaal = true,
        };
        var names = new List<string>();
        do
        {
            var page = await school.Leerlingen.ListLeerlingenAsync(request);
            page.TotalSize.Should().Be(120);
            names.AddRange(page.Leerlingen.Select(l => l.Achternaam));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        names.Should().HaveCount(120).And.BeInAscendingOrder(StringComparer.Create(new("nl-NL"), ignoreCase: true));
    }

    [Fact]
    public async Task Support_that_may_not_know_names_finds_by_key_and_not_by_name()
    {
        var (school, _) = await ImportedAsync();
        var one = (await school.LeerlingenAsync())[0];
        var support = new LeerlingService.LeerlingServiceClient(api.Api.AsPerson("support", "numo.read numo.support"));

        var byNumber = await support.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id, Zoek = one.Stamnummer });
        var byName = await support.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id, Zoek = NameOf(one) });
        var named = () => support.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id, Naam = one.Achternaam }).ResponseAsync;

        byNumber.Leerlingen.Select(l => l.Id).Should().Equal(one.Id);
        byName.Leerlingen.Should().BeEmpty();
        (await named.Should().ThrowAsync<RpcException>()).Which.StatusCode.Should().Be(StatusCode.PermissionDenied);
    }

    private static string NameOf(Leerling leerling) => string.Join(
        ' ',
        new[] { leerling.Roepnaam, leerling.Voorvoegsel, leerling.Achternaam }.Where(part => part.Length > 0));

    private async Task<(TestSchool School, string Brin)> ImportedAsync()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        return (school, simulated.Brin);
    }

    private async Task<IReadOnlyList<string>> ListAsync(string brin, params string[] options)
    {
        var result = await RunAsync(["leerling", "list", "--school", brin, "--json", .. options]);
        result.ExitCode.Should().Be(0, result.Error);
        return [.. ListLeerlingenResponse.Parser.ParseJson(result.Out).Leerlingen.Select(l => l.Id)];
    }

    private Task<CommandLineResult> RunAsync(params string[] args) =>
        new CommandLineBuilder().Calling(api.Api).OfWidth(80).RunAsync(args);
}
