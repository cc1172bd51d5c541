using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerplannen;

internal sealed class ListVaardighedenHandler(IVaardighedenStore vaardigheden)
    : IRequestHandler<ListVaardigheden, Result<Page<Vaardigheid>>>
{
    public async Task<Result<Page<Vaardigheid>>> Handle(ListVaardigheden request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadKey(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var catalogus = (await vaardigheden.GetAsync(cancellationToken)).Vaardigheden;
        var begin = after.Text.Length == 0 ? 0 : 1 + catalogus.All.TakeWhile(v => !IsCode(v, after.Text)).Count();
        return PageTokens.ToPage(
            [.. catalogus.All.Skip(begin).Where(v => IsAsked(v, request)).Take(request.Page.Size + 1)],
            request.Page,
            v => (v.Code, v.Volgorde));
    }

    private static bool IsCode(Vaardigheid vaardigheid, string code) =>
        string.Equals(vaardigheid.Code, code, StringComparison.Ordinal);

    private static bool IsAsked(Vaardigheid vaardigheid, ListVaardigheden request) =>
        (request.Vak is null || vaardigheid.Vak == request.Vak)
        && (request.Domein is null || vaardigheid.Domein == request.Domein)
        && (request.Niveau is null || vaardigheid.Niveau == request.Niveau)
        && (request.ShowVervallen || !vaardigheid.Vervallen);
}
