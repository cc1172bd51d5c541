using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Shared;

/// <summary>
/// Does a request again from its beginning when the store took its transaction back. Each time has a handler of its
/// own, and what it wants done after the commit went with the transaction. A request that is neither command nor query
/// has transactions of its own, and repeats those itself.
/// </summary>
internal sealed class RepeatBehavior<TRequest, TResponse>(Repetition repetition)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    private static readonly bool IsRepeatable = typeof(TRequest).IsAssignableTo(typeof(ICommand))
        || Array.Exists(
            typeof(TRequest).GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>));

    public Task<TResponse> Handle(
        TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        // A command that is repeated with its id finds its first answer; reading twice does no harm.
        var isRemembered = request is not ICommand { RequestId: null };
        return IsRepeatable
            ? repetition.RunAsync(
                typeof(TRequest).Name, isRemembered, () => next(cancellationToken), cancellationToken)
            : next(cancellationToken);
    }
}
