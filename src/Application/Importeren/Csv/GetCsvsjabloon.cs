using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Importeren.Csv;

/// <summary>Asks for the template of Numo's own profile.</summary>
/// <param name="MetVoorbeelden">Whether with a few invented rows.</param>
[RequiresScope(Scopes.Import)]
public sealed record GetCsvsjabloon(bool MetVoorbeelden) : IQuery<CsvsjabloonView>;

/// <summary>The template of Numo's own profile.</summary>
/// <param name="Bestandsnaam">The name to save it under.</param>
/// <param name="Profielversie">The version of the profile.</param>
/// <param name="Tekst">Its text; to be saved as UTF-8 with a byte order mark, which Excel needs.</param>
public sealed record CsvsjabloonView(string Bestandsnaam, int Profielversie, string Tekst);

internal sealed class GetCsvsjabloonHandler : IRequestHandler<GetCsvsjabloon, Result<CsvsjabloonView>>
{
    public Task<Result<CsvsjabloonView>> Handle(GetCsvsjabloon request, CancellationToken cancellationToken)
    {
        Result<CsvsjabloonView> view = new CsvsjabloonView(
            $"numo-profiel-v{Csvprofiel.Versie}.csv",
            Csvprofiel.Versie,
            Csvprofiel.ToSjabloon(request.MetVoorbeelden));
        return Task.FromResult(view);
    }
}
