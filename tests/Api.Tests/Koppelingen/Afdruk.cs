using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Kurve.Numo.Api.Tests.Koppelingen;

/// <summary>A PDF that a browser printed.</summary>
/// <param name="Bladzijden">How many pages.</param>
/// <param name="Schaal">
/// The points of a pixel on the page that was printed smallest. A browser prints what is too wide smaller, down to two
/// thirds, and cuts off the rest.
/// </param>
internal sealed partial record Afdruk(int Bladzijden, double Schaal)
{
    /// <summary>The points of a pixel where nothing is too wide: 72 to 96.</summary>
    public const double Onverkleind = 0.75;

    public static Afdruk Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var text = Encoding.Latin1.GetString(bytes);
        text.Should().StartWith("%PDF");
        var scales = Streams().Matches(text)
            .Select(m => Inflate(bytes.AsSpan(m.Index + m.Length)))
            .Select(content => Scales().Match(content))
            .Where(m => m.Success)
            .Select(m => Math.Round(Number(m.Groups["paper"]) * Number(m.Groups["page"]), 3))
            .ToList();
        return new Afdruk(Pages().Count(text), scales.Min());
    }

    private static string Inflate(ReadOnlySpan<byte> bytes)
    {
        using var zipped = new MemoryStream(bytes.ToArray());
        using var stream = new ZLibStream(zipped, CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        try
        {
            return reader.ReadToEnd();
        }
        catch (InvalidDataException)
        {
            // Not every stream is compressed; that of a page is.
            return "";
        }
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"stream\r?\n(?<!endstream\r?\n)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Streams();

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Pages();

    // What a page is drawn with: points to a pixel of the printer, and these to a pixel of the page.
    [GeneratedRegex(
        @"^(?<paper>[\d.]+) 0 0 -\k<paper> 0 [\d.]+ cm\s.*?^(?<page>[\d.]+) 0 0 \k<page> [\d.]+ [\d.]+ cm",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        60_000)]
    private static partial Regex Scales();
}
