namespace Kurve.Numo.Simulator.Misbehaviours;

/// <summary>Finer points of a misbehaviour; what does not apply is ignored.</summary>
public sealed record MisbehaviourDetails
{
    /// <summary>Nothing particular.</summary>
    public static readonly MisbehaviourDetails None = new();

    /// <summary>
    /// What stands before the colon in a UWLR fault code, such as <c>soap</c>; an empty text leaves it out.
    /// </summary>
    public string? FaultPrefix { get; init; }

    /// <summary>Which part of a truncated answer is sent, 0 to 1.</summary>
    public double Fraction { get; init; } = 0.5;

    /// <summary>The pause of a slow answer.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many bytes a slow answer sends between two pauses.</summary>
    public int PieceSize { get; init; } = 64;

    /// <summary>How many characters stand before the key that a UWLR fault repeats.</summary>
    public int EchoAfter { get; init; }

    /// <summary>What <c>Retry-After</c> says where it is sent: seconds, or a moment as HTTP writes it.</summary>
    public string RetryAfter { get; init; } = "1";

    /// <summary>The web service column that is missing.</summary>
    public string? Column { get; init; }
}

/// <summary>
/// What the simulator has been told to do wrong. Of several instructions that fit a request, the oldest applies. Safe
/// for use by many threads.
/// </summary>
public sealed class MisbehaviourControl
{
    private readonly Lock _gate = new();
    private readonly List<Instructie> _instructies = [];
    private int _applied;

    /// <summary>How many requests something was done wrong to, since the start or <see cref="Reset"/>.</summary>
    public int Applied => Volatile.Read(ref _applied);

    /// <summary>Tells UWLR to misbehave.</summary>
    /// <param name="kind">What to do.</param>
    /// <param name="brin">For which school; null is every school, also when the request names none.</param>
    /// <param name="times">For how many requests; null is until <see cref="Reset"/>.</param>
    /// <param name="details">Finer points.</param>
    public void Add(
        UwlrMisbehaviour kind, string? brin = null, int? times = null, MisbehaviourDetails? details = null) =>
        Add(new Instructie(brin, times, details ?? MisbehaviourDetails.None) { Uwlr = kind }, times);

    /// <summary>Tells Magister's web service to misbehave.</summary>
    /// <param name="kind">What to do.</param>
    /// <param name="brin">For which school; null is every school.</param>
    /// <param name="times">For how many requests that it applies to; null is until <see cref="Reset"/>.</param>
    /// <param name="details">Finer points.</param>
    public void Add(
        MagisterMisbehaviour kind, string? brin = null, int? times = null, MisbehaviourDetails? details = null) =>
        Add(new Instructie(brin, times, details ?? MisbehaviourDetails.None) { Magister = kind }, times);

    /// <summary>Tells the mail catcher to misbehave.</summary>
    /// <param name="kind">What to do.</param>
    /// <param name="times">For how many messages; null is until <see cref="Reset"/>.</param>
    /// <param name="details">Finer points.</param>
    public void Add(MailMisbehaviour kind, int? times = null, MisbehaviourDetails? details = null) =>
        Add(new Instructie(null, times, details ?? MisbehaviourDetails.None) { Mail = kind }, times);

    /// <summary>Tells the receiver of webhooks to misbehave.</summary>
    /// <param name="kind">What to do.</param>
    /// <param name="times">For how many calls; null is until <see cref="Reset"/>.</param>
    /// <param name="details">Finer points.</param>
    public void Add(WebhookMisbehaviour kind, int? times = null, MisbehaviourDetails? details = null) =>
        Add(new Instructie(null, times, details ?? MisbehaviourDetails.None) { Webhook = kind }, times);

    /// <summary>Behave well again.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _instructies.Clear();
            _applied = 0;
        }
    }

    /// <summary>What to do with a UWLR request, counted as done; null is: behave.</summary>
    internal (UwlrMisbehaviour Kind, MisbehaviourDetails Details)? TakeUwlr(string? brin) =>
        Take(brin, i => i.Uwlr is not null) is { } instructie ? (instructie.Uwlr!.Value, instructie.Details) : null;

    /// <summary>What to do with a call of the web service, counted as done; null is: behave.</summary>
    internal (MagisterMisbehaviour Kind, MisbehaviourDetails Details)? TakeMagister(
        string? brin, Predicate<MagisterMisbehaviour> applies) =>
        Take(brin, i => i.Magister is { } kind && applies(kind)) is { } instructie
            ? (instructie.Magister!.Value, instructie.Details)
            : null;

    /// <summary>What to do with a message, counted as done; null is: behave.</summary>
    internal (MailMisbehaviour Kind, MisbehaviourDetails Details)? TakeMail() =>
        Take(null, i => i.Mail is not null) is { } instructie ? (instructie.Mail!.Value, instructie.Details) : null;

    /// <summary>What to do with a call of a webhook, counted as done; null is: behave.</summary>
    internal (WebhookMisbehaviour Kind, MisbehaviourDetails Details)? TakeWebhook() =>
        Take(null, i => i.Webhook is not null) is { } instructie ? (instructie.Webhook!.Value, instructie.Details) : null;

    private void Add(Instructie instructie, int? times)
    {
        if (times is <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(times), times, "A misbehaviour lasts for 1 request or more.");
        }

        lock (_gate)
        {
            _instructies.Add(instructie);
        }
    }

    private Instructie? Take(string? brin, Predicate<Instructie> applies)
    {
        lock (_gate)
        {
            var plaats = _instructies.FindIndex(i =>
                applies(i) && (i.Brin is null || string.Equals(i.Brin, brin, StringComparison.OrdinalIgnoreCase)));
            if (plaats < 0)
            {
                return null;
            }

            _applied++;
            var instructie = _instructies[plaats];
            if (instructie.Times is 1)
            {
                _instructies.RemoveAt(plaats);
            }
            else
            {
                _instructies[plaats] = instructie with { Times = instructie.Times - 1 };
            }

            return instructie;
        }
    }

    private sealed record Instructie(string? Brin, int? Times, MisbehaviourDetails Details)
    {
        public UwlrMisbehaviour? Uwlr { get; init; }

        public MagisterMisbehaviour? Magister { get; init; }

        public MailMisbehaviour? Mail { get; init; }

        public WebhookMisbehaviour? Webhook { get; init; }
    }
}
