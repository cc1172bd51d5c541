using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Infrastructure.Opleidingen;

/// <summary>
/// The siblings in the queue for which the same decision may hold: the opleiding fits them, and has the leerjaren of their
/// pupils.
/// </summary>
internal sealed class ListVerwanteCodesHandler(UnknownCodes unknown, Opleidingscatalogus catalogus)
    : IRequestHandler<ListVerwanteCodes, Result<Page<OnbekendeCodeView>>>
{
    public async Task<Result<Page<OnbekendeCodeView>>> Handle(
        ListVerwanteCodes request, CancellationToken cancellationToken)
    {
        if (catalogus.Find(request.Opleiding) is not { } opleiding)
        {
            return OpleidingOnbekend.For(request.Opleiding);
        }

        var family = CodeFamily.Of(request.Opleidingscode);
        var codes = await unknown.ReadAsync(request.SchoolId, cancellationToken);
        return codes.Map(all => new Page<OnbekendeCodeView>(
            [
                .. all
                    .Where(code => !Vertaalcode.AreSame(code.Opleidingscode, request.Opleidingscode)
                        && code.Lezing.Zekerheid != Zekerheid.Hoog
                        && code.Leerjaren.All(opleiding.Leerjaren.Contains)
                        && family.Shares(CodeFamily.Of(code.Opleidingscode), opleiding.Code))
                    .Take(SetVertaling.MostVerwanten),
            ],
            null));
    }
}
