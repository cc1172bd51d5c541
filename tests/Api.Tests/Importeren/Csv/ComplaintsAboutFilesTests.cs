using System.Text;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Importeren.Csv;

/// <summary>What users of other rostering systems complain of, where it is about files.</summary>
public sealed class ComplaintsAboutFilesTests(EndToEnd api) : IClassFixture<EndToEnd>
{
    private const int Leerlingen = 30;

    private static readonly string Goed = CsvUploads.Leerlingen(Leerlingen);

    public static TheoryData<string> Beschadigingen => [.. Damages.Keys];

    private static Dictionary<string, byte[]> Damages { get; } = new(StringComparer.Ordinal)
    {
        ["a byte order mark"] = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Goed)],
        ["UTF-16"] = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Goed)],
        ["UTF-16, big-endian"] = [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Goed)],
        ["invisible characters in the header"] = Encoding.UTF8.GetBytes(
            Goed.Replace("stamnummer", "\u200bStam nummer\u00a0", StringComparison.Ordinal)),
        ["invisible characters in the rows"] = Encoding.UTF8.GetBytes(
            Goed.Replace("\r\n", "\u200b\r\n", StringComparison.Ordinal)),
        ["other ends of lines"] = Encoding.UTF8.GetBytes(Goed.Replace("\r\n", "\r", StringComparison.Ordinal)),
        ["a title above the header"] = Encoding.UTF8.GetBytes("Leerlingen 1 oktober\r\n\r\n" + Goed),
    };

    [Theory]
    [MemberData(nameof(Beschadigingen))]
    public async Task A_corrupt_header_or_a_wrong_encoding_makes_the_file_empty_and_everyone_is_archived(string damage)
    {
        var school = await ImportedAsync();

        var run = await UploadAsync(school, Damages[damage]);

        run.State.Should().Be(ImportState.Vergeleken, run.Fout?.Tekst);
        run.Leerlingen.Should().Be(new Tellingen { Ongewijzigd = Leerlingen });
    }

    [Fact]
    public async Task A_header_that_nobody_understands_makes_the_file_empty_and_everyone_is_archived()
    {
        var school = await ImportedAsync();

        var run = await school.UploadAsync("?;?;?\r\n" + Goed[CsvUploads.Kop.Length..]);

        (run.State, run.Actiehouder).Should().Be((ImportState.Mislukt, Actiehouder.School));
        (await school.CountLeerlingenAsync()).Should().Be(Leerlingen);
    }

    [Fact]
    public async Task The_sync_says_success_while_no_id_of_the_file_matches()
    {
        var school = await ImportedAsync();

        var run = await school.UploadAsync(Goed.Replace("\r\n200", "\r\n700", StringComparison.Ordinal));

        run.State.Should().Be(ImportState.Wachtend);
        run.Remmen.Should().Contain(r => r.Code == "SLEUTELS_ONBEKEND");
        (await school.CountLeerlingenAsync()).Should().Be(Leerlingen);
    }

    [Fact]
    public async Task A_wrongly_deactivated_class_cannot_come_back()
    {
        var school = await ImportedAsync();
        var before = (await GroepenAsync(school)).Single(g => g.Naam == "2A");
        await school.ApplyAsync(await school.UploadAsync(Goed.Replace(";2A;", ";1A;", StringComparison.Ordinal)));
        var gone = (await GroepenAsync(school)).Single(g => g.Id == before.Id);

        await school.ApplyAsync(await school.UploadAsync(Goed));

        gone.Status.Should().Be(Status.Gearchiveerd);
        (await GroepenAsync(school)).Should().ContainSingle(g => g.Naam == "2A").Which.Should().Be(before);
    }

    [Theory]
    [InlineData(Csvpreset.Numo, "stamnummer;roepnaam;achternaam;stamgroep;leerjaar;opleidingscode")]
    [InlineData(Csvpreset.Magister, "Stamnr;Roepnaam;Achternaam;Klas;Leerjaar;Studie")]
    [InlineData(Csvpreset.Somtoday, "Leerlingnummer;Roepnaam;Achternaam;Stamgroep;Leerjaar;Opleidingscode")]
    [InlineData(Csvpreset.Eduarte, "Deelnemernummer;Roepnaam;Achternaam;Groepcode;Leerjaar;Opleidingscode")]
    [InlineData(Csvpreset.Unspecified, "Student Number;First Name;Last Name;Class;Grade;Study Code")]
    public async Task There_is_no_standard_and_each_supplier_wants_its_own_template(Csvpreset preset, string kop)
    {
        var school = await ImportedAsync();

        var run = await school.UploadAsync(kop + "\r\n" + Goed[CsvUploads.Kop.Length..], k => k.Preset = preset);

        run.Leerlingen.Should().Be(new Tellingen { Ongewijzigd = Leerlingen }, run.Fout?.Tekst);
    }

    private async Task<TestSchool> ImportedAsync()
    {
        var school = await TestSchool.RegisterAsync(api.Api, api.TakeSimulated());
        await school.ApplyAsync(await school.UploadAsync(Goed));
        return school;
    }

    private static async Task<ImportRun> UploadAsync(TestSchool school, byte[] csv) => await school.WatchAsync(
        (await school.Import.SendAsync(new Uploadkop { SchoolId = school.Id }, csv)).Id);

    private static async Task<IReadOnlyList<Groep>> GroepenAsync(TestSchool school) =>
        (await school.Leerlingen.ListGroepenAsync(
            new ListGroepenRequest { SchoolId = school.Id, ShowGearchiveerd = true })).Groepen;
}
