using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Uwlr;

/// <summary>Texts, keys and references of a UWLR answer, in the forms in which servers send them.</summary>
public sealed class UwlrTekstenTests
{
    [Theory]
    [InlineData("Zo\u0065\u0308", "Zoë")]
    [InlineData("\uFEFFZoë\u200B", "Zoë")]
    [InlineData("Zo\u00ADë\u2060", "Zoë")]
    [InlineData("\u202AZoë\u202C", "Zoë")]
    [InlineData("Zoë\u00A0\t\n  Anne", "Zoë Anne")]
    [InlineData("Zo&amp;euml;", "Zoë")]
    [InlineData("Zo&euml;", "Zoë")]
    [InlineData("ZoÃ«", "Zoë")]
    [InlineData("O&amp;#039;Hara", "O'Hara")]
    [InlineData("Zoë&#x1F;", "Zoë")]
    [InlineData("<![CDATA[Zoë &amp;]]>", "Zoë &")]
    public void A_name_has_one_form_however_it_was_sent(string sent, string name)
    {
        var leerling = Read($"<leerling key='1'><roepnaam>{sent}</roepnaam><achternaam>V</achternaam></leerling>");

        leerling.Gegevens.Roepnaam.Should().Be(name);
    }

    [Theory]
    [InlineData("n.v.t.")]
    [InlineData("NULL")]
    [InlineData("(null)")]
    [InlineData("onbekend")]
    [InlineData("-")]
    [InlineData("?")]
    [InlineData("0")]
    public void A_word_for_no_name_is_none(string sent)
    {
        var leerling = Read($"<leerling key='1'><roepnaam>{sent}</roepnaam><achternaam>Null</achternaam></leerling>");

        (leerling.Gegevens.Roepnaam, leerling.Gegevens.Achternaam).Should().Be((null, "Null"));
        leerling.Geleverd.Should().NotHaveFlag(Veld.Roepnaam);
        leerling.Meldingen.Select(m => m.Code).Should().Contain("GEEN_WAARDE");
    }

    [Property(MaxTest = 1_000)]
    public void The_short_cut_for_plain_texts_gives_the_same_form(NonNull<string> any, int seed)
    {
        string[] parts = ["ë", "é", "Ã", "«", "ç", "ÿ", "a", "Z", " ", "?", "&", "-", "×", "\u0308", "\u00A0", "ĳ", "ş"];
        var random = new System.Random(seed);
        var mixed = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => parts[random.Next(parts.Length)]));

        foreach (var text in (string[])[any.Get, mixed, "van " + mixed])
        {
            new UwlrTeksten().Of(text).Should().Be(SourceText.Of(text));
        }
    }

    [Theory]
    [InlineData("A\u200B1")]
    [InlineData("\uFEFFA1")]
    [InlineData(" A1\u00A0")]
    [InlineData("A1&#x1F;")]
    [InlineData("A1\u000B")]
    public void A_key_is_compared_in_that_form_of_people_and_of_groepen(string key)
    {
        var leerling = Read(
            $"<leerling key='{key}'><roepnaam>Sam</roepnaam><groep key='{key}'/></leerling>",
            $"<groep key='A1'><naam>{key}</naam></groep>");

        leerling.Gegevens.UwlrKey.Should().Be("A1");
        leerling.Gegevens.Stamgroep!.Value.Key.Should().Be("A1");
    }

    [Fact]
    public void A_loose_ampersand_in_a_key_is_a_character_like_any_other()
    {
        var leerling = Read(
            "<leerling key='1&2'><roepnaam>Sam</roepnaam><groep key='4H&V'/></leerling>",
            "<groep key='4H&amp;V'><naam>4H & V</naam></groep>");

        leerling.Gegevens.UwlrKey.Should().Be("1&2");
        leerling.Gegevens.Stamgroep!.Value.Key.Should().Be("4H&V");
    }

    [Fact]
    public void Lengths_count_characters()
    {
        var name = new string('n', 199) + "\U00020BB7";

        var leerling = Read($"<leerling key='1'><achternaam>{name}</achternaam></leerling>");

        leerling.Gegevens.Achternaam.Should().Be(name);
        leerling.Meldingen.Should().NotContain(m => m.Code.StartsWith("WAARDE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("achternaam", 200)]
    [InlineData("roepnaam", 64)]
    [InlineData("voorvoegsel", 64)]
    public void A_name_that_is_too_long_is_cut_and_never_emptied(string element, int most)
    {
        var leerling = Read(
            $"<leerling key='1'><{element}>{new string('n', most - 1)}\U00020BB7nn</{element}></leerling>");

        var gegevens = leerling.Gegevens;
        (gegevens.Achternaam ?? gegevens.Roepnaam ?? gegevens.Voorvoegsel)
            .Should().Be(new string('n', most - 1) + "\U00020BB7");
        leerling.Meldingen.Should().Contain(m => m.Code == "WAARDE_INGEKORT" && m.Tekst.Contains(element, StringComparison.Ordinal));
    }

    [Fact]
    public void A_class_name_that_is_too_long_is_cut_and_the_class_is_there()
    {
        var lijst = ReadList("<leerling key='1'><groep key='G'/></leerling>", $"<groep key='G'><naam>{new string('k', 65)}</naam></groep>");

        lijst.Groepen.Should().ContainSingle().Which.Naam.Should().Be(new string('k', 64));
        lijst.Leerlingen.Single().Gegevens.Stamgroep!.Value.Key.Should().Be("G");
        lijst.Meldingen.Should().Contain(m => m.Code == "WAARDE_INGEKORT");
    }

    [Fact]
    public void Letters_that_were_lost_are_told_of_the_person()
    {
        var leerling = Read("<leerling key='1'><roepnaam>Yi?it</roepnaam><achternaam>G\uFFFDne</achternaam></leerling>");

        leerling.Meldingen.Count(m => m.Code == "TEKENS_VERLOREN").Should().Be(2);
    }

    [Theory]
    [InlineData("<groep key='weg'/>")]
    [InlineData("<groep key=''/>")]
    [InlineData("<groep/>")]
    [InlineData("<groep key='L7'/>")]
    public void A_reference_that_names_no_class_takes_no_class_away(string reference)
    {
        var leerling = ReadList(
            $"<leerling key='1'>{reference}</leerling><leerling key='2'><groep key='G'/></leerling>",
            "<groep key='G'><naam>1A</naam></groep><samengestelde_groep key='L7'><naam>wis</naam></samengestelde_groep>")
            .Leerlingen[0];

        leerling.Geleverd.Should().NotHaveFlag(Veld.Stamgroep);
        leerling.Meldingen.Should().Contain(m => m.Code == "GROEP_ONBEKEND");
    }

    [Fact]
    public void Of_two_classes_the_one_that_is_known_counts()
    {
        var leerling = Read(
            "<leerling key='1'><groep key='weg'/><groep key='G'/></leerling>", "<groep key='G'><naam>1A</naam></groep>");

        leerling.Gegevens.Stamgroep!.Value.Key.Should().Be("G");
    }

    [Fact]
    public void When_nobody_is_in_a_class_nobody_loses_one()
    {
        var lijst = ReadList("<leerling key='1'/><leerling key='2'/>", "<groep key='G'><naam>1A</naam></groep>");

        lijst.Leerlingen.Should().OnlyContain(l => !l.Geleverd.HasFlag(Veld.Stamgroep) && !l.Geleverd.HasFlag(Veld.Groepen));
        lijst.Meldingen.Should().Contain(m => m.Code == "STAMGROEPEN_NIET_GELEVERD");
    }

    [Fact]
    public void Groepen_that_people_refer_to_and_nothing_declares_are_named_with_the_answer_and_the_person()
    {
        var lijst = ReadList(
            "<leerling key='1'><groep key='G'/><samengestelde_groepen><samengestelde_groep key='x'/><samengestelde_groep "
            + "key='L7'/></samengestelde_groepen></leerling><leerling><groep key='y'/></leerling>",
            "<groep key='G'><naam>1A</naam></groep><samengestelde_groep key='L7'><naam>wis</naam></samengestelde_groep>");

        lijst.NietGeleverdeGroepen.Select(g => g.Key).Should().Equal("x", "y");
        lijst.Leerlingen[0].NietGeleverdeGroepen.Select(g => g.Key).Should().Equal("x");
        lijst.Leerlingen[0].Gegevens.Groepen.Select(g => g.Key).Should().Equal("L7");
    }

    private static Aangeleverd<LeerlingGegevens> Read(string leerling, string groepen = "") =>
        ReadList(leerling, groepen).Leerlingen.Single();

    private static Personenlijst ReadList(string leerlingen, string groepen)
    {
        var answer = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><leerlinggegevens_antwoord "
            + "xmlns='http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens'><leerlinggegevens>"
            + $"<groepen>{groepen}</groepen><leerlingen>{leerlingen}</leerlingen></leerlinggegevens>"
            + "</leerlinggegevens_antwoord></s:Body></s:Envelope>";
        var verzoek = new PersonenVerzoek(Brin.Hydrate("99ZZ"), Vestigingsnummer.Hoofd, Schooljaar.Hydrate(2026));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(answer));
        return UwlrLezer.Read(stream, verzoek, null, CancellationToken.None).Value;
    }
}
