using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Shared;

/// <summary>
/// Reads the caller from the token: <c>sub</c>, <c>scope</c> (spaces between) and <c>school</c> (one claim each). Where
/// nobody called, it is the service itself. A token that names no school is for all of them only when a scope says so.
/// </summary>
internal sealed class HttpCallerAccessor(IHttpContextAccessor http, SystemCaller system) : ICallerAccessor
{
    private Caller? _current;

    public Caller Current => system.Current ?? (_current ??= Read());

    private Caller Read()
    {
        var user = http.HttpContext?.User ?? throw new InvalidOperationException("There is no request at hand.");
        var scopes = user.FindAll("scope").SelectMany(c => c.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        // A school claim that is no id, or an empty list of them, matches no school: a token is never wider than meant.
        var scholen = user.FindAll("school")
            .Select(c => Guid.TryParse(c.Value, out var id) ? new SchoolId(id) : new SchoolId(Guid.Empty))
            .ToHashSet();
        var granted = scopes.ToHashSet(StringComparer.Ordinal);
        var isUnbound = !user.HasClaim(Authentication.BoundClaim, "")
            && (granted.Contains(Scopes.AlleScholen) || granted.Contains(Scopes.Beheer));
        return new Caller(user.Subject(), granted, isUnbound ? null : scholen);
    }
}
