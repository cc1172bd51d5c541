using FsCheck;
using FsCheck.Xunit;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Xlsx;
using static Kurve.Numo.Infrastructure.Tests.Koppelingen.Xlsx.WorkbookBuilder;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Xlsx;

public sealed class XlsxlezerTests
{
    private static readonly Uploadgrenzen Grenzen = new(1024 * 1024, 1000, 4L * 1024 * 1024);
    private readonly WorkbookBuilder _book = new();

    [Theory]
    [InlineData("1001", null, "1001")]
    [InlineData("1001", "General", "1001")]
    [InlineData("1001", "000000", "001001")]
    [InlineData("7", "00", "07")]
    [InlineData("0", "000000", "000000")]
    [InlineData("123001", "#,##0", "123001")]
    [InlineData("123001", "[$-413]#,##0;[Red]-#,##0", "123001")]
    [InlineData("123456", "000\\-000", "123-456")]
    [InlineData("123", "\"L\"00000", "L00123")]
    [InlineData("1234567", "0000\\ 00", "12345 67")]
    [InlineData("3", "0\" jaar\"", "3")]
    [InlineData("5", "0.00", "5")]
    [InlineData("5.5", "0", "5.5")]
    [InlineData("0.30000000000000004", null, "0.3")]
    [InlineData("1000.9999999999999", null, "1001")]
    [InlineData("-5", "000", "-5")]
    [InlineData("0.5", "0%", "0.5")]
    [InlineData("1.23456789012345E+17", null, "1.23456789012345E+17")]
    public void A_number_is_the_code_that_its_format_says(string value, string? format, string expected) =>
        Read([[_book.Number(value, format)]]).Should().Equal(expected);

    [Theory]
    [InlineData("46115", "dd\\-mm\\-yyyy", "03-04-2026")]
    [InlineData("46115", "d\\-mmm", "03-04-2026")]
    [InlineData("46115.5", "yyyy\\-mm\\-dd\\ hh:mm", "03-04-2026 12:00:00")]
    public void A_date_is_a_date_whatever_its_format(string value, string format, string expected) =>
        Read([[_book.Number(value, format)]]).Should().Equal(expected);

    [Fact]
    public void Parts_that_are_named_from_the_root_are_found()
    {
        _book.FromRoot();

        Read([[_book.Number("1001", "000000"), _book.Text("1A"), Cell("e", "#N/A")]]).Should().Equal("001001", "1A", "#N/A");
    }

    [Fact]
    public void A_workbook_of_a_mac_counts_its_days_from_1904()
    {
        _book.From1904();

        Read([[_book.Number("44653", "dd\\-mm\\-yyyy")]]).Should().Equal("03-04-2026");
    }

    [Fact]
    public void Texts_are_read_from_the_list_from_the_cell_and_in_pieces() =>
        Read([[_book.Text("001001"), Inline("O'Hara"), _book.Rich("Zo", "ë"), null, _book.Text(" ’t Hart ")]])
            .Should().Equal("001001", "O'Hara", "Zoë", "", " ’t Hart ");

    [Fact]
    public void Of_a_formula_the_value_counts_that_was_calculated_and_none_is_empty() =>
        Read([[Formula("A1&\"x\"", "1A"), Formula("HYPERLINK(\"http://x\")", null), Formula("1+1", "2", "n"), _book.Text("eind")]])
            .Should().Equal("1A", "", "2", "eind");

    [Fact]
    public void Truth_and_errors_are_words_that_files_have_too() =>
        Read([[Cell("b", "1"), Cell("b", "0"), Cell("e", "#N/A"), Cell("e", "#REF!")]])
            .Should().Equal("true", "false", "#N/A", "#REF!");

    [Fact]
    public void Rows_have_the_numbers_that_the_spreadsheet_shows_and_empty_ones_between_are_counted()
    {
        _book.Raw("Blad1", "visible", """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
            <row r="3"><c r="B3"><v>1</v></c></row><row r="7"><c r="A7" s="0"/><c r="C7"><v>2</v></c></row><row r="9"/>
            </sheetData></worksheet>
            """);

        var blad = Open(_book.Build()).Value;

        blad.Regels.Select(r => (r.Nummer, string.Join('|', r.Velden))).Should().Equal((3, "|1"), (7, "||2"));
        (blad.LegeRegels, blad.Tekenset, blad.Blad).Should().Be((5, "XLSX", "Blad1"));
    }

    [Theory]
    [InlineData("cells without a place", """
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row><c t="inlineStr"><is><t>stamnummer</t></is></c><c t="inlineStr"><is><t>klas</t></is></c></row>
        <row><c><v>1001</v></c><c t="e"><v>#N/A</v></c></row></sheetData></worksheet>
        """)]
    [InlineData("names with a prefix", """
        <x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
        <x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>stamnummer</x:t></x:is></x:c>
        <x:c r="B1" t="inlineStr"><x:is><x:t>klas</x:t></x:is></x:c></x:row>
        <x:row r="2"><x:c r="A2"><x:v>1001</x:v></x:c><x:c r="B2" t="e"><x:v>#N/A</x:v></x:c></x:row>
        </x:sheetData></x:worksheet>
        """)]
    [InlineData("a size that is not so", """
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1"/><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>stamnummer</t></is></c><c r="B1" t="str"><v>klas</v></c></row>
        <row r="2"><c r="A2"><v>1001</v></c><c r="B2" t="e"><f>NA()</f><v>#N/A</v></c></row></sheetData></worksheet>
        """)]
    public void Sheets_of_other_programs_are_read_as_well(string program, string xml) =>
        Open(_book.Raw("Blad1", "visible", xml).Build()).Value.Regels
            .Select(r => string.Join('|', r.Velden))
            .Should().Equal(["stamnummer|klas", "1001|#N/A"], program);

    [Fact]
    public void The_first_sheet_that_people_see_is_read_and_the_run_tells_of_the_others()
    {
        Three();

        var blad = Open(_book.Build()).Value;

        blad.Blad.Should().Be("Leerlingen");
        blad.Regels.Single().Velden.Should().Equal("1");
        blad.Meldingen.Single().Should().Be(XlsxMeldingen.AlleenEersteBlad("Leerlingen", ["Docenten", "7"]));
    }

    [Theory]
    [InlineData("docenten ", "Docenten")]
    [InlineData("3", "Docenten")]
    [InlineData("1", "geheim")]
    [InlineData("Geheim", "geheim")]
    [InlineData("7", "7")]
    [InlineData("", "Leerlingen")]
    public void A_sheet_is_asked_for_by_name_or_by_number(string gevraagd, string expected)
    {
        Three();

        Open(_book.Build(), gevraagd).Value.Blad.Should().Be(expected);
    }

    [Theory]
    [InlineData("Ouders", "BLAD_ONBEKEND")]
    [InlineData("9", "BLAD_ONBEKEND")]
    [InlineData("0", "BLAD_ONBEKEND")]
    [InlineData("-1", "BLAD_ONBEKEND")]
    [InlineData("7", "BLAD_LEEG")]
    public void A_sheet_that_is_not_there_or_empty_is_refused_with_those_that_are(string gevraagd, string code)
    {
        _book.Sheet("Leerlingen", [_book.Text("1")]).Sheet("7").Sheet("Docenten", [_book.Text("2")]);

        var fout = (Csvfout)Open(_book.Build(), gevraagd).Error!;

        fout.Code.Should().Be(code);
        fout.Tekst.Should().Contain("'Docenten'");
        fout.Message.Should().NotContain("Docenten");
    }

    [Fact]
    public void Cells_that_were_merged_over_rows_are_told_of()
    {
        _book.Sheet(
            "Blad1",
            "visible",
            "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A3\"/></mergeCells>",
            [_book.Text("Leerlingen van 1A")],
            [_book.Text("1A"), _book.Text("Noor")],
            [null, _book.Text("Sem")]);

        var blad = Open(_book.Build()).Value;

        blad.Meldingen.Should().Equal(XlsxMeldingen.SamengevoegdeCellen(1));
        blad.Regels[2].Velden.Should().Equal("", "Sem");
    }

    [Fact]
    public void More_rows_or_columns_than_are_read_are_refused()
    {
        var rows = new WorkbookBuilder();
        rows.Sheet("Blad1", [.. Enumerable.Range(0, Grenzen.MaxRegels + 1).Select(_ => new[] { rows.Number("1") })]);
        var columns = new WorkbookBuilder().Raw("Blad1", "visible", """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
            <row r="1"><c r="SG1"><v>1</v></c></row></sheetData></worksheet>
            """);

        Open(rows.Build()).Error!.Code.Should().Be("TE_VEEL_REGELS");
        Open(columns.Build()).Error!.Code.Should().Be("TE_VEEL_KOLOMMEN");
    }

    [Property(MaxTest = 100)]
    public void Any_table_of_texts_comes_back_as_it_is(NonEmptyString[][] cells)
    {
        string[][] rows = [.. cells.Select(r => r.Select(c => Clean(c.Get)).ToArray())];
        var book = new WorkbookBuilder();
        book.Sheet("Blad1", [.. rows.Select(r => r.Select(c => (string?)book.Text(c)).ToArray())]);

        var read = Open(book.Build());

        var filled = rows.Where(r => r.Length > 0).ToArray();
        if (filled.Length > 0)
        {
            read.Value.Regels.Select(r => r.Velden).Should().BeEquivalentTo(filled, o => o.WithStrictOrdering());
        }
    }

    private void Three() => _book
        .Sheet("geheim", "hidden", "", [_book.Text("0")])
        .Sheet("Leerlingen", [_book.Text("1")])
        .Sheet("Docenten", [_book.Text("2")])
        .Sheet("7", [_book.Text("3")]);

    // What XML can hold, and is not the way in which workbooks write a character by its number.
    private static string Clean(string text) =>
        "x" + string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c == ' ' || c == '\'')) + "x";

    private IReadOnlyList<string> Read(string?[][] rows) =>
        Open(_book.Sheet("Blad1", rows).Build()).Value.Regels.Single().Velden;

    private static Result<Csvblad> Open(byte[] inhoud, string? blad = null) => new Xlsxlezer(Grenzen).Read(inhoud, blad, default);
}
