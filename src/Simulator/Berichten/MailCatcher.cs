using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using Kurve.Numo.Simulator.Misbehaviours;
using MimeKit;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using SmtpServices = SmtpServer.ComponentModel.ServiceProvider;

namespace Kurve.Numo.Simulator.Berichten;

/// <summary>A message that was caught.</summary>
/// <param name="From">Who sent it.</param>
/// <param name="To">To whom.</param>
/// <param name="Subject">The subject, decoded.</param>
/// <param name="Text">The text, decoded.</param>
/// <param name="Id">The id of the message, as Numo gave it.</param>
/// <param name="Source">All of it, as it came.</param>
public sealed record CaughtMail(
    string From, IReadOnlyList<string> To, string Subject, string Text, string Id, string Source);

/// <summary>A mail server on loopback that keeps what it gets and sends nothing on. It speaks no TLS.</summary>
public sealed class MailCatcher : MessageStore, IMailboxFilter, IAsyncDisposable
{
    private const int MostKept = 1000;
    private const int MostBytes = 1 << 20;

    private readonly MisbehaviourControl _misbehaviour;
    private readonly ConcurrentQueue<CaughtMail> _caught = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private int _isStopped;

    private MailCatcher(MisbehaviourControl misbehaviour) => _misbehaviour = misbehaviour;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>What was caught, in the order in which it came.</summary>
    public IReadOnlyCollection<CaughtMail> Caught => [.. _caught];

    /// <summary>Starts one.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    internal static async Task<MailCatcher> StartAsync(int port, MisbehaviourControl misbehaviour, CancellationToken ct)
    {
        var catcher = new MailCatcher(misbehaviour);
        var listening = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, started) => listening.TrySetResult(((IPEndPoint)started.LocalEndPoint).Port);
        var services = new SmtpServices();
        services.Add(listeners);
        services.Add((IMessageStore)catcher);
        services.Add((IMailboxFilter)catcher);
        var options = new SmtpServerOptionsBuilder()
            .ServerName("simulator")
            .MaxMessageSize(MostBytes, MaxMessageSizeHandling.Strict)
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port)))
            .Build();
        catcher._running = new SmtpServer.SmtpServer(options, services).StartAsync(catcher._stop.Token);
        if (await Task.WhenAny(listening.Task, catcher._running).WaitAsync(ct) != listening.Task)
        {
            throw new IOException($"Port {port} of the mail catcher is taken.", catcher._running.Exception);
        }

        catcher.Port = await listening.Task;
        return catcher;
    }

    /// <inheritdoc/>
    public Task<bool> CanAcceptFromAsync(
        ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <inheritdoc/>
    public async Task<bool> CanDeliverToAsync(
        ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken)
    {
        var told = _misbehaviour.TakeMail();
        context.Properties[nameof(MailMisbehaviour)] = told?.Kind!;
        switch (told?.Kind)
        {
            case MailMisbehaviour.Hangs:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return false;
            case MailMisbehaviour.Slow:
                await Task.Delay(told.Value.Details.Delay, cancellationToken);
                return true;
            case MailMisbehaviour.ClosesConnection:
                throw new SmtpResponseException(SmtpResponse.ServiceClosingTransmissionChannel, true);
            default:
                return told?.Kind != MailMisbehaviour.RecipientRefused;
        }
    }

    /// <inheritdoc/>
    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken)
    {
        var told = context.Properties.TryGetValue(nameof(MailMisbehaviour), out var kind) ? kind as MailMisbehaviour? : null;
        if (told is MailMisbehaviour.TemporaryFailure)
        {
            return new SmtpResponse(SmtpReplyCode.Aborted, "try again later");
        }

        if (told is MailMisbehaviour.PermanentFailure)
        {
            return SmtpResponse.TransactionFailed;
        }

        Keep(transaction, buffer.ToArray());
        if (told is MailMisbehaviour.KeepsAndHangs)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return SmtpResponse.Ok;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isStopped, 1) == 1)
        {
            return;
        }

        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        _stop.Dispose();
    }

    private void Keep(IMessageTransaction transaction, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var message = MimeMessage.Load(stream);
        _caught.Enqueue(new CaughtMail(
            AddressOf(transaction.From),
            [.. transaction.To.Select(AddressOf)],
            message.Subject ?? "",
            message.TextBody ?? "",
            message.Headers["Numo-Bericht"] ?? "",
            System.Text.Encoding.UTF8.GetString(bytes)));
        while (_caught.Count > MostKept)
        {
            _caught.TryDequeue(out _);
        }
    }

    private static string AddressOf(IMailbox mailbox) => $"{mailbox.User}@{mailbox.Host}";
}
