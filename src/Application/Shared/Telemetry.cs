using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kurve.Numo.Application.Shared;

/// <summary>
/// What the service tells of its own work, as traces and metrics under one name. Tags name requests, sources, phases and
/// reasons, all of which are words of this code: never a person, an address or a secret. Durations are in seconds.
/// </summary>
public static class Telemetry
{
    /// <summary>The name of the traces and the metrics.</summary>
    public const string Name = "Kurve.Numo";

    /// <summary>The outcome of what went well.</summary>
    public const string Ok = "OK";

    /// <summary>The outcome of what failed without a reason of its own: a bug or broken infrastructure.</summary>
    public const string Failed = "EXCEPTION";

    private const string Second = "s";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Requests = Meter.CreateHistogram<double>(
        "numo.request.duration", Second, "Use cases, from the call to its answer; tags request and outcome.");

    private static readonly Histogram<double> Sources = Meter.CreateHistogram<double>(
        "numo.source.attempt.duration",
        Second,
        "Single tries to ask a school administration, its whole answer included; tags source and outcome.");

    private static readonly Histogram<double> Phases = Meter.CreateHistogram<double>(
        "numo.import.phase.duration", Second, "Phases of imports that were done; tag phase.");

    private static readonly Histogram<double> Rondes = Meter.CreateHistogram<double>(
        "numo.sync.duration", Second, "Single tries to sync a school; tags sync and outcome.");

    private static readonly Counter<int> LostLeases = Meter.CreateCounter<int>(
        "numo.sync.lease.lost", "{lease}", "Leases that were lost while their work went on: another process has it.");

    private static readonly Counter<int> Places = Meter.CreateCounter<int>(
        "numo.sync.place.asked",
        "{school}",
        "Schools that asked for one of the places of their LAS; tags las and outcome, OK or VOL.");

    private static readonly Gauge<int> DueSyncs = Meter.CreateGauge<int>(
        "numo.sync.due", "{school}", "Schools whose turn of this night has come, and whose sync has not ended.");

    private static readonly Counter<int> Messages = Meter.CreateCounter<int>(
        "numo.message.tried",
        "{message}",
        "Tries to send a message to one address; tags channel and outcome, OK or why it did not arrive.");

    private static readonly Histogram<double> Locks = Meter.CreateHistogram<double>(
        "numo.store.lock.duration",
        Second,
        "Waiting to begin a transaction that may write: on SQLite for the one before it.");

    private static readonly UpDownCounter<int> Waiting = Meter.CreateUpDownCounter<int>(
        "numo.school.waiting", "{school}", "Schools that wait for their turn to be asked in this process.");

    private static readonly UpDownCounter<int> Asking = Meter.CreateUpDownCounter<int>(
        "numo.school.asking", "{school}", "Schools that are being asked by this process.");

    private static readonly AsyncLocal<bool> HasNoSpans = new();

    /// <summary>
    /// Leaves spans out of what the calling method does from now on: who asks the same over and over would fill a trace with it.
    /// Durations are recorded as ever.
    /// </summary>
    public static void LeaveOutSpans() => HasNoSpans.Value = true;

    /// <summary>Measures a use case.</summary>
    public static Measurement Request(string request) => new(Requests, "request", request);

    /// <summary>Measures one try to ask a source.</summary>
    public static Measurement SourceAttempt(string source) => new(Sources, "source", source);

    /// <summary>Measures one try to sync a school.</summary>
    internal static Measurement Ronde() => new(Rondes, "sync", "ronde");

    /// <summary>Notes how long a phase of an import took.</summary>
    internal static void PhaseDone(string phase, TimeSpan took) =>
        Phases.Record(took.TotalSeconds, new KeyValuePair<string, object?>("phase", phase));

    /// <summary>Notes that a lease was lost while its work went on.</summary>
    internal static void LeaseLost() => LostLeases.Add(1);

    /// <summary>Notes whether a school had one of the places of its LAS.</summary>
    internal static void PlaceAsked(string las, bool hasPlace) => Places.Add(
        1,
        new KeyValuePair<string, object?>("las", las),
        new KeyValuePair<string, object?>("outcome", hasPlace ? Ok : "VOL"));

    /// <summary>Notes whether a message arrived at an address.</summary>
    internal static void MessageTried(string channel, string outcome) => Messages.Add(
        1,
        new KeyValuePair<string, object?>("channel", channel),
        new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Notes how many schools the night has yet to do of those whose turn has come.</summary>
    public static void SyncsDue(int schools) => DueSyncs.Record(schools);

    /// <summary>Notes how long a transaction waited for its turn to write.</summary>
    public static void LockTaken(TimeSpan waited) => Locks.Record(waited.TotalSeconds);

    /// <summary>Counts a school that begins (1) or ends (-1) to wait for its turn.</summary>
    internal static void CountWaiting(int change) => Waiting.Add(change);

    /// <summary>Counts a school that begins (1) or ends (-1) to be asked.</summary>
    internal static void CountAsking(int change) => Asking.Add(change);

    /// <summary>
    /// One measured piece of work: a span of the trace and a point of the histogram, both ended by disposing it.
    /// </summary>
    public sealed class Measurement : IDisposable
    {
        private readonly Histogram<double> _histogram;
        private readonly KeyValuePair<string, object?> _tag;
        private readonly Activity? _activity;
        private readonly long _begin = Stopwatch.GetTimestamp();

        internal Measurement(Histogram<double> histogram, string kind, string name)
        {
            (_histogram, _tag) = (histogram, new KeyValuePair<string, object?>(kind, name));
            _activity = HasNoSpans.Value ? null : Source.StartActivity($"{kind} {name}");
        }

        /// <summary>How it ended: <see cref="Ok"/>, or the code of the error in UPPER_SNAKE.</summary>
        public string Outcome { get; set; } = Failed;

        /// <inheritdoc/>
        public void Dispose()
        {
            var outcome = new KeyValuePair<string, object?>("outcome", Outcome);
            _histogram.Record(Stopwatch.GetElapsedTime(_begin).TotalSeconds, _tag, outcome);
            _activity?.SetTag("outcome", Outcome);
            _activity?.SetStatus(
                string.Equals(Outcome, Failed, StringComparison.Ordinal)
                    ? ActivityStatusCode.Error
                    : ActivityStatusCode.Ok);
            _activity?.Dispose();
        }
    }
}
