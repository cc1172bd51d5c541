using System.Text;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Uwlr;
using Kurve.Numo.Infrastructure.Tests.Simulator;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Uwlr;

public sealed class UwlrLezerTests
{
    private const string School = "<schooljaar>2026-2027</schooljaar><brincode>99ZZ</brincode><dependancecode>00</dependancecode>";
    private const string Groepen =
        "<groepen><groep key='G1'><naam>1A</naam><jaargroep>11</jaargroep></groep><samengestelde_groep "
        + "key='L7'><naam>1A.wis</naam></samengestelde_groep></groepen>";

    private const string EckId =
        "https://ketenid.nl/201703/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789"
        + "abcdef0123456789abcdef0123456789abcdef";

    private const string Sam =
        "<leerling key='1' eckid='" + EckId + "'><achternaam>Voorbeeld</achternaam><voorvoegsel>van "
        + "der</voorvoegsel><roepnaam>Sam</roepnaam><jaargroep>11</jaargroep><groep "
        + "key='G1'/><samengestelde_groepen><samengestelde_groep key='L7'/></samengestelde_groepen></leerling>";

    [Fact]
    public void A_pupil_is_read_with_names_groepen_and_leerjaar()
    {
        var leerling = Read(Answer(Sam)).Value.Leerlingen.Single();

        leerling.Gegevens.Naam.Should().Be("Sam van der Voorbeeld");
        leerling.Gegevens.Leerjaar.Should().Be(1);
        leerling.Gegevens.Stamgroep!.Value.Key.Should().Be("G1");
        leerling.Gegevens.Groepen.Select(g => g.Key).Should().Equal("L7");
        leerling.Geleverd.Should().HaveFlag(
            Veld.EckId | Veld.UwlrKey | Veld.Voorvoegsel | Veld.Groepen | Veld.Stamgroep);
    }

    [Fact]
    public void Groepen_may_come_after_the_people_who_are_in_them()
    {
        var answer = Envelope(
            $"<leerlinggegevens><leerlingen>{Sam}</leerlingen>{Groepen}<school>{School}</school></leerlinggegevens>");

        Read(answer).Value.Leerlingen.Single().Gegevens.Stamgroep!.Value.Key.Should().Be("G1");
    }

    [Fact]
    public void Elements_may_come_in_any_order_and_unknown_ones_are_dropped()
    {
        var leerling = "<leerling key='1'><iets><diep>x</diep></iets><roepnaam>Sam</roepnaam><groep key='G1'/><achternaam>V</achternaam></leerling>";

        Read(Answer(leerling)).Value.Leerlingen.Single().Gegevens.Naam.Should().Be("Sam V");
    }

    [Theory]
    [InlineData("NULL")]
    [InlineData("n.v.t.")]
    [InlineData("-")]
    [InlineData("0")]
    [InlineData("onbekend")]
    public void A_word_for_no_key_is_the_key_of_nobody(string key)
    {
        var leerling = Read(Answer(Sam.Replace("key='1' ", $"key='{key}' ", StringComparison.Ordinal))).Value.Leerlingen.Single();

        leerling.Gegevens.UwlrKey.Should().BeNull();
        leerling.Geleverd.Should().NotHaveFlag(Veld.UwlrKey);
        leerling.Meldingen.Should().Contain(m => m.Code == "GEEN_WAARDE");
    }

    [Fact]
    public void A_key_may_be_missing_when_there_is_an_eck_id()
    {
        var leerling = Read(Answer(Sam.Replace("key='1' ", "", StringComparison.Ordinal))).Value.Leerlingen.Single();

        leerling.Afkeuring.Should().BeNull();
        leerling.Geleverd.Should().NotHaveFlag(Veld.UwlrKey);
    }

    [Fact]
    public void A_person_without_any_key_is_rejected_and_the_rest_goes_on()
    {
        var answer = Answer("<leerling><roepnaam>Wie</roepnaam></leerling>" + Sam);

        Read(answer).Value.Leerlingen.Select(l => l.Afkeuring?.Code).Should().BeEquivalentTo("GEEN_SLEUTEL", null);
    }

    [Theory]
    [InlineData("11", 1)]
    [InlineData("16", 6)]
    [InlineData("1", 1)]
    [InlineData("6", 6)]
    [InlineData("17", null)]
    [InlineData("S", null)]
    public void A_jaargroep_is_a_leerjaar_or_a_warning(string jaargroep, int? leerjaar)
    {
        var answer = Answer(Sam.Replace("<jaargroep>11", "<jaargroep>" + jaargroep, StringComparison.Ordinal));

        var leerling = Read(answer).Value.Leerlingen.Single();

        leerling.Gegevens.Leerjaar.Should().Be(leerjaar);
        leerling.Meldingen.Any(m => m.Code == "JAARGROEP_ONBEKEND").Should().Be(leerjaar is null);
    }

    [Fact]
    public void An_empty_voorvoegsel_is_none()
    {
        var leerling = Read(Answer(Sam.Replace("van der", "", StringComparison.Ordinal))).Value.Leerlingen.Single();

        leerling.Gegevens.Voorvoegsel.Should().BeNull();
        leerling.Geleverd.Should().HaveFlag(Veld.Voorvoegsel, "it was delivered, and is empty");
    }

    [Fact]
    public void Names_that_are_not_delivered_are_left_alone()
    {
        var leerling = Read(Answer("<leerling key='1'><roepnaam>Sam</roepnaam></leerling>")).Value.Leerlingen.Single();

        leerling.Geleverd.Should().NotHaveFlag(Veld.Achternaam).And.NotHaveFlag(Veld.Voorvoegsel);
    }

    [Fact]
    public void Forbidden_fields_appear_nowhere()
    {
        const string Sentinel = "999990019";
        var answer = Answer(Sam.Replace(
            "<jaargroep>", $"<geboortedatum>{Sentinel}</geboortedatum><bsn>{Sentinel}</bsn><emailadres>{Sentinel}</emailadres><jaargroep>", StringComparison.Ordinal));

        System.Text.Json.JsonSerializer.Serialize(Read(answer).Value).Should().NotContain(Sentinel);
    }

    [Fact]
    public void A_dangling_groep_is_reported_and_left_out()
    {
        var leerling = Read(Answer(Sam.Replace("<groep key='G1'/>", "<groep key='weg'/>", StringComparison.Ordinal))).Value.Leerlingen.Single();

        leerling.Gegevens.Stamgroep.Should().BeNull();
        leerling.Meldingen.Should().Contain(m => m.Code == "GROEP_ONBEKEND");
    }

    [Fact]
    public void Duplicates_that_differ_are_rejected_and_identical_ones_come_once()
    {
        var anders = Sam.Replace("Sam", "Max", StringComparison.Ordinal);

        Read(Answer(Sam + anders)).Value.Leerlingen.Should().HaveCount(2).And.OnlyContain(
            l => l.Afkeuring!.Code == "DUBBELE_SLEUTEL");
        Read(Answer(Sam + Sam)).Value.Leerlingen.Should().ContainSingle().Which.Afkeuring.Should().BeNull();
    }

    [Theory]
    [InlineData("geengegevens", BronInhoud.GeenGegevens)]
    [InlineData("geenwijzigingen", BronInhoud.GeenWijzigingen)]
    public void The_two_empty_answers_are_no_failures(string element, BronInhoud inhoud) =>
        Read(Envelope($"<{element}/>")).Value.Inhoud.Should().Be(inhoud);

    [Theory]
    [InlineData("99YY", "00", "2026-2027", "ANDERE_SCHOOL")]
    [InlineData("99ZZ", "01", "2026-2027", "ANDERE_SCHOOL")]
    [InlineData("99ZZ", "00", "2025-2026", "ANDER_SCHOOLJAAR")]
    public void An_answer_about_something_else_is_refused(string brin, string vestiging, string jaar, string code)
    {
        var answer = Answer(Sam)
            .Replace("<brincode>99ZZ", "<brincode>" + brin, StringComparison.Ordinal)
            .Replace("<dependancecode>00", "<dependancecode>" + vestiging, StringComparison.Ordinal)
            .Replace("2026-2027", jaar, StringComparison.Ordinal);

        Read(answer).Error!.Code.Should().Be(code);
    }

    [Fact]
    public void A_truncated_answer_is_never_a_list()
    {
        var bytes = Encoding.UTF8.GetBytes(Answer(Sam));
        for (var length = 0; length < bytes.Length - 1; length += 7)
        {
            var read = UwlrLezer.Read(new MemoryStream(bytes, 0, length), Verzoek, null, CancellationToken.None);

            read.IsOk.Should().BeFalse("only {0} of {1} bytes came", length, bytes.Length);
        }
    }

    [Fact]
    public void Any_damage_gives_a_result_and_never_an_exception()
    {
        var random = new Random(7);
        var good = Encoding.UTF8.GetBytes(Answer(Sam + Sam.Replace("'1'", "'2'", StringComparison.Ordinal)));
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = good.ToArray();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            FluentActions.Invoking(() =>
                UwlrLezer.Read(new MemoryStream(bytes), Verzoek, null, CancellationToken.None)).Should().NotThrow();
        }
    }

    [Fact]
    public void A_doctype_is_refused()
    {
        var bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]>" + Answer(Sam);

        Read(bomb).Error!.Code.Should().Be("ONGELDIGE_XML");
    }

    [Fact]
    public void An_answer_over_the_cap_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Answer(Sam));

        UwlrLezer.Read(
            new MemoryStream(bytes),
            Verzoek,
            null,
            CancellationToken.None,
            maxBytes: 100).Error!.Code.Should().Be("ANTWOORD_TE_GROOT");
    }

    [Fact]
    public void Deep_nesting_is_refused_also_where_nothing_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("<x>", 500)) + string.Concat(Enumerable.Repeat("</x>", 500));

        Read(Answer($"<leerling key='1'>{deep}<roepnaam>Sam</roepnaam></leerling>")).Error!.Code.Should().Be("ANTWOORD_TE_DIEP");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Windows_1252_is_read_declared_or_not(bool declared)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = (declared ? "<?xml version='1.0' encoding='windows-1252'?>" : "") + Answer(Sam.Replace("Sam", "Zoë", StringComparison.Ordinal));

        var read = UwlrLezer.Read(
            new MemoryStream(Encoding.GetEncoding(1252).GetBytes(text)), Verzoek, null, CancellationToken.None);

        read.Value.Leerlingen.Single().Gegevens.Roepnaam.Should().Be("Zoë");
    }

    [SharedDataFact("data/uwlr/samples/response-2.2-with-key.xml")]
    public void The_published_samples_are_read()
    {
        foreach (var sample in (string[])["response-2.2-with-key.xml", "response-2.3-eckid-only.xml"])
        {
            using var stream = File.OpenRead(SharedData.Find("data/uwlr/samples/" + sample)!);
            var verzoek = Verzoek with { Schooljaar = Schooljaar.Hydrate(2024) };

            var lijst = UwlrLezer.Read(stream, verzoek, null, CancellationToken.None).Value;

            (lijst.Leerlingen.Count, lijst.Docenten.Count, lijst.Groepen.Count).Should().Be((2, 1, 3));
        }
    }

    private static PersonenVerzoek Verzoek { get; } =
        new(Brin.Hydrate("99ZZ"), Vestigingsnummer.Hoofd, Schooljaar.Hydrate(2026));

    private static Result<Personenlijst> Read(string answer) =>
        UwlrLezer.Read(new MemoryStream(Encoding.UTF8.GetBytes(answer)), Verzoek, null, CancellationToken.None);

    private static string Answer(string leerlingen) => Envelope(
        $"<leerlinggegevens><school>{School}</school>{Groepen}<leerlingen>{leerlingen}</leerlingen></leerlinggegevens>");

    private static string Envelope(string content) =>
        $"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><leerlinggegevens_antwoord xmlns='http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens'>{content}</leerlinggegevens_antwoord></s:Body></s:Envelope>";
}
