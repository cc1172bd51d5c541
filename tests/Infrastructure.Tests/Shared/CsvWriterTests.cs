using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Infrastructure.Shared;

namespace Kurve.Numo.Infrastructure.Tests.Shared;

/// <summary>What a school opens in a spreadsheet, and what we read back.</summary>
public sealed class CsvWriterTests
{
    private static readonly char[] Formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

    /// <summary>Rows of texts that are made of what is hard to write.</summary>
    private static class Rijen
    {
        public static Arbitrary<string[][]> Alle() =>
            (from width in Gen.Choose(1, 4)
             from rows in Tekst().ArrayOf(width).ArrayOf()
             select rows).ToArbitrary();

        private static Gen<string> Tekst() => Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(text => Whole(text ?? "")),
            Gen.Elements("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\"", ";", ",", "'", " ", "é", "Jan", "😀", "\ufeff")
                .ArrayOf().Select(string.Concat))
            .Where(text => TakeOff(text).Length == text.Length);

        // Half of a surrogate pair is no text, and becomes U+FFFD in UTF-8.
        private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    [Property(Arbitrary = [typeof(Rijen)], MaxTest = 1000)]
    public void What_is_written_is_read_back_by_who_takes_off_the_apostrophe(string[][] rows) =>
        Parse(Text(rows)).Select(row => row.Select(TakeOff)).Should().BeEquivalentTo(
            rows, options => options.WithStrictOrdering());

    [Property(Arbitrary = [typeof(Rijen)], MaxTest = 1000)]
    public void No_value_begins_as_a_formula(string[][] rows) =>
        Parse(Text(rows)).SelectMany(row => row).Should().NotContain(
            value => value.Length > 0 && Formula.Contains(value[0]));

    [Property(Arbitrary = [typeof(Rijen)])]
    public void The_same_rows_are_the_same_bytes(string[][] rows) => Text(rows).Should().Be(Text(rows));

    [Fact]
    public void A_file_begins_with_a_byte_order_mark_and_heads_and_rows_end_with_cr_lf()
    {
        var csv = new CsvWriter();
        csv.BeginFile(["naam", "klas"]);
        csv.TryWrite(["Zoë", null]);

        csv.ToDeel(null).Csv.Should().Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("naam;klas\r\nZoë;\r\n")]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31", "'+31")]
    [InlineData("-5", "'-5")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋31", "'＋31")]
    [InlineData("－5", "'－5")]
    [InlineData("＠SUM(A1)", "'＠SUM(A1)")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("a=b", "a=b")]
    [InlineData("'s-Gravenhage", "'s-Gravenhage")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("zeg \"ja\"", "\"zeg \"\"ja\"\"\"")]
    [InlineData(" x", "\" x\"")]
    public void A_value_is_written_as(string value, string expected) => Text([[value, "y"]]).Should().Be(
        expected + ";y\r\n");

    [Fact]
    public void A_part_is_bounded_and_holds_one_row_at_least()
    {
        var large = new string('x', 200 * 1024);
        var csv = new CsvWriter();

        csv.TryWrite([large]).Should().BeTrue();
        csv.TryWrite([large]).Should().BeFalse();
        csv.TryWrite(["small"]).Should().BeTrue("there is room for it");
        csv.Rows.Should().Be(2);
    }

    private static string Text(string[][] rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var csv = new CsvWriter();
            csv.TryWrite(row).Should().BeTrue();
            text.Append(Encoding.UTF8.GetString(csv.ToDeel(null).Csv));
        }

        return text.ToString();
    }

    private static string TakeOff(string value) =>
        value is ['\'', var second, ..] && Formula.Contains(second) ? value[1..] : value;

    /// <summary>A reader of RFC 4180 that shares nothing with the writer.</summary>
    private static List<List<string>> Parse(string text)
    {
        var (rows, row, value, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                value.Append(text[i++]);
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[i] == ';')
            {
                row.Add(value.ToString());
                value.Clear();
            }
            else if (!quoted && text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                row.Add(value.ToString());
                value.Clear();
                rows.Add(row);
                row = [];
                i++;
            }
            else
            {
                value.Append(text[i]);
            }
        }

        return rows;
    }
}
