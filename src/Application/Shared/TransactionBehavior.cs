using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Domain.Koppelingen;
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
    Touched touched,
    ICallerAccessor caller,
    IEnumerable<IPreparation<TRequest>> preparations,
    IEnumerable<IResumption<TRequest>> resumptions) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
    where TResponse : IOutcome<TResponse>
{
    private const int Iterations = 210_000;

    private static readonly PropertyInfo[] Secrets =
        [.. typeof(TRequest).GetProperties().Where(p => p.PropertyType == typeof(Geheim))];

    public async Task<TResponse> Handle(
        TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        if (request is IReadingDryRun { ValidateOnly: true })
        {
            await using var reading = await work.BeginReadAsync(cancellationToken);
            return await next(cancellationToken);
        }

        var hash = request.RequestId is null ? "" : Hash(request);
        foreach (var preparation in preparations)
        {
            await preparation.PrepareAsync(request, cancellationToken);
        }

        var (response, isRepeated) = await RunAsync(request, hash, next, cancellationToken);

        // Refused, perhaps only because the same request was being carried out: then that one's answer is the answer.
        if (!isRepeated && response.Error is not null && await FindAsync(request, cancellationToken) is { } faster)
        {
            (response, isRepeated) = (Repeat(request, hash, faster), true);
        }

        if (isRepeated && response.Error is null)
        {
            await ResumeAsync(request, response.Untyped!, cancellationToken);
        }

        return response;
    }

    private async Task ResumeAsync(TRequest request, object answer, CancellationToken ct)
    {
        foreach (var resumption in resumptions)
        {
            await resumption.ResumeAsync(request, answer, ct);
        }
    }

    private async Task<(TResponse Response, bool IsRepeated)> RunAsync(
        TRequest request, string hash, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var subject = caller.Current.Subject;
        await using var scope = await work.BeginAsync(cancellationToken);
        if (await FindAsync(request, cancellationToken) is { } earlier)
        {
            return (Repeat(request, hash, earlier), true);
        }

        var response = await next(cancellationToken);
        if (response.Error is not null || request is IValidatedCommand { ValidateOnly: true })
        {
            return (response, false);
        }

        var school = (request as ISchoolRequest)?.SchoolId;
        var regel = new Auditregel(subject, typeof(TRequest).Name, school, touched.Aantal);
        await audit.AddAsync(regel, cancellationToken);
        if (request.RequestId is { } id)
        {
            var answer = AnswerJson.Write(response.Untyped, TResponse.ValueType);
            await requests.AddAsync(subject, id, new StoredAnswer(hash, answer), cancellationToken);
        }

        await scope.CommitAsync(cancellationToken);
        return (response, false);
    }

    private async Task<StoredAnswer?> FindAsync(TRequest request, CancellationToken ct) =>
        request.RequestId is { } id ? await requests.FindAsync(caller.Current.Subject, id, ct) : null;

    private static TResponse Repeat(TRequest request, string hash, StoredAnswer earlier) =>
        !string.Equals(earlier.RequestHash, hash, StringComparison.Ordinal)
            ? TResponse.Fail(RequestIdHergebruikt.For(request.RequestId!.Value))
        : earlier.Answer is { } answer ? TResponse.Of(AnswerJson.Read(answer, TResponse.ValueType))
        : TResponse.Fail(new AntwoordOnleesbaar(request.RequestId!.Value));

    private static string Hash(TRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(request));
        foreach (var secret in Secrets.Select(p => p.GetValue(request)).OfType<Geheim>())
        {
            hash.AppendData(Slow(secret, request.RequestId!.Value));
        }

        return $"{typeof(TRequest).Name}:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    // JSON does not show a secret. It counts all the same, slowly and salted, so that the stored hash does not tell it.
    private static byte[] Slow(Geheim secret, Guid salt) => Rfc2898DeriveBytes.Pbkdf2(
        secret.Reveal(), salt.ToByteArray(), Iterations, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);
}
