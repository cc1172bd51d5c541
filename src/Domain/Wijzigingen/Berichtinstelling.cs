using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Wijzigingen;

/// <summary>Who a school wants to be told, of what and when. Off, until somebody turns it on.</summary>
public sealed record Berichtinstelling
{
    /// <summary>The most e-mail addresses of one school.</summary>
    public const int MeesteAdressen = 10;

    /// <summary>The longest address of a webhook, in characters.</summary>
    public const int LangsteWebhook = 1000;

    /// <summary>The hour from which on messages go, unless something else is said.</summary>
    public const int StandaardUur = 7;

    /// <summary>The most test messages of one school on one Dutch day.</summary>
    public const int MeesteTests = 10;

    /// <summary>How long the secret before the present one still signs beside it.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    /// <summary>The school.</summary>
    public required SchoolId SchoolId { get; init; }

    /// <summary>Whether anybody is told.</summary>
    public bool Aan { get; init; }

    /// <summary>What they are told of, ascending.</summary>
    public IReadOnlyList<Berichtsoort> Soorten { get; init; } =
        [Berichtsoort.RunWacht, Berichtsoort.NachtMislukt, Berichtsoort.SchooljaarGewijzigd];

    /// <summary>The e-mail addresses that are told, each by itself.</summary>
    public IReadOnlyList<string> Adressen { get; init; } = [];

    /// <summary>The address of the webhook; null for none.</summary>
    public string? Webhook { get; init; }

    /// <summary>The hour by the Dutch clock from which on messages go, 0 to 23.</summary>
    public int Uur { get; init; } = StandaardUur;

    /// <summary>The secret that signs, encrypted; null before one was issued.</summary>
    public byte[]? Geheim { get; init; }

    /// <summary>When it was issued.</summary>
    public DateTimeOffset? GeheimSinds { get; init; }

    /// <summary>The secret before, encrypted; null when there was none.</summary>
    public byte[]? VorigGeheim { get; init; }

    /// <summary>Until when the secret before signs as well.</summary>
    public DateTimeOffset? VorigGeheimTot { get; init; }

    /// <summary>When a test message was last sent.</summary>
    public DateTimeOffset? LaatsteTest { get; init; }

    /// <summary>The Dutch day on which it was; null before the first.</summary>
    public DateOnly? Testdag { get; init; }

    /// <summary>How many there were that day.</summary>
    public int Tests { get; init; }

    /// <summary>Who changed this last; null when nobody did.</summary>
    public string? Door { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? Gewijzigd { get; init; }

    /// <summary>Rises with each change; 0 when nobody ever changed anything.</summary>
    public long Versie { get; init; }

    /// <summary>What holds when nobody ever said anything: nobody is told.</summary>
    public static Berichtinstelling Standaard(SchoolId schoolId) => new() { SchoolId = schoolId };

    /// <summary>The same with what somebody changes; or all that is wrong with it.</summary>
    public Result<Berichtinstelling> Change(Berichtwijziging wijziging, string door, DateTimeOffset now)
    {
        var changed = this with
        {
            Aan = wijziging.Aan ?? Aan,
            Soorten = wijziging.Soorten is { } soorten ? [.. soorten.Distinct().Order()] : Soorten,
            Adressen = wijziging.Adressen is { } adressen
                ? [.. adressen.Select(a => a.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)]
                : Adressen,
            Webhook = wijziging.Webhook is { } webhook ? (webhook.Length == 0 ? null : webhook) : Webhook,
            Uur = wijziging.Uur ?? Uur,
            Door = door,
            Gewijzigd = now,
            Versie = Versie + 1,
        };
        Error[] faults = [.. changed.FindFaults()];
        return faults switch
        {
            [] => changed,
            [var one] => one,
            _ when Array.TrueForAll(faults, f => f.Kind == ErrorKind.Invalid) => new SeveralInvalid(faults),
            _ => faults[0],
        };
    }

    /// <summary>The same with another secret; the present one signs beside it for a day.</summary>
    public Berichtinstelling Rotate(byte[] geheim, string door, DateTimeOffset now) => this with
    {
        Geheim = geheim,
        GeheimSinds = now,
        VorigGeheim = Geheim,
        VorigGeheimTot = Geheim is null ? null : now + Overlap,
        Door = door,
        Gewijzigd = now,
        Versie = Versie + 1,
    };

    /// <summary>The secrets that sign at a moment, encrypted, the newest first.</summary>
    public IReadOnlyList<byte[]> GeheimenOp(DateTimeOffset now) =>
    [
        .. new[] { Geheim, VorigGeheimTot > now ? VorigGeheim : null }.OfType<byte[]>(),
    ];

    /// <summary>Whether there were as many test messages as a day has.</summary>
    public bool IsUitgetest(DateTimeOffset now) => Testdag == DigestSchedule.DagVan(now) && Tests >= MeesteTests;

    private IEnumerable<Error> FindFaults()
    {
        if (Adressen.Count > MeesteAdressen)
        {
            yield return new TeVeelBerichtadressen(Adressen.Count) { Field = "berichtinstelling.adressen" };
        }

        for (var i = 0; i < Math.Min(Adressen.Count, MeesteAdressen); i++)
        {
            if (!IsAddress(Adressen[i]))
            {
                yield return new BerichtadresOngeldig(i) { Field = $"berichtinstelling.adressen[{i}].adres" };
            }
        }

        if (Uur is < 0 or > 23)
        {
            yield return new BerichtuurOngeldig(Uur) { Field = "berichtinstelling.uur" };
        }

        if (Aan && Soorten.Count == 0)
        {
            yield return new BerichtsoortOntbreekt { Field = "berichtinstelling.soorten" };
        }

        if (Aan && Adressen.Count == 0 && Webhook is null)
        {
            yield return new BerichtadresOntbreekt { Field = "berichtinstelling.aan" };
        }

        if (Webhook is not null && Geheim is null)
        {
            yield return new WebhookgeheimOntbreekt(SchoolId);
        }
    }

    // What a source may have around an address is peeled off there; here somebody types one, and nothing else.
    private static bool IsAddress(string text) =>
        text.All(char.IsAscii) && string.Equals(EmailText.Parse(text).Address, text, StringComparison.Ordinal);
}

/// <summary>What somebody changes; what is null stays as it is.</summary>
/// <param name="Aan">Whether anybody is told.</param>
/// <param name="Soorten">What they are told of.</param>
/// <param name="Adressen">All e-mail addresses.</param>
/// <param name="Webhook">The address of the webhook, which was looked at; the empty text takes it away.</param>
/// <param name="Uur">The hour from which on messages go.</param>
public sealed record Berichtwijziging(
    bool? Aan,
    IReadOnlyList<Berichtsoort>? Soorten,
    IReadOnlyList<string>? Adressen,
    string? Webhook,
    int? Uur);
