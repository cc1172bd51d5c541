using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Wijzigingen.Contract;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Wijzigingen;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Application.Wijzigingen;

/// <summary>
/// Sends what is due to one address: all that its messages tell, that still holds and that is news to it, in one. A
/// process that dies between sending and noting that leaves the message as it was, and the next try has the same id.
/// </summary>
public sealed partial class DigestDelivery(
    IBerichtStore store,
    IBerichtinstellingRepository instellingen,
    IOpenSchools scholen,
    Afzender afzender,
    IEnumerable<IAanleidingtoets> toetsen,
    IUnitOfWork work,
    Repetition repetition,
    TimeProvider clock,
    ILogger<DigestDelivery> logger)
{
    /// <summary>How long an address is taken: longer than any channel takes to send.</summary>
    public static readonly TimeSpan Greep = TimeSpan.FromMinutes(2);

    private const int MostAtOnce = 200;

    /// <summary>The addresses with something to send.</summary>
    public Task<IReadOnlyList<Berichtadres>> ListDueAsync(CancellationToken ct) =>
        store.ListDueAsync(clock.GetUtcNow(), MostAtOnce, ct);

    /// <summary>Sends to one, unless another process does.</summary>
    public async Task DeliverAsync(Berichtadres adres, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await DoAsync(() => store.BeginAsync(adres, Guid.CreateVersion7(now), now, now + Greep, ct), ct))
        {
            return;
        }

        var held = adres with { Nummer = adres.Nummer + 1 };
        var berichten = await store.ListBegunAsync(held, ct);
        var poging = await TryAsync(held, berichten, ct);

        // Not cancellable: what was sent is not sent again for the sake of a process that stops.
        if (!await DoAsync(() => store.EndAsync(poging, clock.GetUtcNow(), default), default))
        {
            LogNotNoted(adres.SchoolId, adres.Id);
        }
    }

    private async Task<Poging> TryAsync(Berichtadres adres, IReadOnlyList<Bericht> berichten, CancellationToken ct)
    {
        var instelling = await instellingen.GetAsync(adres.SchoolId, ct);
        var school = await scholen.GetAsync(adres.SchoolId, ct);
        var geldend = instelling.Aan && school.IsOk ? await FindGeldendeAsync(instelling, berichten, ct) : [];
        var (nieuws, bekend) = await SplitAsync(adres, geldend, berichten, ct);
        if (nieuws.Count == 0)
        {
            // That nothing was sent says nothing of how the address fares.
            return new Poging(adres, [.. berichten.Select(b => b with { Staat = Berichtstaat.Vervallen })], bekend);
        }

        // The newest carries what the older ones tell too: it was never sent with less than that.
        var digest = DigestOf(berichten[^1].Id, school.Value, nieuws);
        var fout = await afzender.SendAsync(adres, digest, instelling, ct);
        var now = clock.GetUtcNow();
        if (fout is null)
        {
            return new Poging(
                adres.Arrived(now),
                [.. berichten.Select(b => b with { Staat = Berichtstaat.Verzonden })],
                Merge(nieuws, bekend, DigestSchedule.DagVan(now)));
        }

        LogFailed(adres.SchoolId, adres.Id, fout.Code);
        return new Poging(
            adres.Failed(fout, now, Random.Shared.NextDouble()),
            [.. berichten.Select(b => b with { Staat = b.StaatNaFout(now) })],
            []);
    }

    /// <summary>What is news to an address; and what it was told lately, moved on to what says the same.</summary>
    private async Task<(IReadOnlyList<Aanleiding> Nieuws, IReadOnlyList<Verteld> Bekend)> SplitAsync(
        Berichtadres adres, IReadOnlyList<Aanleiding> geldend, IReadOnlyList<Bericht> berichten, CancellationToken ct)
    {
        var alle = AllOf(berichten);
        var vandaag = DigestSchedule.DagVan(clock.GetUtcNow());
        var verteld = (await store.ListVerteldAsync(adres, ct)).ToDictionary(v => v.Soort);
        var bekend = geldend
            .Where(a => verteld.TryGetValue(a.Soort, out var told) && told.Covers(a, alle, vandaag))
            .ToList();
        return (
            [.. geldend.Except(bekend)],
            [.. bekend.GroupBy(a => a.Soort, (s, same) => verteld[s] with { Onderwerp = same.Last().Onderwerp })]);
    }

    private static IReadOnlyList<Verteld> Merge(
        IReadOnlyList<Aanleiding> nieuws, IReadOnlyList<Verteld> bekend, DateOnly vandaag)
    {
        var told = nieuws.GroupBy(a => a.Soort, (s, same) => new Verteld(s, same.Last().Onderwerp, vandaag)).ToList();
        return [.. told, .. bekend.ExceptBy(told.Select(v => v.Soort), v => v.Soort)];
    }

    private static IReadOnlyList<Aanleiding> AllOf(IReadOnlyList<Bericht> berichten) =>
        [.. berichten.SelectMany(b => b.Aanleidingen).DistinctBy(a => (a.Soort, a.Onderwerp))];

    private Digest DigestOf(Guid id, School school, IReadOnlyList<Aanleiding> aanleidingen) =>
        new(id, school.Id, school.Naam, school.Brin, clock.GetUtcNow(), aanleidingen);

    private async Task<IReadOnlyList<Aanleiding>> FindGeldendeAsync(
        Berichtinstelling instelling, IReadOnlyList<Bericht> berichten, CancellationToken ct)
    {
        var told = AllOf(berichten);
        var geldend = new List<Aanleiding>();
        foreach (var toets in toetsen.Where(t => instelling.Soorten.Contains(t.Soort)))
        {
            var ofKind = told.Where(a => a.Soort == toets.Soort).ToList();
            if (ofKind.Count > 0)
            {
                var onderwerpen = await toets.FindGeldendeAsync(
                    instelling.SchoolId, [.. ofKind.Select(a => a.Onderwerp)], ct);
                geldend.AddRange(ofKind.Where(a => onderwerpen.Contains(a.Onderwerp)));
            }
        }

        return [.. geldend.OrderBy(a => a.Moment)];
    }

    private Task<bool> DoAsync(Func<Task<bool>> change, CancellationToken ct) => repetition.RunAsync(
        "A step of a message",
        isRemembered: false,
        async () =>
        {
            await using var scope = await work.BeginAsync(ct);
            var isDone = await change();
            if (isDone)
            {
                await scope.CommitAsync(ct);
            }

            return isDone;
        },
        ct);

    [LoggerMessage(LogLevel.Warning, "A message to address {AdresId} of school {SchoolId} did not arrive: {Code}")]
    private partial void LogFailed(SchoolLabel schoolId, Guid adresId, string code);

    [LoggerMessage(
        LogLevel.Warning,
        "How a message to address {AdresId} of school {SchoolId} went could not be noted: another process took the "
            + "address over, and the message may arrive twice with one id; or the school took the address away")]
    private partial void LogNotNoted(SchoolLabel schoolId, Guid adresId);
}
