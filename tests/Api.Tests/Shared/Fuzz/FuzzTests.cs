using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using Google.Protobuf;
using Grpc.Core;
using Kurve.Numo.Infrastructure.Tests.Shared;
using Kurve.Numo.Simulator;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Shared.Fuzz;

/// <summary>
/// Every method, over gRPC and JSON, is sent what nobody should send. It refuses in time and says why: never INTERNAL or
/// UNKNOWN, no stack trace in the log, and the memory stays as it was.
/// </summary>
public sealed class FuzzTests
{
    private const int Side = 8;
    private const long MostGrowth = 200L * 1024 * 1024;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Late = Deadline + TimeSpan.FromSeconds(1);

    [Fact]
    public Task Hostile_requests_are_refused_in_time() => RunAsync(calls: 1_000, seed: 1);

    [LangFact]
    [Trait("Duur", "lang")]
    public Task Twenty_thousand_hostile_requests_are_refused_in_time() => RunAsync(calls: 20_000, seed: 2);

    private static async Task RunAsync(int calls, int seed)
    {
        await using var simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions { Pupils = 40, Schools = 3, Quiet = true }, CancellationToken.None);
        await using var api = await ApiProcess.StartAsync(simulator, ("Logging:LogLevel:Default", "Information"));
        var known = await PrepareAsync(api, simulator);
        var wrong = new ConcurrentQueue<string>();

        await CallAsync(api, known, calls / 4, seed, wrong);
        var before = MemoryOf(api);
        await CallAsync(api, known, calls - (calls / 4), seed + 1, wrong);

        wrong.Should().BeEmpty();
        api.Output.Split('\n').Where(line => line.StartsWith("   at ", StringComparison.Ordinal)
            || line.Contains("      at ", StringComparison.Ordinal)
            || line.Contains("failed unexpectedly", StringComparison.Ordinal)).Should().BeEmpty();
        (MemoryOf(api) - before).Should().BeLessThan(MostGrowth);
    }

    /// <summary>Two schools with people, and what they are known by.</summary>
    private static async Task<string[]> PrepareAsync(ApiProcess api, SimulatorHost simulator)
    {
        var known = new List<string>();
        foreach (var simulated in simulator.Scholen.Take(2))
        {
            var school = await TestSchool.ConnectAsync(api, simulated);
            var run = await school.ApplyAsync(await school.PreviewAsync());
            var people = await school.Leerlingen.ListLeerlingenAsync(
                new ListLeerlingenRequest { SchoolId = school.Id, PageSize = 3 });
            var docenten = await school.Leerlingen.ListDocentenAsync(
                new ListDocentenRequest { SchoolId = school.Id, PageSize = 2 });
            known.AddRange(Enumerable.Repeat(school.Id, 6));
            known.AddRange([run.Id, run.PlanHash, people.NextPageToken, people.Leerlingen[0].Etag]);
            known.AddRange(people.Leerlingen.Select(leerling => leerling.Id));
            known.AddRange(docenten.Docenten.Select(docent => docent.Id));
        }

        return [.. known];
    }

    private static Task CallAsync(
        ApiProcess api, string[] known, int calls, int seed, ConcurrentQueue<string> wrong) =>
        Parallel.ForAsync(0, calls, new ParallelOptions { MaxDegreeOfParallelism = Side }, async (i, _) =>
        {
            var random = new Random((seed * 1_000_003) + i);
            var begin = Stopwatch.GetTimestamp();
            var outcome = i % 2 == 0 ? await CallGrpcAsync(api, random, known) : await CallJsonAsync(api, random, known);
            var took = Stopwatch.GetElapsedTime(begin);
            if (outcome is not null || took > Late)
            {
                wrong.Enqueue($"seed {seed}, call {i}: {outcome}, {took}");
            }
        });

    /// <summary>What is wrong with how a call ended; null when nothing is.</summary>
    private static async Task<string?> CallGrpcAsync(ApiProcess api, Random random, string[] known)
    {
        var method = Contract.Methods[random.Next(Contract.Methods.Count)];
        var hostile = new HostileMessages(random, known);
        var bytes = hostile.Spoil(hostile.Make(method.InputType).ToByteArray());

        var refusal = await api.As(TestSchool.AllScopes).CallAsync(method, bytes, Deadline);

        return refusal?.StatusCode is StatusCode.Internal or StatusCode.Unknown
            ? $"{method.FullName}: {refusal.Status}"
            : null;
    }

    private static async Task<string?> CallJsonAsync(ApiProcess api, Random random, string[] known)
    {
        var method = Contract.Methods[random.Next(Contract.Methods.Count)];
        var hostile = new HostileMessages(random, known);
        using var request = JsonCall.Make(method, hostile.Make(method.InputType), hostile.Text, random);
        if (request is null)
        {
            return null;
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", api.Token(TestSchool.AllScopes));
        using var client = new HttpClient { BaseAddress = api.JsonAddress };
        using var stop = new CancellationTokenSource(Deadline);
        try
        {
            using var answer = await client.SendAsync(request, stop.Token);
            return (int)answer.StatusCode >= 500 && (int)answer.StatusCode != 503
                ? $"{request.Method} {request.RequestUri}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(stop.Token)}"
                : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static long MemoryOf(ApiProcess api)
    {
        using var process = Process.GetProcessById(api.Id);
        return process.WorkingSet64;
    }
}
