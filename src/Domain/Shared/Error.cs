namespace Kurve.Numo.Domain.Shared;

/// <summary>What kind of refusal an <see cref="Error"/> is; decides the status that a caller sees.</summary>
public enum ErrorKind
{
    /// <summary>The request itself is wrong; repeating it changes nothing.</summary>
    Invalid,

    /// <summary>The thing does not exist, or the caller may not know that it exists.</summary>
    NotFound,

    /// <summary>The thing exists already.</summary>
    AlreadyExists,

    /// <summary>Somebody else was first: read again and decide again.</summary>
    Conflict,

    /// <summary>The request is right, but the state does not allow it now.</summary>
    Precondition,

    /// <summary>The caller may not do this.</summary>
    Forbidden,

    /// <summary>Nobody knows who the caller is.</summary>
    Unauthenticated,

    /// <summary>An outside system does not answer; trying later may help.</summary>
    Unavailable,

    /// <summary>The caller or the school has used its share for now; later it may ask again.</summary>
    Exhausted,

    /// <summary>A bug or broken infrastructure on our side.</summary>
    Internal,
}

/// <summary>
/// An expected refusal. Each is a one-line record in its module's <c>…Errors.cs</c>; the properties that such a record
/// adds travel to the caller as metadata, so they never hold a secret or anything about a person.
/// </summary>
/// <param name="Kind">The kind of refusal.</param>
/// <param name="Code">The reason in UPPER_SNAKE; stable, for programs.</param>
/// <param name="Message">English, for developers: what is wrong, with which value, and what to do.</param>
/// <param name="Tekst">Dutch, for the school; empty where only a developer can meet this error.</param>
public abstract record Error(ErrorKind Kind, string Code, string Message, string Tekst = "")
{
    /// <summary>
    /// The request field that is wrong, in proto spelling (<c>brin</c>, <c>vestigingen[2]</c>), if one is.
    /// </summary>
    public string? Field { get; init; }
}

/// <summary>A value that does not have the form it must have.</summary>
public sealed record ValueInvalid(string Code, string Message, string Tekst)
    : Error(ErrorKind.Invalid, Code, Message, Tekst);

/// <summary>An error that consists of others, each of which is told apart to the caller.</summary>
public interface ISeveralErrors
{
    /// <summary>How many of them are told: an answer that fails has to fit in the headers of HTTP.</summary>
    const int MostShown = 20;

    /// <summary>The errors, at least one.</summary>
    IReadOnlyList<Error> Errors { get; }
}

/// <summary>An error about one thing among several, which is named beside it.</summary>
public interface IAboutSubject
{
    /// <summary>The thing, in UPPER_SNAKE or as an id.</summary>
    string Subject { get; }
}

/// <summary>Several errors in one request, so that a caller can mend them all at once.</summary>
public sealed record SeveralInvalid(IReadOnlyList<Error> Errors)
    : Error(
        ErrorKind.Invalid,
        "REQUEST_INVALID",
        string.Join(" ", Errors.Take(ISeveralErrors.MostShown).Select(e => $"{e.Field}: {e.Message}")),
        string.Join(" ", Errors.Take(ISeveralErrors.MostShown).Select(e => e.Tekst))), ISeveralErrors;
