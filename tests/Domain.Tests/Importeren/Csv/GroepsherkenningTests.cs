using Kurve.Numo.Domain.Importeren.Csv.Lezen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.Csv.Bestand;

namespace Kurve.Numo.Domain.Tests.Importeren.Csv;

public sealed class GroepsherkenningTests
{
    [Fact]
    public void A_class_of_a_file_is_the_one_that_Magister_delivered_under_another_key()
    {
        var delivered = Of("stamnummer;achternaam;klas", "1;Voorbeeld;1a").Read().Value;

        var matched = Groepsherkenning.Match(delivered, Stand(Groep("K-77", "1A")));

        matched.Groepen.Single().Sleutel.Key.Should().Be("K-77");
        matched.Groepen.Single().Naam.Should().Be("1A", "case does not rename a class");
        matched.Leerlingen.Single().Gegevens.Stamgroep!.Value.Key.Should().Be("K-77");
    }

    [Fact]
    public void Of_several_with_a_name_the_one_of_the_same_kind_is_meant()
    {
        var delivered = Of("stamnummer;achternaam;klas", "1;Voorbeeld;1A").Read().Value;

        var matched = Groepsherkenning.Match(
            delivered, Stand(Groep("A", "1A", Groepsoort.Samengesteld), Groep("B", "1A")));

        matched.Leerlingen.Single().Gegevens.Stamgroep!.Value.Key.Should().Be("B");
    }

    [Fact]
    public void Groepen_that_the_file_has_no_column_of_stay()
    {
        var delivered = Of("stamnummer;achternaam;klas", "1;Voorbeeld;1A").Read().Value;

        var matched = Groepsherkenning.Match(
            delivered,
            Stand(Groep("1A", "1A"), Groep("1B", "1B"), Groep("w", "wisA1", Groepsoort.Samengesteld)) with
            {
                Leerlingen = [Leerling("1B", "w")],
            });

        matched.Groepen.Select(g => g.Sleutel.Key).Should().Equal("1A", "w");
    }

    [Fact]
    public void A_class_that_nobody_was_in_stays_since_a_file_names_classes_by_their_people_only()
    {
        var delivered = Of("stamnummer;achternaam;klas", "1;Voorbeeld;1A").Read().Value;

        var matched = Groepsherkenning.Match(
            delivered, Stand(Groep("1A", "1A"), Groep("1X", "1X")) with { Leerlingen = [Leerling("1A")] });

        matched.Groepen.Select(g => g.Sleutel.Key).Should().Equal("1A", "1X");
    }

    [Theory]
    [InlineData("leerling;1;Voorbeeld;1A", "1A,1B")]
    [InlineData("docent;7;Verzonnen;1A", "1A")]
    public void A_class_with_a_docent_stays_unless_the_file_tells_of_docenten(string rij, string expected)
    {
        var delivered = Of("rol;stamnummer;achternaam;klas", "leerling;1;Voorbeeld;1A", rij).Read().Value;

        var matched = Groepsherkenning.Match(
            delivered,
            Stand(Groep("1A", "1A"), Groep("1B", "1B")) with
            {
                Leerlingen = [Leerling("1B")],
                Docenten = [Docent("1B")],
            });

        matched.Groepen.Select(g => g.Sleutel.Key).Should().Equal(expected.Split(','));
    }

    [Theory]
    [InlineData("stamnummer;achternaam;klas", "1;Voorbeeld;1A", 3)]
    [InlineData("stamnummer;achternaam;klas;leerjaar", "1;Voorbeeld;1A;2", 2)]
    public void A_class_keeps_its_leerjaar_unless_the_file_says_another(string kop, string rij, int leerjaar)
    {
        var known = Groep("K-77", "1A");

        var matched = Groepsherkenning.Match(
            Of(kop, rij).Read().Value, Stand(known with { Gegevens = known.Gegevens with { Leerjaar = 3 } }));

        matched.Groepen.Single().Leerjaar.Should().Be(leerjaar);
    }

    [Fact]
    public void A_cluster_does_not_get_the_leerjaar_of_the_pupils_in_it()
    {
        var delivered = Of("stamnummer;achternaam;leerjaar;groepen", "1;Voorbeeld;4;wisA1").Read().Value;
        var known = Groep("w", "wisA1", Groepsoort.Samengesteld);
        known = known with { Gegevens = known.Gegevens with { Leerjaar = null } };

        Groepsherkenning.Match(delivered, Stand(known)).Groepen.Should().Equal(known.Gegevens);
    }

    [Fact]
    public void A_class_that_only_docenten_name_stays_a_class()
    {
        var delivered = Of("rol;sleutel;achternaam;groepen", "docent;VBD;Verzonnen;1A").Read().Value;
        var known = Groep("K-77", "1A");

        Groepsherkenning.Match(delivered, Stand(known)).Groepen.Should().Equal(known.Gegevens);
    }

    [Fact]
    public void A_class_that_only_a_rejected_row_names_is_not_made_but_one_that_exists_stays()
    {
        var delivered = Of("stamnummer;achternaam;klas", "1;Voorbeeld;1A", ";Fictief;1B", ";Bedacht;1-x").Read().Value;

        var matched = Groepsherkenning.Match(delivered, Stand(Groep("1A", "1A"), Groep("K-2", "1B")));

        matched.Groepen.Select(g => g.Sleutel.Key).Should().Equal("1A", "K-2");
    }

    [Fact]
    public void A_delivery_of_Magister_stays_as_it_is()
    {
        var delivered = LeerlingBuilder.Aanlevering(LeerlingBuilder.Aangeleverd(1));

        Groepsherkenning.Match(delivered, Stand(Groep("K-77", "1A"))).Should().BeSameAs(delivered);
    }

    private static Schoolstand Stand(params Groep[] groepen) => Schoolstand.Leeg with { Groepen = groepen };

    private static Account<LeerlingGegevens> Leerling(string stamgroep, params string[] groepen) => new(
        new AccountId(Guid.NewGuid()),
        Accountstatus.Actief,
        new LeerlingGegevens { Stamgroep = Sleutel(stamgroep), Groepen = [.. groepen.Select(Sleutel)] });

    private static Account<DocentGegevens> Docent(string groep) => new(
        new AccountId(Guid.NewGuid()), Accountstatus.Actief, new DocentGegevens { Groepen = [Sleutel(groep)] });

    private static Groepsleutel Sleutel(string key) => new(Vestigingsnummer.Hoofd, key);
}
