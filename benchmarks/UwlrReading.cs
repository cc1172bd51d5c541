using System.Xml.Serialization;
using BenchmarkDotNet.Attributes;
using Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

namespace Kurve.Numo.Benchmarks;

/// <summary>One UWLR answer from memory: to checked people, to nothing, and to objects of generated style.</summary>
[MemoryDiagnoser]
[GcServer(true)]
public class UwlrReading
{
    private static readonly XmlSerializer Serializer = new(typeof(SoapEnvelope));
    private Antwoorden _antwoorden = null!;

    [Params(5_000)]
    public int Pupils { get; set; }

    [GlobalSetup]
    public async Task SetupAsync() => _antwoorden = await Antwoorden.FetchAsync(Pupils);

    /// <summary>Passes over every node and keeps nothing: below this no reading goes.</summary>
    [Benchmark(Description = "XmlReader.Read alone")]
    public int WalkOnly()
    {
        using var reader = BareReader.Open(_antwoorden.Uwlr);
        var nodes = 0;
        while (reader.Read())
        {
            nodes++;
        }

        return nodes;
    }

    /// <summary>Keeps the fields of everybody as text, and checks nothing.</summary>
    [Benchmark(Baseline = true, Description = "bare XmlReader")]
    public int Bare() => BareReader.ReadUwlr(_antwoorden.Uwlr).Pupils.Count;

    /// <summary>Our reader: people with their groepen, checked for doubles and loose ends, and a fingerprint.</summary>
    [Benchmark(Description = "Kurve.Numo")]
    public int Ours() => UwlrLezer
        .Read(new MemoryStream(_antwoorden.Uwlr), _antwoorden.Verzoek, null, CancellationToken.None)
        .Value.Leerlingen.Count;

    /// <summary>What a WCF proxy does below the surface.</summary>
    [Benchmark(Description = "XmlSerializer")]
    public int GeneratedClasses()
    {
        using var reader = BareReader.Open(_antwoorden.Uwlr);
        return ((SoapEnvelope)Serializer.Deserialize(reader)!).Body.Antwoord.Gegevens.Leerlingen.Length;
    }
}
