using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Leerplannen;

/// <summary>Replaces the catalogue of vaardigheden, of all schools, by that of a file.</summary>
/// <param name="Csv">The file.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Whether only to say what would happen.</param>
[RequiresScope(Scopes.Beheer)]
public sealed record ImportVaardigheden(byte[] Csv, Guid? RequestId, bool ValidateOnly)
    : ICommand<Cataloguswijziging>, IValidatedCommand, IAllSchoolsRequest;

internal sealed class ImportVaardighedenHandler(IVaardighedenbestand bestand, IVaardighedenStore vaardigheden)
    : IRequestHandler<ImportVaardigheden, Result<Cataloguswijziging>>
{
    public async Task<Result<Cataloguswijziging>> Handle(
        ImportVaardigheden request, CancellationToken cancellationToken)
    {
        var nieuw = bestand.Read(request.Csv).Then(Vaardighedencatalogus.Create);
        if (!nieuw.IsOk)
        {
            return nieuw.Error;
        }

        var oud = await vaardigheden.GetAsync(cancellationToken);
        var inGebruik = await vaardigheden.FindInGebruikAsync(cancellationToken);
        var wijziging = Cataloguswijziging.Compare(oud.Vaardigheden, nieuw.Value, inGebruik);
        return wijziging.IsLeeg || await vaardigheden.ReplaceAsync(oud.Versie, wijziging, cancellationToken)
            ? wijziging
            : new CatalogusGewijzigd();
    }
}
