using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

/// <summary>The catalogue of the data files, as a process has it.</summary>
internal static class Catalogus
{
    internal static Opleidingscatalogus Default { get; } = Opleidingscatalogus.Create(
        Read("0007_opleidingen.csv").Select(v => new Opleidingrij(v[1]!, v[2]!, v[3]!, v[4]!, v[5], v[6])),
        Read("0008_elementcodes.csv").Select(v => new Elementcoderij(v[0]!, v[1]!, v[2]!))).Value;

    internal static Opleidingsvertaler Vertaler { get; } = new(Default, Vertaaltabellen.Leeg(Sector.Vo));

    /// <summary>What a translation comes down to, in a form that can be compared.</summary>
    internal static (string? Opleiding, int? Leerjaar, Zekerheid Zekerheid, Leerjaaruitkomst Uitkomst) Kern(
        this Vertaling vertaling) =>
        (vertaling.Opleiding?.Code, vertaling.Leerjaar, vertaling.Zekerheid, vertaling.Leerjaaruitkomst);

    /// <summary>The rows of a data file; an empty field is null.</summary>
    internal static IEnumerable<string?[]> Read(string file)
    {
        using var reader = new StreamReader(typeof(Catalogus).Assembly.GetManifestResourceStream(file)!);
        return
        [
            .. reader.ReadToEnd()
                .Split('\n')
                .Where(line => line.Length > 0 && line[0] != '#')
                .Skip(1)
                .Select(line => line.Split(';').Select(field => field.Length == 0 ? null : field).ToArray()),
        ];
    }
}
