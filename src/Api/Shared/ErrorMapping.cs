using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.Domain.Shared;
using RpcStatus = Google.Rpc.Status;

namespace Kurve.Numo.Api.Shared;

/// <summary>Turns errors into <c>google.rpc.Status</c>; the one place that does.</summary>
internal static class ErrorMapping
{
    private const string Refused = "numo:refused";
    private const string ErrorDomain = "numo.kurve.nl";

    // An answer that fails has to fit in the headers of HTTP, whatever the values that it quotes.
    private const int LongestText = 2_000;
    private const int LongestPart = 400;
    private static readonly ConcurrentDictionary<System.Type, PropertyInfo[]> Values = new();

    /// <summary>The answer that a result becomes: mapped, or thrown as a status.</summary>
    public static TReply Reply<T, TReply>(this Result<T> result, Func<T, TReply> map) =>
        result.IsOk ? map(result.Value) : throw result.Error.ToRpcException();

    public static RpcException ToRpcException(this Error error) => error.ToStatus().ToRpcException();

    /// <summary>The status of a request that is wrong itself; the log may say which fields are.</summary>
    public static RpcException ToRefusal(this Error error)
    {
        var refusal = error.ToRpcException();
        refusal.Data[Refused] = (error.Code, string.Join(", ", Parts(error).Select(part => part.Field)));
        return refusal;
    }

    /// <summary>The reason and the fields of a request that was wrong itself; null of any other status.</summary>
    public static (string Code, string Fields)? RefusedFields(this RpcException exception) =>
        exception.Data[Refused] as (string, string)?;

    public static RpcStatus ToStatus(this Error error)
    {
        var status = new RpcStatus { Code = (int)ToCode(error.Kind), Message = Clip(error.Message, LongestText) };
        var info = new ErrorInfo { Reason = error.Code, Domain = ErrorDomain };
        foreach (var property in Values.GetOrAdd(error.GetType(), OwnProperties))
        {
            var value = property.GetValue(error);
            info.Metadata[ToCamelCase(property.Name)] = Clip(ToText(value), LongestPart);
        }

        // Of what is invalid and of preconditions the details below name it.
        if (error is { Field: { } field, Kind: not (ErrorKind.Invalid or ErrorKind.Precondition) })
        {
            info.Metadata["field"] = field;
        }

        status.Details.Add(Any.Pack(info));
        foreach (var detail in Details(error))
        {
            status.Details.Add(Any.Pack(detail));
        }

        return status;
    }

    private static string ToText(object? value) => value is DateOnly day
        ? day.ToProto()
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static IEnumerable<Google.Protobuf.IMessage> Details(Error error)
    {
        if (error.Kind == ErrorKind.Invalid)
        {
            yield return new BadRequest
            {
                FieldViolations = { Parts(error).Where(e => e.Field is not null).Select(ToViolation) },
            };
        }

        if (error.Kind == ErrorKind.Precondition)
        {
            yield return new PreconditionFailure { Violations = { Parts(error).Select(ToPrecondition) } };
        }

        if (error.Kind is ErrorKind.Unavailable or ErrorKind.Exhausted)
        {
            yield return new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(5)) };
        }

        if (error.Tekst.Length > 0)
        {
            yield return new LocalizedMessage { Locale = "nl-NL", Message = Clip(error.Tekst, LongestText) };
        }
    }

    private static IEnumerable<Error> Parts(Error error) =>
        error is ISeveralErrors several ? several.Errors.Take(ISeveralErrors.MostShown) : [error];

    private static PreconditionFailure.Types.Violation ToPrecondition(Error error) => new()
    {
        Type = error.Code,
        Subject = (error as IAboutSubject)?.Subject ?? error.Field ?? "",
        Description = Clip(error.Message, LongestPart),
    };

    private static BadRequest.Types.FieldViolation ToViolation(Error error) => new()
    {
        Field = error.Field,
        Description = Clip(error.Message, LongestPart),
        Reason = error.Code,
        LocalizedMessage = error.Tekst.Length == 0
            ? null
            : new LocalizedMessage { Locale = "nl-NL", Message = Clip(error.Tekst, LongestPart) },
    };

    private static Code ToCode(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => Code.InvalidArgument,
        ErrorKind.NotFound => Code.NotFound,
        ErrorKind.AlreadyExists => Code.AlreadyExists,
        ErrorKind.Conflict => Code.Aborted,
        ErrorKind.Precondition => Code.FailedPrecondition,
        ErrorKind.Forbidden => Code.PermissionDenied,
        ErrorKind.Unauthenticated => Code.Unauthenticated,
        ErrorKind.Unavailable => Code.Unavailable,
        ErrorKind.Exhausted => Code.ResourceExhausted,
        _ => Code.Internal,
    };

    /// <summary>What the record itself adds: the values that the error speaks of.</summary>
    private static PropertyInfo[] OwnProperties(System.Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.GetMethod is { } get && get.GetBaseDefinition() == get
                && p.PropertyType != typeof(IReadOnlyList<Error>)),
    ];

    private static string Clip(string text, int length) => text.Length <= length
        ? text
        : $"{text.AsSpan(0, char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)}…";

    private static string ToCamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
