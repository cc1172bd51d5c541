using System.Globalization;
using BenchmarkDotNet.Attributes;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;

namespace Kurve.Numo.Benchmarks;

/// <summary>
/// 1,000 codes as schools write them, all different: looked up bare in a dictionary, translated when seen before, and
/// translated for the first time. Times and memory are per code.
/// </summary>
[MemoryDiagnoser]
public class Opleidingscodes
{
    private const int Count = 1_000;

    private static readonly Opleidingscatalogus Catalogus = Opleidingscatalogus.Create(
        [
            new Opleidingrij("HAVO", "havo", "VO", "12345", "3F", "3F"),
            new Opleidingrij("VWO", "vwo", "VO", "123456", "4F", "3F"),
            new Opleidingrij("GYMNASIUM", "gymnasium", "VO", "123456", "4F", "3F"),
            new Opleidingrij("VMBO_GL", "vmbo-gl", "VO", "1234", "2F", "2F"),
            new Opleidingrij("VMBO_KB", "vmbo-kb", "VO", "1234", "2F", "2F"),
            new Opleidingrij("VMBO_TL_HAVO", "vmbo-tl/havo", "VO", "123", "2F", "2F"),
        ],
        []).Value;

    private readonly Opleidingsvertaler _seen = new(Catalogus, Vertaaltabellen.Leeg(Sector.Vo));
    private readonly Dictionary<string, Vertaling> _bare = new(StringComparer.Ordinal);
    private string[] _codes = [];

    [GlobalSetup]
    public void Setup()
    {
        string[] levels = ["H", "V", "G", "K", "havo ", "vwo ", "TH", "vmbo-k ", "T/H", "xyz"];
        string[] profiles = ["", "NT", " N&G", "/EM", " Z&W"];
        string[] klassen = ["", "-a", " b", "-C", "-d"];
        _codes =
        [
            .. from level in levels
               from leerjaar in Enumerable.Range(2, 4)
               from profile in profiles
               from klas in klassen
               select string.Create(CultureInfo.InvariantCulture, $"{level}{leerjaar}{profile}{klas}"),
        ];
        if (_codes.Distinct(StringComparer.Ordinal).Count() != Count)
        {
            throw new InvalidOperationException("The codes are not 1,000 different ones.");
        }

        foreach (var code in _codes)
        {
            _bare[code] = _seen.Translate(code, 4);
        }
    }

    /// <summary>What a code costs when nothing has to be read.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "bare dictionary")]
    public int WithDictionary()
    {
        var found = 0;
        foreach (var code in _codes)
        {
            found += _bare[code].Opleiding is null ? 0 : 1;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "Kurve.Numo, seen before")]
    public int SeenBefore() => Translate(_seen);

    [Benchmark(OperationsPerInvoke = Count, Description = "Kurve.Numo, first time")]
    public int FirstTime() => Translate(new Opleidingsvertaler(Catalogus, Vertaaltabellen.Leeg(Sector.Vo)));

    private int Translate(Opleidingsvertaler vertaler)
    {
        var found = 0;
        foreach (var code in _codes)
        {
            found += vertaler.Translate(code, 4).Opleiding is null ? 0 : 1;
        }

        return found;
    }
}
