using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;

namespace Kurve.Numo.Application.Leerplannen;

/// <summary>Asks for a page of vaardigheden, by vak, domein and volgorde.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Vak">Only this vak.</param>
/// <param name="Domein">Only this domein.</param>
/// <param name="Niveau">Only this niveau.</param>
/// <param name="ShowVervallen">Retired ones too.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListVaardigheden(
    PageRequest Page, Vak? Vak, Domein? Domein, Niveau? Niveau, bool ShowVervallen) : IQuery<Page<Vaardigheid>>;
