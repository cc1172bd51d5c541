using System.Globalization;
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
        if (PageTokens.ReadKey(request.Page) is not { } after
            || (after.Text.Length > 0 && ReadPlace(after) is null))
        {
            return PageTokenOngeldig.Default;
        }

        var catalogus = (await vaardigheden.GetAsync(cancellationToken)).Vaardigheden;
        var rest = ReadPlace(after) is { } place ? catalogus.After(place) : catalogus.All;
        return PageTokens.ToPage(
            [.. rest.Where(v => IsAsked(v, request)).Take(request.Page.Size + 1)], request.Page, KeyOf);
    }

    // By where it stands, so that nothing is passed over when the vaardigheid itself is gone.
    private static (string Text, int Number) KeyOf(Vaardigheid vaardigheid)
    {
        var (vak, domein, volgorde, code) = Vaardighedencatalogus.PlaceOf(vaardigheid);
        return (string.Create(CultureInfo.InvariantCulture, $"{vak}.{domein}.{code}"), volgorde);
    }

    private static (int Vak, int Domein, int Volgorde, string Code)? ReadPlace((string Text, int Number) key) =>
        key.Text.Split('.', 3) is [var vak, var domein, var code]
        && int.TryParse(vak, NumberStyles.None, CultureInfo.InvariantCulture, out var vakNumber)
        && int.TryParse(domein, NumberStyles.None, CultureInfo.InvariantCulture, out var domeinNumber)
            ? (vakNumber, domeinNumber, key.Number, code)
            : null;

    private static bool IsAsked(Vaardigheid vaardigheid, ListVaardigheden request) =>
        (request.Vak is null || vaardigheid.Vak == request.Vak)
        && (request.Domein is null || vaardigheid.Domein == request.Domein)
        && (request.Niveau is null || vaardigheid.Niveau == request.Niveau)
        && (request.ShowVervallen || !vaardigheid.Vervallen);
}
