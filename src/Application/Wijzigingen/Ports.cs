using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Application.Wijzigingen;

/// <summary>Keeps whom schools want to be told.</summary>
public interface IBerichtinstellingRepository
{
    /// <summary>What a school wants; the standard when it never said anything.</summary>
    Task<Berichtinstelling> GetAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>How each of a school's addresses fares.</summary>
    Task<IReadOnlyList<Berichtadres>> ListAdressenAsync(SchoolId schoolId, CancellationToken ct);

    /// <summary>
    /// Stores a change; false when somebody else changed it first. Messages of a kind that is no longer wanted are dropped.
    /// </summary>
    Task<bool> SaveAsync(Berichtinstelling instelling, CancellationToken ct);

    /// <summary>
    /// Notes that a test is sent; false when the last one was sent after <paramref name="before"/>, or there were
    /// <see cref="Berichtinstelling.MeesteTests"/> that day.
    /// </summary>
    Task<bool> NoteTestAsync(SchoolId schoolId, DateTimeOffset before, DateTimeOffset now, CancellationToken ct);
}

/// <summary>Keeps what is to be sent. Which of two processes sends is decided by the number of the address.</summary>
public interface IBerichtStore
{
    /// <summary>The addresses with a message that may go now, and that no sender holds.</summary>
    Task<IReadOnlyList<Berichtadres>> ListDueAsync(DateTimeOffset now, int take, CancellationToken ct);

    /// <summary>
    /// Takes an address for a while and begins a try of its messages: what happens from now on is for the next one. False
    /// when somebody else has it.
    /// </summary>
    /// <param name="adres">The address, as it was found.</param>
    /// <param name="volgend">The id of the message after these.</param>
    /// <param name="now">The moment.</param>
    /// <param name="tot">Until when nobody else begins.</param>
    /// <param name="ct">Stops it.</param>
    Task<bool> BeginAsync(Berichtadres adres, Guid volgend, DateTimeOffset now, DateTimeOffset tot, CancellationToken ct);

    /// <summary>The messages to an address that were tried and have not ended, the oldest first.</summary>
    Task<IReadOnlyList<Bericht>> ListBegunAsync(Berichtadres adres, CancellationToken ct);

    /// <summary>What an address was last told, of each kind.</summary>
    Task<IReadOnlyList<Verteld>> ListVerteldAsync(Berichtadres adres, CancellationToken ct);

    /// <summary>
    /// Stores how a try went, and lets go of the address; false when somebody else has it by now, or the school has it
    /// no longer. Then the transaction at hand must not be committed.
    /// </summary>
    Task<bool> EndAsync(Poging poging, DateTimeOffset now, CancellationToken ct);
}

/// <summary>
/// Takes away what is left of messages: those that ended and were kept long enough, and addresses that schools took away.
/// </summary>
public interface IBerichtresten
{
    /// <summary>Some schools that have any.</summary>
    Task<IReadOnlyList<SchoolId>> ListAsync(DateTimeOffset now, int take, CancellationToken ct);

    /// <summary>Takes away those of a school, in the transaction at hand; how many.</summary>
    Task<int> RemoveAsync(SchoolId schoolId, DateTimeOffset now, CancellationToken ct);
}

/// <summary>How a try went.</summary>
/// <param name="Adres">The address after it.</param>
/// <param name="Berichten">Its messages after it.</param>
/// <param name="Verteld">What the address knows by it, of the kinds for which that changed.</param>
public sealed record Poging(Berichtadres Adres, IReadOnlyList<Bericht> Berichten, IReadOnlyList<Verteld> Verteld);

/// <summary>Sends messages by one channel.</summary>
public interface INotifier
{
    /// <summary>The channel.</summary>
    Berichtkanaal Kanaal { get; }

    /// <summary>
    /// Sends one; null when it arrived, as far as the other side says. A failure that may pass within seconds was tried
    /// again already.
    /// </summary>
    Task<Berichtfout?> SendAsync(Zending zending, CancellationToken ct);
}

/// <summary>A message on its way.</summary>
/// <param name="Adres">Where to.</param>
/// <param name="Digest">What it tells.</param>
/// <param name="Geheimen">What it is signed with, where the channel signs; the newest first.</param>
public sealed record Zending(string Adres, Digest Digest, IReadOnlyList<Webhookgeheim> Geheimen);

/// <summary>Encrypts the secrets of webhooks, each for its own school.</summary>
public interface IWebhookgeheimen
{
    /// <summary>Encrypts one.</summary>
    byte[] Protect(SchoolId schoolId, Webhookgeheim geheim);

    /// <summary>Decrypts one; null when the keys are not those that it was encrypted with.</summary>
    Webhookgeheim? Unprotect(SchoolId schoolId, byte[] encrypted);
}

/// <summary>Says which addresses webhooks may have.</summary>
public interface IWebhookPolicy
{
    /// <summary>
    /// The address in the form in which it is kept; or <see cref="WebhookadresGeweigerd"/>. What its name stands for is
    /// looked at each time that it is called.
    /// </summary>
    Result<string> Check(string adres);
}
