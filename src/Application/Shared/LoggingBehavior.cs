using Kurve.Numo.Domain.Shared;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Kurve.Numo.Application.Shared;

/// <summary>
/// Logs and measures each request by name, with its outcome and duration, and nothing of its contents. What was changed is told
/// with the school, who asked and how many people it was about.
/// </summary>
internal sealed partial class LoggingBehavior<TRequest, TResponse>(
    ILogger<LoggingBehavior<TRequest, TResponse>> logger, ICallerAccessor caller, Touched touched, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        using var measurement = Telemetry.Request(typeof(TRequest).Name);
        var begin = clock.GetTimestamp();
        var response = await next(cancellationToken);
        measurement.Outcome = response.Error?.Code ?? Telemetry.Ok;
        var milliseconds = clock.GetElapsedTime(begin).TotalMilliseconds;
        if (response.Error is { } error)
        {
            LogRefused(typeof(TRequest).Name, error.Code, milliseconds);
        }
        else if (request is ICommand or INoted and not IValidatedCommand { ValidateOnly: true })
        {
            var school = (request as ISchoolRequest)?.SchoolId;
            LogChanged(
                typeof(TRequest).Name,
                school is { } known ? new SchoolLabel(known).ToString() : "all schools",
                caller.Current.Subject,
                touched.Aantal,
                milliseconds);
        }
        else
        {
            LogDone(typeof(TRequest).Name, milliseconds);
        }

        return response;
    }

    [LoggerMessage(LogLevel.Information, "{Request} of {School} by {Caller}: {People} people, {Milliseconds:0} ms")]
    private partial void LogChanged(string request, string school, string caller, int people, double milliseconds);

    [LoggerMessage(LogLevel.Debug, "{Request} done in {Milliseconds:0.0} ms")]
    private partial void LogDone(string request, double milliseconds);

    [LoggerMessage(LogLevel.Information, "{Request} refused with {Code} in {Milliseconds:0.0} ms")]
    private partial void LogRefused(string request, string code, double milliseconds);
}
