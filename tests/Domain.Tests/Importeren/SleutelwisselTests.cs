using FsCheck.Xunit;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren;

/// <summary>A groep that is delivered under another key stays the same groep.</summary>
[Properties(Arbitrary = [typeof(Scholen)], MaxTest = 200)]
public sealed class SleutelwisselTests
{
    private static readonly Vestigingsnummer Neven = Vestigingsnummer.Hydrate("01");

    [Theory]
    [InlineData("1A")]
    [InlineData("1a")]
    [InlineData(" 1 A ")]
    [InlineData("1\u00a0A")]
    [InlineData("\u200b1A")]
    public void A_class_with_a_new_key_and_the_same_name_is_the_same_class_and_the_run_tells_it(string naam)
    {
        var plan = Plan(Stand(Klas("oud", "1A")), Delivery(Gegevens("nieuw", naam)));

        plan.Groepen.Should().Equal(
            new Groepsregel(RegelSoort.Bijwerken, GroepIdOf("oud"), Gegevens("nieuw", naam)) { KrijgtAndereSleutel = true });
        plan.Waarschuwingen.Should().ContainSingle(w => w.Code == "GROEP_ANDERE_SLEUTEL")
            .Which.Tekst.Should().Contain(naam);
    }

    [Fact]
    public void Who_is_in_such_a_class_does_not_change_by_it_whatever_order_the_keys_have()
    {
        var stand = Stand(Klas("m", "1A"), Klas("b", "en1", Groepsoort.Samengesteld), Klas("c", "wi1", Groepsoort.Samengesteld));
        var aanlevering = Delivery(
            Gegevens("nieuw", "1A"),
            Gegevens("z", "en1", Groepsoort.Samengesteld),
            Gegevens("a", "wi1", Groepsoort.Samengesteld));

        var plan = Plan(
            stand with { Leerlingen = [Leerling("m", "b", "c")], Docenten = [Docent("b", "c", "m")] },
            aanlevering with
            {
                Leerlingen = [Aangeleverd(Leerling("nieuw", "a", "z").Gegevens)],
                Docenten = [DocentBuilder.Aangeleverd(1) with { Gegevens = Docent("a", "nieuw", "z").Gegevens }],
            });

        plan.Leerlingen.Single().Should().Match<Planregel<LeerlingGegevens>>(
            r => r.Soort == RegelSoort.Ongewijzigd && r.Gewijzigd == Veld.Geen && r.Verplaatsing == default);
        plan.Docenten.Single().Gewijzigd.Should().Be(Veld.Geen);
        plan.Groepen.Should().OnlyContain(g => g.Soort == RegelSoort.Bijwerken && g.KrijgtAndereSleutel);
    }

    [Fact]
    public void Who_moves_at_the_same_time_moves_from_the_class_as_it_is_called_now()
    {
        var stand = Stand(Klas("a", "1A"), Klas("b", "1B")) with { Leerlingen = [Leerling("a")] };

        var plan = Plan(stand, Delivery(Gegevens("x", "1A"), Gegevens("y", "1B")) with
        {
            Leerlingen = [Aangeleverd(Leerling("y").Gegevens)],
        });

        plan.Leerlingen.Single().Wijzigingen.Should().Equal(
            new Veldwijziging(Veld.Stamgroep, "x", "y", Vergrendeld: false));
    }

    [Fact]
    public void A_class_whose_old_key_is_delivered_too_is_another_class() =>
        Kinds(Plan(Stand(Klas("oud", "1A")), Delivery(Gegevens("oud", "1B"), Gegevens("nieuw", "1A"))))
            .Should().Equal("Nieuw nieuw", "Bijwerken oud");

    [Fact]
    public void A_class_whose_old_key_a_pupil_still_names_is_not_gone() => Kinds(Plan(
            Stand(Klas("oud", "1A")),
            Delivery(Gegevens("nieuw", "1A")) with { Leerlingen = [Aangeleverd(Leerling("oud").Gegevens)] }))
        .Should().Equal("Nieuw nieuw", "Archiveren oud");

    [Fact]
    public void A_name_that_two_delivered_classes_have_says_nothing() =>
        Kinds(Plan(Stand(Klas("oud", "1A")), Delivery(Gegevens("x", "1A"), Gegevens("y", "1a"))))
            .Should().Equal("Nieuw x", "Nieuw y", "Archiveren oud");

    [Fact]
    public void A_name_that_two_known_classes_have_says_nothing() =>
        Kinds(Plan(Stand(Klas("a", "1A"), Klas("b", "1a")), Delivery(Gegevens("x", "1A"))))
            .Should().Equal("Nieuw x", "Archiveren a", "Archiveren b");

    [Fact]
    public void A_class_of_another_vestiging_is_another_class() =>
        Kinds(Plan(Stand(Klas("oud", "1A")), Delivery(Gegevens("nieuw", "1A", vestiging: Neven))))
            .Should().Equal("Nieuw nieuw", "Archiveren oud");

    [Fact]
    public void A_vestiging_that_delivered_no_groepen_says_nothing_of_their_keys() => Kinds(Plan(
            Stand(Klas("oud", "1A")),
            Delivery(Gegevens("nieuw", "1A")) with { Bereik = Bereik(Vestigingsnummer.Hoofd) with { Groepen = new HashSet<Vestigingsnummer>() } }))
        .Should().Equal("Nieuw nieuw");

    [Fact]
    public void Of_a_stamgroep_and_a_cluster_with_one_name_each_stays_what_it_was()
    {
        var plan = Plan(
            Stand(Klas("s", "1A"), Klas("c", "1A", Groepsoort.Samengesteld)),
            Delivery(Gegevens("1", "1A", Groepsoort.Samengesteld), Gegevens("2", "1A")));

        plan.Groepen.Should().BeEquivalentTo(new[]
        {
            new Groepsregel(RegelSoort.Bijwerken, GroepIdOf("c"), Gegevens("1", "1A", Groepsoort.Samengesteld)) { KrijgtAndereSleutel = true },
            new Groepsregel(RegelSoort.Bijwerken, GroepIdOf("s"), Gegevens("2", "1A")) { KrijgtAndereSleutel = true },
        });
    }

    [Fact]
    public void A_groep_of_which_a_file_could_not_tell_the_kind_is_recognised_all_the_same() =>
        Plan(Stand(Klas("1A", "1A", Groepsoort.Samengesteld)), Delivery(Gegevens("K-77", "1A")))
            .Groepen.Single().Id.Should().Be(GroepIdOf("1A"));

    [Fact]
    public void An_archived_class_comes_back_under_its_new_key_and_an_active_one_goes_first()
    {
        var archived = Klas("weg", "1A") with { Status = Accountstatus.Gearchiveerd };

        Plan(Stand(archived), Delivery(Gegevens("nieuw", "1A"))).Groepen.Single().Id.Should().Be(GroepIdOf("weg"));
        Plan(Stand(archived, Klas("oud", "1A")), Delivery(Gegevens("nieuw", "1A")))
            .Groepen.Single().Id.Should().Be(GroepIdOf("oud"));
    }

    [Fact]
    public void With_additions_only_a_class_gets_its_new_key_and_nothing_else()
    {
        var kader = Kader with { Beleid = Kader.Beleid with { Modus = Importmodus.AlleenToevoegen } };

        Plan(Stand(Klas("oud", "1A")), Delivery(Gegevens("nieuw", "1a")), kader)
            .Groepen.Single().Gegevens.Should().Be(Gegevens("nieuw", "1A"));
    }

    [Fact]
    public void Of_many_classes_the_first_few_are_named()
    {
        var plan = Plan(
            Stand([.. Enumerable.Range(100, 300).Select(n => Klas($"o{n}", $"k{n}"))]),
            Delivery([.. Enumerable.Range(100, 300).Select(n => Gegevens($"n{n}", $"k{n}"))]));

        plan.Waarschuwingen.Single(w => w.Code == "GROEP_ANDERE_SLEUTEL").Tekst.Should()
            .StartWith("300 groepen hebben").And.Contain("k119, …").And.NotContain("k120");
    }

    [Property]
    public void New_keys_for_all_groepen_of_any_school_make_no_groep_new_and_change_nobody(Geval geval, int seed)
    {
        var beide = Bereik(Vestigingsnummer.Hoofd, Neven);
        var groepen = geval.Aanlevering.Groepen.DistinctBy(g => g.Sleutel)
            .Select(g => g with { Naam = $"naam van {g.Sleutel.Key}" })
            .ToArray();
        var aanlevering = geval.Aanlevering with { Groepen = groepen, Bereik = beide };
        var stand = Uitvoering.Apply(geval.Stand, Plan(geval.Stand, aanlevering));
        var sleutels = groepen.ToDictionary(
            g => g.Sleutel, g => g.Sleutel with { Key = $"{(g.Sleutel.Key.Length + g.Sleutel.Key[^1] + seed) % 7}-{g.Sleutel.Key}" });

        var rekeyed = Plan(stand, Rekey(aanlevering, sleutels));

        var zelfde = Plan(stand, aanlevering);
        rekeyed.Groepen.Where(g => g.Soort == RegelSoort.Nieuw).Should().BeEmpty();
        rekeyed.Groepen.Select(g => g.Id).Should().BeEquivalentTo(
            stand.Groepen.Where(g => sleutels.ContainsKey(g.Gegevens.Sleutel)).Select(g => (GroepId?)g.Id));
        Tellingen.Of(rekeyed.Leerlingen).Should().Be(Tellingen.Of(zelfde.Leerlingen));
        Tellingen.Of(rekeyed.Docenten).Should().Be(Tellingen.Of(zelfde.Docenten));
    }

    private static Aanlevering Rekey(Aanlevering aanlevering, Dictionary<Groepsleutel, Groepsleutel> sleutels) =>
        aanlevering with
        {
            Groepen = [.. aanlevering.Groepen.Select(g => g with { Sleutel = sleutels[g.Sleutel] })],
            Leerlingen =
            [
                .. aanlevering.Leerlingen.Select(l => l with
                {
                    Gegevens = l.Gegevens with
                    {
                        Stamgroep = l.Gegevens.Stamgroep is { } s ? sleutels.GetValueOrDefault(s, s) : null,
                        Groepen = [.. l.Gegevens.Groepen.Select(g => sleutels.GetValueOrDefault(g, g)).Order()],
                    },
                }),
            ],
            Docenten =
            [
                .. aanlevering.Docenten.Select(d => d with
                {
                    Gegevens = d.Gegevens with
                    {
                        Groepen = [.. d.Gegevens.Groepen.Select(g => sleutels.GetValueOrDefault(g, g)).Order()],
                    },
                }),
            ],
        };

    private static IEnumerable<string> Kinds(ImportPlan plan) =>
        plan.Groepen.Select(g => $"{g.Soort} {g.Gegevens.Sleutel.Key}");

    private static Schoolstand Stand(params Groep[] groepen) => new(7, [], [], groepen);

    private static Aanlevering Delivery(params GroepGegevens[] groepen) => LeerlingBuilder.Aanlevering() with
    {
        Groepen = groepen,
        Bereik = Bereik(Vestigingsnummer.Hoofd, Neven),
    };

    private static Groep Klas(string key, string naam, Groepsoort soort = Groepsoort.Stamgroep) =>
        new(GroepIdOf(key), Gegevens(key, naam, soort), Accountstatus.Actief);

    private static GroepId GroepIdOf(string key) => new(new Guid(
        key.Aggregate(17, (hash, c) => (hash * 31) + c), 0, 0, new byte[8]));

    private static GroepGegevens Gegevens(
        string key, string naam, Groepsoort soort = Groepsoort.Stamgroep, Vestigingsnummer? vestiging = null) =>
        new(new Groepsleutel(vestiging ?? Vestigingsnummer.Hoofd, key), soort, naam, 1);

    private static Account<LeerlingGegevens> Leerling(string stamgroep, params string[] groepen) => Account(1) with
    {
        Gegevens = LeerlingBuilder.Gegevens(1) with
        {
            Stamgroep = new Groepsleutel(Vestigingsnummer.Hoofd, stamgroep),
            Groepen = [.. groepen.Select(g => new Groepsleutel(Vestigingsnummer.Hoofd, g))],
        },
    };

    private static Account<DocentGegevens> Docent(params string[] groepen) => DocentBuilder.Account(1) with
    {
        Gegevens = DocentBuilder.Account(1).Gegevens with
        {
            Groepen = [.. groepen.Select(g => new Groepsleutel(Vestigingsnummer.Hoofd, g))],
        },
    };
}
