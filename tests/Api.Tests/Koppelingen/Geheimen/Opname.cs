using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Api.Tests.Koppelingen.Geheimen;

/// <summary>Where a secret might come out.</summary>
internal static class Plaatsen
{
    public const string Log = "log";
    public const string Trace = "trace";
    public const string Exception = "exception";
    public const string GrpcAnswer = "gRPC answer";
    public const string GrpcRefusal = "gRPC refusal";
    public const string Json = "JSON answer";
    public const string CliOut = "standard output of numo";
    public const string CliError = "standard error of numo";
    public const string KitFile = "file of numo";
    public const string Database = "numo.db";
    public const string DatabaseWal = "numo.db-wal";
    public const string DatabaseShm = "numo.db-shm";
}

/// <summary>
/// Records all that a process tells: every log line of the host that it is added to, and every activity and exception
/// of this process, also those of tests beside this one. What else is to be kept is given to it.
/// </summary>
internal sealed class Opname : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<(string Plaats, string? Tekst, byte[]? Bytes)> _kept = [];
    private readonly ActivityListener _activities;
    private IExternalScopeProvider? _scopes;

    public Opname()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Keep(Plaatsen.Trace, Describe(activity)),
        };
        ActivitySource.AddActivityListener(_activities);
        AppDomain.CurrentDomain.FirstChanceException += KeepException;
    }

    /// <summary>The categories that something was logged of, with the most detailed level of each.</summary>
    public ConcurrentDictionary<string, LogLevel> Logged { get; } = new(StringComparer.Ordinal);

    public void Keep(string plaats, string text) => _kept.Enqueue((plaats, text, null));

    public void Keep(string plaats, byte[] bytes) => _kept.Enqueue((plaats, null, bytes));

    /// <summary>Keeps a JSON document as it is, and each of its texts without the escapes of JSON.</summary>
    public void KeepJson(string plaats, string text)
    {
        Keep(plaats, text);
        using var document = JsonDocument.Parse(text);
        foreach (var value in Texts(document.RootElement))
        {
            Keep(plaats, value);
        }
    }

    /// <summary>What was found in all that was kept.</summary>
    public IReadOnlyCollection<Vondst> Search(Geheimzoeker zoeker) =>
    [
        .. _kept.AsParallel()
            .SelectMany(k => k.Bytes is { } bytes ? zoeker.Search(k.Plaats, bytes) : zoeker.Search(k.Plaats, k.Tekst!))
            .Distinct(),
    ];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <summary>Ends the recording; what was kept stays.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= KeepException;
        _activities.Dispose();
    }

    private void KeepException(object? sender, FirstChanceExceptionEventArgs e) =>
        Keep(Plaatsen.Exception, Describe(e.Exception));

    private static string Describe(Exception exception)
    {
        var data = new List<string> { exception.ToString() };
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            data.AddRange(inner.Data.Cast<DictionaryEntry>().Select(entry => $"{entry.Key}={entry.Value}"));
        }

        return string.Join('\n', data);
    }

    private static string Describe(Activity activity) => string.Join(
        '\n',
        activity.TagObjects
            .Concat(activity.Events.SelectMany(e => e.Tags.Prepend(new("event", e.Name))))
            .Concat(activity.Links.SelectMany(link => link.Tags ?? []))
            .Concat(activity.Baggage.Select(b => new KeyValuePair<string, object?>(b.Key, b.Value)))
            .Select(tag => $"{tag.Key}={tag.Value}")
            .Prepend($"{activity.OperationName} {activity.DisplayName} {activity.TraceStateString}")
            .Append(activity.StatusDescription));

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private sealed class Logger(Opname opname, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            opname.Logged.AddOrUpdate(category, logLevel, (_, most) => most < logLevel ? most : logLevel);
            var lines = new List<string> { $"{category} {eventId.Name}: {formatter(state, exception)}" };
            AddValues(lines, state);
            opname._scopes?.ForEachScope(static (scope, target) => AddValues(target, scope), lines);
            if (exception is not null)
            {
                lines.Add(Describe(exception));
            }

            opname.Keep(Plaatsen.Log, string.Join('\n', lines));
        }

        private static void AddValues(List<string> lines, object? state)
        {
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                lines.AddRange(values.Select(value => $"{value.Key}={value.Value}"));
            }
            else
            {
                lines.Add($"{state}");
            }
        }
    }
}
