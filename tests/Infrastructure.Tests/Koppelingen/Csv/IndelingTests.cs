using System.Text;
using Kurve.Numo.Domain.Importeren;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Csv;

/// <summary>How a file is cut in rows and fields.</summary>
public sealed class IndelingTests
{
    [Theory]
    [InlineData(';', ',')]
    [InlineData('\t', ',')]
    [InlineData(',', ';')]
    [InlineData('|', ';')]
    public void The_separator_is_that_of_the_line_with_names_however_many_others_stand_below(char scheiding, char ander)
    {
        var groepen = string.Join(ander, Enumerable.Range(1, 12).Select(n => $"g{n}"));
        var rijen = Enumerable.Range(1, 60).Select(n => $"{n};Noor;Fictief;{groepen}".Replace(';', ander == ';' ? '\u0001' : ';'));
        var csv = "stamnummer;roepnaam;achternaam;groepen\r\n".Replace(';', scheiding) + (ander == ';'
            ? string.Concat(Enumerable.Range(1, 60).Select(n => $"{n}{scheiding}Noor{scheiding}Fictief{scheiding}{groepen}\r\n"))
            : string.Concat(rijen.Select(r => r.Replace(';', scheiding) + "\r\n")));

        var aanlevering = Read(csv);

        aanlevering.Csv!.Scheidingsteken.Should().Be(scheiding);
        aanlevering.Leerlingen.Should().HaveCount(60).And.OnlyContain(l => l.Afkeuring == null && l.Gegevens.Groepen.Length == 12);
    }

    [Fact]
    public void Lines_above_the_names_do_not_decide() => Read(
            "Export, gemaakt op, 1-11-2026, door, wie, dan, ook\r\n\r\nstamnummer;roepnaam;achternaam\r\n1;Noor;Fictief\r\n")
        .Csv!.Scheidingsteken.Should().Be(';');

    [Fact]
    public void A_hint_that_the_line_with_names_belies_does_not_count() =>
        Read("sep=,\r\nstamnummer;roepnaam;achternaam\r\n1;Noor;Fictief\r\n").Leerlingen.Should().ContainSingle();

    [Fact]
    public void Ends_of_lines_may_differ_within_a_file()
    {
        var aanlevering = Read("stamnummer;roepnaam;achternaam\r1;Noor;Fictief\n2;Sem;Bedacht\r\n3;Bo;\"Voor\rbeeld\"\r4;Kim;Denkbeeld\r\r\n5;An;Fictief");

        aanlevering.Leerlingen.Select(l => l.Gegevens.Naam).Should().Equal(
            "Noor Fictief", "Sem Bedacht", "Bo Voor beeld", "Kim Denkbeeld", "An Fictief");
    }

    [Theory]
    [InlineData("\"wisA1|en2|du3\"")]
    [InlineData("\"wisA1,en2,du3\"")]
    [InlineData("\"wisA1;en2;du3\"")]
    public void Several_groepen_stand_in_one_field_within_quotes(string groepen)
    {
        foreach (var scheiding in new[] { ';', ',', '\t' })
        {
            var csv = $"stamnummer{scheiding}achternaam{scheiding}groepen\n1{scheiding}Fictief{scheiding}{groepen}\n";

            Read(csv).Leerlingen.Single().Gegevens.Groepen.Should().HaveCount(3);
        }
    }

    private static Aanlevering Read(string csv) => new Csvschool().Read(Encoding.UTF8.GetBytes(csv)).Value;
}
