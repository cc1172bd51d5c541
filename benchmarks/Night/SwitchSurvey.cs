using System.Diagnostics;
using System.Globalization;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.V1;

namespace Kurve.Numo.Benchmarks.Night;

/// <summary>Asks how far the schools are with their change of school year.</summary>
internal static class SwitchSurvey
{
    /// <summary>
    /// Adds to the outcomes how many schools are how far, what waits and why, and what the change was counted to do.
    /// </summary>
    public static async Task<Measurement> AddAsync(Measurement measurement, ApiConnection api, CancellationToken ct)
    {
        var begin = Stopwatch.GetTimestamp();
        var wissels = await ListAsync(api, ct);
        var took = Stopwatch.GetElapsedTime(begin);
        var cijfers = wissels.SelectMany(w => w.Vestigingen).Select(v => v.Cijfers).OfType<Wisselcijfers>().ToList();
        var described = string.Create(
            CultureInfo.InvariantCulture,
            $"{measurement.Outcomes}; {Count(wissels.Select(w => $"{w.Staat}".ToUpperInvariant()))}; "
            + $"schools that wait: {wissels.Count(w => w.Wachtend.Count > 0)}, "
            + $"brakes: {Count(wissels.SelectMany(w => w.Wachtend).SelectMany(r => r.Remmen).Select(r => r.Code))}; "
            + $"punten: {Count(wissels.SelectMany(w => w.Punten).Select(p => p.Code))}; "
            + $"as prepared: nu {cijfers.Sum(c => c.Nu)}, "
            + $"vertrek {cijfers.Sum(c => c.VertrekExamen + c.VertrekOverig)}, "
            + $"nieuw {cijfers.Sum(c => c.Nieuw)}, over {cijfers.Sum(c => c.Over)}, "
            + $"zitten {cijfers.Sum(c => c.Zitten)}, "
            + $"zonder klas {cijfers.Sum(c => c.ZonderKlas)}; listed in {took.TotalSeconds:F1} s");
        return measurement with { Outcomes = described };
    }

    /// <summary>Each word with how often it is there.</summary>
    public static string Count(IEnumerable<string> words)
    {
        var counted = words.CountBy(w => w).OrderByDescending(w => w.Value).Select(w => $"{w.Key} {w.Value}").ToList();
        return counted.Count == 0 ? "none" : string.Join(", ", counted);
    }

    private static async Task<List<Schooljaarwissel>> ListAsync(ApiConnection api, CancellationToken ct)
    {
        var wissels = new List<Schooljaarwissel>();
        var request = new ListSchooljaarwisselsRequest { PageSize = 500 };
        do
        {
            var page = await api.Schooljaren.ListSchooljaarwisselsAsync(request, cancellationToken: ct);
            wissels.AddRange(page.Schooljaarwissels);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return wissels;
    }
}
