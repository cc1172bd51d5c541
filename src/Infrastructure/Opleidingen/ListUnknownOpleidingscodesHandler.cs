using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;

namespace Kurve.Numo.Infrastructure.Opleidingen;

internal sealed class ListUnknownOpleidingscodesHandler(UnknownCodes unknown)
    : IRequestHandler<ListUnknownOpleidingscodes, Result<Page<OnbekendeCodeView>>>
{
    public async Task<Result<Page<OnbekendeCodeView>>> Handle(
        ListUnknownOpleidingscodes request, CancellationToken cancellationToken)
    {
        if (PageTokens.ReadKey(request.Page) is not { } after)
        {
            return PageTokenOngeldig.Default;
        }

        var codes = await unknown.ReadAsync(request.SchoolId, cancellationToken);
        return codes.Map(all => PageTokens.ToPage(
            [
                .. all
                    .Where(code => string.CompareOrdinal(code.Opleidingscode, after.Text) > 0)
                    .Take(request.Page.Size + 1),
            ],
            request.Page,
            code => (code.Opleidingscode, 0)));
    }
}
