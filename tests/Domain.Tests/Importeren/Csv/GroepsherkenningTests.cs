using Kurve.Numo.Domain.Importeren.Csv.Lezen;
using Kurve.Numo.Domain.Leerlingen;
using static Kurve.Numo.Domain.Tests.Importeren.Csv.Bestand;

namespace Kurve.Numo.Domain.Tests.Importeren.Csv;

public sealed class GroepsherkenningTests
{
    [Fact]
    public void A_class_of_a_file_is_the_one_that_Magister_delivered_under_another_key()
    {
        var delivered = Of("stamnummer;achternaam;klas", "1;Voorbeeld;1a").Read().Value;

        var matched = Groepsherkenning.Match(delivered, [Groep("K-77", "1A")]);

        matched.Groepen.Single().Sleutel.Key.Should().Be("K-77");
        matched.Groepen.Single().Naam.Should().Be("1A", "case does not rename a class");
        matched.Leerlingen.Single().Gegevens.Stamgroep!.Value.Key.Should().Be("K-77");
    }

    [Fact]
    public void Of_several_with_a_name_the_one_of_the_same_kind_is_meant()
    {
        var delivered = Of("stamnummer;achternaam;klas", "1;Voorbeeld;1A").Read().Value;

        var matched = Groepsherkenning.Match(
            delivered, [Groep("A", "1A", Groepsoort.Samengesteld), Groep("B", "1A")]);

        matched.Leerlingen.Single().Gegevens.Stamgroep!.Value.Key.Should().Be("B");
    }

    [Fact]
    public void Groepen_that_the_file_has_no_column_of_stay()
    {
        var delivered = Of("stamnummer;achternaam;klas", "1;Voorbeeld;1A").Read().Value;

        var matched = Groepsherkenning.Match(
            delivered, [Groep("1A", "1A"), Groep("1B", "1B"), Groep("w", "wisA1", Groepsoort.Samengesteld)]);

        matched.Groepen.Select(g => g.Sleutel.Key).Should().Equal("1A", "w");
    }

    [Theory]
    [InlineData("stamnummer;achternaam;klas", "1;Voorbeeld;1A", 3)]
    [InlineData("stamnummer;achternaam;klas;leerjaar", "1;Voorbeeld;1A;2", 2)]
    public void A_class_keeps_its_leerjaar_unless_the_file_says_another(string kop, string rij, int leerjaar)
    {
        var known = Groep("K-77", "1A");

        var matched = Groepsherkenning.Match(
            Of(kop, rij).Read().Value, [known with { Gegevens = known.Gegevens with { Leerjaar = 3 } }]);

        matched.Groepen.Single().Leerjaar.Should().Be(leerjaar);
    }

    [Fact]
    public void A_class_that_only_a_rejected_row_names_is_not_made_but_one_that_exists_stays()
    {
        var delivered = Of("stamnummer;achternaam;klas", "1;Voorbeeld;1A", ";Fictief;1B", ";Bedacht;1-x").Read().Value;

        var matched = Groepsherkenning.Match(delivered, [Groep("1A", "1A"), Groep("K-2", "1B")]);

        matched.Groepen.Select(g => g.Sleutel.Key).Should().Equal("1A", "K-2");
    }

    [Fact]
    public void A_delivery_of_Magister_stays_as_it_is()
    {
        var delivered = LeerlingBuilder.Aanlevering(LeerlingBuilder.Aangeleverd(1));

        Groepsherkenning.Match(delivered, [Groep("K-77", "1A")]).Should().BeSameAs(delivered);
    }
}
