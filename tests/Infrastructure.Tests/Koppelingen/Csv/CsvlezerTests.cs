using System.Text;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Infrastructure.Koppelingen.Csv;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Csv;

public sealed class CsvlezerTests
{
    private static readonly Uploadgrenzen Klein = new(MaxBytes: 2048, MaxRegels: 10, MaxBytesTegelijk: 8192);
    private static readonly Csvopdracht Opdracht = new Csvschool().ToOpdracht();

    [Fact]
    public void A_file_over_the_cap_is_refused_before_it_is_read()
    {
        var fout = new Csvlezer(Klein).Read(new byte[2049], Opdracht, CancellationToken.None).Error!;

        fout.Code.Should().Be("BESTAND_TE_GROOT");
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, "TE_VEEL_REGELS")]
    public void Rows_over_the_cap_are_refused(int rijen, string? code)
    {
        var csv = string.Concat(Enumerable.Range(1, rijen).Select(n => $"{n};x\r\n"));

        var outcome = new Csvlezer(Klein).Read(Encoding.UTF8.GetBytes(csv), Opdracht, CancellationToken.None);

        outcome.Error?.Code.Should().Be(code);
    }

    [Fact]
    public void A_row_that_never_ends_is_refused_with_the_line_where_it_began()
    {
        var csv = "a;b\r\n1;2\r\n3;\"" + new string('x', 600_000);

        var fout = new Csvlezer(Csvschool.Grenzen).Read(Encoding.UTF8.GetBytes(csv), Opdracht, CancellationToken.None).Error!;

        fout.Code.Should().Be("REGEL_TE_GROOT");
        fout.Tekst.Should().StartWith("Regel 3:");
    }

    [Fact]
    public void A_line_that_begins_with_a_hash_is_no_comment()
    {
        var csv = "a;b\r\n#NAAM?;1\r\n"u8.ToArray();

        new Csvlezer(Klein).Read(csv, Opdracht, CancellationToken.None).Value.Regels.Should().HaveCount(2);
    }

    [Fact]
    public void Reading_stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var read = () => new Csvlezer(Klein).Read("a;b\r\n"u8.ToArray(), Opdracht, stop.Token);

        read.Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void The_same_bytes_have_the_same_fingerprint_and_other_bytes_another()
    {
        var lezer = new Csvlezer(Klein);
        string Vingerafdruk(string csv) =>
            lezer.Read(Encoding.UTF8.GetBytes(csv), Opdracht, CancellationToken.None).Value.Vingerafdruk;

        Vingerafdruk("a;b\r\n").Should().Be(Vingerafdruk("a;b\r\n")).And.NotBe(Vingerafdruk("a;c\r\n"));
    }

    [Fact]
    public void Memory_is_a_small_multiple_of_the_file()
    {
        var csv = Encoding.UTF8.GetBytes(string.Concat(
            Enumerable.Range(1, 4_000).Select(n => $"{n:000000};Noor;van der;Voorbeeld;1A;1;HV1;wisA1|en2|du3\r\n")));
        var lezer = new Csvlezer(Csvschool.Grenzen);
        _ = lezer.Read(csv, Opdracht, CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();

        _ = lezer.Read(csv, Opdracht, CancellationToken.None).Value;

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(csv.Length * 20L);
    }
}
