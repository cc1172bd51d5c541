using System.IO.Compression;
using System.Text;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Infrastructure.Koppelingen.Xlsx;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Xlsx;

/// <summary>What is no workbook, or one that is made to do harm.</summary>
public sealed class WerkmapwachtTests
{
    private const int MaxBytes = 1024 * 1024;
    private const string Value = "<c t=\"str\"><v>stamnummer</v></c>";

    [Fact]
    public void A_part_that_packs_beyond_all_measure_is_refused() =>
        CodeOf(new WorkbookBuilder().Part("xl/media/image1.xml", new string(' ', 3 * MaxBytes)).Build())
            .Should().Be("WERKMAP_TE_GROOT");

    [Fact]
    public void Texts_that_would_fill_the_memory_are_refused()
    {
        var book = new WorkbookBuilder();
        var random = new Random(1);
        var piece = new string([.. Enumerable.Range(0, 500).Select(_ => (char)random.Next('a', 'z'))]);
        book.Sheet("Blad1", [.. Enumerable.Range(0, 5000).Select(i => new[] { book.Text(piece + i) })]);

        CodeOf(book.Build()).Should().Be("WERKMAP_TE_GROOT");
    }

    [Theory]
    [InlineData(16_384, "OK")]
    [InlineData(16_385, "WERKMAP_TE_GROOT")]
    public void A_row_has_no_more_cells_than_a_sheet_can_have(int cells, string code) => Check(
        Sheet($"<row r=\"1\">{Value}{string.Concat(Enumerable.Repeat("<c/>", cells - 1))}</row>"), code);

    [Theory]
    [InlineData(32_767, "OK")]
    [InlineData(33_000, "WERKMAP_TE_GROOT")]
    public void A_cell_has_no_more_characters_than_a_cell_can_have(int characters, string code)
    {
        var (text, book, rich) = (new string('a', characters), new WorkbookBuilder(), new WorkbookBuilder());

        Check(Sheet($"<row r=\"1\">{WorkbookBuilder.Inline(text)}</row>"), code);
        Check(Sheet($"<row r=\"1\">{WorkbookBuilder.Cell("str", text)}</row>"), code);
        Check(book.Sheet("Blad1", [book.Text(text)]).Build(), code);
        Check(rich.Sheet("Blad1", [rich.Rich(text[..20_000], text[20_000..])]).Build(), code);
    }

    [Theory]
    [InlineData(100_000, "OK")]
    [InlineData(100_001, "WERKMAP_TE_GROOT")]
    public void Merged_ranges_have_a_limit(int merges, string code)
    {
        // Ranges of their own, so that they do not pack beyond all measure.
        var all = string.Concat(Enumerable.Range(1, merges).Select(i => $"<mergeCell ref=\"A{i}:B{i}\"/>"));

        Check(Sheet($"<row r=\"1\">{Value}</row>", $"<mergeCells>{all}</mergeCells>"), code, 8 * MaxBytes);
    }

    [Theory]
    [InlineData("<row r=\"1048577\"/>")]
    [InlineData("<row r=\"2\"><c r=\"XFE2\"/></row>")]
    [InlineData("<row r=\"2\"><c r=\"zzzzzzz2\"/></row>")]
    public void A_place_that_no_sheet_has_is_refused(string rows) =>
        CodeOf(Sheet($"<row r=\"1\">{Value}</row>{rows}")).Should().Be("WERKMAP_TE_GROOT");

    [Fact]
    public void Markup_of_any_kind_has_a_limit()
    {
        var much = new string('a', 70_000) + ">";
        foreach (var markup in new[] { $"<row a=\"{much}\"/>", $"<!--{much}-->", $"<?a {much}?>", $"<row{much}" })
        {
            CodeOf(Sheet(markup)).Should().Be("WERKMAP_TE_GROOT");
        }

        CodeOf(Sheet($"<!-- it's > \" --><row r=\"1\" a=\">'\">{Value}</row>")).Should().BeEmpty();
    }

    [Fact]
    public void Elements_in_each_other_have_a_limit() => CodeOf(Sheet(
        string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100))))
            .Should().Be("WERKMAP_TE_GROOT");

    [Fact]
    public void A_size_that_the_archive_lies_about_is_not_believed()
    {
        var book = new WorkbookBuilder().Part("xl/big.xml", new string(' ', 3 * MaxBytes)).Build();
        foreach (var at in Places(book, BitConverter.GetBytes(3 * MaxBytes)))
        {
            BitConverter.GetBytes(10).CopyTo(book, at);
        }

        CodeOf(book).Should().BeOneOf("WERKMAP_TE_GROOT", "WERKMAP_BESCHADIGD", "BLAD_LEEG");
    }

    [Fact]
    public void An_archive_of_very_many_parts_is_refused()
    {
        var book = new WorkbookBuilder();
        for (var i = 0; i < 1100; i++)
        {
            book.Part($"x{i}", "");
        }

        CodeOf(book.Build()).Should().Be("WERKMAP_TE_GROOT");
    }

    [Fact]
    public void Entities_of_its_own_are_not_followed() => CodeOf(new WorkbookBuilder().Raw(
        "Blad1",
        "visible",
        """
        <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>
        """).Build()).Should().Be("WERKMAP_BESCHADIGD");

    [Fact]
    public void A_workbook_that_was_cut_off_anywhere_is_refused_and_never_an_exception()
    {
        var book = new WorkbookBuilder();
        var whole = book.Sheet("Blad1", [book.Text("stamnummer")], [book.Number("1001", "000000")]).Build();
        for (var length = 4; length < whole.Length; length += 7)
        {
            CodeOf(whole[..length]).Should().Be("WERKMAP_BESCHADIGD");
        }
    }

    [Fact]
    public void A_workbook_of_which_any_byte_is_another_is_read_or_refused_and_never_an_exception()
    {
        var book = new WorkbookBuilder();
        var whole = book.Sheet("Blad1", [book.Text("stamnummer"), book.Number("1001", "000000")]).Build();
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var changed = whole.ToArray();
            changed[random.Next(4, changed.Length)] ^= (byte)random.Next(1, 256);

            FluentActions.Invoking(() => CodeOf(changed)).Should().NotThrow($"byte {i}");
        }
    }

    [Theory]
    [InlineData("xl/workbook.bin")]
    [InlineData("content.xml")]
    [InlineData("leerlingen.csv")]
    public void Another_archive_is_called_what_it_is(string part)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(part);
        }

        CodeOf(file.ToArray()).Should().Be("WERKMAP_ANDER_FORMAAT");
    }

    [Fact]
    public void What_a_file_is_shows_in_its_bytes()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]];

        Bestandssoorten.Of(compound).Should().Be(Bestandssoort.OudExcel);
        Bestandssoorten.Of([.. compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")]).Should().Be(Bestandssoort.Beveiligd);
        Bestandssoorten.Of(new WorkbookBuilder().Build()).Should().Be(Bestandssoort.Archief);
        Bestandssoorten.Of("stamnummer;achternaam"u8).Should().Be(Bestandssoort.Tekst);
        Bestandssoorten.Of([]).Should().Be(Bestandssoort.Tekst);
    }

    private static void Check(byte[] book, string code, int maxBytes = MaxBytes) => CodeOf(book, maxBytes)
        .Should().Be(string.Equals(code, "OK", StringComparison.Ordinal) ? "" : code);

    private static byte[] Sheet(string rows, string behind = "") => new WorkbookBuilder().Raw(
        "Blad1",
        "visible",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        + $"<sheetData>{rows}</sheetData>{behind}</worksheet>").Build();

    private static IEnumerable<int> Places(byte[] book, byte[] wanted)
    {
        for (var at = book.AsSpan().IndexOf(wanted); at >= 0;)
        {
            yield return at;
            var next = book.AsSpan(at + 1).IndexOf(wanted);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static string CodeOf(byte[] inhoud, int maxBytes = MaxBytes) =>
        new Xlsxlezer(new Uploadgrenzen(maxBytes, 10_000, 4L * maxBytes))
            .Read(inhoud, blad: null, default).Error?.Code ?? "";
}
