using System.Text;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Infrastructure.Tests.Importeren;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Xlsx;

/// <summary>A school that hands in a workbook, from its bytes to its people.</summary>
public sealed class WorkbookImportTests : IAsyncLifetime
{
    private Keuzeschool _school = null!;

    public async Task InitializeAsync() => _school = await Keuzeschool.CreateAsync();

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Fact]
    public async Task People_come_in_with_the_zeros_of_their_numbers_and_the_same_list_as_csv_finds_nothing_new()
    {
        var run = await _school.UploadAsync(School(b => b.Text("1A")));
        await _school.ApplyAsync(run);
        var again = await _school.UploadAsync(Encoding.UTF8.GetBytes(
            "stamnummer;roepnaam;achternaam;klas;leerjaar\r\n001001;Noor;Fictief;1A;1\r\n001002;Sem;Verzonnen;1A;1\r\n"));

        run.Uitkomst!.Leerlingen.Should().Be(Tellingen.Nul with { Nieuw = 2 });
        (run.Uitkomst.Csv!.Blad, run.Uitkomst.Csv.Tekenset).Should().Be(("Leerlingen", "XLSX"));
        var stand = await _school.Database.LoadAsync(_school.Id);
        stand.Leerlingen.Select(l => l.Gegevens.Stamnummer!.Value.Value).Should().BeEquivalentTo("001001", "001002");
        again.Uitkomst!.Leerlingen.Should().Be(Tellingen.Nul with { Ongewijzigd = 2 });
    }

    [Fact]
    public async Task A_class_that_became_a_date_is_flagged_in_its_row_and_leaves_the_class_as_it_is()
    {
        await _school.ApplyAsync(await _school.UploadAsync(School(b => b.Text("3-4"))));
        var before = await _school.Database.LoadAsync(_school.Id);

        var run = await _school.UploadAsync(School(b => b.Number("46115", "d\\-mmm")));

        (await _school.RegelsAsync(run)).Where(r => r.Meldingen.Any(m => m.Code == "EXCEL_DATUM")).Should().HaveCount(2);
        var plan = run.Uitkomst!.Leerlingen;
        (plan.Nieuw, plan.Archiveren, plan.NaarAndereGroep).Should().Be((0, 0, 0));
        before.Leerlingen.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_date_cell_is_a_date_where_the_column_is_one()
    {
        var book = new WorkbookBuilder();
        string[] koppen = ["stamnummer", "achternaam", "klas", "einddatum"];
        book.Sheet(
            "Blad1",
            [.. koppen.Select(book.Text)],
            [book.Number("1001"), book.Text("Weg"), book.Text("1A"), book.Number("45000", "dd\\-mm\\-yyyy")],
            [book.Number("1002"), book.Text("Blijft"), book.Text("1A"), book.Number("60000", "d/m/yy")],
            [book.Number("1003"), book.Text("Ook"), book.Text("1A"), null]);

        var run = await _school.UploadAsync(book.Build());

        (run.Uitkomst!.Leerlingen.Nieuw, run.Uitkomst.Leerlingen.Afgekeurd).Should().Be((2, 0));
        run.Uitkomst.Csv!.OvergeslagenRegels.Should().Be(1, "who left in 2023 is not enrolled");
    }

    [Theory]
    [InlineData("Ouders", "BLAD_ONBEKEND")]
    [InlineData("Leeg", "BLAD_LEEG")]
    public async Task A_sheet_that_cannot_be_read_ends_the_run_with_its_reason(string blad, string code) =>
        (await _school.UploadAsync(School(b => b.Text("1A")), blad)).Fout!.Code.Should().Be(code);

    [Fact]
    public async Task A_sheet_of_a_file_that_is_no_workbook_is_refused() =>
        (await _school.UploadAsync("stamnummer;achternaam"u8.ToArray(), "Blad1")).Fout!.Code.Should().Be("GEEN_WERKMAP");

    [Fact]
    public async Task A_workbook_of_before_2007_is_called_what_it_is() =>
        (await _school.UploadAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]]))
            .Fout!.Code.Should().Be("WERKMAP_OUD_FORMAAT");

    private static byte[] School(Func<WorkbookBuilder, string> klas)
    {
        var book = new WorkbookBuilder();
        return book
            .Sheet(
                "Leerlingen",
                [book.Text("stamnummer"), book.Text("roepnaam"), book.Text("achternaam"), book.Text("klas"), book.Text("leerjaar")],
                [book.Number("1001", "000000"), book.Text("Noor"), book.Text("Fictief"), klas(book), book.Number("1")],
                [book.Number("1002", "000000"), book.Text("Sem"), book.Text("Verzonnen"), klas(book), book.Number("1")])
            .Sheet("Leeg")
            .Build();
    }
}
