using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Infrastructure.Koppelingen.Csv;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Csv;

/// <summary>What is written by RFC 4180 is read back to the letter, on the right lines.</summary>
[Properties(Arbitrary = [typeof(CsvlezerProperties)], MaxTest = 300)]
public sealed class CsvlezerProperties
{
    private static readonly Csvlezer Lezer = new(Csvschool.Grenzen);
    private static readonly Csvopdracht Opdracht = new Csvschool().ToOpdracht();

    public static Arbitrary<Tabel> Tabellen() => (
        from kolommen in Gen.Choose(2, 6)
        from scheiding in Gen.Elements(';', ',', '\t')
        from einde in Gen.Elements("\r\n", "\n", "\r", "\r\r\n")
        from tekenset in Gen.Choose(0, 3)
        from rijen in Gen.NonEmptyListOf(Gen.ListOf(Veld(), kolommen))
        select new Tabel([.. rijen.Select(r => r.ToArray())], scheiding, einde, tekenset)).ToArbitrary();

    [Property]
    public void Fields_come_back_to_the_letter(Tabel tabel) => Lezer
        .Read(tabel.ToBytes(), Opdracht, CancellationToken.None)
        .Value.Regels.Select(r => string.Join('\u0001', r.Velden))
        .Should().Equal(tabel.Rijen.Select(r => string.Join('\u0001', r)));

    [Property]
    public void Rows_are_on_the_lines_where_they_begin(Tabel tabel)
    {
        var line = 2;
        var expected = new List<int>();
        foreach (var rij in tabel.Rijen)
        {
            expected.Add(line);
            line += 1 + rij.Sum(veld => veld.Count(c => c == '\n'));
        }

        Lezer.Read(tabel.ToBytes(), Opdracht, CancellationToken.None).Value.Regels.Select(r => r.Nummer).Should().Equal(expected);
    }

    [Property]
    public void The_separator_is_found_without_being_told(Tabel tabel)
    {
        var plain = tabel with { Rijen = [.. Enumerable.Range(0, 5).Select(n => new[] { "stamnummer", "naam", $"{n}" })] };

        Lezer.Read(plain.ToBytes(metHint: false), Opdracht, CancellationToken.None).Value.Scheidingsteken.Should().Be(tabel.Scheiding);
    }

    // The hint of the first line leaves no doubt, however few separators there are. NUL is no character of CSV.
    private static Gen<string> Veld() =>
        from tekens in Gen.ListOf(Gen.Elements([.. "ab1 ;,\t\"\"'=#ëŠ\u20AC\n"]))
        select new string([.. tekens]);

    public sealed record Tabel(IReadOnlyList<string[]> Rijen, char Scheiding, string Einde, int Tekenset)
    {
        public byte[] ToBytes(bool metHint = true)
        {
            var text = new StringBuilder(metHint ? $"sep={Scheiding}{Einde}" : "");
            foreach (var rij in Rijen)
            {
                text.AppendJoin(Scheiding, rij.Select(Quote)).Append(Einde);
            }

            Encoding encoding = Tekenset switch
            {
                0 => new UTF8Encoding(false),
                1 => new UTF8Encoding(true),
                2 => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
                _ => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            };
            return [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
        }

        private static string Quote(string veld) => $"\"{veld.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
