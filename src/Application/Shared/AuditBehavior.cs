using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Shared;

/// <summary>Writes each read of many people to the audit. A read that cannot be audited does not happen.</summary>
internal sealed class AuditBehavior<TRequest, TResponse>(IAuditLog audit, ICallerAccessor caller)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IAuditedQuery
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var response = await next(cancellationToken);
        if (response.Error is null)
        {
            var aantal = (response.Untyped as IShowsPeople)?.AantalPersonen ?? 0;
            var regel = new Auditregel(caller.Current.Subject, typeof(TRequest).Name, request.SchoolId, aantal);
            await audit.AddAsync(regel, cancellationToken);
        }

        return response;
    }
}
