using System.Reflection;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Shared;

/// <summary>Lets a request through when its caller has the scope and may see the school and its people.</summary>
internal sealed class AuthorizationBehavior<TRequest, TResponse>(ICallerAccessor caller)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    private static readonly string Scope = typeof(TRequest).GetCustomAttribute<RequiresScopeAttribute>()?.Scope
        ?? throw new InvalidOperationException($"{typeof(TRequest)} does not say which scope it requires.");

    private static readonly bool TellsPeople = typeof(TRequest).IsDefined(typeof(NotForSupportAttribute));

    public Task<TResponse> Handle(
        TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var current = caller.Current;
        if (!current.Scopes.Contains(Scope))
        {
            return Task.FromResult(TResponse.Fail(new ScopeOntbreekt(Scope)));
        }

        if (TellsPeople && !current.MayKnowPeople)
        {
            return Task.FromResult(TResponse.Fail(
                current.IsSupport ? new NietVoorSupport() : new ScopeOntbreekt(Scopes.Read)));
        }

        return request switch
        {
            ISchoolRequest { SchoolId: var school } when !current.MaySee(school) =>
                Task.FromResult(TResponse.Fail(new SchoolOnbekend(school))),
            IAllSchoolsRequest when current.Scholen is not null =>
                Task.FromResult(TResponse.Fail(new GebondenAanScholen())),
            _ => next(cancellationToken),
        };
    }
}
