using System.Diagnostics;
using Kurve.Numo.Domain.Importeren;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Csv;

/// <summary>Files of the corpus with bytes changed at random: no crash, no hang, and memory within bounds.</summary>
public sealed class MutatieTests
{
    private const int Seed = 20261102;
    private const int Cases = 10_000;

    /// <summary>Per file: many times what the largest of the corpus needs, and far from what a runaway would take.</summary>
    private const long MostBytes = 32L * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public void Ten_thousand_mutated_files_are_read_or_refused()
    {
        var random = new Random(Seed);
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Cases; i++)
        {
            var bestand = Corpus.All[random.Next(Corpus.All.Count)];
            var inhoud = Mutatie.Change(bestand.Inhoud, random);
            var (began, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());

            var outcome = bestand.School.Plan(inhoud);

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            allocated.Should().BeLessThan(MostBytes, $"case {i} of {bestand.Naam}");
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(Longest, $"case {i} of {bestand.Naam}");
            ShouldBeWhole(outcome.Error?.Tekst, outcome.Error is null ? outcome.Value.Plan : null);
            var code = outcome.Error?.Code ?? "PLAN";
            outcomes[code] = outcomes.GetValueOrDefault(code) + 1;
        }

        outcomes.Should().ContainKey("PLAN").And.HaveCountGreaterThan(5, "mutations must reach more than one place");
    }

    // Whatever came in, what goes out is a plan without invented people, or an error that the school can read.
    private static void ShouldBeWhole(string? tekst, ImportPlan? plan)
    {
        (tekst is null).Should().Be(plan is not null);
        plan?.Hash.Should().HaveLength(64);
        plan?.Leerlingen.Where(r => r.Soort == RegelSoort.Nieuw).Should().NotContain(
            r => !r.Gegevens.Sleutels.Any() || r.Gegevens.Naam.Length == 0);
    }
}

/// <summary>Changes bytes at random.</summary>
internal static class Mutatie
{
    private static readonly byte[] Telling = ";,\t\"\r\n\0'=#+-E "u8.ToArray();

    public static byte[] Change(byte[] inhoud, Random random)
    {
        var bytes = inhoud.ToList();
        for (var n = random.Next(1, 9); n > 0; n--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] = Telling[random.Next(Telling.Length)];
                    break;
                case 2 when at < bytes.Count:
                    bytes.RemoveRange(at, random.Next(1, Math.Min(20, bytes.Count - at) + 1));
                    break;
                case 3:
                    bytes.Insert(at, Telling[random.Next(Telling.Length)]);
                    break;
                case 4 when at < bytes.Count:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
