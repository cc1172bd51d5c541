using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Opleidingen;

/// <summary>Replaces all crebo's by those of Kurve's own file; nothing changes when one line is wrong.</summary>
/// <param name="Csv">The file: see <see cref="Crebotabel"/>.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Only checks the file.</param>
[RequiresScope(Scopes.Beheer)]
public sealed record ImportCrebo(string Csv, Guid? RequestId, bool ValidateOnly)
    : ICommand<CreboImported>, IValidatedCommand, IAllSchoolsRequest;

/// <summary>How many crebo's there are now.</summary>
/// <param name="Aantal">The number.</param>
public sealed record CreboImported(int Aantal);

internal sealed class ImportCreboHandler(IVertalingRepository vertalingen)
    : IRequestHandler<ImportCrebo, Result<CreboImported>>
{
    public async Task<Result<CreboImported>> Handle(ImportCrebo request, CancellationToken cancellationToken)
    {
        var crebo = Crebotabel.Read(request.Csv);
        if (crebo.IsOk)
        {
            await vertalingen.ReplaceCreboAsync(crebo.Value, cancellationToken);
        }

        return crebo.Map(all => new CreboImported(all.Count));
    }
}
