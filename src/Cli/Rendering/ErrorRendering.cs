using System.Globalization;
using System.Text.RegularExpressions;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.Cli.Tokens;

namespace Kurve.Numo.Cli.Rendering;

/// <summary>What was asked of the API, as far as it matters to who reads why it was refused.</summary>
/// <param name="Address">The address that was called.</param>
/// <param name="Options">The global options to repeat in a next command, ending with a space if there are any.</param>
/// <param name="School">The school, as the user called it; empty for a command that named none.</param>
internal sealed record ErrorContext(Uri Address, string Options, string School);

/// <summary>Says in a few lines why the API refused, each thing once, and what the user can do.</summary>
internal static partial class ErrorRendering
{
    /// <summary>The lines for standard error; the first is the reason.</summary>
    /// <param name="failure">The API's answer, or that there was none.</param>
    /// <param name="context">What was asked.</param>
    public static IReadOnlyList<string> Describe(RpcException failure, ErrorContext context)
    {
        var rich = failure.Trailers.GetRpcStatus(ignoreParseError: true);
        var info = rich?.GetDetail<ErrorInfo>();
        var reason = info?.Reason is { Length: > 0 } code ? code : UpperSnake(failure.StatusCode);
        var parts = Parts(rich).ToList();
        var lines = new List<string>();
        if (parts.Count > 1 || (parts.Count == 1 && !IsSameAs(rich!, parts[0])))
        {
            // The message of the whole repeats its parts, so only the parts are shown.
            lines.Add($"{reason}: {Words.Count(parts.Count, "thing stands", "things stand")} in the way.");
            lines.AddRange(parts.Select(part => part.Line));
        }
        else
        {
            lines.Add($"{reason}: {Field(rich)}{Message(failure, rich, info, context.School)}");
        }

        lines.AddRange(Advice(failure.Status, info, context.Address));
        var run = info?.Metadata.GetValueOrDefault("importRunId") ?? "";
        if (Remedies.For(reason, context.Options, context.School, run) is { } remedy)
        {
            lines.Add($"Try: {remedy}");
        }

        if (rich?.GetDetail<RetryInfo>()?.RetryDelay is { } delay)
        {
            var seconds = Math.Ceiling(delay.ToTimeSpan().TotalSeconds);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Try again after {seconds:0} s."));
        }

        return lines;
    }

    // What a school may read says it in the user's words; what is for developers names methods and ids.
    private static string Message(RpcException failure, Google.Rpc.Status? rich, ErrorInfo? info, string school)
    {
        if (rich?.GetDetail<LocalizedMessage>()?.Message is { Length: > 0 } dutch)
        {
            return dutch;
        }

        var message = rich?.Message is { Length: > 0 } text ? text : failure.Status.Detail;
        if (string.IsNullOrWhiteSpace(message))
        {
            return "the API gave no explanation.";
        }

        return school.Length > 0 && info?.Metadata.GetValueOrDefault("schoolId") is { Length: > 0 } id
            ? message.Replace(id, school, StringComparison.Ordinal)
            : message;
    }

    private static string Field(Google.Rpc.Status? rich) =>
        rich?.GetDetail<BadRequest>()?.FieldViolations is [{ Field.Length: > 0 } only] ? LabelOf(only.Field) : "";

    // Where a field stands in a message is for who calls methods: leerling.vergrendelde_velden[1] is that last word.
    private static string LabelOf(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..].Split('[')[0].Replace('_', ' ');
        return name switch
        {
            "" => "",
            // The text says which line of the file.
            "csv" or "blok" => "",
            _ => name + ": ",
        };
    }

    private static bool IsSameAs(Google.Rpc.Status rich, (string Description, string Line) part) =>
        string.Equals(part.Description, rich.Message, StringComparison.Ordinal);

    private static IEnumerable<(string Description, string Line)> Parts(Google.Rpc.Status? rich)
    {
        foreach (var field in rich?.GetDetail<BadRequest>()?.FieldViolations ?? [])
        {
            var text = field.LocalizedMessage?.Message is { Length: > 0 } dutch ? dutch : field.Description;
            yield return (field.Description, LabelOf(field.Field) + text);
        }

        foreach (var condition in rich?.GetDetail<PreconditionFailure>()?.Violations ?? [])
        {
            var subject = condition.Subject.Length > 0 ? condition.Subject : condition.Type;
            var known = condition.Description.Contains(subject, StringComparison.Ordinal);
            var text = InOptions(condition.Description);
            yield return (condition.Description, known ? text : $"{subject}: {text}");
        }
    }

    // A field that the API advises to set, in parentheses, is an option here: met_voorwaarden is --met-voorwaarden.
    private static string InOptions(string description) => AdvisedField().Replace(
        description, match => $"(--{match.Groups["field"].Value.Replace('_', '-')})");

    [GeneratedRegex(@"\((?<field>[a-z]+(_[a-z]+)+)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AdvisedField();

    private static IEnumerable<string> Advice(Grpc.Core.Status status, ErrorInfo? info, Uri address)
    {
        var answered = info is not null;
        switch (status.StatusCode)
        {
            // No exception of a connection: it was made, to something before the API.
            case StatusCode.Unavailable when !answered && status.DebugException is null:
                yield return $"A gateway answers at {address}, and reaches no API. Try again in a moment.";
                break;
            case StatusCode.Unavailable when !answered:
                yield return $"Nothing answers at {address}. Start the API with `dotnet run --project src/Api`, name "
                    + $"another address with --api or {GlobalOptions.ApiVariable}, or try everything with `numo demo`.";
                break;
            case StatusCode.Unauthenticated:
                yield return AboutToken(info?.Reason);
                yield return $"Get a token for a development API with `export {GlobalOptions.TokenVariable}="
                    + "$(numo token --scope numo.read)`, or give a file that holds one with --token-file.";
                break;
            case StatusCode.PermissionDenied when info?.Metadata.GetValueOrDefault("scope") is { Length: > 0 } scope:
                yield return $"The token lacks scope {scope}. Make one that has it beside its others: "
                    + $"`numo token --scope {scope} --scope …`.";
                break;
            case StatusCode.PermissionDenied when info?.Reason is "GEBONDEN_AAN_SCHOLEN":
                yield return "The token is for certain schools only, and this is for all: use one that was made without "
                    + "--school.";
                break;
            case StatusCode.Internal when !answered:
                yield return $"{address} does not speak gRPC: the API has it on port 5080 by default, and JSON on "
                    + "5081.";
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

    private static string AboutToken(string? reason) => reason switch
    {
        "TOKEN_ONTBREEKT" => $"No token was given: {GlobalOptions.TokenVariable} is empty, and there is no --token-file.",
        "TOKEN_VERLOPEN" => "The token was right, and is too old by now.",
        _ => "The API does not know this token: it is damaged, or made with another key or for another service. Here and "
            + $"where the API runs, {DevelopmentKey.FileVariable} must name the same file.",
    };

    private static string UpperSnake(StatusCode code) => string.Concat(code.ToString()
        .Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));
}
