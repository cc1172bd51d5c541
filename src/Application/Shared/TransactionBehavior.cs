using System.Security.Cryptography;
using System.Text.Json;
using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Shared;

/// <summary>
/// Runs a command in one transaction with its audit row and, when it has a request id, with its answer: a repeated
/// request gets the first answer and does nothing. A refused command leaves nothing behind.
/// </summary>
internal sealed class TransactionBehavior<TRequest, TResponse>(
    IUnitOfWork work,
    IRequestStore requests,
    IAuditLog audit,
    ICallerAccessor caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var subject = caller.Current.Subject;
        await using var scope = await work.BeginAsync(cancellationToken);
        var hash = request.RequestId is null ? "" : Hash(request);
        if (request.RequestId is { } known
            && await requests.FindAsync(subject, known, cancellationToken) is { } earlier)
        {
            return string.Equals(earlier.RequestHash, hash, StringComparison.Ordinal)
                ? TResponse.Of(JsonSerializer.Deserialize(earlier.Answer, TResponse.ValueType)!)
                : TResponse.Fail(RequestIdHergebruikt.For(known));
        }

        var response = await next(cancellationToken);
        if (response.Error is not null)
        {
            return response;
        }

        var school = (request as ISchoolRequest)?.SchoolId;
        var aantal = (response.Untyped as IShowsPeople)?.AantalPersonen ?? 0;
        await audit.AddAsync(new Auditregel(subject, typeof(TRequest).Name, school, aantal), cancellationToken);
        if (request.RequestId is { } id)
        {
            var answer = JsonSerializer.SerializeToUtf8Bytes(response.Untyped, TResponse.ValueType);
            await requests.AddAsync(subject, id, new StoredAnswer(hash, answer), cancellationToken);
        }

        await scope.CommitAsync(cancellationToken);
        return response;
    }

    private static string Hash(TRequest request) =>
        $"{typeof(TRequest).Name}:{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)))}";
}
