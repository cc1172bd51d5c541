using Kurve.Numo.Domain.Importeren.Csv.Lezen;

namespace Kurve.Numo.Domain.Tests.Importeren.Csv;

public sealed class ExcelschadeTests
{
    [Theory]
    [InlineData("3 april")]
    [InlineData("3-apr")]
    [InlineData("03. Apr")]
    [InlineData("4. Mär")]
    [InlineData("4. März 2026")]
    [InlineData("3/4/26")]
    [InlineData("03.04.2026")]
    [InlineData("mrt-04")]
    [InlineData("mrt.-04")]
    [InlineData("mei-26")]
    [InlineData("apr/26")]
    [InlineData("mei 2026")]
    [InlineData("3-Apr-26")]
    [InlineData("3 apr. 2026")]
    [InlineData("Apr 3")]
    [InlineData("April 3, 2026")]
    [InlineData("Friday, April 3, 2026")]
    [InlineData("vr 3 april 2026")]
    [InlineData("vrijdag 3 april 2026")]
    [InlineData("Fr, 3. Apr 2026")]
    [InlineData("3-avr.")]
    [InlineData("1 août 2026")]
    [InlineData("2026-04-03")]
    [InlineData("2026/4/3")]
    [InlineData("2026-04-03T00:00:00")]
    [InlineData("03-04-2026 00:00")]
    [InlineData("4/3/2026 12:00:00 AM")]
    [InlineData("3-4-26")]
    [InlineData("0-1-1900")]
    [InlineData("1-okt")]
    [InlineData("2-Dez")]
    [InlineData("04:01")]
    [InlineData("04:01:00")]
    public void A_class_that_became_a_date_is_told(string waarde) => Find(waarde).Should().Be("EXCEL_DATUM");

    [Theory]
    [InlineData("1A")]
    [InlineData("4.2")]
    [InlineData("1-2")]
    [InlineData("3/4")]
    [InlineData("M3/4")]
    [InlineData("3-4A")]
    [InlineData("H.4")]
    [InlineData("4H-1")]
    [InlineData("mei")]
    [InlineData("mar4")]
    [InlineData("dec1")]
    [InlineData("V4.wisB1")]
    [InlineData("2026-2027")]
    [InlineData("4HV 3-1")]
    [InlineData("ma 3")]
    [InlineData("1-2-3")]
    [InlineData("40-50-60")]
    [InlineData("4E3")]
    [InlineData("wis A")]
    [InlineData("ak.h4.1")]
    [InlineData("12.34")]
    [InlineData("https://ketenid.nl/202608/00ff")]
    public void A_class_that_is_called_so_is_left_alone(string waarde) => Find(waarde).Should().BeNull();

    [Theory]
    [InlineData("123.001", "123001")]
    [InlineData("9 001", "9001")]
    [InlineData("9,001", "9001")]
    [InlineData("9'001", "9001")]
    [InlineData("9’001", "9001")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1 234 567", "1234567")]
    [InlineData("123.001,00", "123001")]
    public void Digits_in_groups_are_told_and_what_they_may_have_been_is_found(string waarde, string origin)
    {
        Find(waarde).Should().Be("EXCEL_GROEPERING");
        Excelschade.FindOrigins(waarde).Should().Contain(origin);
    }

    [Theory]
    [InlineData("1,23E+05")]
    [InlineData("1.0E-05")]
    [InlineData("123456,0")]
    public void A_number_that_was_shortened_is_told(string waarde) => Find(waarde).Should().Be("EXCEL_GETAL");

    [Theory]
    [InlineData("'001001", "001001")]
    [InlineData("’001001", "001001")]
    [InlineData("‘001001", "001001")]
    [InlineData("`001001", "001001")]
    [InlineData("´001001", "001001")]
    [InlineData("ʹ001001", "001001")]
    [InlineData("'001001'", "001001")]
    [InlineData("''001001", "001001")]
    [InlineData(" '001001", "001001")]
    [InlineData("\u200B'001001", "001001")]
    [InlineData("\"001001\"", "001001")]
    [InlineData("=\"001001\"", "001001")]
    [InlineData("'t", "'t")]
    [InlineData("'s-Gravenzande", "'s-Gravenzande")]
    [InlineData("'=x", "=x")]
    [InlineData("4'A", "4'A")]
    public void An_apostrophe_before_a_digit_goes(string veld, string waarde) => Celtekst.Of(veld).Waarde.Should().Be(waarde);

    [Theory]
    [InlineData("31-07-2027", 2027, 7, 31)]
    [InlineData("31/7/2027", 2027, 7, 31)]
    [InlineData("31.07.2027", 2027, 7, 31)]
    [InlineData("2027-07-31T00:00:00Z", 2027, 7, 31)]
    [InlineData("2027-07-31 00:00:00.000", 2027, 7, 31)]
    [InlineData("20270731", 2027, 7, 31)]
    [InlineData("31 juli 2027", 2027, 7, 31)]
    [InlineData("31-jul-27", 2027, 7, 31)]
    [InlineData("7/31/2027", 2027, 7, 31)]
    [InlineData("za 31 jul. 2027", 2027, 7, 31)]
    [InlineData("46599", 2027, 7, 31)]
    public void A_day_is_read_in_the_ways_in_which_exports_write_it(string waarde, int jaar, int maand, int dag)
    {
        Csvdatum.TryRead(waarde, out var datum).Should().BeTrue();
        datum.Should().Be(new DateOnly(jaar, maand, dag));
    }

    [Theory]
    [InlineData("")]
    [InlineData("30-12-1899")]
    [InlineData("31-12-1899")]
    [InlineData("1-1-1900")]
    [InlineData("00-00-0000")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("0001-01-01")]
    [InlineData("1899-12-30T00:00:00")]
    [InlineData("18991230")]
    [InlineData("0-1-1900")]
    [InlineData("01-01-1970")]
    [InlineData("n.v.t.")]
    [InlineData("-")]
    public void A_day_of_long_ago_means_none(string waarde)
    {
        Csvdatum.TryRead(waarde, out var datum).Should().BeTrue();
        datum.Should().BeNull();
    }

    [Theory]
    [InlineData("morgen")]
    [InlineData("31-02-2027")]
    [InlineData("12")]
    public void What_is_no_day_is_not_read(string waarde) => Csvdatum.TryRead(waarde, out _).Should().BeFalse();

    [Theory]
    [InlineData("2026-2027", 2026)]
    [InlineData("2026/2027", 2026)]
    [InlineData("2026-27", 2026)]
    [InlineData("26/27", 2026)]
    [InlineData("2627", 2026)]
    [InlineData("SJ 2026-2027", 2026)]
    [InlineData("2026", 2026)]
    [InlineData("2026-2028", null)]
    [InlineData("3", null)]
    public void A_school_year_is_read_in_the_ways_in_which_exports_write_it(string waarde, int? begin) =>
        (Schooljaartekst.Read(waarde)?.Begin).Should().Be(begin);

    private static string? Find(string waarde) => Excelschade.FindInCode(1, "klas", waarde)?.Code;
}
