namespace Kurve.Numo.Application.Shared;

/// <summary>One transaction on the store, which all repositories of the request take part in.</summary>
public interface IUnitOfWork
{
    /// <summary>Begins. What is not committed when it is disposed has not happened.</summary>
    Task<IUnitOfWorkScope> BeginAsync(CancellationToken ct);

    /// <summary>
    /// Begins to read as of one moment, which waits for nobody and keeps nobody from writing. Writing in it fails.
    /// </summary>
    Task<IAsyncDisposable> BeginReadAsync(CancellationToken ct);

    /// <summary>Runs after a commit, and not at all without one.</summary>
    void OnCommitted(Action action);

    /// <summary>
    /// Whether all of a transaction that ended with this may be done again from its beginning: nothing of it has
    /// happened, and it may succeed now. Never true within a transaction.
    /// </summary>
    /// <param name="exception">What it ended with.</param>
    /// <param name="isRemembered">Whether doing it twice is noticed, so that it need not be known whether it was
    /// committed.</param>
    bool MayRepeat(Exception exception, bool isRemembered);
}

/// <summary>A transaction that has begun.</summary>
public interface IUnitOfWorkScope : IAsyncDisposable
{
    /// <summary>Makes everything since the beginning happen at once.</summary>
    Task CommitAsync(CancellationToken ct);
}

/// <summary>Remembers the answers to requests with an id, in the transaction of the request itself.</summary>
public interface IRequestStore
{
    /// <summary>The answer to an earlier request with this id by this caller; null when there was none.</summary>
    Task<StoredAnswer?> FindAsync(string subject, Guid requestId, CancellationToken ct);

    /// <summary>Remembers an answer. What is stored of it names nobody to who reads the database.</summary>
    Task AddAsync(string subject, Guid requestId, StoredAnswer answer, CancellationToken ct);

    /// <summary>Forgets answers that were given before a moment; how many. Writes nothing when there are none.</summary>
    Task<int> RemoveBeforeAsync(DateTimeOffset moment, CancellationToken ct);
}

/// <summary>A remembered answer.</summary>
/// <param name="RequestHash">SHA-256 over the request, so that another request with the same id is noticed.</param>
/// <param name="Answer">The answer as UTF-8 JSON; null when the keys that it was stored with are gone.</param>
public sealed record StoredAnswer(string RequestHash, byte[]? Answer)
{
    /// <summary>How long an answer is remembered.</summary>
    public static readonly TimeSpan Termijn = TimeSpan.FromDays(7);
}
