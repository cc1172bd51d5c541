using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Shared;

/// <summary>The scope that a request needs.</summary>
/// <param name="scope">One of <see cref="Scopes"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresScopeAttribute(string scope) : Attribute
{
    /// <summary>The scope.</summary>
    public string Scope => scope;
}

/// <summary>
/// A request that only a caller who may know people can make, so not support: its answer is a file, in which nobody can be
/// masked, or it would write back what was masked.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotForSupportAttribute : Attribute;

/// <summary>
/// A request about one school: a caller that is bound to other schools is told that it does not exist.
/// </summary>
public interface ISchoolRequest
{
    /// <summary>The school.</summary>
    SchoolId SchoolId { get; }
}

/// <summary>
/// A request that changes what all schools share: a caller that is bound to certain schools is refused.
/// </summary>
public interface IAllSchoolsRequest;

/// <summary>A request that changes something: it runs in one transaction, with its audit row.</summary>
public interface ICommand
{
    /// <summary>The caller's own id of this request: repeating it gives the first answer again.</summary>
    Guid? RequestId { get; }
}

/// <summary>A request that is no command and is logged as one: what it does takes as long as a source takes.</summary>
public interface INoted;

/// <summary>A request that changes something and answers with <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The answer; stored as JSON beside the request id, so made of plain values.</typeparam>
public interface ICommand<T> : ICommand, IRequest<Result<T>>;

/// <summary>A command that may be asked only to say what would happen: then nothing of it stays.</summary>
public interface IValidatedCommand
{
    /// <summary>Whether only to say what would happen.</summary>
    bool ValidateOnly { get; }
}

/// <summary>
/// A command that only reads when it is asked to say what would happen: then it keeps nobody from writing, and a
/// statement that writes fails.
/// </summary>
public interface IReadingDryRun : IValidatedCommand;

/// <summary>
/// Reads what a command needs before its transaction begins, so that under the write lock nothing but writing happens.
/// What was read may have changed by then: the handler makes sure that it has not.
/// </summary>
/// <typeparam name="TRequest">The command.</typeparam>
public interface IPreparation<in TRequest>
    where TRequest : ICommand
{
    /// <summary>Reads, and keeps it for the handler. It refuses nothing: that is for the handler.</summary>
    Task PrepareAsync(TRequest request, CancellationToken ct);
}

/// <summary>
/// Sees to what a command leaves to be done after its commit, when its first answer is given again: whether that was
/// committed may have been in doubt, and then nothing was done after it.
/// </summary>
/// <typeparam name="TRequest">The command.</typeparam>
public interface IResumption<in TRequest>
    where TRequest : ICommand
{
    /// <summary>Does it, unless it was done.</summary>
    Task ResumeAsync(TRequest request, object answer, CancellationToken ct);
}

/// <summary>A request that only reads.</summary>
/// <typeparam name="T">The answer.</typeparam>
public interface IQuery<T> : IRequest<Result<T>>;

/// <summary>A read of many people, which is written to the audit with the number of people that were shown.</summary>
public interface IAuditedQuery : ISchoolRequest;

/// <summary>An answer that shows people.</summary>
public interface IShowsPeople
{
    /// <summary>How many.</summary>
    int AantalPersonen { get; }
}

/// <summary>A page of things.</summary>
/// <typeparam name="T">The thing.</typeparam>
/// <param name="Items">The things on the page.</param>
/// <param name="Next">Where the next page begins; null after the last.</param>
/// <param name="Total">How many things all pages have together; null when that was not asked for.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, int? Total = null) : IShowsPeople
{
    /// <inheritdoc/>
    public int AantalPersonen => Items.Count;
}

/// <summary>Which page is asked for.</summary>
/// <param name="Size">At most this many, 1 to 500.</param>
/// <param name="After">Where it begins; null for the first page.</param>
public sealed record PageRequest(int Size, string? After)
{
    /// <summary>The size when none is asked for.</summary>
    public const int DefaultSize = 50;

    /// <summary>The largest size.</summary>
    public const int MaxSize = 500;
}

/// <summary>A page token that this service did not give.</summary>
public sealed record PageTokenOngeldig()
    : Error(
        ErrorKind.Invalid,
        "PAGE_TOKEN_ONGELDIG",
        "page_token is not one that this method gave; begin again without it.")
{
    /// <summary>The error for the field <c>page_token</c>.</summary>
    public static PageTokenOngeldig Default { get; } = new() { Field = "page_token" };
}

/// <summary>The caller's token lacks the scope.</summary>
public sealed record ScopeOntbreekt(string Scope)
    : Error(
        ErrorKind.Forbidden,
        "SCOPE_ONTBREEKT",
        $"This needs scope {Scope}, which the token does not have.",
        "U hebt hiervoor geen rechten.");

/// <summary>The caller may not know who people are, and this would show or change it.</summary>
public sealed record NietVoorSupport()
    : Error(
        ErrorKind.Forbidden,
        "NIET_VOOR_SUPPORT",
        $"A token with scope {Scopes.Support} sees people masked; this shows or changes who they are.",
        "Support ziet niet wie personen zijn; vraag de school dit te doen.");

/// <summary>The caller's token is for certain schools, and this concerns them all.</summary>
public sealed record GebondenAanScholen()
    : Error(
        ErrorKind.Forbidden,
        "GEBONDEN_AAN_SCHOLEN",
        "This token is for certain schools only; this needs one without school claims.",
        "U hebt hiervoor geen rechten.");

/// <summary>A request id that was used for something else.</summary>
public sealed record RequestIdHergebruikt(Guid RequestId)
    : Error(
        ErrorKind.Invalid,
        "REQUEST_ID_HERGEBRUIKT",
        $"request_id {RequestId} was used for another request; make a new one.")
{
    /// <summary>The error for the field <c>request_id</c>.</summary>
    public static RequestIdHergebruikt For(Guid requestId) => new(requestId) { Field = "request_id" };
}

/// <summary>A repeated request whose first answer can no longer be read.</summary>
public sealed record AntwoordOnleesbaar(Guid RequestId)
    : Error(
        ErrorKind.Precondition,
        "ANTWOORD_ONLEESBAAR",
        $"The request with request_id {RequestId} was carried out, but its answer cannot be read since the keys of this "
        + "service changed; look up what came of it, and use a new request_id for anything else.");
