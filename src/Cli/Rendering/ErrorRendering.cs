using System.Globalization;
using Google.Rpc;
using Grpc.Core;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>Says in a few lines why the API refused, and what to do.</summary>
internal static class ErrorRendering
{
    /// <summary>The lines for standard error; the first is the reason.</summary>
    /// <param name="failure">The API's answer, or that there was none.</param>
    /// <param name="address">The address that was called.</param>
    public static IReadOnlyList<string> Describe(RpcException failure, Uri address)
    {
        var rich = failure.Trailers.GetRpcStatus(ignoreParseError: true);
        var info = rich?.GetDetail<ErrorInfo>();
        var reason = info?.Reason is { Length: > 0 } code ? code : UpperSnake(failure.StatusCode);
        var lines = new List<string> { $"{reason}: {Message(failure, rich)}" };
        if (rich?.GetDetail<LocalizedMessage>()?.Message is { Length: > 0 } dutch)
        {
            lines.Add(dutch);
        }

        lines.AddRange(Violations(rich));
        lines.AddRange(Advice(failure.StatusCode, answered: info is not null, address));
        return lines;
    }

    private static string Message(RpcException failure, Google.Rpc.Status? rich)
    {
        var message = rich?.Message is { Length: > 0 } text ? text : failure.Status.Detail;
        return string.IsNullOrWhiteSpace(message) ? "the API gave no explanation." : message;
    }

    private static IEnumerable<string> Violations(Google.Rpc.Status? rich)
    {
        foreach (var field in rich?.GetDetail<BadRequest>()?.FieldViolations ?? [])
        {
            yield return $"{field.Field}: {field.Description}";
        }

        // The API gives its own message again where there is but one.
        var preconditions = (rich?.GetDetail<PreconditionFailure>()?.Violations ?? [])
            .Where(p => !string.Equals(p.Description, rich!.Message, StringComparison.Ordinal));
        foreach (var precondition in preconditions)
        {
            var subject = precondition.Subject.Length > 0 ? precondition.Subject : precondition.Type;
            yield return $"{subject}: {precondition.Description}";
        }

        if (rich?.GetDetail<RetryInfo>()?.RetryDelay is { } delay)
        {
            var seconds = Math.Ceiling(delay.ToTimeSpan().TotalSeconds);
            yield return string.Create(CultureInfo.InvariantCulture, $"Try again after {seconds:0} s.");
        }
    }

    private static IEnumerable<string> Advice(StatusCode code, bool answered, Uri address)
    {
        switch (code)
        {
            case StatusCode.Unavailable when !answered:
                yield return $"Nothing answers at {address}. Start the API with `dotnet run --project src/Api`, name "
                    + $"another address with --api or {GlobalOptions.ApiVariable}, or try everything with `numo demo`.";
                break;
            case StatusCode.Unauthenticated:
                yield return $"Get a token for a development API with `export {GlobalOptions.TokenVariable}="
                    + "$(numo token --scope numo.read)`, or give a file that holds one with --token-file.";
                break;
            case StatusCode.PermissionDenied:
                yield return "The token does not allow this. Reading needs numo.read, importing numo.import, "
                    + "registering schools and koppelingen numo.beheer.";
                break;
            case StatusCode.Internal when !answered:
                yield return $"{address} does not speak gRPC: the API has it on port 5080 by default, and JSON on 5081.";
                break;
            case StatusCode.DeadlineExceeded:
                yield return "It may have been done all the same: look before trying again.";
                break;
            case StatusCode.Unimplemented when !answered:
                yield return $"{address} is no Numo API, or one that is older than this program.";
                break;
            default:
                break;
        }
    }

    private static string UpperSnake(StatusCode code) => string.Concat(code.ToString()
        .Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));
}
