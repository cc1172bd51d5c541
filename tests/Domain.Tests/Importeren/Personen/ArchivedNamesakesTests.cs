using FsCheck.Xunit;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Importeren.Personen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Importeren.Conflicten;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Personen;

public sealed class ArchivedNamesakesTests
{
    private const string Code = "LIJKT_OP_GEARCHIVEERD";

    [Fact]
    public void A_newcomer_with_the_name_of_an_archived_account_stays_new_and_the_row_names_the_account()
    {
        var regel = Newcomer(Plan(Stand(Gone(1, "Noor", "Fictief")), Aanlevering(Arrives(2, "NOÖR", "fictief"))));

        (regel.Soort, regel.Account).Should().Be((RegelSoort.Nieuw, null));
        regel.Meldingen.Should().ContainSingle().Which.Tekst.Should().Contain($"{Id(1)}, leerjaar 1, groep 1A");
        regel.Betrokken.Should().Equal(new Betrokkene(
            Id(1), "Noor Fictief", Accountstatus.Gearchiveerd, Veld.Roepnaam | Veld.Achternaam));
    }

    [Theory]
    [InlineData("Noor", null, "Fictief", "noor", null, "FÍCTIEF")]
    [InlineData("Noor", null, "Fíctief", "Noor", null, "Fictief")]
    [InlineData("Noor", "van der", "Berg", "Noor", null, "van der Berg")]
    [InlineData("Noor", null, "Fictief-de  Wit", "Noor", null, "Fictief-de Wit")]
    public void Names_are_the_same_whatever_their_case_accents_spaces_and_columns(
        string gone, string? voor, string achternaam, string roepnaam, string? voorvoegsel, string name)
    {
        var account = Gone(1, gone, achternaam);
        var stand = Stand(account with { Gegevens = account.Gegevens with { Voorvoegsel = voor } });
        var arrives = Gegevens(2) with { Roepnaam = roepnaam, Voorvoegsel = voorvoegsel, Achternaam = name };

        Newcomer(Plan(stand, Aanlevering(Aangeleverd(arrives)))).Betrokken.Select(b => b.Id).Should().Equal(Id(1));
    }

    [Fact]
    public void The_melding_names_no_person() =>
        Newcomer(Plan(Stand(Gone(1, "Noor", "Fictief")), Aanlevering(Arrives(2, "Noor", "Fictief"))))
            .Meldingen.Single().Tekst.Should().NotContainAny("Noor", "Fictief");

    [Fact]
    public void Of_many_namesakes_three_are_named_and_all_are_counted()
    {
        var stand = Stand([.. Enumerable.Range(1, 40).Select(n => Gone(n, "Jan", "Jansen"))]);

        var regel = Newcomer(Plan(stand, Aanlevering(Arrives(99, "Jan", "Jansen"))));

        regel.Betrokken.Select(b => b.Id).Should().Equal(Id(1), Id(2), Id(3));
        regel.Meldingen.Single().Tekst.Should().Contain("40 gearchiveerde accounts").And.Contain("en 37 meer");
    }

    [Fact]
    public void An_active_namesake_or_another_name_is_no_reason_to_say_anything()
    {
        var stand = Stand(Gone(1, "Noor", "Fictief") with { Status = Accountstatus.Actief }, Gone(2, "Sem", "Fictief"));

        Newcomer(Plan(stand, Aanlevering(Arrives(1, "Noor", "Fictief", key: 3)))).Meldingen.Should().BeEmpty();
    }

    [Fact]
    public void Half_a_name_is_no_reason_to_say_anything()
    {
        var stand = Stand(Gone(1, null, "Fictief"));

        Newcomer(Plan(stand, Aanlevering(Arrives(2, null, "Fictief")))).Meldingen.Should().BeEmpty();
    }

    [Fact]
    public void An_archived_account_that_comes_back_itself_is_not_the_newcomer()
    {
        var stand = Stand(Gone(1, "Noor", "Fictief"));

        var plan = Plan(stand, Aanlevering(Arrives(1, "Noor", "Fictief"), Arrives(2, "Noor", "Fictief")));

        plan.Leerlingen.Select(r => r.Soort).Should().Equal(RegelSoort.Nieuw, RegelSoort.Heractiveren);
        plan.Leerlingen.SelectMany(r => r.Meldingen).Should().BeEmpty();
    }

    [Fact]
    public void An_account_that_a_person_kept_apart_is_not_mentioned_again()
    {
        var stand = Stand(Gone(1, "Noor", "Fictief"));
        var ander = Gegevens(2) with { Stamnummer = Gegevens(1).Stamnummer, Roepnaam = "Noor", Achternaam = "Fictief" };
        var aanlevering = Aanlevering(Aangeleverd(ander));
        var conflict = Plan(stand, aanlevering).Leerlingen.Single();
        var apart = conflict.Decide(Beslissingsoort.ApartHouden).Value;

        var regel = Newcomer(Plan(stand, aanlevering, apart));

        regel.Meldingen.Select(m => m.Code).Should().Equal("BESLISSING_APART_GEHOUDEN");
    }

    [Fact]
    public void Of_an_account_that_was_merged_the_one_that_stays_is_named_and_only_when_that_is_archived()
    {
        var vervalt = Gone(1, "Noor", "Fictief") with { SamengevoegdMet = Id(2) };
        var delivered = Aanlevering(Arrives(3, "Noor", "Fictief"));

        var gone = Newcomer(Plan(Stand(vervalt, Gone(2, "Eleonora", "Fictief")), delivered));
        var active = Newcomer(Plan(
            Stand(vervalt, Gone(2, "Noor", "Fictief") with { Status = Accountstatus.Actief }, Gone(4, "Sem", "Fictief")),
            delivered));

        gone.Betrokken.Select(b => b.Id).Should().Equal(Id(2));
        gone.Meldingen.Single().Tekst.Should().Contain($"{Id(2)}").And.NotContain($"{Id(1)}");
        active.Meldingen.Should().BeEmpty();
    }

    [Fact]
    public void Two_accounts_that_were_merged_are_one_namesake()
    {
        var vervalt = Gone(1, "Noor", "Fictief") with { SamengevoegdMet = Id(2) };

        var regel = Newcomer(Plan(Stand(vervalt, Gone(2, "Noor", "Fictief")), Aanlevering(Arrives(3, "Noor", "Fictief"))));

        regel.Betrokken.Select(b => b.Id).Should().Equal(Id(2));
    }

    [Fact]
    public void Docenten_are_compared_too()
    {
        var gone = DocentBuilder.Account(1) with { Status = Accountstatus.Gearchiveerd };
        var stand = Stand() with { Docenten = [gone] };
        var terug = DocentBuilder.Gegevens(2) with
        {
            Roepnaam = gone.Gegevens.Roepnaam,
            Achternaam = gone.Gegevens.Achternaam,
        };
        var aanlevering = Aanlevering() with { Docenten = [new(terug, DocentBuilder.Alles, [])] };

        var regel = Plan(stand, aanlevering).Docenten.Single();

        regel.Soort.Should().Be(RegelSoort.Nieuw);
        regel.Meldingen.Should().ContainSingle(m => m.Code == Code).Which.Tekst.Should().Contain($"({gone.Id})");
    }

    [Fact]
    public void A_hint_brakes_nothing_and_leaves_the_hash_as_it_is()
    {
        var delivered = Aanlevering([.. Enumerable.Range(1, 30).Select(n => Arrives(n, "Jan", "Jansen")), Arrives(99, "A", "B")]);
        var known = Gone(99, "A", "B") with { Status = Accountstatus.Actief };
        var stand = Stand([known, .. Enumerable.Range(101, 30).Select(n => Gone(n, "Jan", "Jansen"))]);
        var anders = Stand([known, .. Enumerable.Range(101, 30).Select(n => Gone(n, "Iemand", "Anders"))]);

        var plan = Plan(stand, delivered);

        plan.Leerlingen.Count(r => r.Meldingen.Any(m => m.Code == Code)).Should().Be(30);
        plan.Remmen.Should().BeEmpty();
        plan.Hash.Should().Be(Plan(anders, delivered).Hash);
    }

    [Fact]
    public async Task Thousands_of_one_name_take_no_time_for_each_pair()
    {
        var stand = Stand([.. Enumerable.Range(1, 20_000).Select(n => Gone(n, "Jan", "Jansen"))]);
        var delivered = Aanlevering([.. Enumerable.Range(20_001, 20_000).Select(n => Arrives(n, "Jan", "Jansen"))]);

        var plan = await Task.Run(() => Plan(stand, delivered)).WaitAsync(TimeSpan.FromSeconds(30));

        plan.Leerlingen.Should().OnlyContain(r => r.Betrokken.Count == 3);
    }

    [Property(Arbitrary = [typeof(Scholen)], MaxTest = 300)]
    public void A_hint_changes_nothing_but_the_meldingen_of_newcomers(Geval geval)
    {
        var plan = Plan(geval.Stand, geval.Aanlevering);
        var gone = geval.Stand.Leerlingen.Select((a, i) => Renamed(a, plan.Leerlingen, i)).ToArray();

        var told = ArchivedNamesakes<LeerlingGegevens>.Mention(plan.Leerlingen, gone, geval.Stand.Groepen);

        told.Select(r => (r.Soort, r.Account, r.Gegevens, r.Gewijzigd))
            .Should().Equal(plan.Leerlingen.Select(r => (r.Soort, r.Account, r.Gegevens, r.Gewijzigd)));
        Tellingen.Of(told).Should().Be(Tellingen.Of(plan.Leerlingen));
        Hash(told).Should().Be(Hash(plan.Leerlingen));
        told.Except(plan.Leerlingen).Should().NotContain(r => r.Soort != RegelSoort.Nieuw);
    }

    // Archived accounts get the names of people in the plan, so that newcomers have namesakes.
    private static Account<LeerlingGegevens> Renamed(
        Account<LeerlingGegevens> account, IReadOnlyList<Planregel<LeerlingGegevens>> regels, int place) =>
        regels.Count == 0 ? account : account with
        {
            Gegevens = account.Gegevens.Take(
                Veld.Roepnaam | Veld.Achternaam, regels[place % regels.Count].Gegevens),
        };

    private static string Hash(IReadOnlyList<Planregel<LeerlingGegevens>> regels) =>
        Planhash.Compute(Schooljaar.Hydrate(2026), 7, new Planregels([], regels, []));

    private static Planregel<LeerlingGegevens> Newcomer(ImportPlan plan) =>
        plan.Leerlingen.Single(r => r.Soort == RegelSoort.Nieuw);

    private static Account<LeerlingGegevens> Gone(int nummer, string? roepnaam, string achternaam) =>
        new(Id(nummer), Accountstatus.Gearchiveerd, Gegevens(nummer) with { Roepnaam = roepnaam, Achternaam = achternaam });

    private static Aangeleverd<LeerlingGegevens> Arrives(int nummer, string? roepnaam, string achternaam, int? key = null) =>
        Aangeleverd(Gegevens(key ?? nummer) with { Roepnaam = roepnaam, Achternaam = achternaam });
}
