using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Opleidingen;

internal sealed class ListOpleidingenHandler(Opleidingscatalogus catalogus)
    : IRequestHandler<ListOpleidingen, Result<Page<Opleiding>>>
{
    public Task<Result<Page<Opleiding>>> Handle(ListOpleidingen request, CancellationToken cancellationToken) =>
        Task.FromResult(List(request));

    private Result<Page<Opleiding>> List(ListOpleidingen request)
    {
        if (PageTokens.ReadNumber(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        (int Number, Opleiding Opleiding)[] rest =
        [
            .. catalogus.All
                .Select((opleiding, index) => (index + 1, opleiding))
                .Where(o => o.Item1 > after && (request.Sector is null || o.opleiding.Sector == request.Sector))
                .Take(request.Page.Size + 1),
        ];
        var page = PageTokens.ToPage(rest, request.Page, o => o.Number);
        return new Page<Opleiding>([.. page.Items.Select(o => o.Opleiding)], page.Next);
    }
}
