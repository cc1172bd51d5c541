using System.Text;
using Kurve.Numo.Domain.Importeren.Csv;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Csv;

/// <summary>In which characters a file is written, found out from its bytes.</summary>
public sealed class TekensetTests
{
    private const string Kop = "stamnummer;roepnaam;achternaam\r\n";

    /// <summary>Names as they occur in Dutch schools.</summary>
    private static readonly string[] Namen =
    [
        "Zoë", "André", "Chloë", "Noël", "Jérôme", "François", "Anaïs", "Jürgen", "Björn", "Müller", "Núñez", "José",
        "Renée", "Loïs", "Hélène", "Élodie", "Güneş".Replace("ş", "s"), "Özgür", "Çelik", "Peña", "Ibáñez", "Benoît", "Åsa",
        "Søren", "Weiß", "ZOË", "ANDRÉ", "D’Angelo", "García", "Araújo",
    ];

    [Theory]
    [InlineData(1252, "windows-1252")]
    [InlineData(10000, "Mac Roman")]
    [InlineData(850, "cp850")]
    public void A_file_of_a_class_is_read_in_the_characters_in_which_it_was_written(int codepage, string naam)
    {
        var bekend = Namen.Where(n => CanWrite(codepage, n)).ToArray();
        var inhoud = Encode(codepage, Kop + string.Concat(bekend.Select((n, i) => $"{i + 1};{n};Fictief\r\n")));

        var aanlevering = new Csvschool().Read(inhoud).Value;

        aanlevering.Csv!.Tekenset.Should().Be(naam);
        aanlevering.Leerlingen.Select(l => l.Gegevens.Roepnaam).Should().Equal(bekend);
    }

    public static TheoryData<int, string> Een()
    {
        var data = new TheoryData<int, string>();
        foreach (var naam in (string[])["Zoë", "André", "Björn", "Jürgen", "Hélène", "Anaïs", "José"])
        {
            data.Add(1252, naam);
            data.Add(10000, naam);
            data.Add(850, naam);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Een))]
    public void One_name_with_an_accent_is_enough(int codepage, string naam) => new Csvschool()
        .Read(Encode(codepage, Kop + $"1;{naam};Fictief\r\n2;Sem;Bedacht\r\n")).Value
        .Leerlingen[0].Gegevens.Roepnaam.Should().Be(naam);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_bad_byte_does_not_make_another_character_set_of_a_whole_file(int slecht)
    {
        byte[] inhoud =
        [
            .. Encoding.UTF8.GetBytes(Kop + string.Concat(Namen.Select((n, i) => $"{i + 1};{n};Fictief\r\n"))),
            .. Enumerable.Range(100, slecht).SelectMany(n => (byte[])[.. Encoding.UTF8.GetBytes($"{n};Zo"), 0xEB, .. ";Bedacht\r\n"u8]),
        ];

        var aanlevering = new Csvschool().Read(inhoud).Value;

        aanlevering.Csv!.Tekenset.Should().Be("UTF-8");
        aanlevering.Leerlingen.Take(Namen.Length).Select(l => l.Gegevens.Roepnaam).Should().Equal(Namen);
        aanlevering.Leerlingen.Skip(Namen.Length).Should().OnlyContain(l => l.Meldingen.Any(m => m.Code == "TEKENS_VERLOREN"));
        aanlevering.Waarschuwingen.Should().Contain(w => w.Code == "TEKENS_VERLOREN" && w.Tekst.Contains($"{Namen.Length + 2}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Half_a_file_of_each_is_read_whole(int keer)
    {
        byte[] inhoud =
        [
            .. Encoding.UTF8.GetBytes(Kop + string.Concat(Enumerable.Range(1, keer).Select(n => $"{n};Zoë;Fictief\r\n"))),
            .. Encode(1252, string.Concat(Enumerable.Range(100, keer).Select(n => $"{n};Anaïs;Bedacht\r\n5{n};Renée;Bedacht\r\n"))),
        ];

        new Csvschool().Read(inhoud).Value.Leerlingen.Select(l => l.Gegevens.Roepnaam).Distinct()
            .Should().Equal("Zoë", "Anaïs", "Renée");
    }

    [Fact]
    public void UTF_8_that_was_saved_as_windows_1252_is_put_right()
    {
        var aanlevering = new Csvschool().Read(Encoding.UTF8.GetBytes(Kop + "1;ZoÃ«;GÃ¼l\r\n2;Noor;Fictief\r\n")).Value;

        aanlevering.Leerlingen[0].Gegevens.Naam.Should().Be("Zoë Gül");
        aanlevering.Leerlingen[0].Meldingen.Should().Contain(m => m.Code == "TEKENS_HERSTELD");
        aanlevering.Waarschuwingen.Should().Contain(w => w.Code == "TEKENS_HERSTELD" && w.Tekst.Contains("regel 2"));
    }

    [Theory]
    [InlineData(Csvtekenset.MacRoman, 10000)]
    [InlineData(Csvtekenset.Cp850, 850)]
    [InlineData(Csvtekenset.Windows1252, 1252)]
    public void What_is_given_goes_before_what_is_found(Csvtekenset gegeven, int codepage)
    {
        // Of one lone sign nobody can tell.
        var inhoud = Encode(codepage, Kop + "1;Ñ;Fictief\r\n");

        var aanlevering = new Csvschool { Tekenset = gegeven }.Read(inhoud).Value;

        aanlevering.Leerlingen[0].Gegevens.Roepnaam.Should().Be("Ñ");
        aanlevering.Csv!.Tekenset.Should().Be(gegeven.Naam());
    }

    [Fact]
    public void UTF_16_and_UTF_8_can_be_given_too()
    {
        foreach (var (gegeven, encoding) in new[] { (Csvtekenset.Utf16, Encoding.Unicode), (Csvtekenset.Utf8, Encoding.UTF8) })
        {
            new Csvschool { Tekenset = gegeven }.Read(encoding.GetBytes(Kop + "1;Zoë;Fictief\r\n")).Value
                .Leerlingen[0].Gegevens.Roepnaam.Should().Be("Zoë");
        }
    }

    [Fact]
    public void What_is_a_letter_in_none_of_them_is_refused()
    {
        var cyrillisch = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Kop + "1;наташа;Щербакова\r\n2;ольга;ёлкина\r\n");

        new Csvschool().Read(cyrillisch).Error!.Code.Should().Be("TEKENSET_ONBEKEND");
    }

    private static bool CanWrite(int codepage, string tekst) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codepage)!.GetString(Encode(codepage, tekst)) == tekst;

    private static byte[] Encode(int codepage, string tekst) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codepage)!.GetBytes(tekst);
}
