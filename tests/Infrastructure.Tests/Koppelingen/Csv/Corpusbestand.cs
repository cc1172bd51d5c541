using System.Text;
using Kurve.Numo.Domain.Importeren.Csv;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Csv;

/// <summary>One file of the corpus: its bytes, and how it is to be read. All people in it are invented.</summary>
internal sealed record Corpusbestand(string Naam, byte[] Inhoud)
{
    public Csvschool School { get; init; } = new();

    public static Corpusbestand Utf8(string naam, string tekst) => new(naam, Encoding.UTF8.GetBytes(tekst));

    public static Corpusbestand Bom(string naam, string tekst) =>
        new(naam, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(tekst)]);

    public static Corpusbestand Utf16(string naam, string tekst, bool bigEndian = false, bool metBom = true)
    {
        var encoding = new UnicodeEncoding(bigEndian, metBom);
        return new(naam, [.. encoding.GetPreamble(), .. encoding.GetBytes(tekst)]);
    }

    public static Corpusbestand Windows1252(string naam, string tekst) =>
        new(naam, CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(tekst));

    public Corpusbestand As(Csvpreset preset) => this with { School = School with { Preset = preset } };

    public Corpusbestand At(params string[] vestigingen) =>
        this with { School = School with { Vestigingen = vestigingen } };

    public Corpusbestand Of(string vestiging) => this with { School = School with { Vestiging = vestiging } };

    public Corpusbestand OfDocenten() => this with { School = School with { IsDocenten = true } };

    public Corpusbestand By(params (string Kop, Csvkolom Kolom)[] kolommen) => this with
    {
        School = School with { Indeling = [.. kolommen.Select(k => new Kolomkeuze(k.Kop, k.Kolom))] },
    };
}
